import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import type {Moment} from '../calendar/moment.js';
import type {Window} from '../calendar/window.js';
import {isActive} from './active-reps.js';
import {bridgeOf} from './bridge.js';
import type {Term} from './bridge.js';
import {mrr} from './definitions/recurring-revenue.js';
import {slaOf, takeTimes} from './duration.js';
import {wantedPeople} from './filter.js';
import {asked, bornIn, lagged} from './flow.js';
import {whole} from './groups.js';
import type {Interval} from './intervals.js';
import {IssueLog} from './issue-log.js';
import {withVariant} from './kpi.js';
import type {Defined, DurationKpi, FlowKpi, FormulaKpi, Kpi, Part, Terms} from './kpi.js';
import {SALES, allTime, monthsUpTo, orderingIn, startedIn} from './customers-in.js';
import {peopleOf} from './people.js';
import {resolve} from './query.js';
import type {Context, Only, Query} from './query.js';
import {scan} from './scan.js';
import {splitCredit} from './splits.js';
import {spreadOver} from './spread.js';
import {buyersIn, upTo} from './stock.js';
import {stockSource, stockTable} from './stock-source.js';
import {missingIn, sumOf} from './tally.js';

/** Ids of the records behind a figure: rows, or of a stock the customers. */
export interface Records {
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

/** The records that a figure counts, found by going through the data once more: nothing is collected unless asked for. */
export function recordsOf(dataset: Dataset, query: Query<Defined>): Records {
  const kpi = withVariant(query.kpi, query.variant);
  const context = resolve(dataset, query);
  switch (kpi.kind) {
    case 'flow':
      return {
        numerator: [kpi.numerator, kpi.minus].flatMap((part) => rowsOf(kpi, part, context, lagged(part ?? {}, [context.window], context))),
        denominator: [
          ...rowsOf(kpi, kpi.denominator, context, [context.window]),
          ...rowsOf(kpi, kpi.stale, context, bornIn([context.window], context) ?? []),
          ...(kpi.per ? activeReps(context) : [])
        ]
      };
    case 'duration':
      return timedRows(kpi, context);
    case 'stock':
      return {numerator: customersOf(kpi.numerator, kpi, context), denominator: []};
    case 'cohort':
      return {numerator: customersOf(kpi.numerator, kpi, context), denominator: customersOf(kpi.denominator, kpi, context)};
    case 'formula':
      return valuedRows(kpi, context);
  }
}

/** Of a median or a mean the times that are over; in a Kaplan-Meier median and a share in time they are of those that still wait as well. */
function timedRows(kpi: DurationKpi, context: Context): Records {
  const [numerator, denominator]: [string[], string[]] = [[], []];
  const table = context.dataset.tables.get(kpi.table);
  const ids = columnOf(table, 'id', 'text');
  const [isShare, limit] = [kpi.statistic === 'within', slaOf(context.params)];
  const take = (_: number, row: number, ms: number, isOver: boolean) => {
    if (isOver && !(isShare && ms > limit)) numerator.push(textAt(ids, row));
    if (isOver || kpi.statistic === 'km' || (isShare && ms >= limit)) denominator.push(textAt(ids, row));
  };
  if (table) takeTimes(kpi, table, context, [context.window], whole, new IssueLog(), take);
  return {numerator, denominator};
}

/** Of a lifetime value the orders and those who placed them; by subscription the paying customers. */
function valuedRows({formula, table}: FormulaKpi, context: Context): Records {
  const {window, zone} = context;
  if (formula === 'subscription') return {numerator: customersOf({closing: 1}, mrr, context), denominator: []};
  const orders = {table, date: 'orderedAt'};
  if (formula === 'historic') {
    const cohort = startedIn(context, window);
    const part = {...SALES, where: {...SALES.where, customerId: cohort}};
    return {numerator: rowsOf(orders, part, context, [allTime(context)]), denominator: cohort};
  }
  const year = monthsUpTo(window, 12, zone);
  return {numerator: rowsOf(orders, SALES, context, [year]), denominator: [...orderingIn(context, year)]};
}

function activeReps({dataset, window}: Context): string[] {
  const {reps} = peopleOf(dataset);
  return reps.filter((rep) => isActive(dataset, rep, window)).map(({id}) => id);
}

/** The records of the table that a KPI counts, of a stock its customers: those of the numerator and those it is a share of. Of a formula there are none. */
export function figureRecords(dataset: Dataset, query: Query<Defined>): Only {
  const kpi = withVariant(query.kpi, query.variant);
  if (kpi.kind === 'formula') return {table: kpi.table, ids: new Set()};
  const {numerator, denominator} = recordsOf(dataset, {...query, kpi});
  if (kpi.kind !== 'flow')
    return {table: kpi.kind === 'stock' || kpi.kind === 'cohort' ? 'customers' : kpi.table, ids: new Set([...numerator, ...denominator])};
  const table = kpi.numerator.table ?? kpi.table;
  const isSame = (kpi.denominator?.table ?? kpi.table) === table;
  return {table, ids: new Set([...numerator, ...(isSame ? denominator : [])])};
}

/** The ids of the rows of a part: dated in a window or spread over it, and of the people whom the filter wants. */
function rowsOf(
  {table: name, date, sum, rows: other}: Pick<FlowKpi, 'table' | 'date' | 'sum' | 'rows'>,
  given: Part | undefined,
  context: Context,
  windows: readonly Window[]
): string[] {
  const loaded: Table | undefined = given && context.dataset.tables.get(given.table ?? name);
  if (!given || !loaded || windows.length === 0) return [];
  const part = asked(given, context);
  const own = other?.(loaded, context) ?? loaded;
  const isWanted = wantedPeople(own, context);
  const isShared = sumOf({sum}, part) !== undefined || context.params.countCredit === 'split';
  const credit = isWanted && isShared ? splitCredit(own, whole, isWanted) : undefined;
  const {table, each} = scan(context, own, part.date ?? date, part, windows, !credit);
  const ids = columnOf(table, 'id', 'text');
  const spread = part.spread && spreadOver(table, part.spread, windows, context.zone);
  const isMissing = missingIn(table, part.has ?? '');
  const found: string[] = [];
  each((row, window) => {
    const isIn = window >= 0 || (spread ? overlaps(spread, row) : false);
    if (isIn && !isMissing(row) && credit?.of(row).length !== 0) found.push(textAt(ids, row));
  });
  return found;
}

function overlaps(spread: ReturnType<typeof spreadOver>, row: number): boolean {
  let days = 0;
  spread(row, (_, some) => (days += some));
  return days > 0;
}

function customersOf(terms: Terms, kpi: Extract<Kpi, {kind: 'stock' | 'cohort'}>, context: Context): string[] {
  const table = context.dataset.tables.get(stockTable(kpi, context));
  if (!table) return [];
  const {customersIn, weight} = stockSource(kpi, table, context, new IssueLog());
  const window = kpi.days ? upTo(context.window, kpi.days, context.zone) : context.window;
  const buyers = buyersIn(window, kpi, context);
  return [...customersIn(window)].flatMap(([customer, intervals]) => {
    const weightAt = weight && ((interval: Interval, rateAt: Moment) => weight(interval, rateAt, 0));
    const bridge = bridgeOf(intervals, weightAt, window, buyers?.has(customer));
    return Object.keys(terms).some((term) => bridge[term as Term] !== 0) ? [customer] : [];
  });
}
