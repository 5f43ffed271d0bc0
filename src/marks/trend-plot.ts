import {svg, type SVGTemplateResult} from 'lit';
import type {Limits} from '../view/process.js';
import type {TrendBucket, TrendView} from '../view/trend.js';
import type {Axis} from './axis.js';
import {columns} from './columns.js';
import {groupLines} from './group-lines.js';
import {labels} from './labels.js';
import {place, type Place} from './place.js';
import {remarkMarks} from './remark-marks.js';
import {pathOf, trendLine} from './trend-line.js';

/** In em the height of a plot at least, which grows where there is more, and the room above it and below, where the names are. */
export const [LEAST, ABOVE, BELOW] = [12, 1.4, 2.4];

/** Where it begins and ends, in percent of that. */
export const PLOT = [0, 100] as const;

/** The marks of a trend, named: the buckets below, the last, the largest and the smallest figure where they stand. `active` is the bucket pointed at. */
export function trendPlot(view: TrendView, {ticks, y}: Axis, active: number | undefined, isRtl: boolean): SVGTemplateResult {
  const {buckets, lines, limits, isLine, isCumulative, remarks, label} = view;
  const at = place(buckets.length, y, isRtl);
  const band = 100 / at.count;
  const values = buckets.map(({actual}) => actual);
  const known = [...values.keys()].filter((index) => values[index] !== null);
  const last = known[known.length - 1];
  const by = (value: number) => values.indexOf(value);
  const sizes = known.map((index) => values[index] ?? 0);
  // What adds up begins with its smallest and ends with its largest; a column of nothing is seen to be none.
  const lowest = isCumulative || (!isLine && Math.min(...sizes) === 0) ? [] : [by(Math.min(...sizes))];
  const ends = lines.length > 0 ? [] : [...new Set([last, by(Math.max(...sizes)), ...lowest])];
  return svg`
    ${routine(limits, at)}
    ${active === undefined ? '' : svg`<rect class="band" x="${at.x(active) - band / 2}%" width="${band}%" height="100%"></rect>`}
    ${ticks.map((tick) => svg`<line class=${tick === 0 ? 'zero' : 'grid'} x2="100%" y1="${y(tick)}%" y2="${y(tick)}%"></line>`)}
    ${isLine || lines.length > 0 ? '' : columns(buckets, at)}
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
      ${
        lines.length > 0
          ? groupLines(
              lines,
              buckets.findIndex(({isRunning}) => isRunning),
              at
            )
          : svg`${isLine ? trendLine(buckets, [...ends, active ?? last], at.x, y) : ''}${furtherLines(buckets, isLine, isCumulative, last, at)}`
      }
    </svg>
    ${remarkMarks(remarks, values, at)}
    ${isCumulative || lines.length > 0 ? '' : targets(buckets, isLine ? band / 2 : at.size * 0.36, at)}
    ${labels('name', buckets.map(({short}, index) => [index, short] as const).reverse(), at, () => [100, 1.4])}
    ${labels('year', buckets.flatMap(({second}, index) => (second ? [[index, second] as const] : [])).reverse(), at, () => [100, 2.7])}
    ${labels(
      'value',
      ends.map((index) => [index, label(values[index] ?? 0)]),
      at,
      (index) => beside(buckets, index, isLine, y)
    )}
  `;
}

/** The band of what is routine and its middle; one piece as far as they stay the same. */
function routine(limits: readonly Limits[], {x, y, count}: Place): (SVGTemplateResult | '')[] {
  return limits.map((one, index) => {
    const isSame = (at: number) => JSON.stringify(limits[at]) === JSON.stringify(one);
    if (!one || (index > 0 && isSame(index - 1))) return '';
    const end = limits.findIndex((_, at) => at > index && !isSame(at));
    const ends = [index, (end < 0 ? limits.length : end) - 1].map((at) => x(at));
    const [from, width] = [Math.min(...ends) - 50 / count, Math.abs(ends[0] - ends[1]) + 100 / count];
    return svg`<rect class="limits" part="limits" x="${from}%" width="${width}%" y="${y(one.upper)}%" height="${y(one.lower) - y(one.upper)}%"></rect>
      <line class="mean" part="mean" x1="${from}%" x2="${from + width}%" y1="${y(one.mean)}%" y2="${y(one.mean)}%"></line>`;
  });
}

/** The moving average; and of what adds up, the pace to its target and the way to where it is forecast to come. Of a line, the way to what its running bucket comes to. */
function furtherLines(
  buckets: readonly TrendBucket[],
  isLine: boolean,
  isCumulative: boolean,
  last: number,
  {x, y}: Place
): SVGTemplateResult {
  const end = buckets.findIndex(({forecast}) => forecast !== null);
  const from = isCumulative ? last : last - 1;
  const way =
    isLine && end >= 0 ? [from, end].map((index) => (index === end ? buckets[end].forecast : (buckets[index]?.actual ?? null))) : [];
  return svg`
    <path class="line average" part="average" d=${pathOf(
      buckets.map(({average}) => average),
      x,
      y
    )}></path>
    ${
      isCumulative
        ? svg`<path class="line target" part="target" d=${pathOf(
            buckets.map(({target}) => target),
            x,
            y
          )}></path>`
        : ''
    }
    ${isLine ? svg`<path class="line forecast" part="forecast" d=${pathOf(way, (index) => x([from, end][index]), y)}></path>` : ''}`;
}

function targets(buckets: readonly TrendBucket[], reach: number, {x, y}: Place): (SVGTemplateResult | '')[] {
  return buckets.map(({target}, index) =>
    target === null
      ? ''
      : svg`<line class="target" part="target" x1="${x(index) - reach}%" x2="${x(index) + reach}%" y1="${y(target)}%" y2="${y(target)}%"></line>`
  );
}

/** Above the mark and what it is forecast to gain; below it under zero and where a line dips; beyond its target's tick where that would cross the figure. */
function beside(
  buckets: readonly TrendBucket[],
  index: number,
  isLine: boolean,
  y: (value: number) => number
): readonly [percent: number, em: number] {
  const {actual, target, forecast} = buckets[index];
  const value = actual ?? 0;
  const from = y(isLine ? value : Math.max(value, forecast ?? value));
  const around = [buckets[index - 1], buckets[index + 1]].flatMap((bucket) => bucket?.actual ?? []);
  const isDip = isLine && from < 92 && around.length > 0 && around.every((other) => other > value);
  const isBelow = value < 0 || isDip;
  const tick = y(target ?? value);
  const gap = isBelow ? tick - from : from - tick;
  return [gap > 0 && gap < 12 ? tick : from, isBelow ? 1.3 : -0.55];
}
