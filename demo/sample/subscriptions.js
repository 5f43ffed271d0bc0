// @ts-check
import {dateText, day} from './calendar.js';
import {firstDay, lastDay, products} from './company.js';
import {random} from './random.js';

/** @import {Deal} from './deal.js' */
/** @import {Customer} from './customers.js' */

/**
 * One price of one subscription.
 *
 * @typedef {object} Price
 * @property {string} customer
 * @property {string} product
 * @property {number} amount
 * @property {string} currency
 * @property {string} interval
 * @property {number} count intervals between two invoices
 * @property {string} status
 * @property {number} from
 * @property {number | null} to the first day without
 * @property {number | null} cancelled
 */

const {chance, pick, pickBy, along, whole} = random('subscriptions');
const priceRise = day('2026-01-01');

/** How often is paid, how many months that is, and how common it is. */
const terms = [
  {interval: 'month', count: 1, months: 1, share: 62},
  {interval: 'year', count: 1, months: 12, share: 24},
  {interval: 'quarter', count: 1, months: 3, share: 9},
  {interval: 'month', count: 6, months: 6, share: 4},
  {interval: 'year', count: 2, months: 24, share: 1}
];

/** Two customers in five subscribe. A new price ends one row and begins another on the same day. @param {readonly Customer[]} customers @param {readonly Deal[]} deals */
export function subscriptionRows(customers, deals) {
  const upsold = new Map(
    deals.filter(({type, status}) => type === 'upsell' && status === 'won').map(({customer, closed}) => [customer, closed])
  );
  const prices = customers
    .filter(({periods}) => (periods[0]?.to ?? lastDay) > firstDay && chance(0.42))
    .flatMap((customer) => subscription(customer, upsold.get(customer.id) ?? null));
  addOddities(prices);
  return prices.sort((a, b) => a.from - b.from).map(row);
}

/** @param {Customer} customer @param {number | null} upsoldOn @returns {Price[]} */
function subscription({id, product, periods}, upsoldOn) {
  const plan = products.find(({name}) => name === product) ?? pickBy(products, ({share}) => share);
  const term = pickBy(terms, ({share}) => share);
  const abroad = chance(0.05);
  let monthly = along(plan.monthly);
  return periods.flatMap(({from, to}) => {
    const changes = [chance(0.6) ? priceRise : null, upsoldOn].filter((on) => on !== null && on > from + 30 && (to === null || on < to));
    const starts = [from, ...changes.map((on) => on ?? from).sort((a, b) => a - b)];
    return starts.map((start, index) => {
      if (index > 0) monthly *= start === priceRise ? 1.04 : 1.3;
      const next = starts[index + 1] ?? to;
      const left = to !== null && next === to;
      return {
        customer: id,
        product: plan.name,
        amount: abroad ? Math.ceil((monthly * term.months) / 1130) * 100 : Math.round(monthly * term.months),
        currency: abroad ? 'EUR' : 'SEK',
        interval: term.interval,
        count: term.count,
        status: left ? 'canceled' : 'active',
        from: start,
        to: next,
        cancelled: left ? to - whole(20, 60) : null
      };
    });
  });
}

/** @param {Price[]} prices */
function addOddities(prices) {
  const running = prices.filter(({to}) => to === null);
  const change = (/** @type {number} */ count, /** @type {Partial<Price>} */ to) => {
    for (let i = 0; i < count; i++) Object.assign(running.splice(running.indexOf(pick(running)), 1)[0] ?? {}, to);
  };
  change(4, {status: 'past_due'});
  change(2, {status: 'paused'});
  change(2, {interval: 'once'});
  change(1, {interval: 'week', amount: 950, currency: 'SEK', count: 1});
  change(3, {cancelled: lastDay - 12, to: day('2027-01-01')});
  for (const price of running.filter(({from}) => from > lastDay - 40).slice(0, 3)) price.status = 'trialing';
}

/** @param {Price} price @param {number} index */
function row({customer, product, amount, currency, interval, count, status, from, to, cancelled}, index) {
  return {
    id: `s${1001 + index}`,
    customerId: customer,
    product,
    amount,
    currency,
    interval,
    intervalCount: count,
    status,
    startedAt: dateText(from),
    ...(to !== null && {endedAt: dateText(to)}),
    ...(cancelled !== null && {canceledAt: dateText(cancelled)})
  };
}
