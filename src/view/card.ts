import type {Dataset} from '../dataset/dataset.js';
import {DAY, add, isoText, startOf} from '../calendar/civil.js';
import type {Grain} from '../calendar/civil.js';
import {findKpi} from '../kpi/find-kpi.js';
import {measure, series} from '../kpi/named.js';
import type {Query} from '../kpi/query.js';
import type {Result} from '../kpi/result.js';
import {changeView} from './change.js';
import type {ChangeView} from './change.js';
import {bucketText, periodText, wallOf} from './dates.js';
import type {FigureText, Format} from './format.js';
import {joined, kpiName, measureText, reasonText} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import type {TableView} from './table.js';
import {targetView} from './target.js';
import type {TargetView} from './target.js';
import type {TrendMark} from './trend.js';

export interface CardView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  /** Undefined when there is nothing to measure; `reason` says why. */
  readonly figure?: FigureText;
  readonly reason?: string;
  readonly change?: ChangeView | undefined;
  readonly target?: TargetView | undefined;
  /** The trend that led up to it: the last 12 complete buckets and the running one, and the same a year before. */
  readonly spark?: readonly TrendMark[] | undefined;
  /** What the number rests on. */
  readonly basis?: string;
  readonly leftOut?: LeftOut | undefined;
  readonly table: TableView;
}

export interface CardOptions {
  readonly heading?: string | undefined;
  /** The headline has every digit. */
  readonly isFull?: boolean;
}

export function cardView(dataset: Dataset, query: Query, {heading, isFull}: CardOptions, format: Format): CardView {
  const result = measure(dataset, query);
  const {value, unit, currency, kpi, comparison, target, partial, window} = result;
  const {text} = format;
  const name = heading ?? kpiName(kpi, format);
  const period = periodText(window, partial, format);
  const spark = sparkMarks(dataset, query, result, format);
  // The currency stands at the head of the column.
  const row = (label: string, shown: number | null) => [label, format.figure(shown, unit).full];
  return {
    result,
    heading: name,
    subtitle: joined(measureText(result, format), period),
    ...(value === null
      ? {reason: reasonText(result, format)}
      : {
          figure: format.figure(value, unit, currency, isFull),
          change: changeView(comparison, unit, result.direction, format),
          basis: basisText(result, format)
        }),
    target: target && targetView(target, unit, format),
    spark,
    leftOut: leftOut(dataset, findKpi(query.kpi, query.variant).table, result.issues, format),
    table: {
      caption: name,
      headers: [text.period, currency ?? text.value],
      rows: [
        row(period, value),
        ...(comparison?.window.start ? [row(periodText(comparison.window, false, format), comparison.value)] : []),
        ...(spark?.map(({title, actual}) => row(title, actual)) ?? [])
      ]
    }
  };
}

function basisText({kpi, n, numerator, denominator, unit}: Result, {text, count, figure}: Format): string {
  const basis = (text.basis as Readonly<Record<string, (n: string, numerator: string, denominator: string) => string>>)[kpi];
  const part = figure(numerator ?? 0, unit === 'ratio' ? 'count' : unit).short;
  return basis?.(count(n), part, count(denominator ?? 0)) ?? '';
}

/** Twelve complete buckets of a fitting grain before the end of the window, and the running one; those before the first data are not drawn. */
function sparkMarks(
  dataset: Dataset,
  query: Query,
  {window, unit}: Result,
  format: Format
): readonly (TrendMark & {readonly title: string})[] | undefined {
  if (window.start === null || window.end === null) return undefined;
  const [start, end] = [wallOf(window.start), wallOf(window.end)];
  const days = (end - start) / DAY;
  const grain: Grain = days <= 1 ? 'day' : days <= 7 ? 'week' : 'month';
  const asOf = window.asOf === null ? end : wallOf(window.asOf) + (window.asOf.length === 10 ? DAY : 0);
  const last = startOf(Math.min(asOf, end) - 1, grain, dataset.settings.weekStart);
  const isRunning = asOf < add(last, 1, grain);
  const period = {start: isoText(add(last, isRunning ? -12 : -11, grain)), end: isoText(add(last, 1, grain))};
  const {buckets, compared = []} = series(dataset, {...query, period, grain, compare: 'year-ago'});
  const first = buckets.findIndex(({n}) => n > 0);
  if (first < 0 || buckets.length - first < 3) return undefined;
  const before = compared.slice(first);
  const isKnown = before.filter(({n}) => n > 0).length > before.length / 2;
  // A sum of nothing is 0; a rate of nothing is a gap.
  const isSum = unit === 'currency' || unit === 'count';
  const valueOf = ({value, n}: Result) => (n > 0 || isSum ? value : null);
  return buckets.slice(first).map((bucket, index) => {
    const {short, second} = bucketText(bucket.key, bucket.window.start ?? '', grain, index === 0, format);
    return {
      title: joined(`${short} ${second}`.trim(), bucket.partial ? format.text.unfinished : ''),
      actual: valueOf(bucket),
      previous: isKnown ? valueOf(before[index]) : null,
      isRunning: bucket.partial
    };
  });
}
