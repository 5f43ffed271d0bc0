import {svg, type SVGTemplateResult} from 'lit';
import type {TrendMark} from '../view/trend.js';

type Scale = (value: number) => number;

/** Strokes of hardly any length with round ends, which stay round in a box that stretches; of none at all they would not in WebKit. */
const DOT = 'h.001';

const isGap = (value: number | null | undefined) => value == null;

/** The way through the values that are shown; a gap stays a gap. */
export function pathOf(values: readonly (number | null)[], x: Scale, y: Scale, isShown: (index: number) => boolean = () => true): string {
  return values
    .map((value, index) => {
      if (value === null || !isShown(index)) return '';
      return isGap(values[index - 1]) || !isShown(index - 1) ? `M${x(index)} ${y(value)}${DOT}` : `L${x(index)} ${y(value)}`;
    })
    .join('');
}

/** Dots where a line goes through these values. */
export function dotsOf(values: readonly (number | null)[], indices: readonly number[], x: Scale, y: Scale): string {
  return indices.map((index) => (values[index] == null ? '' : `M${x(index)} ${y(values[index])}${DOT}`)).join('');
}

/**
 * A line through the marks; the one compared with behind it, lighter. The way to the running bucket is dashed and ends in a ring.
 * `dots` stand out, and so does what has no neighbour and would not show.
 */
export function trendLine(marks: readonly TrendMark[], dots: readonly number[], x: Scale, y: Scale): SVGTemplateResult {
  const values = marks.map(({actual}) => actual);
  const running = marks.findIndex(({isRunning, actual}) => isRunning && actual !== null);
  const alone = [...values.keys()].filter((index) => isGap(values[index - 1]) && isGap(values[index + 1]));
  const previous = marks.map((mark) => mark.previous);
  return svg`
    <path class="line previous" d=${pathOf(previous, x, y)}></path>
    <path class="line" part="line" d=${pathOf(values, x, y, (index) => index !== running)}></path>
    <path class="line dashed" part="running" d=${pathOf(values, x, y, (index) => index === running || index === running - 1)}></path>
    <path class="line ring" d=${dotsOf(values, [...alone, ...dots, running], x, y)}></path>
    <path class="line hole" d=${dotsOf(values, [running], x, y)}></path>`;
}
