import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from '../kpi/catalog.js';
import {withVariant} from '../kpi/kpi.js';
import {measure} from '../kpi/measure.js';
import type {Result} from '../kpi/result.js';
import {series} from '../kpi/series.js';
import type {BucketResult, SeriesQuery} from '../kpi/series.js';
import {bucketText, periodText} from './dates.js';
import type {Format} from './format.js';
import {asOfText, joined, kpiName, measureText} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import type {TableView} from './table.js';

export interface TrendBucket {
  readonly key: string;
  /** Below the mark: `Nov`, and under that the year where it begins. */
  readonly short: string;
  readonly second: string;
  /** Null is a gap: a rate of nothing. */
  readonly value: number | null;
  readonly before: number | null;
  readonly target: number | null;
  readonly isRunning: boolean;
  /** It lies ahead: drawn as an empty place. */
  readonly isFuture: boolean;
  /** Readout: the bucket's dates, its figure in full, the compared figure with its dates, the target. */
  readonly title: string;
  readonly text: string;
  readonly details: readonly string[];
  readonly result: Result;
}

export interface TrendView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  /** Sums and counts are columns on a zero line; rates and durations a line. */
  readonly shape: 'columns' | 'line';
  readonly buckets: readonly TrendBucket[];
  readonly tick: (value: number) => string;
  /** What the legend names, in this order. */
  readonly legend: {readonly actual: string; readonly before?: string; readonly target?: string; readonly running?: string};
  readonly reason?: string;
  readonly leftOut?: LeftOut;
  readonly table: TableView;
}

export function trendView(dataset: Dataset, query: SeriesQuery, heading: string | undefined, format: Format): TrendView {
  const {text} = format;
  const kpi = withVariant(findKpi(query.kpi), query.variant);
  const {grain, buckets, compared} = series(dataset, query);
  const result = measure(dataset, query);
  const {unit, currency} = result;
  const isSum = kpi.kind === 'flow' && !kpi.denominator && !kpi.per;
  const shown = (bucket: Result | undefined) => (!bucket || bucket.status === 'future' || (bucket.n === 0 && !isSum) ? null : bucket.value);
  const hasBefore = compared?.some(({n}) => n > 0) ?? false;
  const largest = Math.max(...buckets.map(bucket => Math.max(shown(bucket) ?? 0, bucket.target?.target ?? 0)));
  const scale = format.scale(largest, unit, currency);
  const full = (value: number | null) => (value === null ? '–' : format.figure(value, unit, currency).full);
  const before = query.compare === 'year-ago' ? text.yearAgo : text.previous;

  const views = buckets.map((bucket, index): TrendBucket => {
    const other = compared?.[index];
    const title = periodText(bucket.window, bucket.partial, format);
    return {
      key: bucket.key,
      ...bucketText(bucket.key, bucket.window.start ?? '', grain, index === 0, format),
      value: shown(bucket),
      before: hasBefore ? shown(other) : null,
      target: bucket.target?.target ?? null,
      isRunning: bucket.partial,
      isFuture: bucket.status === 'future',
      title,
      text: full(shown(bucket)),
      details: details(bucket, hasBefore ? other : undefined, full, format),
      result: bucket
    };
  });
  const left = leftOut(dataset, kpi.table, result.issues, format);
  const hasTarget = views.some(({target}) => target !== null);
  const name = heading ?? joined(`${kpiName(kpi.id, format)} ${text.by[grain]}`);
  const measured = unit === 'currency' ? scale.label : measureText(result, format) || scale.label;
  return {
    result,
    heading: name,
    subtitle: joined(measured, periodText(result.window, false, format), asOfText(result, format)),
    shape: isSum ? 'columns' : 'line',
    buckets: views,
    tick: scale.text,
    legend: {
      actual: text.actual,
      ...(hasBefore && {before}),
      ...(hasTarget && {target: text.target('').trim()}),
      ...(views.some(({isRunning}) => isRunning) && {running: text.unfinished})
    },
    ...(views.every(({value}) => value === null) && {reason: text.reasons[result.reason ?? 'empty-denominator']}),
    ...(left && {leftOut: left}),
    table: {
      caption: joined(name, measured),
      headers: [text.period, text.value, ...(hasBefore ? [before] : []), ...(hasTarget ? [text.target('').trim()] : [])],
      rows: views.map(({title, text: value, before: other, target, isRunning}) => [
        joined(title, isRunning ? text.unfinished : ''),
        value,
        ...(hasBefore ? [full(other)] : []),
        ...(hasTarget ? [full(target)] : [])
      ])
    }
  };
}

function details(bucket: BucketResult, other: Result | undefined, full: (value: number | null) => string, format: Format): string[] {
  const lines = other ? [`${periodText(other.window, false, format)}: ${full(other.value)}`] : [];
  if (bucket.target) lines.push(format.text.target(full(bucket.target.target)));
  if (bucket.partial) lines.push(format.text.unfinished);
  return lines;
}
