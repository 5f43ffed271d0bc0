import {svg, type SVGTemplateResult} from 'lit';
import {type TrendBucket} from '../view/trend.js';
import {type Place} from './place.js';

/** A column a bucket, on the zero line; the one compared with behind it, lighter; the running one hatched. */
export function columns(buckets: readonly TrendBucket[], {x, y, size}: Place): SVGTemplateResult[] {
  const width = size * (buckets.some(({previous}) => previous !== null) ? 0.46 : 0.6);
  const bar = (value: number | null, index: number, shift: number, kind: string) => {
    if (!value) return '';
    const [from, to] = [y(Math.max(0, value)), y(Math.min(0, value))];
    return svg`<rect class=${kind} part="column ${kind}" fill="url(#hatch)" x="${x(index, shift) - width / 2}%" width="${width}%" y=${from} height=${Math.max(1, to - from)} rx="1"></rect>`;
  };
  return buckets.map(
    ({actual, previous, isRunning}, index) =>
      svg`${bar(previous, index, 0.14, 'previous')}${bar(actual, index, 0, isRunning ? 'running' : 'actual')}`
  );
}
