import type {Dataset} from '../dataset/dataset.js';
import {DAY, add, isoText, startOf} from '../calendar/civil.js';
import type {Grain} from '../calendar/civil.js';
import {findKpi} from '../kpi/find-kpi.js';
import {measure, series} from '../kpi/named.js';
import type {Query} from '../kpi/query.js';
import type {Result} from '../kpi/result.js';
import {processLimits, seasonalLimits} from '../kpi/xmr.js';
import type {ProcessLimits} from '../kpi/xmr.js';
import {changeView} from './change.js';
import type {ChangeView} from './change.js';
import {bucketText, periodText, wallOf} from './dates.js';
import type {Format} from './format.js';
import type {FigureText} from './numbers.js';
import {casesText, isFew} from './few.js';
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
  /** What the page's thresholds say of it. */
  readonly rating?: Pick<TargetView, 'tone' | 'status'> | undefined;
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
  /** Where bad ends and where good begins, in the KPI's unit: the larger first where less is better. */
  readonly thresholds?: readonly number[] | undefined;
}

/** @throws RangeError as `measure` does, or `not two thresholds: x` */
export function cardView(dataset: Dataset, query: Query, {heading, isFull, thresholds}: CardOptions, format: Format): CardView {
  const result = measure(dataset, query);
  const {value, unit, currency, kpi, comparison, target, partial, window} = result;
  const {text} = format;
  const name = heading ?? kpiName(kpi, format);
  const period = periodText(window, partial, format);
  const spark = sparkMarks(dataset, query, result, format);
  const isCases = isFew(result, unit);
  return {
    result,
    heading: name,
    subtitle: joined(measureText(result, format), period),
    ...(value === null
      ? {reason: reasonText(result, format)}
      : {
          figure: isCases ? casesText(result, format) : format.figure(value, unit, currency, isFull),
          rating: thresholds && ratingOf(value, thresholds, format),
          change: changeView(result, format, spark?.isRoutine),
          basis: basisText(result, format)
        }),
    target: target && targetView(target, unit, window.asOf, format),
    spark: spark?.marks,
    leftOut: leftOut(dataset, findKpi(query.kpi, query.variant).table, result.issues, format),
    table: {
      caption: name,
      headers: [text.period, currency ?? text.value],
      rows: [
        [period, value],
        ...(comparison?.window.start && comparison.reason !== 'no-comparable-period'
          ? [[periodText(comparison.window, false, format), comparison.value] as const]
          : []),
        ...(spark?.marks.map(({title, actual}) => [title, actual] as const) ?? [])
      ],
      // The currency stands at the head of the column.
      text: (figure) => format.figure(figure, unit).full
    }
  };
}

function basisText({kpi, n, numerator, denominator, unit}: Result, {text, count, figure}: Format): string {
  const basis = (text.basis as Readonly<Record<string, (n: string, numerator: string, denominator: string) => string>>)[kpi];
  const part = figure(numerator ?? 0, unit === 'ratio' ? 'count' : unit).short;
  return basis?.(count(n), part, count(denominator ?? 0)) ?? '';
}

function ratingOf(value: number, thresholds: readonly number[], {text}: Format): CardView['rating'] {
  const [bad, good] = thresholds;
  if (thresholds.length !== 2 || !thresholds.every(Number.isFinite)) throw new RangeError(`not two thresholds: ${thresholds.join(' ')}`);
  const over = (least: number) => (value - least) * (good < bad ? -1 : 1) >= 0;
  const tone = over(good) ? 'good' : over(bad) ? 'warn' : 'bad';
  return {tone, status: text.ratings[tone]};
}

interface Spark {
  readonly marks: readonly (TrendMark & {readonly title: string})[];
  /** Whether the figure is within what the complete buckets vary by; undefined when it is none of them, or still adds up, or they are too few. */
  readonly isRoutine: boolean | undefined;
}

/** Twelve complete buckets of a fitting grain before the end of the window, and the running one; those before the first data are not drawn. */
function sparkMarks(dataset: Dataset, query: Query, {window, unit, value}: Result, format: Format): Spark | undefined {
  if (window.start === null || window.end === null) return undefined;
  const [start, end] = [wallOf(window.start), wallOf(window.end)];
  const days = (end - start) / DAY;
  const grain: Grain = days <= 1 ? 'day' : days <= 7 ? 'week' : 'month';
  const asOf = window.asOf === null ? end : wallOf(window.asOf) + (window.asOf.length === 10 ? DAY : 0);
  const last = startOf(Math.min(asOf, end) - 1, grain, query.weekStart ?? dataset.settings.weekStart);
  const isRunning = asOf < add(last, 1, grain);
  const period = {start: isoText(add(last, isRunning ? -12 : -11, grain)), end: isoText(add(last, 1, grain))};
  const {buckets, compared = []} = series(dataset, {...query, period, grain, compare: 'year-ago'});
  const first = buckets.findIndex(({n}) => n > 0);
  if (first < 0 || buckets.length - first < 3) return undefined;
  const before = compared.slice(first);
  // Weeks a year ago begin on another day of the week: there is nothing in the same places.
  const isKnown = compared.length === buckets.length && before.filter(({n}) => n > 0).length > before.length / 2;
  // A sum of nothing is 0; a rate of nothing is a gap.
  const isSum = unit === 'currency' || unit === 'count';
  const valueOf = ({value, n}: Result) => (n > 0 || isSum ? value : null);
  const shown = buckets.slice(first);
  const newest = shown[shown.length - 1];
  // Judged as a trend of two years is: months with those a year before them.
  const judged = grain === 'month' ? [...compared.slice(0, 12), ...buckets] : buckets;
  const from = judged.findIndex(({n}) => n > 0);
  const values = judged.map((bucket, index) => (index >= from && bucket.status === 'complete' ? valueOf(bucket) : null));
  const seasonal = seasonalLimits(values, 12);
  const limits = seasonal ?? processLimits(values);
  const isOwn = newest.window.start === window.start && newest.window.end === window.end && value !== null;
  const marks = shown.map((bucket, index) => {
    const {short, second} = bucketText(bucket.key, bucket.window.start ?? '', grain, index === 0, format);
    return {
      title: joined(`${short} ${second}`.trim(), bucket.partial ? format.text.unfinished : ''),
      actual: valueOf(bucket),
      previous: isKnown ? valueOf(before[index]) : null,
      isRunning: bucket.partial
    };
  });
  return {marks, isRoutine: isOwn && limits && limits.sample !== 'none' ? isWithin(limits, newest) : undefined};

  function isWithin({signals, lower, upper}: ProcessLimits, {status, value}: Result): boolean | undefined {
    if (status === 'complete') return !signals.some(({index}) => index === judged.length - 1);
    const base = seasonal ? (compared[compared.length - 1]?.value ?? null) : 0;
    return isSum || value === null || base === null ? undefined : value - base >= lower && value - base <= upper;
  }
}
