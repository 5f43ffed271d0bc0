import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {add} from '../calendar/civil.js';
import {atWall} from '../calendar/moment.js';
import {openWindow} from '../calendar/window.js';
import type {Window} from '../calendar/window.js';
import {bothFilters} from './both-filters.js';
import {completed} from './completed.js';
import {customerRetentionRate} from './definitions/customers.js';
import {mrr} from './definitions/recurring-revenue.js';
import {quotient} from './figure.js';
import type {Figure} from './figure.js';
import {divide, fraction, ofNumber, times} from './fraction.js';
import type {Fraction} from './fraction.js';
import {whole} from './groups.js';
import type {Groups} from './groups.js';
import {customerIntervals, isIn} from './intervals.js';
import type {Interval} from './intervals.js';
import {IssueLog} from './issue-log.js';
import type {Defined, FormulaKpi, Needs} from './kpi.js';
import type {Context} from './query.js';
import {scan} from './scan.js';
import {stock} from './stock.js';
import {missingIn, tally} from './tally.js';

const ORDERS = {where: {...completed, kind: 'order'}, has: 'amount'} as const;
export const NET = {sum: 'amount', where: completed} as const;
const ORDERED = {date: 'orderedAt'} as const;

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

/** So many months up to the closing of a window. */
export function monthsUpTo({end, asOf}: Window, count: number, zone: string): Window {
  return openWindow({start: add(end.wall, -count, 'month'), end: end.wall}, asOf, zone);
}

function simple(context: Context, window: Window): Figure {
  const year = monthsUpTo(window, 12, context.zone);
  const log = new IssueLog();
  const [amount, orders] = [NET, ORDERS].map((part) => tally(ORDERED, part, tableIn(context, 'orders'), context, [year], whole, log));
  const customers = orderingIn(context, year);
  const years = context.params.retentionYears === undefined ? yearsStayed(context, year) : ofNumber(context.params.retentionYears);
  const issues = log.at(0);
  const base = {n: orders.counts[0], excluded: [], issues, currency: amount.currency, own: year};
  if (issues.some(({code}) => code === 'missing-fx-rate')) return {...base, reason: 'missing-fx-rate'};
  const [count, buyers] = [fraction(orders.counts[0]), fraction(customers.size)];
  const numerator = years && times(amount.amount(0), years);
  const parts = {
    averageTransaction: divide(amount.amount(0), count),
    transactionsPerCustomerPerYear: divide(count, buyers),
    retentionYears: years
  };
  return {...base, ...quotient(numerator, buyers), parts: present(parts)};
}

/** What a formula needs is there. */
function tableIn({dataset}: Context, name: string): Table {
  return dataset.tables.get(name) ?? {name, length: 0, columns: new Map()};
}

export function allTime({asOf, zone}: Context): Window {
  return openWindow({start: -Infinity, end: Infinity}, asOf, zone);
}

/** Who ordered in the window, each once. */
export function orderingIn(context: Context, window: Window): Set<string> {
  const customers = new Set<string>();
  const table = tableIn(context, 'orders');
  const ids = columnOf(table, 'customerId', 'text');
  const isMissing = missingIn(table, ORDERS.has);
  scan(context, table, 'orderedAt', ORDERS, [window]).each((row, index) => {
    if (index >= 0 && textAt(ids, row) && !isMissing(row)) customers.add(textAt(ids, row));
  });
  return customers;
}

/**
 * Customer-years at risk in the window over customers lost in it: the estimate of an exponential lifetime, which counts those still there. Under a
 * filter they are those who ever ordered what it lets pass, so that the years are of the same people as the amounts.
 */
function yearsStayed(context: Context, {start, end}: Window): Fraction | undefined {
  const wanted = Object.keys(context.filter).length > 0 ? orderingIn(context, allTime(context)) : undefined;
  let [atRisk, lost] = [0, 0];
  for (const {customer, start: from, isWallStart, end: to, isWallEnd} of joined(customerIntervals(tableIn(context, 'customers')))) {
    if (wanted && !wanted.has(customer)) continue;
    const [clock, until] = [isWallStart ? 'wall' : 'instant', isWallEnd ? 'wall' : 'instant'] as const;
    const last = Number.isNaN(to) ? end[clock] : Math.min(to, end[until]);
    atRisk += Math.max(0, last - Math.max(from, start[clock]));
    if (isIn(to, isWallEnd, start, end)) lost++;
  }
  // The window is a year, of 365 or 366 days.
  return divide(fraction(atRisk, end.wall - start.wall), fraction(lost));
}

/** Stretches of a customer that meet or overlap are one: nobody is lost between them, or there twice. */
function joined(intervals: readonly Interval[]): Interval[] {
  const last = new Map<string, number>();
  const whole: Interval[] = [];
  for (const one of [...intervals].sort((a, b) => a.start - b.start)) {
    const place = last.get(one.customer);
    const before = place === undefined ? undefined : whole[place];
    if (place === undefined || !before || before.end < one.start) last.set(one.customer, whole.push(one) - 1);
    else if (!Number.isNaN(before.end) && !(one.end <= before.end)) whole[place] = {...before, end: one.end, isWallEnd: one.isWallEnd};
  }
  return whole;
}

function subscription(context: Context, window: Window): Figure {
  const {zone} = context;
  const months = [5, 4, 3, 2, 1, 0].map((before) =>
    monthsUpTo({...window, end: atWall(add(window.end.wall, -before, 'month'), zone)}, 1, zone)
  );
  const closing = stock(mrr, context, months.slice(-1), whole)[0][0];
  const heads = stock(
    {...customerRetentionRate, table: 'subscriptions'},
    {...context, params: {...context.params, customerBasis: 'subscriptions'}},
    months,
    whole
  )[0];
  const sum = (name: string) => heads.map(({parts}) => parts?.[name] ?? fraction(0)).reduce((total, {over}) => total + over, 0n);
  const churn = divide(fraction(sum('churn')), fraction(sum('opening')));
  const paying = heads[heads.length - 1].parts?.closing ?? fraction(0);
  const arpa = closing.value && divide(closing.value, paying);
  const value = arpa && churn && divide(arpa, churn);
  const parts = present({revenuePerCustomerAndMonth: arpa, monthlyChurn: churn});
  const reason = closing.reason ?? (value ? undefined : 'empty-denominator');
  return {
    ...closing,
    value: reason ? undefined : value,
    reason,
    numerator: undefined,
    denominator: churn?.over === 0n ? fraction(0) : undefined,
    n: Number(paying.over),
    own: monthsUpTo(window, 6, zone),
    parts
  };
}

/** Whose first start ever falls in the window. */
export function startedIn(context: Context, window: Window): string[] {
  const table = tableIn(context, 'customers');
  const ids = columnOf(table, 'id', 'text');
  const cohort: string[] = [];
  scan(context, table, 'firstStartedAt', {}, [window]).each((row, index) => {
    if (index >= 0) cohort.push(textAt(ids, row));
  });
  return cohort;
}

function historic(context: Context, window: Window): Figure {
  const cohort = startedIn(context, window);
  const log = new IssueLog();
  const part = {...NET, where: {...NET.where, customerId: cohort}};
  const amount = tally(ORDERED, part, tableIn(context, 'orders'), context, [allTime(context)], whole, log);
  return {
    ...quotient(amount.amount(0), fraction(cohort.length)),
    n: cohort.length,
    excluded: [],
    issues: log.at(0),
    currency: amount.currency
  };
}

function present(parts: Readonly<Record<string, Fraction | undefined>>): Record<string, Fraction> {
  return Object.fromEntries(Object.entries(parts).filter((entry): entry is [string, Fraction] => entry[1] !== undefined));
}

/** How many leads are needed for so many more customers at a conversion rate; null when the rate is none or 0. */
export function leadsNeeded(customers: number, conversionRate: number | null): number | null {
  return conversionRate === null || conversionRate <= 0 ? null : Math.max(0, Math.ceil(customers / conversionRate - 1e-9));
}
