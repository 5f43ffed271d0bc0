import {defineCohort} from '../stock.js';

const customers = {unit: 'ratio', of: 'customers', table: 'customers', date: 'startedAt'} as const;

/**
 * Of the customers there were at the opening, how many there still are at the closing. `headcount` is the textbook's (end − new) / start, which is too
 * low when somebody joins and leaves within the period and too high when somebody returns.
 */
export const customerRetentionRate = defineCohort({
  ...customers,
  id: 'customer-retention-rate',
  better: 'higher',
  variant: 'cohort',
  numerator: {retained: 1},
  denominator: {opening: 1},
  variants: {
    headcount: {numerator: {closing: 1, joined: -1}}
  }
});

/**
 * Of the customers there were at the opening, how many are gone at the closing: 1 − retention (ChartMogul, Recurly). `net` is (start − end) / start,
 * which newcomers mask; `incl-new` is Stripe's: everyone who left / (start + new); `rolling-30d` is that of the
 * thirty days up to the closing (Baremetrics), `sum-of-daily` the rates of the days added up (ChartMogul's Shopify formula).
 */
export const customerChurnRate = defineCohort({
  ...customers,
  id: 'customer-churn-rate',
  better: 'lower',
  variant: 'cohort',
  numerator: {churn: 1},
  denominator: {opening: 1},
  variants: {
    net: {numerator: {opening: 1, closing: -1}},
    'incl-new': {numerator: {ended: 1}, denominator: {opening: 1, joined: 1}},
    'rolling-30d': {days: 30},
    'sum-of-daily': {isDaily: true}
  }
});
