import {DAY, add} from '../calendar/civil.js';
import {atWall} from '../calendar/moment.js';
import type {Moment} from '../calendar/moment.js';
import {openWindow} from '../calendar/window.js';
import type {Window} from '../calendar/window.js';
import {quotient} from './figure.js';
import type {Figure} from './figure.js';
import {plus, subtract} from './fraction.js';
import {cells} from './groups.js';
import type {Groups} from './groups.js';
import {IssueLog} from './issue-log.js';
import type {Cells, Defined, FlowKpi, Needs, Part} from './kpi.js';
import type {Context} from './query.js';
import {sumOf, tally} from './tally.js';
import type {Tally} from './tally.js';
import {typeOrProduct} from './typed-deals.js';

/** Before any date, and yet a number to count from. */
const EARLIEST: Moment = {wall: -8.64e15, instant: -8.64e15};

/** What makes a record a flow. */
export const flows = {kind: 'flow', by: {needs, figures: flow, cells: flowCells}} as const;

export function defineFlow<const Id extends string>(
  kpi: Omit<FlowKpi, 'kind' | 'per'> & {readonly id: Id}
): Defined<FlowKpi> & {readonly id: Id} {
  return {...flows, ...kpi};
}

function needs(kpi: FlowKpi, context: Context): Needs[] {
  return [kpi.numerator, ...(kpi.denominator ? [kpi.denominator] : [])].map((part) => {
    const date = part.date ?? kpi.date;
    return [
      part.table ?? kpi.table,
      [
        // The first start is worked out from whichever columns tell of it.
        (kpi.rows && ['firstStartedAt', 'originalAt'].includes(date)) || part.spread ? undefined : date,
        sumOf(kpi, part),
        part.has,
        ...Object.keys(part.where ?? {}).map((name) => (kpi.rows ? typeOrProduct(name, context) : name)),
        ...Object.keys(part.range ?? {})
      ]
    ];
  });
}

/** Figures of a flow by group and window. `per: 'rep'` is not divided here: a breakdown shows what each has. */
export function flow(kpi: FlowKpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  return cells(groups, windows, flowCells(kpi, context, windows, groups).figure);
}

function flowCells(kpi: FlowKpi, context: Context, windows: readonly Window[], groups: Groups): Cells {
  const log = new IssueLog();
  const tallyOf = (part: Part | undefined): Tally | undefined => {
    const table = part && context.dataset.tables.get(part.table ?? kpi.table);
    return (
      table && tally(kpi, asked(part, context), kpi.rows?.(table, context) ?? table, context, lagged(part, windows, context), groups, log)
    );
  };
  const [numerator, minus, denominator, offScale] = [kpi.numerator, kpi.minus, kpi.denominator, kpi.offScale].map(tallyOf);
  const open = kpi.open && (kpi.open.isStanding ? standing(kpi.open, kpi, context, windows, groups) : tallyOf(kpi.open)?.counts);
  const stale = kpi.stale && staleTally(kpi, kpi.stale, context, windows, groups, log);
  const least = kpi.minGroup && (context.params.minGroup ?? kpi.minGroup);
  const hidden = least ? suppressed((denominator ?? numerator)?.counts ?? new Float64Array(), windows.length, least) : undefined;

  const figure = (cell: number): Figure => {
    const others = offScale?.counts[cell] ?? 0;
    const issues = others > 0 ? [...log.at(cell), {code: 'off-scale', count: others} as const] : log.at(cell);
    const n = ((denominator ?? numerator)?.counts[cell] ?? 0) + (stale?.counts[cell] ?? 0);
    const base = {issues, excluded: log.excluded(cell, 'missing-amount', numerator?.ids), open: open?.[cell]};
    if (hidden?.has(cell)) return {n: 0, ...base, reason: 'suppressed-small-group'};
    if (issues.some(({code}) => code === 'missing-fx-rate')) return {n, ...base, reason: 'missing-fx-rate'};
    const [counted, off] = [numerator?.amount(cell), minus?.amount(cell)];
    const [settled, old] = [denominator?.amount(cell), stale?.amount(cell)];
    const under = settled && old ? plus(settled, old) : settled;
    const over = counted && off ? subtract(counted, off) : counted;
    return {n, currency: numerator?.currency, ...base, ...quotient(over, under, kpi.factor)};
  };
  const isMore = minus ?? stale ?? hidden ?? kpi.factor ?? log.has('missing-fx-rate');
  return {figure, parts: numerator && !isMore ? [numerator, denominator] : undefined};
}

/** The cells of small groups. A single one could be told from the total and the others, so the next smallest goes with it. */
function suppressed(counts: Float64Array, windows: number, least: number): Set<number> {
  const hidden = new Set<number>();
  for (let window = 0; window < windows; window++) {
    const sizes = Array.from(counts.keys())
      .filter((cell) => cell % windows === window && counts[cell] > 0)
      .sort((a, b) => counts[a] - counts[b]);
    const small = sizes.filter((cell) => counts[cell] < least).length;
    for (const cell of sizes.slice(0, small === 1 ? 2 : small)) hidden.add(cell);
  }
  return hidden;
}

/** The part with what the query asks for in place of its own. */
export function asked(part: Part, {params: {categories}}: Context): Part {
  return categories && part.where?.category ? {...part, where: {...part.where, category: categories}} : part;
}

/** How many rows there are by the end of each window: those of the windows before and, from the first on, whatever came earlier or has no date. */
function standing(part: Part, kpi: FlowKpi, context: Context, windows: readonly Window[], groups: Groups): Float64Array | undefined {
  const table = context.dataset.tables.get(kpi.table);
  const ever = {start: -Infinity, end: Infinity};
  const since = windows.map((window, index): Window => {
    const start = index > 0 ? windows[index - 1].end : EARLIEST;
    return {...window, start, period: ever, status: 'complete'};
  });
  const counts = table && tally({date: kpi.date}, part, table, context, since, groups, new IssueLog()).counts;
  for (let cell = 0; counts && cell < counts.length; cell++) if (cell % windows.length > 0) counts[cell] += counts[cell - 1];
  return counts;
}

/** The rows that get as old in each window as the query says. */
function staleTally(
  kpi: FlowKpi,
  stale: Part,
  context: Context,
  windows: readonly Window[],
  groups: Groups,
  log: IssueLog
): Tally | undefined {
  const table = context.dataset.tables.get(kpi.table);
  const born = bornIn(windows, context);
  return table && born && tally(kpi, stale, table, context, born, groups, log);
}

/** When what gets that old in each window came to be. */
export function bornIn(windows: readonly Window[], {params: {staleAfterDays: days}, zone}: Context): Window[] | undefined {
  if (days === undefined) return undefined;
  const before = ({wall}: Moment) => atWall(wall - days * DAY, zone);
  return windows.map((window) => ({...window, start: before(window.start), end: before(window.end), status: 'complete'}));
}

/** Costs may precede what they are for by some months. */
export function lagged({lag}: Part, windows: readonly Window[], {params, zone, asOf}: Context): readonly Window[] {
  const months = (lag && params[lag]) ?? 0;
  if (months === 0) return windows;
  return windows.map(({period}) =>
    openWindow({...period, start: add(period.start, -months, 'month'), end: add(period.end, -months, 'month')}, asOf, zone)
  );
}
