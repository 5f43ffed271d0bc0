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
  const {buckets, lines, limits, isLine, isCumulative, remarks, ends, label} = view;
  const at = place(buckets.length, y, isRtl);
  const band = 100 / at.count;
  const values = buckets.map(({actual}) => actual);
  const [last] = ends;
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
      (index) => beside(view, index, y)
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

/** By its mark, or beyond the lines, ticks and rings that would cross it; of a line on the side where that is nearer. */
function beside(
  {buckets, isLine, remarks}: TrendView,
  index: number,
  y: (value: number) => number
): readonly [percent: number, em: number] {
  const {actual, forecast} = buckets[index];
  const value = actual ?? 0;
  const from = y(value);
  // Each where it is and, of lines, half the way to either neighbour.
  const spans = (['actual', 'target', 'average', 'forecast'] as const).map((kind) => {
    const [own = value, ...others] = [0, ...(isLine ? [-1, 1] : [])].map((step) => buckets[index + step]?.[kind] ?? undefined);
    return [own, ...others.map((other = own) => (own + other) / 2)].map(y);
  });
  // Above the little that a column is forecast to gain, but not as high as much would take it.
  const gained = y(forecast ?? value);
  if (!isLine && from - gained < 20) spans.push([from, gained]);
  if (remarks.some((remark) => remark.isSignal && remark.index === index)) spans.push([from - 5, from + 5]);
  const sides = isLine ? [-1, 1] : [value < 0 ? 1 : -1];
  const [edge, side] = [from, ...spans.flat()]
    .flatMap((at) => sides.map((to) => [at, to] as const))
    .filter(([at, to]) => (to < 0 || !isLine || at < 92) && spans.every((span) => isClear(span.map((other) => (other - at) * to))))
    .sort(([a], [b]) => Math.abs(a - from) - Math.abs(b - from))[0] ?? [from, -1];
  return [edge, side > 0 ? 1.3 : -0.55];
}

/** Not within the room of a figure, from 1 to 10 percent off where it stands. */
const isClear = (offsets: readonly number[]) => Math.max(...offsets) <= 1 || Math.min(...offsets) >= 10;
