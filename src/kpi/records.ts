import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {bridgeOf} from './bridge.js';
import type {Term} from './bridge.js';
import {IssueLog} from './issue-log.js';
import {withVariant} from './kpi.js';
import type {Defined, Kpi, Part, Terms} from './kpi.js';
import {resolve} from './query.js';
import type {Context, Query} from './query.js';
import {scan} from './scan.js';
import {stockSource, stockTable} from './stock-source.js';

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
    case 'flow': {
      const idsOf = (part: Part | undefined) => (part ? rowsOf(kpi, part, context) : []);
      return {numerator: idsOf(kpi.numerator), denominator: idsOf(kpi.denominator)};
    }
    case 'duration': {
      const rows = rowsOf(
        kpi,
        {where: kpi.where, ...(kpi.except && {except: kpi.except}), ...(!kpi.isOpenEnded && {has: kpi.to})},
        context
      );
      return {numerator: rows, denominator: rows};
    }
    case 'stock':
      return {numerator: customersOf(kpi.numerator, kpi, context), denominator: customersOf(kpi.denominator ?? {}, kpi, context)};
    case 'formula':
      return {numerator: [], denominator: []};
  }
}

function rowsOf(kpi: Exclude<Kpi, {kind: 'stock'}>, part: Part, context: Context): string[] {
  const loaded: Table | undefined = context.dataset.tables.get(part.table ?? kpi.table);
  if (!loaded) return [];
  const {table, each} = scan(context, loaded, part.date ?? kpi.date, part, [context.window]);
  const ids = columnOf(table, 'id', 'text');
  const needed = table.columns.get(part.has ?? '');
  const rows: string[] = [];
  each((row, window) => {
    const isMissing =
      (needed?.type === 'decimal' && Number.isNaN(needed.units[row])) || (needed?.type === 'time' && Number.isNaN(needed.ms[row]));
    if (window >= 0 && !isMissing) rows.push(textAt(ids, row));
  });
  return rows;
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
