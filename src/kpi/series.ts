import type {Dataset} from '../dataset/dataset.js';
import type {TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {buckets} from '../calendar/bucket.js';
import {DAY, startOf} from '../calendar/civil.js';
import type {Grain} from '../calendar/civil.js';
import {comparedWindow} from '../calendar/window.js';
import {datesOf} from './dates.js';
import {evaluate} from './evaluate.js';
import {withVariant} from './kpi.js';
import type {Defined, Kpi} from './kpi.js';
import {toResult} from './measure.js';
import {resolve} from './query.js';
import type {Context, Query} from './query.js';
import type {Result} from './result.js';
import {assessTarget, findTarget} from './target.js';
import {processLimits} from './xmr.js';
import type {ProcessLimits, Signal} from './xmr.js';

export interface SeriesQuery<K = string | Kpi> extends Query<K> {
  /** Default by the length of the period: days up to a month, weeks up to a quarter, months up to three years, then years. */
  readonly grain?: Grain;
}

/** A bucket of a series: `key` is `2026-03-01`, `2026-W09`, `2026-03`, `2026-Q1` or `2026`. */
export interface BucketResult extends Result {
  readonly key: string;
}

export interface Series {
  readonly grain: Grain;
  readonly buckets: readonly BucketResult[];
  /** What is routine in the complete buckets, and at which of them it is not (XmR); absent without a value. */
  readonly limits?: ProcessLimits;
  readonly signals?: readonly Signal[];
  /** The buckets of the compared period, in the same places; absent without a comparison. */
  readonly compared?: readonly BucketResult[];
}

/** A KPI bucket by bucket, each computed from the rows. The buckets of `all` run from the first to the last dated row. */
export function series(dataset: Dataset, query: SeriesQuery<Defined>): Series {
  const kpi = withVariant(query.kpi, query.variant);
  const context = resolve(dataset, query);
  const [from, to] = extent(context, columnOf(dataset.tables.get(kpi.table), kpi.date, 'time'));
  const grain = query.grain ?? grainFor((to - from) / DAY);
  const along = (start: number, end: number, {asOf, zone, weekStart}: Context): BucketResult[] => {
    const cut = buckets(start, end, grain, asOf, zone, weekStart);
    const windows = cut.map(({window}) => window);
    const figures = evaluate(kpi, context, windows);
    return cut.flatMap(({key, window}, index) => {
      const figure = figures[index];
      if (!figure) return [];
      const result = toResult(kpi, figure, window, context);
      const wanted = findTarget(kpi, {...context, window}, undefined);
      return [{key, ...result, ...(wanted && {target: assessTarget(kpi, result, wanted, context)})}];
    });
  };
  const other = comparedWindow(context.window, query.compare ?? 'none', context.zone)?.period;
  const own = along(from, to, context);
  const limits = processLimits(own.map(({status, value}) => (status === 'complete' ? value : null)));
  return {
    grain,
    buckets: own,
    ...(limits && {limits, signals: limits.signals}),
    ...(other && {compared: along(other.start, other.end, context)})
  };
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
