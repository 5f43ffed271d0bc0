import type {TimeColumn} from '../dataset/column.js';
import {toInstant, toWall} from '../dataset/zone.js';
import {DAY, startOf} from '../calendar/civil.js';
import type {WorkingTime} from './query.js';

/** A moment of a row, of one of the two kinds of time. */
export interface Point {
  readonly ms: number;
  readonly isWall: boolean;
}

/** Two wall dates differ by calendar days, whatever the clocks did between them; otherwise time passed as it really did. */
export function elapsed(from: Point, to: Point, zone: string): number {
  if (from.isWall === to.isWall) return to.ms - from.ms;
  return instantOf(to, zone) - instantOf(from, zone);
}

/** The part of the time between that lies in working hours of the zone, Monday to Friday from 9 to 17 unless said otherwise. */
export function worked(
  from: Point,
  to: Point,
  zone: string,
  {days = [1, 2, 3, 4, 5], start = 9, end = 17, holidays = []}: WorkingTime
): number {
  const [first, last] = [instantOf(from, zone), instantOf(to, zone)];
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
  return elapsed({ms: b.ms[rowB], isWall: b.wall[rowB] === 1}, {ms: a.ms[rowA], isWall: a.wall[rowA] === 1}, zone);
}

function instantOf({ms, isWall}: Point, zone: string): number {
  return isWall && !Number.isNaN(ms) ? toInstant(ms, zone) : ms;
}
