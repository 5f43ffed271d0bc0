import {svg, type SVGTemplateResult} from 'lit';
import type {TrendBucket} from '../view/trend.js';
import type {Place} from './place.js';

/** A column a bucket, on the zero line; the one compared with behind it, lighter. The running one is hatched, or what it is forecast to gain is. */
export function columns(buckets: readonly TrendBucket[], {x, y, size}: Place): SVGTemplateResult[] {
  const width = size * (buckets.some(({previous}) => previous !== null) ? 0.46 : 0.6);
  const bar = (from: number, to: number | null, index: number, shift: number, kind: string, paint = kind) => {
    if (to === null || from === to) return '';
    const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))];
    return svg`<rect class=${paint} part="column ${kind}" fill="url(#hatch)" x="${x(index, shift) - width / 2}%" width="${width}%" y="${top}%" height="${Math.max(0.6, bottom - top)}%" rx="1"></rect>`;
  };
  return buckets.map(
    ({actual, previous, forecast, isRunning}, index) => svg`${bar(0, previous, index, 0.14, 'previous')}
      ${bar(0, actual, index, 0, isRunning ? 'running' : 'actual', isRunning && forecast === null ? 'running' : 'actual')}
      ${forecast === null ? '' : bar(actual ?? 0, forecast, index, 0, 'forecast', 'running')}`
  );
}
