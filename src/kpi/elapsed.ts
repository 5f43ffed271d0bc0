import type {TimeColumn} from '../dataset/column.js';
import {toInstant, toWall} from '../dataset/zone.js';
import {DAY, startOf} from '../calendar/civil.js';
import type {Moment} from '../calendar/moment.js';
import type {WorkingTime} from './params.js';

/** A moment of a row, of one of the two kinds of time. */
export interface Point {
  readonly ms: number;
  readonly isWall: boolean;
}

/** The time of a row; NaN where it has none. */
export function pointAt(column: TimeColumn | undefined, row: number): Point {
  return {ms: column ? column.ms[row] : NaN, isWall: column?.wall[row] === 1};
}

/** A moment on the clock of a point. */
export function onClockOf({isWall}: Pick<Point, 'isWall'>, {wall, instant}: Moment): number {
  return isWall ? wall : instant;
}

/** Whether the time of a row comes before a moment. */
export function isBefore(column: TimeColumn, row: number, {wall, instant}: Moment): boolean {
  return column.ms[row] < (column.wall[row] ? wall : instant);
}

/** Two wall dates differ by calendar days, whatever the clocks did between them; otherwise time passed as it really did. */
export function elapsed(from: Point, to: Point, zone: string): number {
  if (from.isWall === to.isWall) return to.ms - from.ms;
  return instantOf(to.ms, to.isWall, zone) - instantOf(from.ms, from.isWall, zone);
}

/** What the clock on the wall of the zone shows at the time of a row. */
export function wallAt(column: TimeColumn, row: number, zone: string): number {
  return column.wall[row] ? column.ms[row] : toWall(column.ms[row], zone);
}

/** The part of the time between that lies in working hours of the zone, Monday to Friday from 9 to 17 unless said otherwise. */
export function worked(
  from: Point,
  to: Point,
  zone: string,
  {days = [1, 2, 3, 4, 5], start = 9, end = 17, holidays = []}: WorkingTime
): number {
  const [first, last] = [from, to].map(({ms, isWall}) => instantOf(ms, isWall, zone));
  if (!(first <= last)) return last - first;
  const free = new Set(holidays);
  let total = 0;
  for (let day = startOf(toWall(first, zone), 'day'); day <= toWall(last, zone); day += DAY) {
    const date = new Date(day);
    if (!days.includes(date.getUTCDay() || 7) || free.has(date.toISOString().slice(0, 10))) continue;
    const [open, close] = [start, end].map((hour) => toInstant(day + hour * 3_600_000, zone));
    total += Math.max(0, Math.min(last, close) - Math.max(first, open));
  }
  return total;
}

/** Which of two times comes first, below 0 when the first does; NaN when either is missing. A date begins at its midnight. */
export function compareTimes(a: TimeColumn, rowA: number, b: TimeColumn, rowB: number, zone: string): number {
  if (a.wall[rowA] === b.wall[rowB]) return a.ms[rowA] - b.ms[rowB];
  return instantOf(a.ms[rowA], a.wall[rowA] === 1, zone) - instantOf(b.ms[rowB], b.wall[rowB] === 1, zone);
}

/** The days from one date of each row to another, of the rows on which it comes no earlier. */
export function daysBetween(rows: Uint32Array, from: TimeColumn, to: TimeColumn, zone: string): Float64Array {
  const days = new Float64Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    const took = compareTimes(to, row, from, row, zone) / DAY;
    if (took >= 0) days[count++] = took;
  }
  return days.subarray(0, count);
}

function instantOf(ms: number, isWall: boolean, zone: string): number {
  return isWall && !Number.isNaN(ms) ? toInstant(ms, zone) : ms;
}
