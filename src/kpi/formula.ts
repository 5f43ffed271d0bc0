import type {Window} from '../calendar/window.js';
import {bothFilters} from './both-filters.js';
import type {Figure} from './figure.js';
import {ofNumber, times} from './fraction.js';
import type {Groups} from './groups.js';
import type {Defined, FormulaKpi, Needs} from './kpi.js';
import {historic, simple} from './lifetime-value.js';
import type {Context} from './query.js';
import {subscription} from './subscription-value.js';

const formulas = {kind: 'formula', by: {needs, figures}} as const;

export function defineFormula<const Id extends string>(
  kpi: Omit<FormulaKpi, 'kind'> & {readonly id: Id}
): Defined<FormulaKpi> & {readonly id: Id} {
  return {...formulas, ...kpi};
}

function needs({formula}: FormulaKpi, {params}: Context): Needs[] {
  if (formula === 'subscription') return [['subscriptions', ['amount', 'interval', 'startedAt']]];
  const orders: Needs = ['orders', ['orderedAt', 'customerId', 'amount']];
  return formula === 'historic' || params.retentionYears === undefined ? [orders, ['customers', []]] : [orders];
}

/** Broken down, it is computed anew for each group from the rows that are its own. */
function figures(kpi: FormulaKpi, context: Context, windows: readonly Window[], {by, labels}: Groups): Figure[][] {
  return labels.map(({id}) => lifetimeValue(kpi, by ? {...context, filter: bothFilters(context.filter, {[by]: id})} : context, windows));
}

const FORMULAS = {simple, margin: simple, subscription, historic};

/**
 * Customer lifetime value in each window; see its definition for the formulas. What it needs is there. With `params.grossMargin` any of them is the
 * margin of the revenue it tells of.
 *
 * @throws RangeError `customer-lifetime-value needs params.grossMargin` for the variant `margin` without one
 */
function lifetimeValue({formula}: FormulaKpi, context: Context, windows: readonly Window[]): Figure[] {
  const {grossMargin} = context.params;
  if (formula === 'margin' && grossMargin === undefined) throw new RangeError('customer-lifetime-value needs params.grossMargin');
  const margin = ofNumber(grossMargin ?? 1);
  return windows.map((window) => {
    const figure = FORMULAS[formula](context, window);
    const {value, numerator} = figure;
    return {...figure, value: value && times(value, margin), numerator: numerator && times(numerator, margin)};
  });
}
