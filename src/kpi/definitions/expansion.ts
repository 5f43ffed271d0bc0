import {flows} from '../flow.js';
import type {CohortKpi, Defined} from '../kpi.js';
import {defineCohort} from '../stock.js';
import {typedDeals} from '../typed-deals.js';

/** The three share their formulas and differ in the deals they look at; where a deal says no type its product does. */
function bought<const Id extends string>(id: Id, type: string | readonly string[]): Defined<CohortKpi> & {readonly id: Id} {
  return defineCohort({
    id,
    unit: 'ratio',
    better: 'higher',
    of: 'customers',
    table: 'customers',
    date: 'startedAt',
    variant: 'customers',
    buys: {status: 'won', type},
    deals: typedDeals,
    numerator: {bought: 1},
    denominator: {opening: 1},
    variants: {
      offers: {
        ...flows,
        rows: typedDeals,
        table: 'deals',
        date: 'createdAt',
        numerator: {where: {type, status: 'won'}},
        denominator: {where: {type}}
      },
      revenue: {
        ...flows,
        rows: typedDeals,
        table: 'deals',
        date: 'closedAt',
        sum: 'amount',
        numerator: {where: {type, status: 'won'}},
        denominator: {where: {status: 'won'}}
      }
    }
  });
}

/**
 * Of the customers there were at the opening, how many bought more of what they have in the period. `offers` are the accepted of the upsell deals
 * created in it, `revenue` is the share of upsell in total sales.
 */
export const upsellRate = bought('upsell-rate', 'upsell');

/** Of the customers there were at the opening, how many bought something else besides. */
export const crossSellRate = bought('cross-sell-rate', 'cross-sell');

/** Either of the two: each customer once, never the sum of both rates. */
export const expansionRate = bought('expansion-rate', ['upsell', 'cross-sell']);
