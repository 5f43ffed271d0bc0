import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import type {Window} from '../calendar/window.js';
import {bridgeOf} from './bridge.js';
import type {Term} from './bridge.js';
import {populationOf} from './duration.js';
import {evaluate} from './evaluate.js';
import {wantedPeople} from './filter.js';
import {asked, bornIn, lagged} from './flow.js';
import {whole} from './groups.js';
import {IssueLog} from './issue-log.js';
import {withVariant} from './kpi.js';
import type {Defined, FlowKpi, Kpi, Part, Terms} from './kpi.js';
import {resolve} from './query.js';
import type {Context, Only, Query} from './query.js';
import {scan} from './scan.js';
import {splitCredit} from './splits.js';
import {spreadOver} from './spread.js';
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
          ...rowsOf(kpi, kpi.stale, context, bornIn([context.window], context) ?? [])
        ]
      };
    case 'duration': {
      const {table, date, except, isOpenEnded, to} = kpi;
      const part = {where: populationOf(kpi, context), except, ...(!isOpenEnded && {has: to})};
      // What is left out of the figure, such as a closing before the creation, is no record behind it.
      const left = new Set(evaluate(kpi, context, [context.window])[0].excluded.map(({id}) => id));
      const rows = rowsOf({table, date}, part, context, [context.window]).filter((id) => !left.has(id));
      return {numerator: rows, denominator: rows};
    }
    case 'stock':
      return {numerator: customersOf(kpi.numerator, kpi, context), denominator: customersOf(kpi.denominator ?? {}, kpi, context)};
    case 'formula':
      return {numerator: [], denominator: []};
  }
}

/** The records of the table that a KPI counts, of a stock its customers: those of the numerator and those it is a share of. Of a formula there are none. */
export function figureRecords(dataset: Dataset, query: Query<Defined>): Only {
  const kpi = withVariant(query.kpi, query.variant);
  if (kpi.kind === 'formula') return {table: kpi.table, ids: new Set()};
  const {numerator, denominator} = recordsOf(dataset, {...query, kpi});
  if (kpi.kind !== 'flow') return {table: kpi.kind === 'stock' ? 'customers' : kpi.table, ids: new Set([...numerator, ...denominator])};
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

function customersOf(terms: Terms, kpi: Extract<Kpi, {kind: 'stock'}>, context: Context): string[] {
  const table = context.dataset.tables.get(stockTable(kpi, context));
  if (!table) return [];
  const {customersIn, weight} = stockSource(kpi, table, context, new IssueLog());
  return [...customersIn(context.window)].flatMap(([customer, intervals]) => {
    const bridge = bridgeOf(intervals, weight && ((interval, rateAt) => weight(interval, rateAt, 0)), context.window);
    return Object.keys(terms).some((term) => bridge[term as Term] !== 0) ? [customer] : [];
  });
}
