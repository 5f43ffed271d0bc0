import {columnOf, textAt} from '../dataset/columns-of.js';
import {buckets} from '../calendar/bucket.js';
import {add} from '../calendar/civil.js';
import {atWall} from '../calendar/moment.js';
import type {Moment} from '../calendar/moment.js';
import type {Window} from '../calendar/window.js';
import {bridgeOf} from './bridge.js';
import type {Term} from './bridge.js';
import {ExactSums} from './exact-sums.js';
import {quotient} from './figure.js';
import type {Figure} from './figure.js';
import {fraction, plus, times} from './fraction.js';
import type {Fraction} from './fraction.js';
import {cells} from './groups.js';
import type {Groups} from './groups.js';
import type {Interval} from './intervals.js';
import {ALL, IssueLog} from './issue-log.js';
import type {Defined, Needs, StockKpi, Terms} from './kpi.js';
import type {Context} from './query.js';
import {scan} from './scan.js';
import {stockSource, stockTable} from './stock-source.js';
import {typeOrProduct} from './typed-deals.js';

const stocks = {kind: 'stock', by: {needs, figures: stock}} as const;

export function defineStock<const Id extends string>(
  kpi: Omit<StockKpi, 'kind'> & {readonly id: Id}
): Defined<StockKpi> & {readonly id: Id} {
  return {...stocks, ...kpi};
}

function needs(kpi: StockKpi, context: Context): Needs[] {
  const own: Needs = [stockTable(kpi, context), kpi.of === 'mrr' ? ['amount', 'interval', 'startedAt'] : []];
  return kpi.buys
    ? [own, ['deals', ['customerId', 'closedAt', ...Object.keys(kpi.buys).map((name) => typeOrProduct(name, context))]]]
    : [own];
}

/** Customers, or their monthly amounts, at the closing of each window, or what became of those there were at its opening. */
export function stock(kpi: StockKpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  if (kpi.days) return lastDays({...kpi, days: undefined}, kpi.days, context, windows, groups);
  const figures = bridged(kpi, context, windows, groups);
  if (!kpi.isDaily) return figures;
  const byDay = windows.map(({start, end}) => {
    const days = Number.isFinite(end.wall - start.wall) ? buckets(start.wall, end.wall, 'day', context.asOf, context.zone) : [];
    return bridged(
      kpi,
      context,
      days.map(({window}) => window),
      groups
    );
  });
  return figures.map((row, group) => row.map((figure, index) => summed(figure, byDay[index][group])));
}

/** Looks at so many days before the closing of each window. */
function lastDays(kpi: StockKpi, days: number, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const own = windows.map((window) => upTo(window, days, context.zone));
  return bridged(kpi, context, own, groups).map((row) => row.map((figure, index) => ({...figure, own: own[index]})));
}

/** So many days up to the closing of a window. */
export function upTo(window: Window, days: number, zone: string): Window {
  const [start, end] = [add(window.end.wall, -days, 'day'), window.end.wall];
  return {...window, start: atWall(start, zone), period: {start, end}};
}

/** The figure with the sum of those of its days as its value; a day that opens with nobody has none. */
function summed(figure: Figure, days: readonly Figure[]): Figure {
  const rates = days.flatMap(({value}) => value ?? []);
  return {...figure, ...quotient(rates.length > 0 ? rates.reduce(plus) : undefined), numerator: undefined};
}

function bridged(kpi: StockKpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const table = context.dataset.tables.get(stockTable(kpi, context));
  if (!table) return [];
  const log = new IssueLog();
  const ids = columnOf(table, 'id', 'text');
  const {customersIn, weight, divisor, currency} = stockSource(kpi, table, context, log);
  const member = groups.memberIn(table);
  const groupOf = member && groups.of(member);
  const size = groups.labels.length * windows.length;
  const sums = new Map<Term, ExactSums>();
  const counts = new Float64Array(size);

  windows.forEach((window, index) => {
    const buyers = buyersIn(window, kpi, context);
    const groupAt = ({row}: Interval) => (member && groupOf && member.codes[row] >= 0 ? groupOf[member.codes[row]] : 0);
    const all = [...customersIn(window).values()];
    // Who has several subscriptions may have them in several groups.
    const apart = (own: readonly Interval[]) => [...new Set(own.map(groupAt))].map((group) => own.filter((one) => groupAt(one) === group));
    const each = member ? all.flatMap(apart) : all;
    for (const intervals of each) {
      const cell = groupAt(intervals[0]) * windows.length + index;
      const weightAt = weight && ((interval: Interval, rateAt: Moment) => weight(interval, rateAt, cell));
      const bridge = bridgeOf(intervals, weightAt, window, buyers?.has(intervals[0].customer));
      if (bridge.opening || bridge.closing || bridge.ended) counts[cell]++;
      for (const [term, amount] of Object.entries(bridge) as [Term, number][]) {
        const sum = sums.get(term) ?? new ExactSums(size);
        sums.set(term, sum);
        sum.add(cell, amount);
      }
    }
  });

  const sumOf = (term: Term, cell: number) => fraction(sums.get(term)?.at(cell) ?? 0n, divisor);
  const total = (terms: Terms, cell: number): Fraction =>
    Object.entries(terms)
      .map(([term, count]) => times(sumOf(term as Term, cell), fraction(count)))
      .reduce(plus, fraction(0, divisor));
  // Whose groups and windows they would have been in is not known.
  const leftOut = (['unknown-interval', 'missing-amount'] as const).flatMap((code) => log.excluded(ALL, code, ids));
  return cells(groups, windows, (cell) => {
    const issues = log.at(cell);
    const base = {n: counts[cell], issues, excluded: size > 1 ? [] : leftOut, currency};
    if (issues.some(({code}) => code === 'missing-fx-rate')) return {...base, reason: 'missing-fx-rate'};
    const over = times(total(kpi.numerator, cell), fraction(kpi.factor ?? 1));
    const parts = Object.fromEntries([...sums.keys()].map((term) => [term, sumOf(term, cell)]));
    return {...base, ...quotient(over, kpi.denominator && total(kpi.denominator, cell)), parts};
  });
}

/** The customers with such a deal closed in the window. */
export function buyersIn(window: Window, {buys: where, deals}: StockKpi, context: Context): Set<string> | undefined {
  if (!where) return undefined;
  const buyers = new Set<string>();
  const table = context.dataset.tables.get('deals');
  const customers = columnOf(table, 'customerId', 'text');
  if (table) {
    scan({...context, filter: {}}, deals?.(table) ?? table, 'closedAt', {where}, [window]).each((row, index) => {
      if (index >= 0) buyers.add(textAt(customers, row));
    });
  }
  return buyers;
}
