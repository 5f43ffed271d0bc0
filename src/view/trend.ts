import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from '../kpi/find-kpi.js';
import {measure, series} from '../kpi/named.js';
import type {Result} from '../kpi/result.js';
import type {SeriesQuery} from '../kpi/series.js';
import {bucketText, periodText} from './dates.js';
import type {Format} from './format.js';
import {asOfText, joined, kpiName, measureText, reasonText} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import type {TableView} from './table.js';

/** What is drawn at a bucket. Null is a gap: a rate of nothing, or a bucket that lies ahead. */
export interface TrendMark {
  readonly actual: number | null;
  /** What it is compared with. */
  readonly previous: number | null;
  readonly isRunning: boolean;
}

export interface TrendBucket extends TrendMark {
  readonly key: string;
  /** Below the mark: `Nov`, and under that the year where it begins. */
  readonly short: string;
  readonly second: string;
  readonly target: number | null;
  /** Of the readout, below the dates and the figure: why there is none, the compared figure with its dates, the target. */
  readonly details: readonly string[];
}

export interface TrendView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  /** Rates, averages and durations are a line; sums and counts columns on a zero line. */
  readonly isLine: boolean;
  readonly buckets: readonly TrendBucket[];
  /** A value on the axis, and one at its mark; the unit is in the subtitle. */
  readonly tick: (value: number) => string;
  readonly label: (value: number) => string;
  /** What the marks are: each kind with its name; empty where there is but one. */
  readonly legend: readonly (readonly [kind: string, name: string])[];
  /** Why there is nothing to draw. */
  readonly reason?: string | undefined;
  readonly leftOut?: LeftOut | undefined;
  /** A row a bucket: its dates and figure in full, as read out. */
  readonly table: TableView;
}

/** @throws RangeError as `series` does, or `unknown grain: x` */
export function trendView(dataset: Dataset, query: SeriesQuery, heading: string | undefined, format: Format): TrendView {
  const {text} = format;
  const kpi = findKpi(query.kpi, query.variant);
  const {grain, buckets, compared} = series(dataset, query);
  if (!Object.hasOwn(text.by, grain)) throw new RangeError(`unknown grain: ${grain}`);
  const result = measure(dataset, query);
  const {unit, currency, window, partial} = result;
  const hasPrevious = compared?.some(({n}) => n > 0) ?? false;
  const full = (value: number | null) => format.figure(value, unit, currency).full;
  const views = buckets.map((bucket, index): TrendBucket => {
    const {key, value, reason} = bucket;
    const other = hasPrevious ? compared?.[index] : undefined;
    const target = bucket.target?.target ?? null;
    return {
      key,
      ...bucketText(key, bucket.window.start ?? '', grain, index === 0, format),
      actual: value,
      previous: other?.value ?? null,
      target,
      isRunning: bucket.partial,
      details: [
        reason ? text.reasons[reason] : '',
        other ? `${periodText(other.window, false, format)}: ${full(other.value)}` : '',
        target === null ? '' : text.target(full(target))
      ].filter(Boolean)
    };
  });
  const largest = Math.max(...views.flatMap(({actual, previous, target}) => [actual, previous, target].map((mark) => Math.abs(mark ?? 0))));
  const scale = format.scale(largest, unit, currency);
  const kinds = (
    [
      ['actual', text.actual],
      ['previous', query.compare === 'year-ago' ? text.yearAgo : text.previous],
      ['target', text.target('').trim()]
    ] as const
  ).filter(([kind]) => kind === 'actual' || views.some((view) => view[kind] !== null));
  const isRunning = views.some((view) => view.isRunning);
  const name = heading ?? `${kpiName(kpi.id, format)} ${text.by[grain]}`;
  const measured = measureText({...result, currency: ''}, format);
  const inWhat = unit === 'ratio' && measured ? measured : [scale.label, measured].filter(Boolean).join(unit === 'days' ? ', ' : ' ');
  return {
    result,
    heading: name,
    subtitle: joined(inWhat, periodText(window, false, format), partial ? asOfText(window, format) : ''),
    isLine: kpi.kind !== 'flow' || Boolean(kpi.denominator ?? kpi.per),
    buckets: views,
    tick: (value) => scale.text(value, 2),
    label: scale.text,
    legend: kinds.length > 1 || isRunning ? [...kinds, ...(isRunning ? [['running', text.unfinished] as const] : [])] : [],
    reason: views.every(({actual}) => actual === null) ? reasonText(result, format) : undefined,
    leftOut: leftOut(dataset, kpi.table, result.issues, format),
    table: {
      caption: joined(name, inWhat),
      headers: [text.period, text.value, ...kinds.slice(1).map(([, other]) => other)],
      rows: views.map((view, index) => [
        joined(periodText(buckets[index].window, view.isRunning, format), view.isRunning ? text.unfinished : ''),
        ...kinds.map(([kind]) => full(view[kind]))
      ])
    }
  };
}
