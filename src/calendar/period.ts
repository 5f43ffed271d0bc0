import {DAY, add, isoWeekStart, monthsBetween, startOf, wallDate} from './civil.js';
import type {Grain} from './civil.js';
import {parseMoment} from './moment.js';
import type {MomentInput} from './moment.js';

/** A stretch of wall time, half-open: `start` belongs to it, `end` does not. */
export interface Period {
  readonly start: number;
  readonly end: number;
  /** What one step back to the previous period is: a number of months or of days. Absent for `all`, which has no previous. */
  readonly step?: {readonly count: number; readonly grain: 'month' | 'day'};
  /** An ISO week: its year-ago is the week of the same number. */
  readonly isWeek?: boolean;
}

/** Text in the grammar of `resolvePeriod`, or explicit bounds, half-open. */
export type PeriodInput = string | {readonly start: MomentInput; readonly end: MomentInput};

export interface PeriodContext {
  readonly zone: string;
  /** Midnight of the day the report is true for; NaN when nothing says so. */
  readonly today: number;
  readonly weekStart: number;
}

const EVERYTHING: Period = {start: -Infinity, end: Infinity};

/**
 * Reads a period: `all`, `today`, `this-month`, `last-quarter`, `last-30-days` (the running day, week, month, quarter or year is the last of
 * them), `year-to-date`, `2026`, `2026-Q3`, `2026-07`, `2026-W30`, `2026-07-15`, `2026-07-01/2026-09-30` (the last day included).
 *
 * @throws RangeError `unknown period: x`, or when a period relative to today is asked for and no day is given.
 */
export function resolvePeriod(input: PeriodInput, context: PeriodContext): Period {
  if (typeof input !== 'string')
    return between(parseMoment(input.start, context.zone).wall, parseMoment(input.end, context.zone).wall, input);
  const text = input.trim();
  const period = text === 'all' ? EVERYTHING : (relative(text, context) ?? absolute(text, context));
  if (!period) throw new RangeError(`unknown period: ${text}`);
  return period;
}

function relative(text: string, {today, weekStart}: PeriodContext): Period | undefined {
  const match = /^(?:(today)|(year)-to-date|(this|last)-(?:(\d{1,4})-)?(week|month|quarter|year|day)(s?))$/.exec(text);
  if (!match) return undefined;
  const [, isToday, toDate, which, number, unit, plural] = match;
  if ((number !== undefined) !== (plural === 's') && which) return undefined;
  if (which === 'this' && number !== undefined) return undefined;
  if (Number.isNaN(today)) throw new RangeError(`as-of is needed for a period relative to today: ${text}`);
  if (isToday) return spanning(today, 'day', 1);
  if (toDate) return {start: startOf(today, 'year'), end: today + DAY, step: {count: 12, grain: 'month'}};
  const grain = unit as Grain;
  const running = startOf(today, grain, weekStart);
  if (number === undefined) return spanning(which === 'this' ? running : add(running, -1, grain), grain, 1);
  const count = Number(number);
  return count > 0 ? spanning(add(running, 1 - count, grain), grain, count) : undefined;
}

function absolute(text: string, context: PeriodContext): Period | undefined {
  const [first = '', last, more] = text.split('/');
  if (more !== undefined) return undefined;
  if (last !== undefined) {
    const [from, to] = [absolute(first, context), absolute(last, context)];
    return from && to && between(from.start, to.end, text);
  }
  const match = /^(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?$/.exec(first);
  if (!match) return undefined;
  const [, yearText, quarter, week, month, day] = match;
  const year = Number(yearText);
  if (week !== undefined) return spanning(isoWeekStart(year, Number(week)), 'week', 1);
  const start = wallDate(year, quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1), Number(day ?? 1));
  return spanning(start, day ? 'day' : month ? 'month' : quarter ? 'quarter' : 'year', 1);
}

function spanning(start: number | undefined, grain: Grain, count: number): Period | undefined {
  if (start === undefined) return undefined;
  const period = between(start, add(start, count, grain), start);
  return grain === 'week' && count === 1 ? {...period, isWeek: true} : period;
}

function between(start: number, end: number, input: unknown): Period {
  if (!(start < end)) throw new RangeError(`period ends before it starts: ${typeof input === 'string' ? input : JSON.stringify(input)}`);
  const months = monthsBetween(start, end);
  const isMonths = months > 0 && add(start, months, 'month') === end;
  return {start, end, step: isMonths ? {count: months, grain: 'month'} : {count: (end - start) / DAY, grain: 'day'}};
}
