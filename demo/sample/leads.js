// @ts-check
import {firstDay, lastDay, sources} from './company.js';
import {isWorkday, monthOf, range} from './calendar.js';
import {afterOfficeMinutes, dayAt, inOfficeHours, instant, instantText} from './clock.js';
import {at, random} from './random.js';
import {sellers} from './reps.js';

/** @import {Deal} from './deal.js' */

/**
 * @typedef {object} Lead instants in ms
 * @property {string} id
 * @property {string | null} owner
 * @property {string} source
 * @property {string} region
 * @property {number} created
 * @property {number | null} answered
 * @property {number | null} converted
 * @property {number | null} disqualified
 * @property {boolean} excluded
 */

const {next, chance, pick, pickBy, along, whole} = random('leads');
const end = instant(lastDay + 1, 0);

/** Office minutes until the first answer, as quantiles: half within forty minutes, a few after days. */
const answer = [1, 8, 15, 23, 31, 40, 53, 78, 140, 420, 2200];
/** Leads that never became a deal, by month of the year. */
const seasons = [1.05, 1.1, 1.15, 1, 1, 0.95, 0.45, 0.85, 1.2, 1.15, 1.1, 0.75];

/** Every other new deal began as a lead; the others are leads that led nowhere. @param {readonly Deal[]} deals @returns {Lead[]} */
export function leads(deals) {
  const led = deals.filter(({type, created}) => type === 'new' && created >= firstDay + 3 && chance(0.5)).map(fromDeal);
  const all = [...led, ...deadEnds(), ...onClockChanges()].filter(({created}) => created < end).sort((a, b) => a.created - b.created);
  all.forEach((lead, index) => {
    lead.id = `l${1001 + index}`;
    lead.excluded = lead.converted === null && chance(0.012);
    if (chance(0.012)) lead.owner = null;
  });
  return all;
}

/** @param {Deal} deal @returns {Lead} */
function fromDeal({created, owner, source, region, status, closed}) {
  const came = instant(created - (chance(0.3) ? whole(1, 3) : 0), timeOfDay()) + seconds();
  const converted = status === 'won' && closed !== null ? instant(closed, whole(9 * 60, 16 * 60)) + seconds() : null;
  const disqualified = status === 'lost' && closed !== null && chance(0.5) ? instant(closed, whole(9 * 60, 16 * 60)) + seconds() : null;
  return lead(came, {owner, source, region, converted, disqualified, silent: 0.03});
}

/** A score a month at first, a third more by the end; fewer in July and at weekends. @returns {Lead[]} */
function deadEnds() {
  const first = monthOf(firstDay);
  return range(firstDay, lastDay + 1).flatMap((on) => {
    const aDay = (0.62 + (monthOf(on) - first) * 0.01) * at(seasons, monthOf(on) % 12) * (isWorkday(on) ? 1.25 : 0.4);
    const count = Math.floor(aDay + next());
    return Array.from({length: count}, () => deadEnd(instant(on, timeOfDay()) + seconds()));
  });
}

/** @param {number} came */
function deadEnd(came) {
  const owner = pick(sellers(dayAt(came)));
  const given = chance(0.55) ? afterOfficeMinutes(came, whole(600, 9000)) : null;
  const source = pickBy(sources, ({share}) => share).name;
  return lead(came, {owner: owner.id, source, region: owner.region, converted: null, disqualified: given, silent: 0.12});
}

/** When the clock changes: one before the hour that is skipped, one in each pass of the hour that comes twice. */
function onClockChanges() {
  const came = [
    Date.UTC(2025, 2, 30, 0, 40),
    Date.UTC(2025, 9, 26, 0, 20),
    Date.UTC(2025, 9, 26, 1, 20),
    Date.UTC(2026, 2, 29, 0, 55),
    Date.UTC(2026, 9, 25, 0, 35),
    Date.UTC(2026, 9, 25, 1, 35)
  ];
  return came.map((ms) => ({...deadEnd(ms), source: 'web'}));
}

/**
 * @param {number} created
 * @param {Pick<Lead, 'owner' | 'source' | 'region' | 'converted' | 'disqualified'> & {silent: number}} rest `silent`: how likely nobody answers
 * @returns {Lead}
 */
function lead(created, {silent, ...rest}) {
  // Whoever wrote at night is the first to be called in the morning.
  const answered = chance(silent) ? null : afterOfficeMinutes(created, along(answer) * (inOfficeHours(created) ? 1 : 0.5));
  const known = (/** @type {number | null} */ ms) => (ms !== null && ms < end && ms > created ? ms : null);
  return {
    id: '',
    created,
    answered: known(answered),
    excluded: false,
    ...rest,
    converted: known(rest.converted),
    disqualified: known(rest.disqualified)
  };
}

/** Three of four write in office hours. */
function timeOfDay() {
  return chance(0.75) ? whole(8 * 60, 17 * 60) : whole(0, 24 * 60 - 1);
}

function seconds() {
  return whole(0, 59) * 1000;
}

/** Partners and referrals arrive through a system that writes UTC. @param {Lead} lead */
export function leadRow({id, owner, source, region, created, answered, converted, disqualified, excluded}) {
  const style = source === 'partner' || source === 'referral' ? 'utc' : 'local';
  const text = (/** @type {number | null} */ ms) => (ms === null ? null : instantText(ms, style));
  return {
    id,
    ownerId: owner,
    source,
    region,
    createdAt: text(created),
    firstResponseAt: text(answered),
    ...(converted !== null && {convertedAt: text(converted)}),
    ...(disqualified !== null && {disqualifiedAt: text(disqualified)}),
    ...(excluded && {excluded})
  };
}
