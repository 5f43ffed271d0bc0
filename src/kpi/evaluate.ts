import type {Window} from '../calendar/window.js';
import type {Figure} from './figure.js';
import {toNumber} from './fraction.js';
import {cells, whole} from './groups.js';
import type {Groups} from './groups.js';
import type {Defined} from './kpi.js';
import type {Context} from './query.js';
import type {Issue, Reason} from './result.js';
import type {Tally} from './tally.js';

/** The KPI in each window, as a whole. */
export function evaluate(kpi: Defined, context: Context, windows: readonly Window[]): Figure[] {
  return (!lacking(kpi, context) && kpi.by.whole?.(kpi, context, windows)) || breakdown(kpi, context, windows, whole)[0];
}

/** The KPI of each group in each window. A KPI per rep shows what each has. */
export function breakdown(kpi: Defined, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const issue = lacking(kpi, context);
  return issue
    ? cells(groups, windows, () => ({reason: issue.code, n: 0, excluded: [], issues: [issue]}))
    : kpi.by.figures(kpi, context, windows, groups);
}

/** The figures of all groups as doubles, which are quick to compare. */
export interface Near {
  /** NaN without one. */
  readonly values: Float64Array;
  readonly numerators: Float64Array;
  readonly counts: Float64Array;
  /** Whether what is the same as doubles is the same; else only the figures tell. */
  readonly isExact: boolean;
}

/** The KPI of each group in the context's window, each figure made once it is looked at. */
export interface Looked {
  readonly at: (group: number) => Figure;
  readonly near: Near;
}

export function lookAt(kpi: Defined, context: Context, groups: Groups): Looked {
  const windows = [context.window];
  const cells = lacking(kpi, context) ? undefined : kpi.by.cells?.(kpi, context, windows, groups);
  const known = cells ? [] : breakdown(kpi, context, windows, groups).flat();
  const at = (group: number) => (known[group] ??= cells?.figure(group) as Figure);
  return {at, near: (cells?.parts && quotients(...cells.parts)) ?? nearest(groups.labels.map((_, group) => at(group)))};
}

/** Of figures one by one. */
export function nearest(figures: readonly Figure[]): Near {
  const values = Float64Array.from(figures, ({value}) => (value ? toNumber(value) : NaN));
  return {values, numerators: values, counts: Float64Array.from(figures, ({n}) => n), isExact: false};
}

function quotients({units, unit, counts}: Tally, by: Tally | undefined): Near | undefined {
  if (!units || (by && !by.units)) return undefined;
  let isExact = true;
  const values = units.map((over, cell) => {
    const under = by?.units?.[cell] ?? 1;
    // Two shares differ by one over the product of their parts at least: of parts like these doubles do not round that off.
    isExact &&= under <= 2 ** 20 && Math.abs(over) <= 2 ** (by ? 30 : 52);
    return under > 0 ? over / under / (unit / (by?.unit ?? 1)) : NaN;
  });
  return {values, numerators: units, counts: by?.counts ?? counts, isExact};
}

/**
 * The tables, else the columns, that a KPI needs and the data lacks. An empty table lacks nothing: there is nothing to read off it; one of
 * which no row could be read lacks them all.
 */
export function lacking(kpi: Defined, context: Context): (Issue & {readonly code: Reason}) | undefined {
  const {tables, rows} = context.dataset;
  const needs = kpi.by.needs(kpi, context);
  const issue = <Code extends Issue['code']>(code: Code, names: readonly string[]) =>
    names.length > 0 ? {code, names: [...new Set(names)]} : undefined;
  return (
    issue(
      'missing-table',
      needs.flatMap(([name]) => (tables.has(name) ? [] : [name]))
    ) ??
    issue(
      'no-readable-rows',
      needs.flatMap(([name]) => (tables.get(name)?.length || !rows[name]?.read ? [] : [name]))
    ) ??
    issue(
      'missing-column',
      needs.flatMap(([name, columns]) => {
        const table = tables.get(name);
        return columns.flatMap((column) =>
          !table?.length || column === undefined || table.columns.has(column) ? [] : [`${name}.${column}`]
        );
      })
    )
  );
}
