import type {Result} from '../kpi/result.js';
import type {Series} from '../kpi/series.js';
import {movingAverages, runningTotals} from './running.js';
import type {TrendOptions} from './trend.js';

/** The figures of a bucket, in the order in which they are told. */
export const KINDS = ['actual', 'previous', 'target', 'average', 'forecast'] as const;

type Values = Readonly<Record<(typeof KINDS)[number], readonly (number | null)[]>>;

/** What stands at each bucket: its own figures or, added up, those of the period so far. */
export function valuesOf({buckets, compared = [], forecast}: Series, {target}: Result, options: TrendOptions): Values {
  const [actual, previous] = [buckets, compared].map((some) => some.map(({value}) => value));
  const targets = buckets.map((bucket) => bucket.target?.target ?? null);
  const average = options.movingAverage && !options.isCumulative ? movingAverages(buckets, options.movingAverage) : actual.map(() => null);
  if (!options.isCumulative) {
    return {actual, previous, target: targets, average, forecast: buckets.map((bucket) => bucket.forecast ?? null)};
  }
  const isSetByBucket = options.target === undefined && targets.every((one) => one !== null);
  const pace = buckets.map(({due}) => (target && due !== undefined ? target.target * due : null));
  return {
    actual: runningTotals(actual),
    previous: runningTotals(previous),
    target: isSetByBucket ? runningTotals(targets) : pace,
    average,
    forecast: buckets.map((_, index) => (index === buckets.length - 1 ? (forecast ?? null) : null))
  };
}
