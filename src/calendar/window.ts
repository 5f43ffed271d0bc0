import {DAY, add, isoText, isoWeek, isoWeekStart, monthsBetween} from './civil.js';
import {atWall} from './moment.js';
import type {AsOf, Moment} from './moment.js';
import {oneOf} from '../dataset/one-of.js';
import type {Period} from './period.js';
import {sameWorkingDay} from './working-days.js';
import type {WorkingDays} from './working-days.js';

const YEAR_OF_WEEKS = 364 * DAY;

export type Status = 'complete' | 'partial' | 'future';

/**
 * What `compare` may say. `previous` is like for like: while the period runs, the previous one is cut at the same point. `52-weeks-ago` is the same days
 * of the week 364 days before, which a week 53 has as well.
 */
export type Compare = 'previous' | 'previous-full' | 'year-ago' | '52-weeks-ago' | 'none';

/** A period as far as it is looked at: rows from `start` up to, not including, `end` count. */
export interface Window {
  readonly start: Moment;
  readonly end: Moment;
  readonly asOf: AsOf;
  readonly period: Period;
  readonly status: Status;
}

export function openWindow(period: Period, asOf: AsOf, zone: string): Window {
  const start = atWall(period.start, zone);
  const end = atWall(period.end, zone);
  const isOver = end.instant <= asOf.instant;
  const status = isOver || period.end === Infinity ? 'complete' : start.instant < asOf.instant ? 'partial' : 'future';
  return {start, end: isOver ? end : asOf, asOf, period, status};
}

/**
 * The window to compare with; undefined when there is none (`all`; an ISO week 53 whose year before has 52).
 * A running period is cut at the same offset: whole months, then days and time of day since its start, never past the other's end;
 * with `working`, after as many working days.
 *
 * @throws RangeError `unknown comparison: x`
 */
export function comparedWindow(window: Window, compare: Compare, zone: string, working?: WorkingDays): Window | undefined {
  oneOf('comparison', compare, Object.keys(OTHERS));
  const other = OTHERS[compare](window.period);
  if (!other) return undefined;
  const full = openWindow(other, window.asOf, zone);
  if (window.status !== 'partial' || compare === 'previous-full') return full;
  const months = monthsBetween(window.period.start, window.end.wall);
  const rest = window.end.wall - add(window.period.start, months, 'month');
  const offset = working
    ? sameWorkingDay(window.period.start, window.end.wall, other.start, other.end, working)
    : compare === '52-weeks-ago'
      ? window.end.wall - YEAR_OF_WEEKS
      : add(other.start, months, 'month') + rest;
  const end = Math.min(offset ?? Infinity, other.end);
  return {...full, end: atWall(end, zone), status: end < other.end ? 'partial' : 'complete'};
}

/** The period that each compares with. */
const OTHERS: Readonly<Record<Compare, (period: Period) => Period | undefined>> = {
  previous: before,
  'previous-full': before,
  'year-ago': yearAgo,
  '52-weeks-ago': weeksAgo,
  none: () => undefined
};

function before({start, end, step, before: own}: Period): Period | undefined {
  if (!step || own) return own;
  const earlier = add(start, -step.count, step.grain);
  // A period to date ends in the middle of its step: its previous one ends at the same point of the step before.
  const isWhole = add(start, step.count, step.grain) === end;
  return {start: earlier, end: isWhole ? start : add(end, -step.count, step.grain), step};
}

function weeksAgo(period: Period): Period | undefined {
  return period.step && {...period, start: period.start - YEAR_OF_WEEKS, end: period.end - YEAR_OF_WEEKS};
}

function yearAgo({start, end, step, isWeek}: Period): Period | undefined {
  if (!step) return undefined;
  // Of days it is the last that is shifted, so that 28 February has no 29th beside it.
  const last = step.grain === 'day' ? DAY : 0;
  if (!isWeek) return {start: add(start, -1, 'year'), end: add(end - last, -1, 'year') + last, step};
  const {year, week} = isoWeek(start);
  const monday = isoWeekStart(year - 1, week);
  return monday === undefined ? undefined : {start: monday, end: monday + 7 * DAY, step, isWeek};
}

/** The bounds of a window as text in the report's zone, half-open; null where it is open (`all`). */
export interface WindowText {
  readonly start: string | null;
  readonly end: string | null;
  /** A day, whose end is meant, or a moment of one. */
  readonly asOf: string | null;
  readonly timeZone: string;
}

/** @param end the period's own end by default; a compared window gives where it was cut. */
export function windowText({period, asOf}: Pick<Window, 'period' | 'asOf'>, timeZone: string, end: number = period.end): WindowText {
  const iso = (wall: number) => (Number.isFinite(wall) ? isoText(wall) : null);
  // What is said of a day is said of its end: a midnight is that of the day before.
  const day = asOf.isDate ? asOf.today : asOf.wall % DAY ? asOf.wall : asOf.wall - DAY;
  return {start: iso(period.start), end: iso(end), asOf: iso(day), timeZone};
}
