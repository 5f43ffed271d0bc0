import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from '../kpi/catalog.js';
import {withVariant} from '../kpi/kpi.js';
import {measure} from '../kpi/measure.js';
import type {Result} from '../kpi/result.js';
import {series} from '../kpi/series.js';
import type {SeriesQuery} from '../kpi/series.js';
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
  /** Null is a gap: a rate of nothing, or a bucket that lies ahead. */
  readonly value: number | null;
  readonly before: number | null;
  readonly target: number | null;
  readonly isRunning: boolean;
  /** Readout: the bucket's dates, its figure in full, and why there is none, the compared figure with its dates, the target. */
  readonly title: string;
  readonly text: string;
  readonly details: readonly string[];
}

export interface TrendView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  /** Sums and counts are columns on a zero line; rates, averages and durations a line. */
  readonly shape: 'columns' | 'line';
  readonly buckets: readonly TrendBucket[];
  /** A value on the axis, and one at its mark; the unit is in the subtitle. */
  readonly tick: (value: number) => string;
  readonly label: (value: number) => string;
  /** What the marks are: each kind with its name; empty where there is but one. */
  readonly legend: readonly (readonly ['actual' | 'before' | 'target' | 'running', string])[];
  /** Why there is nothing to draw. */
  readonly reason?: string;
  readonly leftOut?: LeftOut;
  readonly table: TableView;
}

/** @throws RangeError as `series` does, or `unknown grain: x` */
export function trendView(dataset: Dataset, query: SeriesQuery, heading: string | undefined, format: Format): TrendView {
  const {text} = format;
  const kpi = withVariant(findKpi(query.kpi), query.variant);
  const {grain, buckets, compared} = series(dataset, query);
  if (!Object.hasOwn(text.by, grain)) throw new RangeError(`unknown grain: ${grain}`);
  const result = measure(dataset, query);
  const {unit, currency} = result;
  const hasBefore = compared?.some(({n}) => n > 0) ?? false;
  const full = (value: number | null) => (value === null ? '–' : format.figure(value, unit, currency).full);
  const views = buckets.map((bucket, index): TrendBucket => {
    const {key, window, value, reason, partial} = bucket;
    const other = hasBefore ? compared?.[index] : undefined;
    const target = bucket.target?.target ?? null;
    return {
      key,
      ...bucketText(key, window.start ?? '', grain, index === 0, format),
      value,
      before: other?.value ?? null,
      target,
      isRunning: partial,
      title: joined(periodText(window, partial, format), partial ? text.unfinished : ''),
      text: full(value),
      details: [
        reason ? text.reasons[reason] : '',
        other ? `${periodText(other.window, false, format)}: ${full(other.value)}` : '',
        target === null ? '' : text.target(full(target))
      ].filter(Boolean)
    };
  });
  const largest = Math.max(...views.flatMap(({value, before, target}) => [value, before, target]).map((mark) => Math.abs(mark ?? 0)));
  const scale = format.scale(largest, unit, currency);
  const others = (
    [
      ['before', query.compare === 'year-ago' ? text.yearAgo : text.previous],
      ['target', text.target('').trim()]
    ] as const
  ).filter(([kind]) => views.some((view) => view[kind] !== null));
  const isRunning = views.some((view) => view.isRunning);
  const name = heading ?? `${kpiName(kpi.id, format)} ${text.by[grain]}`;
  const measured = measureText({...result, currency: ''}, format);
  const inWhat = unit === 'ratio' && measured ? measured : [scale.label, measured].filter(Boolean).join(unit === 'days' ? ', ' : ' ');
  const left = leftOut(dataset, kpi.table, result.issues, format);
  return {
    result,
    heading: name,
    subtitle: joined(inWhat, periodText(result.window, false, format), asOfText(result, format)),
    shape: kpi.kind === 'flow' && !kpi.denominator && !kpi.per ? 'columns' : 'line',
    buckets: views,
    tick: (value) => scale.text(value, 2),
    label: scale.text,
    legend:
      others.length > 0 || isRunning
        ? [['actual', text.actual], ...others, ...(isRunning ? [['running', text.unfinished] as const] : [])]
        : [],
    ...(views.every(({value}) => value === null) && {reason: text.reasons[result.reason ?? 'empty-denominator']}),
    ...(left && {leftOut: left}),
    table: {
      caption: joined(name, inWhat),
      headers: [text.period, text.value, ...others.map(([, other]) => other)],
      rows: views.map((view) => [view.title, view.text, ...others.map(([kind]) => full(view[kind]))])
    }
  };
}
