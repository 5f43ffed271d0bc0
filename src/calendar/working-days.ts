import {DAY, isoText, startOf} from './civil.js';

/** The days on which people work: of the week (1 is Monday), less the holidays. */
export interface WorkingDays {
  readonly days: readonly number[];
  /** Dates, `2026-05-01`. */
  readonly holidays: readonly string[];
}

/** How many days lie between two moments, by the clock; with `working`, how many of those on which people work. */
export function daysBetween(from: number, until: number, working?: WorkingDays): number {
  if (!working || !Number.isFinite(until - from)) return (until - from) / DAY;
  let worked = 0;
  for (let day = startOf(from, 'day'); day < until; day += DAY)
    if (isWorkingDay(day, working)) worked += Math.min(day + DAY, until) - Math.max(day, from);
  return worked / DAY;
}

function isWorkingDay(wall: number, {days, holidays}: WorkingDays): boolean {
  return days.includes(new Date(wall).getUTCDay() || 7) && !holidays.includes(isoText(startOf(wall, 'day')));
}

/** The moment as many working days into a stretch that starts at `start` as `until` is into one that starts at `from`; undefined when it has fewer. */
export function sameWorkingDay(from: number, until: number, start: number, end: number, working: WorkingDays): number | undefined {
  let left = daysBetween(from, until, working) * DAY;
  let last = start;
  for (let day = startOf(start, 'day'); day < end && left > 0; day += DAY) {
    if (!isWorkingDay(day, working)) continue;
    last = day + Math.min(left, DAY);
    left -= DAY;
  }
  return left > 0 ? undefined : last;
}
