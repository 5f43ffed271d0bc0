import {completed} from '../completed.js';
import {defineFlow} from '../flow.js';

const purchased = {...completed, kind: 'order'};

/**
 * Order amount over number of orders. A refund is not a purchase and is never in the denominator; by default the value is that before later
 * refunds, as Shopify's since 2023; `net-of-refunds` subtracts them. `deals` is the average won deal. `minAmount` leaves smaller ones out.
 */
export const averagePurchaseValue = defineFlow({
  id: 'average-purchase-value',
  unit: 'currency',
  better: 'higher',
  table: 'orders',
  date: 'orderedAt',
  variant: 'orders',
  numerator: {sum: 'amount', where: purchased, isAtLeast: true},
  denominator: {where: purchased, has: 'amount', isAtLeast: true},
  variants: {
    'net-of-refunds': {numerator: {sum: 'amount', where: completed, isAtLeast: true}},
    deals: {
      table: 'deals',
      date: 'closedAt',
      numerator: {sum: 'amount', where: {status: 'won'}, isAtLeast: true},
      denominator: {where: {status: 'won'}, has: 'amount', isAtLeast: true}
    }
  }
});
