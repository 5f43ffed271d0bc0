import type {Dataset} from '../dataset/dataset.js';
import {DAY, add, isoText, startOf} from '../calendar/civil.js';
import type {Grain} from '../calendar/civil.js';
import {findKpi} from '../kpi/catalog.js';
import {withVariant} from '../kpi/kpi.js';
import {measure} from '../kpi/measure.js';
import type {Query} from '../kpi/query.js';
import type {Result} from '../kpi/result.js';
import {series} from '../kpi/series.js';
import {changeView} from './change.js';
import type {ChangeView} from './change.js';
import {bucketText, periodText, wallOf} from './dates.js';
import type {FigureText, Format} from './format.js';
import {joined, kpiName, measureText} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import type {TableView} from './table.js';
import {targetView} from './target.js';
import type {TargetView} from './target.js';

/** The trend that led up to a number: the last 12 complete buckets and the running one, and the same a year before. */
export interface SparkView {
  readonly values: readonly (number | null)[];
  readonly before: readonly (number | null)[];
  /** The last value is of a bucket that is not over. */
  readonly isRunning: boolean;
}

export interface CardView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  /** Undefined when there is nothing to measure; `reason` says why. */
  readonly figure?: FigureText;
  readonly reason?: string;
  readonly change?: ChangeView;
  readonly target?: TargetView;
  readonly spark?: SparkView;
  readonly basis?: string;
  readonly leftOut?: LeftOut;
  readonly table: TableView;
}

export function cardView(dataset: Dataset, query: Query, heading: string | undefined, format: Format): CardView {
  const result = measure(dataset, query);
  const {value, unit, currency, reason, kpi, comparison, target, partial} = result;
  const {text} = format;
  const name = heading ?? kpiName(kpi, format);
  const period = periodText(result.window, partial, format);
  const change = value === null ? undefined : changeView(comparison, unit, result.direction, format);
  const trend = sparkSeries(dataset, query, result, format);
  const left = leftOut(dataset, withVariant(findKpi(query.kpi), query.variant).table, result.issues, format);
  const full = (shown: number | null) => (shown === null ? '–' : format.figure(shown, unit, currency).full);
  return {
    result,
    heading: name,
    subtitle: joined(measureText(result, format), period),
    ...(value === null
      ? {reason: text.reasons[reason ?? 'empty-denominator']}
      : {figure: format.figure(value, unit, currency), basis: basisText(result, format)}),
    ...(change && {change}),
    ...(target && {target: targetView(target, unit, format)}),
    ...(trend && {spark: trend.spark}),
    ...(left && {leftOut: left}),
    table: {
      caption: joined(name, measureText(result, format)),
      headers: [text.period, text.value],
      rows: [
        [period, full(value)],
        ...(comparison?.window.start ? [[periodText(comparison.window, false, format), full(comparison.value)]] : []),
        ...(trend?.rows.map(([label, shown]) => [label, full(shown)]) ?? [])
      ]
    }
  };
}

function basisText({kpi, n, numerator, denominator, unit}: Result, format: Format): string {
  const basis = (format.text.basis as Readonly<Record<string, (n: string, numerator: string, denominator: string) => string>>)[kpi];
  const short = (value: number | null) => {
    const {text, unit: size} = format.figure(value ?? 0, unit === 'ratio' ? 'count' : unit);
    return text + size;
  };
  return basis?.(format.count(n), short(numerator), format.count(denominator ?? 0)) ?? '';
}

/** Twelve complete buckets of a fitting grain before the end of the window, and the running one; those before the first data are not drawn. */
function sparkSeries(
  dataset: Dataset,
  query: Query,
  {window, unit}: Result,
  format: Format
): {spark: SparkView; rows: [string, number | null][]} | undefined {
  if (window.start === null || window.end === null) return undefined;
  const [start, end] = [wallOf(window.start), wallOf(window.end)];
  const days = (end - start) / DAY;
  const grain: Grain = days <= 1 ? 'day' : days <= 7 ? 'week' : 'month';
  const asOf = window.asOf === null ? end : wallOf(window.asOf) + (window.asOf.length === 10 ? DAY : 0);
  const last = startOf(Math.min(asOf, end) - 1, grain, dataset.settings.weekStart);
  const isRunning = asOf < add(last, 1, grain);
  const period = {start: isoText(add(last, isRunning ? -12 : -11, grain)), end: isoText(add(last, 1, grain))};
  const all = series(dataset, {...query, period, grain, compare: 'year-ago'});
  const first = all.buckets.findIndex(({n}) => n > 0);
  const buckets = first < 0 ? [] : all.buckets.slice(first);
  if (buckets.length < 3) return undefined;
  const before = all.compared?.slice(first) ?? [];
  const isKnown = before.filter(({n}) => n > 0).length > before.length / 2;
  // A sum of nothing is 0; a rate of nothing is a gap.
  const values = (results: readonly Result[]) =>
    results.map(({value, n}) => (n === 0 && unit !== 'currency' && unit !== 'count' ? null : value));
  return {
    spark: {values: values(buckets), before: isKnown ? values(before) : [], isRunning},
    rows: buckets.map(({key, window: bucket, value}, index) => {
      const {short, second} = bucketText(key, bucket.start ?? '', grain, index === 0, format);
      return [joined(`${short} ${second}`.trim(), isRunning && index === buckets.length - 1 ? format.text.unfinished : ''), value];
    })
  };
}
