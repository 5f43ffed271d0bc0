import type {Dataset} from '../dataset/dataset.js';
import type {TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {buckets} from '../calendar/bucket.js';
import {DAY, startOf} from '../calendar/civil.js';
import type {Grain} from '../calendar/civil.js';
import type {Window} from '../calendar/window.js';
import {datesOf} from './dates.js';
import {evaluate} from './evaluate.js';
import {withVariant} from './kpi.js';
import type {Defined, Kpi} from './kpi.js';
import {compared, toResult} from './measure.js';
import {resolve} from './query.js';
import type {Context, Query} from './query.js';
import type {Result} from './result.js';
import {assessTarget, findTarget} from './target.js';
import {processLimits, seasonalLimits} from './xmr.js';
import type {ProcessLimits, Signal} from './xmr.js';

export interface SeriesQuery<K = string | Kpi> extends Query<K> {
  /** Default by the length of the period: days up to a month, weeks up to a quarter, months up to three years, then years. */
  readonly grain?: Grain;
}

/** A bucket of a series: `key` is `2026-03-01`, `2026-W09`, `2026-03`, `2026-Q1` or `2026`; of a fiscal period `fiscal-2025/26-Q1`. */
export interface BucketResult extends Result {
  readonly key: string;
}

export interface Series {
  readonly grain: Grain;
  readonly buckets: readonly BucketResult[];
  /** What is routine in the complete buckets, and at which of them it is not (XmR); absent without a value. */
  readonly limits?: ProcessLimits;
  readonly signals?: readonly Signal[];
  /** Of at least two years of months or quarters: the same of the change since a year before, which seasons do not move. Indices are those of the buckets. */
  readonly seasonal?: ProcessLimits;
  /**
   * The buckets of the compared period, in the same places; absent without a comparison. Like for like: the one in whose place the running bucket
   * stands is cut where `measure` cuts, so that those up to it add up to what it compares with; a cohort is looked at when it was as old.
   */
  readonly compared?: readonly BucketResult[];
}

/** A KPI bucket by bucket, each computed from the rows. The buckets of `all` run from the first to the last dated row. */
export function series(dataset: Dataset, query: SeriesQuery<Defined>): Series {
  const kpi = withVariant(query.kpi, query.variant);
  const context = resolve(dataset, query);
  const [from, to] = extent(context, columnOf(dataset.tables.get(kpi.table), kpi.date, 'time'));
  const grain = query.grain ?? grainFor((to - from) / DAY);
  const {fiscal} = context.window.period;
  const along = (start: number, end: number, where: Context): BucketResult[] => {
    const {window: whole, asOf, zone, weekStart} = where;
    const cut = buckets(start, end, grain, asOf, zone, weekStart, fiscal).map(({key, window}) => ({key, window: cutAt(window, whole)}));
    const windows = cut.map(({window}) => window);
    const figures = evaluate(kpi, where, windows);
    return cut.flatMap(({key, window}, index) => {
      const figure = figures[index];
      if (!figure) return [];
      const result = toResult(kpi, figure, window, where);
      const wanted = findTarget(kpi, {...where, window}, undefined);
      return [{key, ...result, ...(wanted && {target: assessTarget(kpi, result, wanted, where)})}];
    });
  };
  const other = compared(kpi, context, query.compare ?? 'none');
  const {start = 0, end = 0} = other?.window.period ?? {};
  const own = along(from, to, context);
  const complete = own.map(({status, value}) => (status === 'complete' ? value : null));
  const limits = processLimits(complete);
  const seasonal = seasonalLimits(complete, {month: 12, quarter: 4, day: 0, week: 0, year: 0}[grain]);
  return {
    grain,
    buckets: own,
    ...(limits && {limits, signals: limits.signals}),
    ...(seasonal && {seasonal}),
    ...(other && {compared: along(start, end, other)})
  };
}

/** A bucket in which the period is cut ends there. */
function cutAt(window: Window, {end, period}: Window): Window {
  const isCut = end.wall < period.end && window.start.wall < end.wall && end.wall < window.end.wall;
  return isCut ? {...window, end, status: 'partial'} : window;
}

/** The bounds of the period, and of `all` those of the data, whole days. */
function extent({window, asOf}: Context, date: TimeColumn | undefined): [number, number] {
  const {start, end} = window.period;
  if (Number.isFinite(start)) return [start, end];
  const {first, last} = date ? datesOf(date) : {first: 0, last: -1};
  const until = Math.min(last, asOf.wall - 1);
  return first <= until ? [startOf(first, 'day'), startOf(until, 'day') + DAY] : [0, 0];
}

function grainFor(days: number): Grain {
  return days <= 31 ? 'day' : days <= 92 ? 'week' : days <= 1100 ? 'month' : 'year';
}
