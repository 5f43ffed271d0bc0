import {svg} from 'lit';
import type {SVGTemplateResult} from 'lit';
import type {SparkView} from '../view/card.js';
import {polyline} from './polyline.js';

/**
 * The small trend of a card in a box of 100 x 38 that stretches with the card; strokes keep their width. A gap stays a gap, the running
 * bucket is dashed and ends in a ring. The ring is two strokes of no length with round ends, so that stretching leaves it round.
 */
export function spark({values, before, isRunning}: SparkView): SVGTemplateResult {
  const known = [...values, ...before].filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const last = values.length - 1;
  const x = (index: number) => (100 * index) / last;
  const y = (value: number) => (high > low ? 35 - ((value - low) / (high - low)) * 32 : 19);
  const end = polyline(values.slice(-1), () => 100, y);
  return svg`
    <path class="line before" d=${polyline(before, x, y)}></path>
    <path class="line" d=${polyline(isRunning ? values.slice(0, -1) : values, x, y)}></path>
    <path class="line dashed" d=${isRunning ? polyline(values.slice(-2), (index) => x(last - 1 + index), y) : ''}></path>
    <path class="line ring" d=${end}></path>
    <path class="line hole" d=${isRunning ? end : ''}></path>
  `;
}
