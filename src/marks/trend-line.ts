import {svg, type SVGTemplateResult} from 'lit';
import {type TrendMark} from '../view/trend.js';

/**
 * A line through the marks; the one compared with behind it, lighter. A gap stays a gap, the way to the running bucket is dashed and ends
 * in a ring. `dots` stand out, and so does what has no neighbour and would not show: strokes of no length with round ends, which stay
 * round in a box that stretches.
 */
export function trendLine(
  marks: readonly TrendMark[],
  dots: readonly number[],
  x: (index: number) => number,
  y: (value: number) => number
): SVGTemplateResult {
  const values = marks.map(({actual}) => actual);
  const running = marks.findIndex(({isRunning, actual}) => isRunning && actual !== null);
  const isGap = (value: number | null | undefined) => value == null;
  const path = (all: readonly (number | null)[], isShown: (index: number) => boolean) =>
    all
      .map((value, index) => {
        if (value === null || !isShown(index)) return '';
        return isGap(all[index - 1]) || !isShown(index - 1) ? `M${x(index)} ${y(value)}h0` : `L${x(index)} ${y(value)}`;
      })
      .join('');
  const dot = (index: number) => (values[index] == null ? '' : `M${x(index)} ${y(values[index])}h0`);
  const alone = values.map((_, index) => (isGap(values[index - 1]) && isGap(values[index + 1]) ? dot(index) : ''));
  return svg`
    <path class="line previous" d=${path(
      marks.map(({previous}) => previous),
      () => true
    )}></path>
    <path class="line" part="line" d=${path(values, (index) => index !== running)}></path>
    <path class="line dashed" part="running" d=${path(values, (index) => index === running || index === running - 1)}></path>
    <path class="line ring" d=${[...alone, ...dots.map(dot), dot(running)].join('')}></path>
    <path class="line hole" d=${dot(running)}></path>`;
}
