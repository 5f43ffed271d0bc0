import {defineCohort, defineStock} from '../stock.js';

const recurring = {of: 'mrr', table: 'subscriptions', date: 'startedAt', variant: 'default'} as const;
const opening = {opening: 1};

/**
 * What the subscriptions in force at the closing bring a month: amount / interval, discounts and VAT off; past due and cancelling ones until their
 * end, no trials, pauses or one-time sales (ChartMogul, Stripe). `parts` is the bridge from the opening.
 */
export const mrr = defineStock({...recurring, id: 'mrr', unit: 'currency', better: 'higher', numerator: {closing: 1}});

/** MRR × 12: the run rate, never the trailing twelve months. `contracted`: only terms of a year or more. */
export const arr = defineStock({
  ...recurring,
  id: 'arr',
  unit: 'currency',
  better: 'higher',
  variant: 'run-rate',
  numerator: {closing: 1},
  factor: 12,
  variants: {
    contracted: {minMonths: 12}
  }
});

const rate = {...recurring, unit: 'ratio', denominator: opening} as const;

/** (start + expansion − contraction − churn) / start of the customers there were at the opening. */
export const netRevenueRetention = defineCohort({
  ...rate,
  id: 'net-revenue-retention',
  better: 'higher',
  numerator: {opening: 1, expansion: 1, contraction: -1, churn: -1}
});

/** (start − contraction − churn) / start: what was kept, growth left out. */
export const grossRevenueRetention = defineCohort({
  ...rate,
  id: 'gross-revenue-retention',
  better: 'higher',
  numerator: {opening: 1, contraction: -1, churn: -1}
});

/** (churn + contraction) / opening MRR. */
export const grossMrrChurnRate = defineCohort({
  ...rate,
  id: 'gross-mrr-churn-rate',
  better: 'lower',
  numerator: {churn: 1, contraction: 1}
});

/** (churn + contraction − expansion) / opening MRR: 1 − net revenue retention. `chartmogul` takes reactivations off too. */
export const netMrrChurnRate = defineCohort({
  ...rate,
  id: 'net-mrr-churn-rate',
  better: 'lower',
  numerator: {churn: 1, contraction: 1, expansion: -1},
  variants: {
    chartmogul: {numerator: {churn: 1, contraction: 1, expansion: -1, reactivation: -1}}
  }
});
