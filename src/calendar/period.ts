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
  /** The previous one where a list of the company's own says which; else it is one step back. */
  readonly before?: Period | undefined;
  /** An ISO week: its year-ago is the week of the same number. */
  readonly isWeek?: boolean;
  /** Counted by the company's year: its buckets are as well. */
  readonly fiscal?: FiscalYear;
}

/** First month of the fiscal year, and by which year it is named. */
export interface FiscalYear {
  readonly start: number;
  readonly label: 'start' | 'end' | 'both';
}

/** Text in the grammar of `resolvePeriod`, or explicit bounds, half-open. */
export type PeriodInput = string | {readonly start: MomentInput; readonly end: MomentInput};

export interface PeriodContext {
  readonly zone: string;
  /** Midnight of the day the report is true for; NaN when nothing says so. */
  readonly today: number;
  readonly weekStart: number;
  /** First month of the fiscal year, and whether it is named by the year it starts or ends in. */
  readonly fiscalYearStart?: number | undefined;
  readonly fiscalYearLabel?: 'start' | 'end' | 'both' | undefined;
  /** Periods of the company's own, such as those of a 4-4-5 calendar: their key is a period. */
  readonly periods?: readonly NamedPeriod[] | undefined;
}

/** A period with a name of its own, half-open. */
interface NamedPeriod {
  readonly key: string;
  readonly start: MomentInput;
  readonly end: MomentInput;
}

const EVERYTHING: Period = {start: -Infinity, end: Infinity};

/**
 * Reads a period: `all`, `today`, `this-month`, `last-quarter`, `last-30-days` (the running day, week, month, quarter or year is the last of
 * them), `year-to-date`, `2026`, `2026-Q3`, `2026-07`, `2026-W30`, `2026-07-15`, `2026-07-01/2026-09-30` (the last day included),
 * `2026-07-01/P3M`, and with `fiscal-` before it the year and its quarters as the company counts them (`fiscal-this-year`, `fiscal-2026-Q1`, `fiscal-2025/26`);
 * or the key of one of the company's own periods.
 *
 * @throws RangeError `unknown period: x`, or when a period relative to today is asked for and no day is given.
 */
export function resolvePeriod(input: PeriodInput, context: PeriodContext): Period {
  if (typeof input !== 'string')
    return between(parseMoment(input.start, context.zone).wall, parseMoment(input.end, context.zone).wall, input);
  const text = input.trim();
  const {periods = []} = context;
  const named = periods.find(({key}) => key === text);
  if (named) {
    const period = resolvePeriod({start: named.start, end: named.end}, context);
    return {...period, before: periods.map(({start, end}) => resolvePeriod({start, end}, context)).find(({end}) => end === period.start)};
  }
  const isFiscal = text.startsWith('fiscal-');
  const fiscal: FiscalYear = {start: context.fiscalYearStart ?? 1, label: context.fiscalYearLabel ?? 'both'};
  const plain = isFiscal ? ofOneYear(text.slice('fiscal-'.length), fiscal) : text;
  const yearStart = isFiscal ? fiscal.start : 1;
  const period = text === 'all' ? EVERYTHING : (relative(plain, context, yearStart) ?? absolute(plain, context, yearStart));
  if (!period) throw new RangeError(`unknown period: ${text}`);
  return isFiscal ? {...period, fiscal} : period;
}

/** A fiscal year that is named by both its years, `2025/26`, by the one that names it alone. */
function ofOneYear(text: string, {label}: FiscalYear): string {
  return text.replace(/^(\d{4})\/(\d{2})\b/, (both, first: string, last: string) => {
    const next = String(Number(first) + 1);
    return next.slice(2) !== last ? both : label === 'start' ? first : next;
  });
}

function relative(text: string, {today, weekStart}: PeriodContext, yearStart: number): Period | undefined {
  const match = /^(?:(today)|(year)-to-date|(this|last)-(?:(\d{1,4})-)?(week|month|quarter|year|day)(s?))$/.exec(text);
  if (!match) return undefined;
  const [, isToday, toDate, which, number, unit, plural] = match;
  if ((number !== undefined) !== (plural === 's') && which) return undefined;
  if (which === 'this' && number !== undefined) return undefined;
  if (Number.isNaN(today)) throw new RangeError(`as-of is needed for a period relative to today: ${text}`);
  if (isToday) return spanning(today, 'day', 1);
  if (toDate) return {start: startOf(today, 'year', weekStart, yearStart), end: today + DAY, step: {count: 12, grain: 'month'}};
  const grain = unit as Grain;
  const running = startOf(today, grain, weekStart, yearStart);
  if (number === undefined) return spanning(which === 'this' ? running : add(running, -1, grain), grain, 1);
  const count = Number(number);
  return count > 0 ? spanning(add(running, 1 - count, grain), grain, count) : undefined;
}

function absolute(text: string, context: PeriodContext, yearStart: number): Period | undefined {
  const [first = '', last, more] = text.split('/');
  if (more !== undefined) return undefined;
  if (last !== undefined) {
    const from = absolute(first, context, yearStart);
    const end = last.startsWith('P') ? from && after(from.start, last) : absolute(last, context, yearStart)?.end;
    return from && end !== undefined ? between(from.start, end, text) : undefined;
  }
  const match = /^(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?$/.exec(first);
  if (!match) return undefined;
  const [, yearText, quarter, week, month, day] = match;
  const year = Number(yearText);
  if (week !== undefined) return spanning(isoWeekStart(year, Number(week)), 'week', 1);
  const isYear = !month;
  // A fiscal year that does not start in January is named by the year it ends in, unless by the one it starts in.
  const offset = isYear && yearStart > 1 ? yearStart - (context.fiscalYearLabel === 'start' ? 1 : 13) : 0;
  const january = wallDate(year, quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1), Number(day ?? 1));
  const start = january === undefined ? undefined : add(january, offset, 'month');
  return spanning(start, day ? 'day' : month ? 'month' : quarter ? 'quarter' : 'year', 1);
}

/** The end of an ISO 8601 duration of whole years, months, weeks or days: `P3M`, `P1Y6M`, `P30D`. */
function after(start: number, duration: string): number | undefined {
  const match = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (!match) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((count: string | undefined) => Number(count ?? 0));
  return add(add(start, years * 12 + months, 'month'), weeks * 7 + days, 'day');
}

function spanning(start: number | undefined, grain: Grain, count: number): Period | undefined {
  if (start === undefined) return undefined;
  const period = between(start, add(start, count, grain), start);
  return grain === 'week' && count === 1 ? {...period, isWeek: true} : period;
}

/** A stretch with what one step back is. @throws RangeError `period ends before it starts: x` */
export function between(start: number, end: number, input: unknown): Period {
  if (!(start < end)) throw new RangeError(`period ends before it starts: ${typeof input === 'string' ? input : JSON.stringify(input)}`);
  const months = monthsBetween(start, end);
  const isMonths = months > 0 && add(start, months, 'month') === end;
  return {start, end, step: isMonths ? {count: months, grain: 'month'} : {count: (end - start) / DAY, grain: 'day'}};
}
