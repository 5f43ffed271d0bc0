import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {TrendLine} from '../view/trend.js';
import type {Axis} from './axis.js';
import type {Place} from './place.js';
import {dotsOf, pathOf} from './trend-line.js';

/** A line a group, the rest light; the way to the running bucket dashed. */
export function groupLines(lines: readonly TrendLine[], running: number, {x, y}: Pick<Place, 'x' | 'y'>): SVGTemplateResult[] {
  return lines
    .map(({values, isRest}, index) => {
      const kind = isRest ? 'previous' : `group${index}`;
      return svg`
        <path class="line ${kind}" part="line" d=${pathOf(values, x, y, (at) => at !== running)}></path>
        <path class="line dashed ${kind}" part="running" d=${pathOf(values, x, y, (at) => at === running || at === running - 1)}></path>
        <path class="line ring ${kind}" d=${dotsOf(values, [values.findLastIndex((value) => value !== null)], x, y)}></path>`;
    })
    .reverse();
}

/** The names of the lines where they end, each at least a line of text below the one above in a plot as high as given, in em. */
export function groupNames(lines: readonly TrendLine[], {y}: Axis, height: number): TemplateResult {
  const ends = lines
    .map(({name, values, isRest}, index) => ({
      name,
      kind: isRest ? 'muted' : `group${index}`,
      at: (y(values.findLast((value) => value !== null) ?? 0) / 100) * height
    }))
    .sort((a, b) => a.at - b.at);
  const places: number[] = [];
  for (const [index, {at}] of ends.entries()) places.push(Math.max(at, index > 0 ? places[index - 1] + LINE : 0));
  // What was pushed beyond the plot pushes the others back up.
  for (let index = ends.length - 1, least = height; index >= 0; least = places[index--] - LINE)
    places[index] = Math.min(places[index], least);
  return html`<div class="ends" part="names" aria-hidden="true">
    ${ends.map(({name, kind}, index) => html`<bdi class=${kind} .style=${`inset-block-start:${(places[index] / height) * 100}%`}>${name}</bdi>`)}
  </div>`;
}

/** The height of a name, in em of the plot. */
const LINE = 1.1;
