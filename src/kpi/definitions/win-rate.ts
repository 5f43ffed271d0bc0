import {defineFlow} from '../flow.js';

/**
 * Of the deals decided in the period, how many were won. Salesforce's WON:SUM / CLOSED:SUM; `created-cohort` is its WON:SUM / RowCount
 * over the deals created in the period. Open deals are never in the default, but their number stands beside it: a rate flatters when losers are left
 * open, which `staleAfterDays` answers: an open deal counts as not won in the period in which it gets that old (Zoho).
 */
export const winRate = defineFlow({
  id: 'win-rate',
  unit: 'ratio',
  better: 'higher',
  table: 'deals',
  date: 'closedAt',
  variant: 'closed',
  numerator: {where: {status: 'won'}},
  denominator: {where: {status: ['won', 'lost']}},
  open: {where: {status: 'open'}, date: 'createdAt', isStanding: true},
  stale: {where: {status: 'open'}, date: 'createdAt'},
  variants: {
    'created-cohort': {date: 'createdAt', denominator: {}, open: {where: {status: 'open'}}, isCohort: true, stale: undefined},
    'by-amount': {sum: 'amount'}
  }
});
