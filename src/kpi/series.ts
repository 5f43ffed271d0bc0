import type {Dataset} from '../dataset/dataset.js';
import type {TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {buckets} from '../calendar/bucket.js';
import type {Bucket} from '../calendar/bucket.js';
import {DAY, add, startOf} from '../calendar/civil.js';
import type {Grain} from '../calendar/civil.js';
import {oneOf} from '../dataset/one-of.js';
import {windowText} from '../calendar/window.js';
import type {Window} from '../calendar/window.js';
import {datesOf} from './dates.js';
import {evaluate} from './evaluate.js';
import {toNumber} from './fraction.js';
import {isSum, withVariant} from './kpi.js';
import type {Defined, Kpi} from './kpi.js';
import {compared, toResult} from './measure.js';
import {isTelling, progressAt} from './progress.js';
import {resolve} from './query.js';
import type {Context, Query} from './query.js';
import type {Result} from './result.js';
import {withTarget} from './target.js';
import {processLimits, seasonalLimits} from './xmr.js';
import type {ProcessLimits, Signal} from './xmr.js';

export interface SeriesQuery<K = string | Kpi> extends Query<K> {
  /** Default by the length of the period: days up to a month, weeks up to a quarter, months up to three years, then years. */
  readonly grain?: Grain | undefined;
  /** What should be reached in each bucket; default the targets of the dataset that are set for one. */
  readonly bucketTarget?: number | undefined;
}

/** A bucket of a series: `key` is `2026-03-01`, `2026-W09`, `2026-03`, `2026-Q1` or `2026`; of a fiscal period `fiscal-2025/26-Q1`. */
export interface BucketResult extends Result {
  readonly key: string;
  /** The period has but a part of it: it is no bucket among others. */
  readonly isCut?: boolean;
  /** Of a sum in a bucket that is not over: what it comes to at the pace so far. */
  readonly forecast?: number;
  /** Of a sum: the share of what the whole period should bring that is due at the end of the bucket. */
  readonly due?: number;
}

export interface Series {
  readonly grain: Grain;
  readonly buckets: readonly BucketResult[];
  /** What is routine in the complete buckets (not those that the period cuts), and at which of them it is not (XmR); absent without a value. */
  readonly limits?: ProcessLimits;
  readonly signals?: readonly Signal[];
  /** Of at least two years of months or quarters: the same of the change since a year before, which seasons do not move. Indices are those of the buckets. */
  readonly seasonal?: ProcessLimits;
  /**
   * The buckets of the compared period, in the same places; absent without a comparison. Like for like: the one in whose place the running bucket
   * stands is cut where `measure` cuts, and says so, so that those up to it add up to what it compares with; a cohort is looked at when it was as old.
   */
  readonly compared?: readonly BucketResult[];
  /** As of a bucket, of the whole period. */
  readonly forecast?: number;
}

/** A KPI bucket by bucket, each computed from the rows. The buckets of `all` run from the first to the last dated row. */
export function series(dataset: Dataset, query: SeriesQuery<Defined>): Series {
  const kpi = withVariant(query.kpi, query.variant);
  const context = resolve(dataset, query);
  const {grain, from, to} = extent(kpi, context, query.grain);
  const along = (start: number, end: number, where: Context): BucketResult[] => {
    const cut = cutOf(start, end, grain, where);
    const windows = cut.map(({window}) => window);
    const figures = evaluate(kpi, where, windows);
    return cut.flatMap(({key, window}, index) => {
      const figure = figures[index];
      if (!figure) return [];
      const result = toResult(kpi, figure, window, where);
      const dates = where !== context && window.status === 'partial' && {window: windowText(window, where.zone, window.end.wall)};
      const isPaced = where === context && isSum(kpi);
      const due = isPaced && {due: toNumber(progressAt(window.period.end, from, to, context.working, context.params.seasonalProfile))};
      const bucket = {key, ...result, ...dates, ...atThisPace(kpi, result.value, window, where), ...due};
      return [withTarget(bucket, kpi, {...where, window}, query.bucketTarget)];
    });
  };
  // A week of which the period has but some days is no week among others. The bounds of `all` are the data's own.
  const {fiscal, end: last} = context.window.period;
  const firstOf = (wall: number) => startOf(wall, grain, context.weekStart, fiscal?.start);
  const isCut = (index: number, {length}: readonly BucketResult[]) =>
    last < Infinity && ((index === 0 && firstOf(from) < from) || (index === length - 1 && add(firstOf(to - 1), 1, grain) > to));
  const other = compared(kpi, context, query.compare ?? 'none');
  const {start = 0, end = 0} = other?.window.period ?? {};
  const own = along(from, to, context).map((bucket, index, all) => (isCut(index, all) ? {...bucket, isCut: true} : bucket));
  // Before the first rows there was nothing to vary.
  const first = own.findIndex(({n}) => n > 0);
  const complete = own.map(({status, value, isCut: isPart}, index) => (index >= first && status === 'complete' && !isPart ? value : null));
  const limits = processLimits(complete);
  const seasonal = seasonalLimits(complete, SEASONS[grain]);
  return {
    grain,
    buckets: own,
    ...(limits && {limits, signals: limits.signals}),
    ...(seasonal && {seasonal}),
    ...(other && {compared: along(start, end, other)}),
    ...atThisPace(
      kpi,
      own.reduce((sum, {value}) => sum + (value ?? 0), 0),
      context.window,
      context,
      context.params.seasonalProfile
    )
  };
}

/** A running sum over the share of its time that is gone; nothing while that is too little to tell. */
function atThisPace(
  kpi: Kpi,
  value: number | null,
  {status, period, end}: Window,
  {params, working}: Context,
  profile?: readonly number[]
): {forecast?: number} {
  if (status !== 'partial' || value === null || !isSum(kpi)) return {};
  const share = progressAt(end.wall, period.start, period.end, working, profile);
  return isTelling(share, params) ? {forecast: value / toNumber(share)} : {};
}

/** The buckets of a stretch. */
export function cutOf(start: number, end: number, grain: Grain, {window: whole, asOf, zone, weekStart}: Context): Bucket[] {
  const {fiscal} = whole.period;
  return buckets(start, end, grain, asOf, zone, weekStart, fiscal).map(({key, window}) => ({key, window: cutAt(window, whole)}));
}

/** A bucket in which the period is cut ends there. */
function cutAt(window: Window, {end, period}: Window): Window {
  const isCut = end.wall < period.end && window.start.wall < end.wall && end.wall < window.end.wall;
  return isCut ? {...window, end, status: 'partial'} : window;
}

/** How many buckets of each grain make a year of seasons; 0 where that is not looked at. */
const SEASONS: Readonly<Record<Grain, number>> = {day: 0, week: 0, month: 12, quarter: 4, year: 0};

/**
 * The bounds of the period, and of `all` those of the data, whole days; and a grain that fits their distance, unless one is asked for.
 *
 * @throws RangeError `unknown grain: x`
 */
export function extent(kpi: Kpi, context: Context, wanted?: Grain): {readonly from: number; readonly to: number; readonly grain: Grain} {
  if (wanted) oneOf('grain', wanted, Object.keys(SEASONS));
  const [from, to] = bounds(context, columnOf(context.dataset.tables.get(kpi.table), kpi.date, 'time'));
  return {from, to, grain: wanted ?? grainFor((to - from) / DAY)};
}

function bounds({window, asOf}: Context, date: TimeColumn | undefined): [number, number] {
  const {start, end} = window.period;
  if (Number.isFinite(start)) return [start, end];
  const {first, last} = date ? datesOf(date) : {first: 0, last: -1};
  const until = Math.min(last, asOf.wall - 1);
  return first <= until ? [startOf(first, 'day'), startOf(until, 'day') + DAY] : [0, 0];
}

function grainFor(days: number): Grain {
  return days <= 31 ? 'day' : days <= 92 ? 'week' : days <= 1100 ? 'month' : 'year';
}
