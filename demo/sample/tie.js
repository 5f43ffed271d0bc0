// @ts-check
import {monthOf, monthStart, quarterStart} from './calendar.js';
import {lastDay} from './company.js';
import {inOre} from './currencies.js';
import {at} from './random.js';

/** @import {Deal} from './deal.js' */

const quarter = monthStart(quarterStart(monthOf(lastDay)));

/** What each rep has won in the running quarter, in hundredths of a krona, most first. @param {readonly Deal[]} won */
function standings(won) {
  /** @type {Map<string, number>} */
  const totals = new Map();
  for (const {closed, amount, currency, owner, splits} of won) {
    const parts = splits.length > 0 ? splits : owner === null ? [] : [{repId: owner, share: 1}];
    for (const {repId, share} of parts)
      totals.set(repId, (totals.get(repId) ?? 0) + inOre(amount ?? 0, currency, closed ?? lastDay) * share);
  }
  return [...totals].sort((a, b) => b[1] - a[1]);
}

/** Of the third to the seventh of the running quarter the two nearest each other draw level, to the öre: their deals are theirs alone and in kronor. @param {readonly Deal[]} deals */
export function tieTwoReps(deals) {
  const won = deals.filter(({status, closed}) => status === 'won' && (closed ?? 0) >= quarter);
  const middle = standings(won).slice(2, 7);
  const gaps = middle.slice(1).map(([, total], index) => at(middle, index)[1] - total);
  const nearest = gaps.indexOf(Math.min(...gaps));
  const pair = [at(middle, nearest)[0], at(middle, nearest + 1)[0]];
  for (const deal of won.filter(({owner, splits}) =>
    [owner, ...splits.map(({repId}) => repId)].some((id) => id !== null && pair.includes(id))
  )) {
    deal.splits = [];
    if (deal.amount === null || deal.currency === 'SEK') continue;
    deal.amount = Math.round(inOre(deal.amount, deal.currency, deal.closed ?? lastDay) / 50_000) * 500;
    deal.currency = 'SEK';
  }
  const totals = new Map(standings(won));
  const [ahead, behind] = [...pair].sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
  const gap = (totals.get(ahead ?? '') ?? 0) - (totals.get(behind ?? '') ?? 0);
  const deal = at(
    won.filter(({owner}) => owner === behind),
    0
  );
  deal.amount = (deal.amount ?? 0) + gap / 100;
}
