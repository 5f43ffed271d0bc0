// @ts-check
import {workdayBefore} from './calendar.js';
import {firstDay, lastDay} from './company.js';
import {at, random} from './random.js';

/** @import {Deal} from './deal.js' */

const {pick, whole, chance} = random('today');

/**
 * The deals as they stand on the last day: of what is decided later only the past is known. An export of what was open on the first day
 * or came after; what had been decided before is not in it.
 * @param {readonly Deal[]} deals
 */
export function asKnown(deals) {
  return deals
    .filter(({created, closed}) => created <= lastDay && closed !== null && closed >= firstDay)
    .map((deal) => (isOpen(deal) ? cut(deal) : deal));
}

/** @param {Deal} deal */
function isOpen({closed}) {
  return closed !== null && closed > lastDay;
}

/** A seller hopes for a close somewhat before or after the true one, never for a past day. @param {Deal} deal @returns {Deal} */
function cut(deal) {
  const history = deal.history.filter(({on}) => on <= lastDay);
  const expected = Math.max(lastDay + whole(2, 30), workdayBefore((deal.closed ?? lastDay) + whole(-30, 12)));
  return {...deal, status: 'open', closed: null, expected, history, stage: at(history, history.length - 1).stage};
}

/**
 * Deals that nobody has closed: lost months ago in truth, still open in the books, the hoped-for close long past.
 * @param {readonly Deal[]} deals @param {number} count
 * @returns {Deal[]}
 */
export function stalled(deals, count) {
  const old = deals.filter(
    ({status, closed, stage}) => status === 'lost' && stage !== 'lead' && closed !== null && closed > lastDay - 300 && closed < lastDay - 45
  );
  const chosen = new Set(Array.from({length: count}, () => pick(old)));
  return deals.map((deal) =>
    chosen.has(deal) ? {...deal, status: 'open', closed: null, expected: (deal.closed ?? 0) + whole(-10, chance(0.5) ? 5 : 20)} : deal
  );
}
