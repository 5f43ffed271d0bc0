/**
 * Arithmetic on wall time: milliseconds of a calendar read as if it were UTC. Days are 24 h here, months have their own length,
 * and no zone is involved, so neither daylight saving nor the machine's zone can reach a result.
 */
export const DAY = 86_400_000;

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

const MONTHS: Partial<Record<Grain, number>> = {month: 1, quarter: 3, year: 12};

/** Midnight of a calendar day, or undefined when there is no such day (30 February). Months count from 1. */
export function wallDate(year: number, month: number, day: number): number | undefined {
  const wall = Date.UTC(year, month - 1, day);
  const date = new Date(wall);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? wall : undefined;
}

/** Moves by whole units; a day that the target month lacks becomes its last (29 Feb − 1 year = 28 Feb). The time of day stays. */
export function add(wall: number, count: number, grain: Grain): number {
  if (!Number.isFinite(wall)) return wall;
  const months = MONTHS[grain];
  if (months === undefined) return wall + count * (grain === 'week' ? 7 : 1) * DAY;
  const date = new Date(wall);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count * months, 1);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count * months + 1, 0)).getUTCDate();
  return first + (Math.min(date.getUTCDate(), length) - 1) * DAY + timeOfDay(wall);
}

/** The first moment of the day, week, month, quarter or year around a moment. `weekStart` 1 is Monday; years and quarters count from the month `yearStart`. */
export function startOf(wall: number, grain: Grain, weekStart = 1, yearStart = 1): number {
  const day = wall - timeOfDay(wall);
  const months = MONTHS[grain];
  const date = new Date(day);
  if (months !== undefined) {
    const since = (date.getUTCMonth() + 13 - yearStart) % months;
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - since, 1);
  }
  return grain === 'week' ? day - ((date.getUTCDay() - weekStart + 7) % 7) * DAY : day;
}

/** Whole months from one moment to a later one. */
export function monthsBetween(from: number, to: number): number {
  const [a, b] = [new Date(from), new Date(to)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return add(from, months, 'month') > to ? months - 1 : months;
}

/** The ISO 8601 week-year and week number: a week belongs to the year that has its Thursday. */
export function isoWeek(wall: number): {year: number; week: number} {
  const thursday = startOf(wall, 'week') + 3 * DAY;
  const year = new Date(thursday).getUTCFullYear();
  return {year, week: 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY))};
}

/** Monday of an ISO week, or undefined when the year has no such week (only some have a 53rd). */
export function isoWeekStart(year: number, week: number): number | undefined {
  const monday = startOf(Date.UTC(year, 0, 4), 'week') + (week - 1) * 7 * DAY;
  return isoWeek(monday).year === year ? monday : undefined;
}

const told = new Map<number, string>();

/** The text of a day, `2026-03-01`; with the time when it is not midnight, `2026-03-01T14:30:00`. Kept, since the bounds of periods are told over and over. */
export function isoText(wall: number): string {
  let text = told.get(wall);
  if (text === undefined) {
    if (told.size === 5000) told.clear();
    told.set(wall, (text = new Date(wall).toISOString().slice(0, timeOfDay(wall) === 0 ? 10 : 19)));
  }
  return text;
}

function timeOfDay(wall: number): number {
  return ((wall % DAY) + DAY) % DAY;
}
