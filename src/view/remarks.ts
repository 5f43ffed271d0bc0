import type {Signal} from '../kpi/xmr.js';
import type {BucketResult} from '../kpi/series.js';
import {dayText, periodText} from './dates.js';
import type {Format} from './format.js';
import {joined} from './heading.js';

/** What the page has to say of a day: `{date: '2026-03-10', text: 'Price rise'}`. */
export interface Annotation {
  readonly date: string;
  readonly text: string;
}

/** Something to know of a bucket, numbered where it stands and told below the chart. */
export interface Remark {
  readonly index: number;
  readonly text: string;
  /** The figure itself is the news. */
  readonly isSignal: boolean;
}

/** Annotations and signals in order of time, `against` what the signals are; annotations beyond the period are not of it. */
export function remarksOf(
  buckets: readonly BucketResult[],
  annotations: readonly Annotation[],
  signals: readonly Signal[],
  against: string,
  format: Format
): readonly Remark[] {
  const told = annotations.flatMap(({date, text}): Remark[] => {
    const index = buckets.findIndex(({window: {start, end}}) => start !== null && end !== null && date >= start && date < end);
    return index < 0 ? [] : [{index, text: `${dayText(date, format)}: ${text}`, isSignal: false}];
  });
  const seen = signals.map(({index, rule}): Remark => {
    return {
      index,
      text: `${periodText(buckets[index].window, false, format)}: ${joined(format.text.signals[rule], against)}`,
      isSignal: true
    };
  });
  return [...told, ...seen].sort((a, b) => a.index - b.index);
}
