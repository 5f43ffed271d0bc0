import {add, isoText, startOf} from '../calendar/civil.js';
import type {Dataset} from '../dataset/dataset.js';
import {series} from '../kpi/named.js';
import type {BucketResult, Series, SeriesQuery} from '../kpi/series.js';
import type {ProcessLimits, Signal} from '../kpi/xmr.js';
import {wallOf} from './dates.js';

/** What is routine at a bucket. */
export type Limits = Pick<ProcessLimits, 'lower' | 'mean' | 'upper'> | null;

export interface Process {
  readonly limits: readonly Limits[];
  /** At the buckets that are shown. */
  readonly signals: readonly Signal[];
  readonly sample: ProcessLimits['sample'];
  /** It is the change since a year before that is routine or not. */
  readonly isSeasonal: boolean;
}

/**
 * What is routine in the buckets of a series. Months are judged by two years of them up to the last that is over, however few are shown, so that a card
 * of one and a trend of twelve say the same. Undefined where too few are over to tell.
 */
export function processOf(dataset: Dataset, query: SeriesQuery, shown: Series): Process | undefined {
  const {buckets, seasonal, limits, grain} = shown.grain === 'month' ? inTwoYears(dataset, query, shown) : shown;
  const process = seasonal ?? limits;
  if (!process || process.sample === 'none') return undefined;
  const {lower, mean, upper, sample} = process;
  const before = buckets.length - shown.buckets.length;
  const season = grain === 'quarter' ? 4 : 12;
  return {
    limits: shown.buckets.map((_, index) => {
      const base = seasonal ? buckets[before + index - season]?.value : 0;
      return base == null ? null : {lower: base + lower, mean: base + mean, upper: base + upper};
    }),
    signals: process.signals.flatMap(({index, rule}) => (index < before ? [] : [{index: index - before, rule}])),
    sample,
    isSeasonal: seasonal !== undefined
  };
}

/** The series with the months before it that make two years of those that are over. */
function inTwoYears(dataset: Dataset, query: SeriesQuery, shown: Series): Series {
  const {buckets} = shown;
  const over = buckets.findLast(({status}) => status === 'complete')?.window.end;
  const [from, to] = [buckets[0]?.window.start, buckets[buckets.length - 1]?.window.end];
  if (!over || !from || !to) return shown;
  const start = add(startOf(wallOf(over) - 1, 'month'), -23, 'month');
  if (start >= wallOf(from)) return shown;
  return series(dataset, {...query, compare: 'none', grain: 'month', period: {start: isoText(start), end: isoText(wallOf(to))}});
}

/** Limits as far as a figure can go: a share from none to all, and nothing below 0 where nothing was. */
export function clipped(limits: readonly Limits[], buckets: readonly BucketResult[], isShare: boolean): readonly Limits[] {
  const isNegative = buckets.some(({value}) => (value ?? 0) < 0);
  return limits.map(
    (one) => one && {...one, lower: isNegative ? one.lower : Math.max(0, one.lower), upper: isShare ? Math.min(1, one.upper) : one.upper}
  );
}
