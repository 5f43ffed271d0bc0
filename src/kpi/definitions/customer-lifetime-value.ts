import {defineFormula} from '../formula.js';

/**
 * Average transaction × transactions a customer and year × years a customer stays, over the twelve months before the end of the period. The years are
 * `retentionYears`, else customer-years at risk over customers lost, which counts those still there; under a filter those
 * of the customers whose orders pass it. `subscription` is revenue a paying customer and
 * month over the monthly churn of six months (ChartMogul, Baremetrics), `historic` what each customer who started in the period has brought so far.
 * Each is revenue, and with `grossMargin` its margin; `margin` is the default that cannot do without.
 */
export const customerLifetimeValue = defineFormula({
  id: 'customer-lifetime-value',
  unit: 'currency',
  better: 'higher',
  table: 'orders',
  date: 'orderedAt',
  variant: 'simple',
  formula: 'simple',
  variants: {
    subscription: {formula: 'subscription', table: 'subscriptions', date: 'startedAt'},
    margin: {formula: 'margin'},
    historic: {formula: 'historic'}
  }
});
