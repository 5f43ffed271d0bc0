import type {SVGTemplateResult} from 'lit';
import type {TrendMark} from '../view/trend.js';
import {trendLine} from './trend-line.js';

/** The small trend of a card in a box of 100 x 38 that stretches with the card. */
export function spark(marks: readonly TrendMark[]): SVGTemplateResult {
  const known = marks.flatMap(({actual, previous}) => [actual, previous]).filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const last = marks.length - 1;
  const y = (value: number) => (high > low ? 35 - ((value - low) / (high - low)) * 32 : 19);
  return trendLine(marks, [last], (index) => (100 * index) / last, y);
}
