// @ts-check
import {day, dateText} from './calendar.js';
import {teams} from './company.js';
import {at} from './random.js';

/**
 * @typedef {object} Rep
 * @property {string} id
 * @property {string} name
 * @property {string} team
 * @property {string} region
 * @property {string | null} manager the name of the manager
 * @property {number} strength sales against the ordinary rep; 0 sells nothing
 * @property {number} from
 * @property {number | null} to the first day without
 */

/** Team, strength, from, to: three at the top, a middle, some weak; five joined and four left within the two years. Rep 01 leads them all and sells nothing. @type {[number, number, string, string?][]} */
const staff = [
  [0, 0, '2016-02-01'],
  [0, 1.8, '2018-09-01'],
  [0, 1.1, '2020-01-15'],
  [0, 2.6, '2019-03-01'],
  [0, 0.9, '2022-05-01'],
  [0, 0.45, '2023-10-01'],
  [1, 1.2, '2017-01-01'],
  [1, 1.4, '2021-08-16'],
  [1, 1, '2020-11-01'],
  [1, 0.7, '2023-02-01'],
  [1, 2.2, '2018-04-01'],
  [1, 0.4, '2024-03-01'],
  [2, 1.25, '2017-06-01'],
  [2, 1.1, '2021-02-01'],
  [2, 0.9, '2022-09-01'],
  [2, 0.5, '2023-01-01', '2025-09-01'],
  [3, 1.2, '2018-01-15'],
  [3, 1.5, '2019-10-01'],
  [3, 0.6, '2023-06-01', '2026-04-01'],
  [3, 1, '2020-05-01', '2026-11-01'],
  [0, 0.8, '2024-09-01', '2025-06-01'],
  [3, 1.3, '2025-03-01'],
  [2, 1.05, '2025-10-01'],
  [1, 0.85, '2026-02-02'],
  [2, 0.95, '2026-08-17']
];

/** The first of each team leads it; those of the other teams report to Rep 01. */
const managers = ['Rep 01', 'Rep 07', 'Rep 13', 'Rep 17'];

/** @type {readonly Rep[]} */
export const reps = staff.map(([team, strength, from, to], index) => {
  const number = `${index + 1}`.padStart(2, '0');
  const name = `Rep ${number}`;
  const manager = name === 'Rep 01' ? null : name === at(managers, team) ? 'Rep 01' : at(managers, team);
  const {name: teamName, region} = at(teams, team);
  return {id: `r${number}`, name, team: teamName, region, manager, strength, from: day(from), to: to === undefined ? null : day(to)};
});

const byId = new Map(reps.map((rep) => [rep.id, rep]));

/** @param {string} id */
export function rep(id) {
  const found = byId.get(id);
  if (!found) throw new Error(`unknown rep: ${id}`);
  return found;
}

/** Who sells on a day. @param {number} on */
export function sellers(on) {
  return reps.filter(({strength, from, to}) => strength > 0 && from <= on && (to === null || on < to));
}

/** A newcomer needs half a year to come up to strength. @param {Rep} rep @param {number} on */
export function strengthOn({strength, from}, on) {
  return strength * Math.min(1, 0.3 + ((on - from) / 180) * 0.7);
}

export function repRows() {
  return reps.map(({id, name, team, region, manager, from, to}) => ({
    id,
    name,
    team,
    region,
    manager,
    activeFrom: dateText(from),
    activeTo: to === null ? null : dateText(to)
  }));
}
