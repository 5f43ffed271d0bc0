import {defineFlow} from '../kpi.js';

/** Sales credited to reps, divided by the reps active at any time in the period. What no rep is credited with is left out of it and shown beside it. */
export const salesPerRep = defineFlow({
  id: 'sales-per-rep',
  unit: 'currency',
  better: 'higher',
  table: 'deals',
  date: 'closedAt',
  variant: 'amount',
  sum: 'amount',
  numerator: {where: {status: 'won'}},
  per: 'rep',
  variants: {
    count: {unit: 'count', sum: undefined}
  }
});
