// @ts-check
import {dateText, monthOf, monthStart, quarterStart, range} from './calendar.js';
import {firstDay, lastDay} from './company.js';
import {random} from './random.js';
import {sellers} from './reps.js';

/** @typedef {{category: string, amount: number, currency?: string, from: number, to?: number, campaign?: string}} Cost `to` is the first day after; without it the cost falls on one day */

const {along, whole, chance} = random('costs');

/** Salaries and programmes run over a time, advertising and tools fall on a day. A month that has only begun has what is booked so far. */
export function costRows() {
  const months = range(monthOf(firstDay), monthOf(lastDay) + 1);
  return [...months.flatMap(monthly), ...months.filter((month) => month === quarterStart(month)).flatMap(quarterly), ...yearly()]
    .filter(({from}) => from >= firstDay && from <= lastDay)
    .sort((a, b) => a.from - b.from)
    .map(row);
}

/** @param {number} month @returns {Cost[]} */
function monthly(month) {
  const [from, to] = [monthStart(month), monthStart(month + 1)];
  const within = (/** @type {number} */ date) => from + date - 1;
  return [
    {category: 'sales', amount: sellers(from).length * 46_500, from, to},
    {category: 'marketing', amount: Math.round(along([58e3, 74e3, 88e3, 120e3])), from: within(whole(20, 26)), campaign: 'search'},
    {category: 'marketing', amount: Math.round(along([21e3, 34e3, 52e3])), from: within(whole(8, 18)), campaign: 'webinars'},
    {category: 'sales', amount: whole(900, 1400), currency: 'USD', from: within(3)},
    {category: 'product', amount: whole(160, 210) * 1000, from: within(27)}
  ];
}

/** A fair or a campaign of some weeks, now and then paid in euro. @param {number} month @returns {Cost[]} */
function quarterly(month) {
  const from = monthStart(month + 1) + whole(0, 12);
  const to = from + whole(20, 50);
  const abroad = chance(0.3);
  return [
    {
      category: 'marketing',
      amount: abroad ? whole(9, 16) * 1000 : whole(110, 190) * 1000,
      ...(abroad && {currency: 'EUR'}),
      from,
      to,
      campaign: abroad ? 'fair' : 'brand'
    }
  ];
}

/** Rent and administration, and the sales conference. @returns {Cost[]} */
function yearly() {
  return [2025, 2026].flatMap((year) => [
    {category: 'overhead', amount: 1_740_000 + (year - 2025) * 52_000, from: monthStart(year * 12), to: monthStart(year * 12 + 12)},
    {category: 'sales', amount: 185_000 + (year - 2025) * 20_000, from: monthStart(year * 12 + 8) + 16}
  ]);
}

/** @param {Cost} cost @param {number} index */
function row({category, amount, currency = 'SEK', from, to, campaign}, index) {
  return {
    id: `k${1001 + index}`,
    category,
    amount,
    currency,
    ...(to === undefined ? {at: dateText(from)} : {from: dateText(from), to: dateText(to)}),
    ...(campaign !== undefined && {campaign})
  };
}
