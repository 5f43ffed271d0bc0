// @ts-check
import {monthOf, monthStart, range} from './calendar.js';
import {firstDay, lastDay} from './company.js';
import {at, random} from './random.js';

/** January to December: the July holidays, the rush at each quarter's end. */
const seasons = [0.86, 0.94, 1.14, 0.93, 0.97, 1.17, 0.6, 0.86, 1.15, 1.0, 1.0, 1.2];
const thisMonth = monthOf(lastDay);

/** What the company expects to sell in a month, in kronor: growth of about 17 % a year times the season. @param {number} month */
function planned(month) {
  return (3_750_000 + (month - monthOf(firstDay)) * 58_000) * at(seasons, month % 12);
}

/** What it sets itself as a target: a little more than it expects, in whole hundreds of thousands. @param {number} month */
export function monthTarget(month) {
  return Math.round((planned(month) * 1.015) / 100_000) * 100_000;
}

/**
 * What it will in truth have sold between two days. Runs on beyond the last day: what is sold then is open today.
 * The running month is cut there, and lags a little behind its target.
 *
 * @typedef {{from: number, to: number, kronor: number}} Budget `to` is the first day after
 * @returns {Budget[]}
 */
export function budgets() {
  const {next} = random('budget');
  return range(monthOf(firstDay), thisMonth + 11).flatMap((month) => {
    const kronor = planned(month) * (0.93 + next() * 0.14);
    const [from, to] = [monthStart(month), monthStart(month + 1)];
    if (from < firstDay) return [{from: firstDay, to, kronor: kronor * 0.35}];
    if (month !== thisMonth) return [{from, to, kronor}];
    return [
      {from, to: lastDay + 1, kronor: monthTarget(month) * 0.715},
      {from: lastDay + 1, to, kronor: monthTarget(month) * 0.25}
    ];
  });
}
