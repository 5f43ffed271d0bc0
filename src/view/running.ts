import type {Figures} from '../kpi/result.js';
import type {BucketResult} from '../kpi/series.js';

/** Each value added to those before it; where nothing is known yet, nothing adds up. */
export function runningTotals(values: readonly (number | null)[]): (number | null)[] {
  let sum = 0;
  return values.map((value) => (value === null ? null : (sum += value)));
}

/**
 * Over each complete bucket and those before it, `count` together: the mean, of ratios weighted by what they are of, as if divided once.
 * Null before there are so many, at a gap among them, and where a bucket is not over or the period has but a part of it.
 */
export function movingAverages(buckets: readonly (Figures & Pick<BucketResult, 'isCut'>)[], count: number): (number | null)[] {
  return buckets.map((_, index) => {
    const some = buckets.slice(Math.max(0, index + 1 - count), index + 1);
    if (some.length < count || some.some(({value, status, isCut}) => value === null || status !== 'complete' || isCut)) return null;
    const isShare = some.every(({denominator}) => denominator !== null);
    const weigh = ({denominator}: Figures) => (isShare ? (denominator ?? 0) : 1);
    const weight = some.reduce((sum, bucket) => sum + weigh(bucket), 0);
    return weight > 0 ? some.reduce((sum, bucket) => sum + (bucket.value ?? 0) * weigh(bucket), 0) / weight : null;
  });
}
