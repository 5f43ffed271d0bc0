import {nice, ticks} from 'd3';
import {html, type TemplateResult} from 'lit';

/** Where values stand, from the top of a plot, and the few values named beside it: evenly apart, both ends among them. */
export interface Axis {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
}

/** Columns stand on zero, as their length is what is read. A line that keeps to the upper half may start higher up. Values are named in round numbers of `size`. */
export function axis(values: readonly number[], isFromZero: boolean, [top, bottom]: readonly [number, number], size = 1): Axis {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (isFromZero || low === high || low < high / 2) [low, high] = [Math.min(0, low), Math.max(0, high)];
  if (low === high) return {ticks: [0], y: () => bottom};
  [low, high] = nice(low / size, high / size, 3);
  return {
    ticks: ticks(low, high, 3).map((tick) => tick * size),
    y: (value) => bottom - ((value / size - low) / (high - low)) * (bottom - top)
  };
}

/** The values beside a plot, from the lowest up. */
export function axisNames(values: readonly number[], name: (value: number) => string): TemplateResult {
  return html`<div class="axis" part="axis" aria-hidden="true">${values.map((value) => html`<span>${name(value)}</span>`)}</div>`;
}
