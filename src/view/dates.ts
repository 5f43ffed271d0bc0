import {add} from '../calendar/civil.js';
import type {Grain} from '../calendar/civil.js';
import type {WindowText} from '../calendar/window.js';
import type {Format} from './format.js';

/** Wall milliseconds of a text the engine wrote (`2026-03-01`, `2026-03-01T14:30:00`). */
export function wallOf(text: string): number {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const made = new Map<string, Intl.DateTimeFormat>();
const told = new Map<string, string>();
const mostTold = 2000;

/** A date or a stretch in one language, of which no line begins with the dash. A page tells the same ones again and again, and they take long to make; the engine's walls are read as UTC. */
function dateText(options: Intl.DateTimeFormatOptions, {language}: Format, from: number, to?: number): string {
  const way = language + JSON.stringify(options);
  const key = [way, from, to].join();
  let text = told.get(key);
  if (text === undefined) {
    const format = made.get(way) ?? new Intl.DateTimeFormat(language, {timeZone: 'UTC', ...options});
    made.set(way, format);
    text = to === undefined ? format.format(from) : format.formatRange(from, to).replace(/\s–\s/, '\u00a0– ');
    if (told.size === mostTold) told.clear();
    told.set(key, text);
  }
  return text;
}

const MONTH = {month: 'short', year: 'numeric'} as const;

/** A window in words: `Nov 2026`, `Q4 2026`, `2026`, or its first and last day; while it runs, up to the as-of. Beside a day of the same year: `Nov`, `Q4`. */
export function periodText({start, end, asOf}: WindowText, isPartial: boolean, format: Format, beside?: string | null): string {
  const {text} = format;
  if (start === null || end === null) return text.allTime;
  const [from, to] = [wallOf(start), wallOf(end)];
  // Whole months read better without their days.
  const isMonths = !isPartial && start.endsWith('-01') && end.endsWith('-01');
  const isKnown = beside?.slice(0, 4) === start.slice(0, 4);
  const year = dateText({year: 'numeric'}, format, from);
  const quarter = (Number(start.slice(5, 7)) + 2) / 3;
  if (isMonths && to === add(from, 1, 'year') && quarter === 1) return year;
  if (isMonths && to === add(from, 1, 'quarter') && Number.isInteger(quarter))
    return `${text.quarter(quarter)} ${isKnown ? '' : year}`.trim();
  const last = Math.max(from, isPartial && asOf !== null ? wallOf(asOf.slice(0, 10)) : to - 1);
  const month = isKnown ? ({month: 'short'} as const) : MONTH;
  return dateText(isMonths ? month : {day: 'numeric', ...month}, format, from, last);
}

/** The first and last day of a window: `Jun 1 – 30, 2026`. */
export function daysText({start, end}: WindowText, format: Format): string {
  return start === null || end === null
    ? format.text.allTime
    : dateText({day: 'numeric', ...MONTH}, format, wallOf(start), Math.max(wallOf(start), wallOf(end) - 1));
}

/** A day in words: `23 Nov 2026`; beside one of the same year `23 Nov`. */
export function dayText(text: string, format: Format, beside?: string | null): string {
  const isKnown = beside?.slice(0, 4) === text.slice(0, 4);
  return dateText(isKnown ? {day: 'numeric', month: 'short'} : {day: 'numeric', ...MONTH}, format, wallOf(text));
}

/** The name of a bucket below its mark, short: `Nov`, `W46`, `Q4`, `23`. The first and each January name their year too. */
export function bucketText(key: string, start: string, grain: Grain, isFirst: boolean, format: Format): {short: string; second: string} {
  const date = (options: Intl.DateTimeFormatOptions) => dateText(options, format, wallOf(start));
  const {week, quarter} = format.text;
  const short = {
    day: () => date({day: 'numeric'}),
    week: () => week(key.slice(-2)),
    month: () => date({month: 'short'}),
    quarter: () => quarter(key.slice(-1)),
    year: () => key.replace('fiscal-', '')
  }[grain]();
  const begins = grain === 'week' ? key : grain === 'day' ? start : start.slice(0, 7);
  if (grain === 'year' || !(isFirst || begins.endsWith('01'))) return {short, second: ''};
  return {short, second: grain === 'week' ? key.slice(0, 4) : date(grain === 'day' ? {month: 'short'} : {year: 'numeric'})};
}
