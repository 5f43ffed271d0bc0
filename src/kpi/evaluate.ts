import type {Table} from '../dataset/column.js';
import type {Window} from '../calendar/window.js';
import {duration} from './duration.js';
import type {Figure} from './figure.js';
import {flow, flowPerRep, cells} from './flow.js';
import {whole} from './groups.js';
import type {Groups} from './groups.js';
import type {Kpi} from './kpi.js';
import type {Context, Params} from './query.js';
import type {Reason} from './result.js';
import {sumOf} from './tally.js';

/** The KPI in each window, as a whole. */
export function evaluate(kpi: Kpi, context: Context, windows: readonly Window[], params: Params): Figure[] {
  const table = context.dataset.tables.get(kpi.table);
  if (kpi.kind === 'flow' && kpi.per && table && columnsMissing(kpi, table).length === 0) return flowPerRep(kpi, table, context, windows);
  return breakdown(kpi, context, windows, whole, params)[0];
}

/** The KPI of each group in each window. A KPI per rep shows what each has. */
export function breakdown(kpi: Kpi, context: Context, windows: readonly Window[], groups: Groups, params: Params): Figure[][] {
  const table = context.dataset.tables.get(kpi.table);
  const lacking = table ? columnsMissing(kpi, table) : [kpi.table];
  if (!table || lacking.length > 0) {
    const code: Reason = table ? 'missing-column' : 'missing-table';
    return cells(groups, windows, () => ({reason: code, n: 0, excluded: [], issues: [{code, names: lacking}]}));
  }
  return kpi.kind === 'flow' ? flow(kpi, table, context, windows, groups) : duration(kpi, table, context, windows, groups, params);
}

/** The columns a KPI needs and a table lacks. An empty table lacks nothing: there is nothing to read off it. */
function columnsMissing(kpi: Kpi, {columns, length}: Table): string[] {
  const parts = kpi.kind === 'flow' ? [kpi.numerator, kpi.denominator ?? {}] : [];
  const needed = kpi.kind === 'flow' ? parts.flatMap((part) => [sumOf(kpi, part), part.has]) : [kpi.from, kpi.to];
  const where = kpi.kind === 'flow' ? parts.map((part) => part.where ?? {}) : [kpi.where];
  const all = new Set([kpi.date, ...needed, ...where.flatMap(Object.keys)]);
  return length === 0
    ? []
    : [...all].filter((name) => name !== undefined && !columns.has(name)).map((name) => `${kpi.table}.${String(name)}`);
}
