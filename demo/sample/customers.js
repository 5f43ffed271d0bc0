// @ts-check
import {day, dateText} from './calendar.js';
import {firstDay, lastDay} from './company.js';
import {random} from './random.js';
import {reps, sellers} from './reps.js';

/** @import {Deal} from './deal.js' */

/**
 * @typedef {object} Customer
 * @property {string} id
 * @property {string} name
 * @property {string} region
 * @property {string} segment
 * @property {string | null} owner
 * @property {string | null} product what the first deal sold; null for customers older than the sample
 * @property {{from: number, to: number | null}[]} periods `to` is the first day without
 */

const {next, chance, pick, pickBy, whole} = random('customers');
const firstEver = day('2020-01-13');

/** Those there before the sample, then one for each new deal won, oldest first. @param {readonly Deal[]} deals */
export function customers(deals) {
  const before = Array.from({length: 250}, () => ({
    from: whole(firstEver, firstDay - 1),
    region: pick(reps).region,
    owner: null,
    product: null,
    deal: null
  }));
  const since = deals
    .filter(({type, status}) => type === 'new' && status === 'won')
    .map((deal) => ({from: deal.closed ?? deal.created, region: deal.region, owner: deal.owner, product: deal.product, deal}));
  return [...before, ...since]
    .sort((a, b) => a.from - b.from)
    .map((start, index) => {
      const customer = customerFrom(start, index + 1);
      if (start.deal) start.deal.customer = customer.id;
      return customer;
    });
}

/** @param {{from: number, region: string, owner: string | null, product: string | null}} start @param {number} number @returns {Customer} */
function customerFrom({from, region, owner, product}, number) {
  const here = sellers(lastDay).filter((rep) => rep.region === region);
  const stays = here.some(({id}) => id === owner);
  return {
    id: `c${number}`,
    name: `Customer ${number}`,
    region,
    segment: pickBy(['Small', 'Medium', 'Large'], (size) => ({Small: 5, Medium: 3, Large: 1.5})[size] ?? 0),
    owner: chance(0.01) ? null : stays ? owner : pick(here).id,
    product,
    periods: periodsFrom(from)
  };
}

/** About one in ninety leaves each month after the first ninety days; one leaver in six comes back within the year. @param {number} from */
function periodsFrom(from) {
  /** @type {Customer['periods']} */
  const periods = [];
  for (let start = from; ;) {
    // Whoever was there long before the sample has mostly stayed until it began.
    const atRisk = Math.max(start + 90, from < firstDay ? firstDay - 150 : 0);
    const end = atRisk + waitingDays(1 / 90 / 30);
    if (end > lastDay) return [...periods, {from: start, to: null}];
    periods.push({from: start, to: end});
    start = end + whole(60, 300);
    if (!chance(0.17) || start > lastDay) return periods;
  }
}

/** Days until a thing that happens with the same small chance every day. @param {number} chanceADay */
function waitingDays(chanceADay) {
  let days = 0;
  while (next() >= chanceADay) days++;
  return days;
}

/** @param {Customer} customer @param {number} from @param {number} to */
export function isCustomer({periods}, from, to) {
  return periods.some((period) => period.from < from && (period.to === null || period.to > to));
}

/** Renewals, upsells and cross-sells belong to a customer of the region; deals get their names. @param {readonly Deal[]} deals @param {readonly Customer[]} known */
export function nameDeals(deals, known) {
  let prospect = 1000;
  for (const deal of deals) {
    if (deal.type !== 'new') {
      const until = deal.closed ?? lastDay;
      const possible = known.filter((customer) => isCustomer(customer, deal.created, until) && customer.region === deal.region);
      deal.customer = pick(possible).id;
    }
    deal.name = `${deal.customer === null ? `Prospect ${++prospect}` : `Customer ${deal.customer.slice(1)}`}, ${deal.product}`;
  }
}

/** @param {Customer} customer */
export function customerRow({id, name, region, segment, owner, periods}) {
  const [first, ...returns] = periods.map(({from, to}) => ({from: dateText(from), to: to === null ? null : dateText(to)}));
  const times = returns.length > 0 ? {periods: [first, ...returns]} : {startedAt: first?.from, ...(first?.to && {endedAt: first.to})};
  return {id, name, ...times, ownerId: owner, segment, region};
}
