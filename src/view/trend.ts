import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from '../kpi/find-kpi.js';
import {measure, series, seriesBy} from '../kpi/named.js';
import type {Result} from '../kpi/result.js';
import type {SeriesQuery} from '../kpi/series.js';
import {isSum} from '../kpi/kpi.js';
import {bucketText, periodText} from './dates.js';
import type {Format} from './format.js';
import {asOfText, joined, kpiName, measureText, reasonText} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import {clipped, processOf} from './process.js';
import type {Limits} from './process.js';
import {remarksOf} from './remarks.js';
import type {Annotation, Remark} from './remarks.js';
import type {TableView} from './table.js';
import {KINDS, valuesOf} from './trend-values.js';

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
  /** Of the buckets up to it. */
  readonly average: number | null;
  /** What it comes to at the pace so far; null where it is over. */
  readonly forecast: number | null;
  /** Of the readout, below the dates and the figure: why there is none, the other figures with what they are, the remarks. */
  readonly details: readonly string[];
}

/** A group of a trend broken down. */
export interface TrendLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** The others together. */
  readonly isRest: boolean;
}

export interface TrendView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  /** Rates, averages and durations are a line; sums and counts columns on a zero line. */
  readonly isLine: boolean;
  /** Targets add up too: they are a line. */
  readonly isCumulative: boolean;
  readonly buckets: readonly TrendBucket[];
  /** In place of the marks: the largest groups and, where it is not beyond their scale, the rest; empty when it is not broken down. */
  readonly lines: readonly TrendLine[];
  /** What is routine at each bucket; empty where it is not asked for or cannot be told, and null at a bucket without a year before. */
  readonly limits: readonly Limits[];
  readonly remarks: readonly Remark[];
  /** Whose figures are named: the last bucket with one, the largest and the smallest; of lines none. */
  readonly ends: readonly number[];
  /** All values that are drawn, which the axis spans in round numbers of `size`. */
  readonly marks: readonly number[];
  readonly size: number;
  /** A value on the axis, and one at its mark; the unit is in the subtitle. */
  readonly tick: (value: number) => string;
  readonly label: (value: number) => string;
  /** A value in full. */
  readonly full: (value: number | null) => string;
  /** What the marks are: each kind with its name; empty where there is but one. */
  readonly legend: readonly (readonly [kind: string, name: string])[];
  /** What is beyond the scale. */
  readonly aside: string;
  /** Why there is nothing to draw. */
  readonly reason?: string | undefined;
  readonly leftOut?: LeftOut | undefined;
  /** A row a bucket: its dates and figure in full, as read out. */
  readonly table: TableView;
}

export interface TrendOptions {
  readonly heading?: string | undefined;
  readonly shape?: 'column' | 'line' | undefined;
  /** So many buckets are averaged. */
  readonly movingAverage?: number | undefined;
  readonly isCumulative?: boolean;
  readonly hasLimits?: boolean;
  readonly annotations?: readonly Annotation[] | undefined;
  /** Of each bucket; when they add up, of the whole period. */
  readonly target?: number | undefined;
  /** `rep`, `team` or another column. */
  readonly breakdown?: string | undefined;
}

/** @throws RangeError as `series` does, for an unknown grain, shape or breakdown, and for what does not add up */
export function trendView(dataset: Dataset, query: SeriesQuery, options: TrendOptions, format: Format): TrendView {
  const {text} = format;
  const {shape, movingAverage, isCumulative = false, hasLimits, annotations, breakdown} = options;
  const kpi = findKpi(query.kpi, query.variant);
  if (shape && shape !== 'column' && shape !== 'line') throw new RangeError(`unknown shape: ${String(shape)}`);
  if (isCumulative && !isSum(kpi)) throw new RangeError(`nothing adds up: ${kpi.id} is neither a sum nor a count`);
  if (movingAverage !== undefined && !(movingAverage >= 2)) throw new RangeError(`not a number of buckets to average: ${movingAverage}`);
  const all = series(dataset, {...query, bucketTarget: isCumulative ? undefined : options.target});
  const {grain, buckets, compared} = all;
  const result = measure(dataset, {...query, target: isCumulative ? options.target : undefined});
  const {unit, currency, window, partial} = result;
  const hasPrevious = !breakdown && (compared?.some(({n}) => n > 0) ?? false);
  const full = (value: number | null) => format.figure(value, unit, currency).full;
  const values = valuesOf(all, result, options);
  const groups = breakdown
    ? seriesBy(dataset, {...query, by: breakdown}).map(({id, name, buckets: own}): TrendLine => {
        return {name: id === null ? text.rest : name || text.unassigned, values: own.map(({value}) => value), isRest: id === null};
      })
    : [];
  // All others together may be many times what one is, and would flatten those that are to be compared.
  const rest = groups.find(({isRest}) => isRest);
  const named = groups.filter((one) => one !== rest);
  const highest = (some: readonly TrendLine[]) => Math.max(...some.flatMap((line) => line.values.map((value) => value ?? 0)));
  const beyond =
    rest && isSum(kpi) && highest([rest]) > highest(named) ? rest.values.reduce((sum: number, value) => sum + (value ?? 0), 0) : null;
  const lines = beyond === null ? groups : named;
  const process = hasLimits && !isCumulative && !breakdown ? processOf(dataset, query, all) : undefined;
  const against = process?.isSeasonal ? text.yearOnYear : '';
  const remarks = remarksOf(buckets, annotations ?? [], process?.signals ?? [], against, format);
  const views = buckets.map((bucket, index): TrendBucket => {
    const {key, reason} = bucket;
    const other = hasPrevious ? compared?.[index] : undefined;
    const [target, average, forecast] = [values.target[index], values.average[index], breakdown ? null : values.forecast[index]];
    return {
      key,
      ...bucketText(key, bucket.window.start ?? '', grain, index === 0, format),
      actual: values.actual[index],
      previous: hasPrevious ? (values.previous[index] ?? null) : null,
      target,
      average,
      forecast,
      isRunning: bucket.partial,
      details: [
        reason ? text.reasons[reason] : '',
        ...groups.map(({name, values: own}) => `${name}: ${full(own[index])}`),
        other ? `${periodText(other.window, false, format)}: ${full(values.previous[index] ?? null)}` : '',
        target === null ? '' : text.target(full(target)),
        average === null ? '' : `${text.average(format.count(movingAverage ?? 0))}: ${full(average)}`,
        forecast === null ? '' : text.atThisPace(full(forecast)),
        ...remarks.flatMap((remark) => (remark.index === index ? [remark.text] : []))
      ].filter(Boolean)
    };
  });
  const figures = lines.length > 0 ? lines.flatMap((line) => line.values) : views.flatMap((view) => KINDS.map((kind) => view[kind]));
  const known = figures.filter((mark) => mark !== null);
  const scale = format.scale(Math.max(0, ...known.map(Math.abs)), unit, currency);
  const shown = lines.length > 0 ? [] : [...values.actual.keys()].filter((index) => values.actual[index] !== null);
  const sizes = shown.map((index) => values.actual[index] ?? 0);
  const isLine = isCumulative || (shape ? shape === 'line' : kpi.kind !== 'flow' || Boolean(kpi.denominator ?? kpi.per));
  // What adds up begins with its smallest and ends with its largest; a column of nothing is seen to be none.
  const lowest = isCumulative || (!isLine && Math.min(...sizes) === 0) ? [] : [Math.min(...sizes)];
  const extremes = [Math.max(...sizes), ...lowest].map((size) => values.actual.indexOf(size));
  const isBlank = views.every(({actual}) => actual === null);
  const limits = process ? clipped(process.limits, buckets, unit === 'ratio') : [];
  const names = {
    actual: text.actual,
    previous: query.compare?.endsWith('-ago') ? text.yearAgo : text.previous,
    target: text.target('').trim(),
    average: text.average(format.count(movingAverage ?? 0)),
    forecast: text.atThisPace(text.forecast)
  };
  const kinds = KINDS.filter((kind) => kind === 'actual' || views.some((view) => view[kind] !== null));
  const isRunning = views.some((view) => view.isRunning) && !kinds.includes('forecast');
  const legend = [
    ...kinds.map((kind) => [kind, names[kind]] as const),
    ...(isRunning ? [['running', text.unfinished] as const] : []),
    ...(process ? [['limits', joined(text.limits, against, process.sample === 'trial' ? text.trial : '')] as const] : [])
  ];
  const name = options.heading ?? `${kpiName(kpi.id, format)} ${text.by[grain]}`;
  const measured = measureText({...result, currency: ''}, format);
  const inWhat = unit === 'ratio' && measured ? measured : [scale.label, measured].filter(Boolean).join(unit === 'days' ? ', ' : ' ');
  const columns = groups.length > 0 ? groups.map((line) => [line.name, line.values] as const) : undefined;
  return {
    result,
    heading: name,
    subtitle: joined(
      inWhat,
      periodText(window, false, format),
      partial ? asOfText(window, format) : '',
      isBlank || result.n > 0 ? '' : reasonText(result, format)
    ),
    isLine,
    isCumulative,
    buckets: views,
    lines,
    limits,
    remarks,
    ends: shown.length > 0 ? [...new Set([shown[shown.length - 1], ...extremes])] : [],
    marks: [...known, ...limits.flatMap((one) => (one ? [one.lower, one.upper] : []))],
    size: scale.size,
    tick: (value) => scale.text(value, 2),
    label: scale.text,
    full,
    legend: legend.length > 1 && lines.length === 0 ? legend : [],
    aside: beyond === null ? '' : text.beyond(text.rest, format.figure(beyond, unit, currency).short),
    reason: isBlank ? reasonText(result, format) : undefined,
    leftOut: leftOut(dataset, kpi.table, result.issues, format),
    table: {
      caption: joined(name, inWhat),
      headers: columns
        ? [joined(text.period, currency), ...columns.map(([line]) => line)]
        : [text.period, currency ?? text.value, ...kinds.slice(1).map((kind) => names[kind])],
      rows: views.map((view, index) => [
        joined(periodText(buckets[index].window, view.isRunning, format), view.isRunning ? text.unfinished : ''),
        ...(columns?.map(([, own]) => own[index]) ?? kinds.map((kind) => view[kind]))
      ]),
      // The currency stands at the head of the column.
      text: (value) => format.figure(value, unit).full
    }
  };
}
