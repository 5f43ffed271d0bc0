import {DAY, isoText, startOf} from './civil.js';

/** The days on which people work: of the week (1 is Monday), less the holidays. */
export interface WorkingDays {
  readonly days: readonly number[];
  /** Dates, `2026-05-01`. */
  readonly holidays: readonly string[];
}

function isWorkingDay(wall: number, {days, holidays}: WorkingDays): boolean {
  return days.includes(new Date(wall).getUTCDay() || 7) && !holidays.includes(isoText(startOf(wall, 'day')));
}

/** The moment as many working days into a stretch that starts at `start` as `until` is into one that starts at `from`; undefined when it has fewer. */
export function sameWorkingDay(from: number, until: number, start: number, end: number, working: WorkingDays): number | undefined {
  const today = startOf(until, 'day');
  let left = isWorkingDay(today, working) ? until - today : 0;
  for (let day = startOf(from, 'day'); day < today; day += DAY) if (isWorkingDay(day, working)) left += DAY;
  let last = start;
  for (let day = startOf(start, 'day'); day < end && left > 0; day += DAY) {
    if (!isWorkingDay(day, working)) continue;
    last = day + Math.min(left, DAY);
    left -= DAY;
  }
  return left > 0 ? undefined : last;
}
