import {columnOf, textAt} from '../dataset/columns-of.js';
import {buckets} from '../calendar/bucket.js';
import {add} from '../calendar/civil.js';
import {atWall} from '../calendar/moment.js';
import type {Moment} from '../calendar/moment.js';
import type {Window} from '../calendar/window.js';
import {bridgeOf, turnsIn} from './bridge.js';
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
import type {CohortKpi, Defined, Needs, StockKpi, Terms} from './kpi.js';
import type {Context} from './query.js';
import {scan} from './scan.js';
import {stockSource, stockTable} from './stock-source.js';
import {typeOrProduct} from './typed-deals.js';

const by = {needs, figures: stock} as const;

export function defineStock<const Id extends string>(
  kpi: Omit<StockKpi, 'kind'> & {readonly id: Id}
): Defined<StockKpi> & {readonly id: Id} {
  return {kind: 'stock', by, ...kpi};
}

export function defineCohort<const Id extends string>(
  kpi: Omit<CohortKpi, 'kind'> & {readonly id: Id}
): Defined<CohortKpi> & {readonly id: Id} {
  return {kind: 'cohort', by, ...kpi};
}

function needs(kpi: StockKpi | CohortKpi, context: Context): Needs[] {
  const own: Needs = [stockTable(kpi, context), kpi.of === 'mrr' ? ['amount', 'interval', 'startedAt'] : []];
  return kpi.buys
    ? [own, ['deals', ['customerId', 'closedAt', ...Object.keys(kpi.buys).map((name) => typeOrProduct(name, context))]]]
    : [own];
}

/** Customers, or their monthly amounts, at the closing of each window, or what became of those there were at its opening. */
export function stock(kpi: StockKpi | CohortKpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
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
function lastDays(kpi: StockKpi | CohortKpi, days: number, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
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

function bridged(kpi: StockKpi | CohortKpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const table = context.dataset.tables.get(stockTable(kpi, context));
  if (!table) return [];
  const log = new IssueLog();
  const ids = columnOf(table, 'id', 'text');
  const {customersIn, isSteady, weight, divisor, currency} = stockSource(kpi, table, context, log);
  const member = groups.memberIn(table);
  const groupOf = member && groups.of(member);
  const size = groups.labels.length * windows.length;
  /** What is more, or less, in a window than in the one before. */
  const changes = new Map<Term, ExactSums>();
  const counts = new Float64Array(size);
  const groupAt = ({row}: Interval) => (member && groupOf && member.codes[row] >= 0 ? groupOf[member.codes[row]] : 0);
  // Who has several subscriptions may have them in several groups.
  const apart = (own: readonly Interval[]) =>
    member && own.length > 1 ? [...new Set(own.map(groupAt))].map((group) => own.filter((one) => groupAt(one) === group)) : [own];

  /** Bridges a customer from one window up to, not including, another: the same in all of them. */
  const bridge = (intervals: readonly Interval[], from: number, to: number, buyers?: ReadonlySet<string>): void => {
    const first = groupAt(intervals[0]) * windows.length;
    const weightAt = weight && ((interval: Interval, rateAt: Moment) => weight(interval, rateAt, first + from));
    const moved = bridgeOf(intervals, weightAt, windows[from], buyers?.has(intervals[0].customer));
    const add = (cell: number, sign: number): void => {
      if (moved.opening || moved.closing || moved.ended) counts[cell] += sign;
      for (const [term, sum] of changes) if (moved[term]) sum.add(cell, moved[term], sign);
    };
    if (changes.size === 0) for (const term of Object.keys(moved) as Term[]) changes.set(term, new ExactSums(size));
    add(first + from, 1);
    if (to < windows.length) add(first + to, -1);
  };
  if (isSteady && !kpi.buys && windows.length > 0) {
    const turnsOf = turnsIn(windows);
    for (const own of customersIn(windows[0]).values())
      for (const intervals of apart(own)) {
        const turns = turnsOf(intervals);
        for (let from = 0, to = 1; from < windows.length; from = to++) {
          while (turns[to] === 0) to++;
          bridge(intervals, from, to);
        }
      }
  } else
    windows.forEach((window, index) => {
      const buyers = buyersIn(window, kpi, context);
      for (const own of customersIn(window).values()) for (const intervals of apart(own)) bridge(intervals, index, index + 1, buyers);
    });
  const isFirst = (cell: number) => cell % windows.length === 0;
  for (let cell = 0; cell < size; cell++) counts[cell] += isFirst(cell) ? 0 : counts[cell - 1];
  const sums = new Map<Term, bigint[]>();
  for (const [term, change] of changes) {
    const own: bigint[] = [];
    for (let cell = 0; cell < size; cell++) own.push(change.at(cell) + (isFirst(cell) ? 0n : own[cell - 1]));
    sums.set(term, own);
  }

  const sumOf = (term: Term, cell: number) => fraction(sums.get(term)?.[cell] ?? 0n, divisor);
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
    return {...base, ...quotient(over, kpi.kind === 'cohort' ? total(kpi.denominator, cell) : undefined), parts};
  });
}

/** The customers with such a deal closed in the window. */
export function buyersIn(window: Window, {buys: where, deals}: StockKpi | CohortKpi, context: Context): Set<string> | undefined {
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
