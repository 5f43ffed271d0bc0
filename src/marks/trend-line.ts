import {svg, type SVGTemplateResult} from 'lit';
import {type TrendBucket} from '../view/trend.js';
import {type Place} from './place.js';
import {polyline} from './polyline.js';

/**
 * A line through the buckets; the one compared with behind it, lighter. A gap stays a gap, the way to the running bucket is dashed and ends
 * in a ring. `dots` stand out, and so does what has no neighbour and would not show.
 */
export function trendLine(buckets: readonly TrendBucket[], dots: readonly number[], {x, y}: Place, height: number): SVGTemplateResult {
  const values = buckets.map(({value}) => value);
  const running = buckets.findIndex(({isRunning, value}) => isRunning && value !== null);
  const path = (isShown: (index: number) => boolean) =>
    polyline(
      values.map((value, index) => (isShown(index) ? value : null)),
      x,
      y
    );
  const dot = (index: number) => (values[index] == null ? '' : `M${x(index)} ${y(values[index])}h0`);
  const alone = values.map((_, index) => ((values[index - 1] ?? values[index + 1] ?? null) === null ? dot(index) : ''));
  return svg`<svg viewBox="0 0 100 ${height}" preserveAspectRatio="none" width="100%" height=${height}>
    <path class="line before" d=${polyline(
      buckets.map(({before}) => before),
      x,
      y
    )}></path>
    <path class="line" part="line" d=${path((index) => index !== running)}></path>
    <path class="line dashed" part="running" d=${path((index) => running > 0 && (index === running || index === running - 1))}></path>
    <path class="line ring" d=${[...alone, ...dots.map(dot), dot(running)].join('')}></path>
    <path class="line hole" d=${dot(running)}></path>
  </svg>`;
}
