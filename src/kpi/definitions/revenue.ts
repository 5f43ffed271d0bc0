import {completed} from '../completed.js';
import {defineFlow} from '../flow.js';
import {ordersWithOriginals} from '../original-orders.js';
import {definePerRep} from '../per-rep.js';

/** Amount of the completed orders, refunds taken off on their own date: invoiced, not revenue recognition (IFRS 15). `gross` leaves refunds out,
 * `refund-by-order-date` takes each off on the date of the order it names in `refundOf` (Geckoboard); the last two count by another date. */
export const revenue = defineFlow({
  id: 'revenue',
  unit: 'currency',
  better: 'higher',
  table: 'orders',
  date: 'orderedAt',
  variant: 'net',
  sum: 'amount',
  numerator: {where: completed},
  variants: {
    gross: {numerator: {where: {...completed, kind: 'order'}}},
    'refund-by-order-date': {rows: ordersWithOriginals, date: 'originalAt', numerator: {where: completed, reached: 'orderedAt'}},
    'by-invoice-date': {date: 'invoicedAt'},
    'by-payment-date': {date: 'paidAt'}
  }
});

/** Revenue credited to reps, divided by the reps active at any time in the period. */
export const revenuePerRep = definePerRep({...revenue, id: 'revenue-per-rep', per: 'rep'});
