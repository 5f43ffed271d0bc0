import type {Table} from '../dataset/column.js';
import type {Window} from '../calendar/window.js';
import {duration} from './duration.js';
import type {Figure} from './figure.js';
import {cells, flow, flowPerRep} from './flow.js';
import {whole} from './groups.js';
import type {Groups} from './groups.js';
import type {Kpi} from './kpi.js';
import {lifetimeValue, tablesOf} from './lifetime-value.js';
import type {Context} from './query.js';
import type {Issue} from './result.js';
import {stock} from './stock.js';
import {stockTable} from './stock-source.js';
import {sumOf} from './tally.js';

/** The KPI in each window, as a whole. */
export function evaluate(kpi: Kpi, context: Context, windows: readonly Window[]): Figure[] {
  if (kpi.kind === 'flow' && kpi.per && !lacking(kpi, context)) return flowPerRep(kpi, context, windows);
  return breakdown(kpi, context, windows, whole)[0];
}

/** The KPI of each group in each window. A KPI per rep shows what each has. */
export function breakdown(kpi: Kpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const issue = lacking(kpi, context);
  if (issue) return cells(groups, windows, () => ({reason: issue.code as 'missing-table', n: 0, excluded: [], issues: [issue]}));
  switch (kpi.kind) {
    case 'flow':
      return flow(kpi, context, windows, groups);
    case 'duration':
      return duration(kpi, context, windows, groups);
    case 'stock':
      return stock(kpi, context, windows, groups);
    case 'formula':
      // Broken down, it is computed anew for each group from the rows that are its own.
      return groups.labels.map(({id}) =>
        lifetimeValue(kpi, groups.by ? {...context, filter: {...context.filter, [groups.by]: id}} : context, windows)
      );
  }
}

/** The table, else the columns, that a KPI needs and the data lacks. An empty table lacks nothing: there is nothing to read off it. */
function lacking(kpi: Kpi, context: Context): Issue | undefined {
  const {dataset} = context;
  const needs = needsOf(kpi, context);
  const tables = [...needs.keys()].filter((name) => !dataset.tables.has(name));
  if (tables.length > 0) return {code: 'missing-table', names: tables};
  const columns = [...needs].flatMap(([name, wanted]) => {
    const table: Table | undefined = dataset.tables.get(name);
    return table?.length ? [...wanted].filter((column) => !table.columns.has(column)).map((column) => `${name}.${column}`) : [];
  });
  return columns.length > 0 ? {code: 'missing-column', names: columns} : undefined;
}

function needsOf(kpi: Kpi, context: Context): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  const need = (table: string, columns: readonly (string | undefined)[]) => {
    const known = needs.get(table) ?? new Set<string>();
    for (const column of columns) if (column !== undefined) known.add(column);
    needs.set(table, known);
  };
  if (kpi.kind === 'formula') for (const name of tablesOf(kpi, context)) need(name, []);
  else if (kpi.kind === 'stock') {
    need(stockTable(kpi, context), []);
    if (kpi.buys) need('deals', ['customerId', 'closedAt', ...Object.keys(kpi.buys)]);
  } else if (kpi.kind === 'duration')
    need(kpi.table, [kpi.date, kpi.from, kpi.isOpenEnded ? undefined : kpi.to, ...Object.keys(kpi.where)]);
  else {
    for (const part of [kpi.numerator, kpi.denominator]) {
      if (!part) continue;
      const date = part.date ?? kpi.date;
      // The first start is worked out from whichever columns tell of it.
      const dates = date === 'firstStartedAt' || part.spread ? [] : [date];
      need(part.table ?? kpi.table, [
        ...dates,
        sumOf(kpi, part),
        part.has,
        ...Object.keys(part.where ?? {}),
        ...Object.keys(part.range ?? {})
      ]);
    }
  }
  return needs;
}
