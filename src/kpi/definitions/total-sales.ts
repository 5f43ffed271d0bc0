import {bookings} from '../bookings.js';
import {defineFlow} from '../flow.js';

/** Amount of the deals won, on their closing date: bookings, not accounting revenue. A reopened deal counts at its last closing;
 * `as-booked` books it each time it was won and takes it off where it was reopened, so that a past period stays what it was. */
export const totalSales = defineFlow({
  id: 'total-sales',
  unit: 'currency',
  better: 'higher',
  table: 'deals',
  date: 'closedAt',
  variant: 'amount',
  sum: 'amount',
  numerator: {where: {status: 'won'}},
  variants: {
    count: {unit: 'count', sum: undefined},
    'as-booked': {rows: bookings}
  }
});
