import type {TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import type {Moment} from '../calendar/moment.js';
import type {Window} from '../calendar/window.js';
import {fraction} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Rep} from './people.js';

/** Whether the rep was there at any time in the window. Without a `reps` table everybody always is. */
export function isActive({tables}: Dataset, {row}: Rep, {start, end}: Window): boolean {
  const [from, to] = spans(tables);
  return row === undefined ? !tables.has('reps') : !(at(from, row, end) >= 0) && !(at(to, row, start) <= 0);
}

/** The share of the window that the rep was there; all of it without a span of time. */
export function activeIn({tables}: Dataset, {row = -1}: Rep, {start, end}: Window): Fraction {
  const [from, to] = spans(tables);
  const clock = from?.wall[row] || to?.wall[row] ? 'wall' : 'instant';
  const [since, until] = [Math.max(start[clock], from?.ms[row] || -Infinity), Math.min(end[clock], to?.ms[row] || Infinity)];
  const all = end[clock] - start[clock];
  return all > 0 && all < Infinity ? fraction(Math.max(0, until - since), all) : fraction(1);
}

function spans(tables: Dataset['tables']): (TimeColumn | undefined)[] {
  return ['activeFrom', 'activeTo'].map((name) => columnOf(tables.get('reps'), name, 'time'));
}

/** How long after a moment the time of a row is; negative before it, NaN without one. */
function at(column: TimeColumn | undefined, row: number, {wall, instant}: Moment): number {
  return column ? column.ms[row] - (column.wall[row] ? wall : instant) : NaN;
}
