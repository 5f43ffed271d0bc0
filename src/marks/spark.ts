import {extent, line} from 'd3';
import {svg} from 'lit';
import type {SVGTemplateResult} from 'lit';
import type {SparkView} from '../view/card.js';

/**
 * The small trend of a card in a box of 100 x 38 that stretches with the card; strokes keep their width. A gap stays a gap, the running
 * bucket is dashed and ends in a ring. The ring is two strokes of no length with round ends, so that stretching leaves it round.
 */
export function spark({values, before, isRunning}: SparkView, isRtl: boolean): SVGTemplateResult {
  const [low = 0, high = 0] = extent([...values, ...before].filter(value => value !== null));
  const x = (index: number) => {
    const share = values.length > 1 ? (index / (values.length - 1)) * 100 : 0;
    return isRtl ? 100 - share : share;
  };
  const y = (value: number) => (high > low ? 35 - ((value - low) / (high - low)) * 32 : 19);
  const path = line<number | null>(
    (_, index) => x(index),
    value => y(value ?? 0)
  ).defined(value => value !== null);
  const last = values.length - 1;
  const complete = isRunning ? values.slice(0, last) : values;
  const [previous, running] = [values[last - 1] ?? null, values[last] ?? null];
  const dot = running === null ? '' : `M${x(last)} ${y(running)}h0`;
  return svg`
    <path class="line before" d=${path(before) ?? ''}></path>
    <path class="line" d=${path(complete) ?? ''}></path>
    ${isRunning && previous !== null && running !== null ? svg`<path class="line dashed" d="M${x(last - 1)} ${y(previous)}L${x(last)} ${y(running)}"></path>` : ''}
    <path class="line ring" d=${dot}></path>
    ${isRunning ? svg`<path class="line hole" d=${dot}></path>` : ''}
  `;
}
