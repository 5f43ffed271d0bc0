// @ts-check
import {dateText, isWorkday, monthOf, monthStart, range, workdayAfter} from './calendar.js';
import {firstDay, lastDay, products} from './company.js';
import {fromKronor} from './currencies.js';
import {isCustomer} from './customers.js';
import {random} from './random.js';

/** @import {Deal} from './deal.js' */
/** @import {Customer} from './customers.js' */

/**
 * @typedef {object} Order
 * @property {string} id
 * @property {string} customer
 * @property {string | null} rep
 * @property {number} amount below zero for a refund
 * @property {string} currency
 * @property {'completed' | 'cancelled'} status
 * @property {'order' | 'refund'} kind
 * @property {number} on
 * @property {string} product
 * @property {Order} [refunds]
 */

const {chance, pick, whole, along} = random('orders');

/** What is invoiced: won deals, the larger ones in two parts, small services between, and what is paid back. @param {readonly Deal[]} deals @param {readonly Customer[]} customers @returns {Order[]} */
export function orders(deals, customers) {
  const sold = [...deals.flatMap(fromDeal), ...services(customers)].filter(({on}) => on <= lastDay);
  for (let i = 0; i < 4; i++) pick(sold).status = 'cancelled';
  const refunds = sold
    .filter(({status}) => status === 'completed' && chance(0.03))
    .map(refund)
    .filter(({on}) => on <= lastDay);
  const orders = [...sold, ...refunds].sort((a, b) => a.on - b.on);
  orders.forEach((order, index) => (order.id = `o${1001 + index}`));
  return orders;
}

/** @param {Deal} deal @returns {Order[]} */
function fromDeal({status, closed, customer, owner, amount, currency, product}) {
  if (status !== 'won' || closed === null || customer === null || amount === null || amount === 0) return [];
  const on = workdayAfter(closed + whole(0, 12));
  const order = {
    id: '',
    customer,
    rep: owner,
    amount,
    currency,
    status: /** @type {const} */ ('completed'),
    kind: /** @type {const} */ ('order'),
    on,
    product
  };
  if (amount < 300_000 || chance(0.4)) return [order];
  const advance = Math.round(amount / 200) * 100;
  return [
    {...order, amount: advance},
    {...order, amount: Math.round((amount - advance) * 100) / 100, on: workdayAfter(on + 45)}
  ];
}

/** Training and hours of help, to the öre. @param {readonly Customer[]} customers */
function services(customers) {
  return range(monthOf(firstDay), monthOf(lastDay) + 1).flatMap((month) =>
    Array.from({length: 5 + Math.floor((month - monthOf(firstDay)) / 5)}, () => {
      const on = pick(range(Math.max(firstDay, monthStart(month)), monthStart(month + 1)).filter(isWorkday));
      const customer = pick(customers.filter((one) => isCustomer(one, on, on)));
      const kronor = along([2400, 6900, 11800, 19500, 46000]);
      const abroad = chance(0.06);
      /** @type {Order} */
      const order = {
        id: '',
        customer: customer.id,
        rep: customer.owner,
        amount: abroad ? fromKronor(kronor, 'EUR', on) : Math.round(kronor * 4) / 4,
        currency: abroad ? 'EUR' : 'SEK',
        status: 'completed',
        kind: 'order',
        on,
        product: customer.product ?? pick(products).name
      };
      return order;
    })
  );
}

/** All of it or a part, some weeks later. @param {Order} order @returns {Order} */
function refund(order) {
  const back = chance(0.4) ? order.amount : Math.round((order.amount * whole(1, 5)) / 1000) * 100;
  return {...order, kind: 'refund', amount: -Math.max(100, back), on: workdayAfter(order.on + whole(6, 70)), refunds: order};
}

/** @param {Order} order */
export function orderRow({id, customer, rep, amount, currency, status, kind, on, product, refunds}) {
  return {
    id,
    customerId: customer,
    repId: rep,
    amount,
    currency,
    status,
    kind,
    ...(refunds && {orderId: refunds.id}),
    orderedAt: dateText(on),
    product
  };
}
