import {svg, type SVGTemplateResult} from 'lit';
import {type TrendBucket, type TrendView} from '../view/trend.js';
import {type Axis} from './axis.js';
import {columns} from './columns.js';
import {labels} from './labels.js';
import {place} from './place.js';
import {trendLine} from './trend-line.js';

/** Where the plot begins and ends, in px, and how high it is with the names below it. */
export const [TOP, BOTTOM, HEIGHT] = [20, 188, 222];

/** The marks of a trend, named: the buckets below, the largest and the last figure where they stand. `active` is the bucket pointed at. */
export function trendPlot(
  {buckets, isLine, label}: TrendView,
  {ticks, y}: Axis,
  active: number | undefined,
  isRtl: boolean
): SVGTemplateResult {
  const at = place(buckets.length, y, isRtl);
  const band = 100 / at.count;
  const reach = isLine ? band / 2 : at.size * 0.36;
  const values = buckets.map(({actual}) => actual);
  const last = values.findLastIndex((value) => value !== null);
  const largest = values.indexOf(Math.max(...values.filter((value) => value !== null)));
  const ends = largest === last ? [last] : [largest, last];
  return svg`
    ${active === undefined ? '' : svg`<rect class="band" x="${at.x(active) - band / 2}%" width="${band}%" height=${BOTTOM}></rect>`}
    ${ticks.map((tick) => svg`<line class=${tick === 0 ? 'zero' : 'grid'} x2="100%" y1=${y(tick)} y2=${y(tick)}></line>`)}
    ${
      isLine
        ? svg`<svg viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" width="100%" height=${HEIGHT}>
            ${trendLine(buckets, [...ends, active ?? last], at.x, y)}
          </svg>`
        : columns(buckets, at)
    }
    ${buckets.map(({target}, index) =>
      target === null
        ? ''
        : svg`<line class="target" part="target" x1="${at.x(index) - reach}%" x2="${at.x(index) + reach}%" y1=${y(target)} y2=${y(target)}></line>`
    )}
    ${labels(
      'name',
      buckets.map(({short}, index) => [index, short]),
      at,
      () => BOTTOM + 16
    )}
    ${labels(
      'year',
      buckets.flatMap(({second}, index) => (second ? [[index, second] as const] : [])),
      at,
      () => BOTTOM + 30
    )}
    ${labels(
      'value',
      ends.map((index) => [index, label(values[index] ?? 0)]),
      at,
      (index) => beside(buckets[index], y)
    )}
  `;
}

/** Above the mark, or below it under zero; above its target's tick too where that would cross the figure. */
function beside({actual, target}: TrendBucket, y: (value: number) => number): number {
  const value = actual ?? 0;
  const top = y(value);
  if (value < 0) return top + 14;
  const tick = y(target ?? value);
  return (tick < top && tick > top - 20 ? tick : top) - 6;
}
