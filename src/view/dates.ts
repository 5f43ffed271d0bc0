import {DAY, add} from '../calendar/civil.js';
import type {Grain} from '../calendar/civil.js';
import type {WindowText} from '../calendar/window.js';
import type {Format} from './format.js';

/** Wall milliseconds of a text the engine wrote (`2026-03-01`, `2026-03-01T14:30:00`). */
export function wallOf(text: string): number {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** A window in words: `Nov 2026`, `Q4 2026`, `2026`, or its first and last day; while it runs, up to the as-of. */
export function periodText({start, end, asOf}: WindowText, isPartial: boolean, {language, text}: Format): string {
  if (start === null || end === null) return text.allTime;
  const [from, to] = [wallOf(start), wallOf(end)];
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, {timeZone: 'UTC', ...options});
  const year = dates({year: 'numeric'}).format(from);
  if (!isPartial && start.endsWith('-01')) {
    if (to === add(from, 1, 'month')) return dates({month: 'short', year: 'numeric'}).format(from);
    const month = new Date(from).getUTCMonth();
    if (to === add(from, 1, 'quarter') && month % 3 === 0) return text.quarter(month / 3 + 1, year);
    if (to === add(from, 1, 'year') && month === 0) return year;
  }
  const last = Math.max(from, isPartial && asOf !== null ? wallOf(asOf.slice(0, 10)) : to - DAY);
  // Whole months side by side read better without their days.
  const isMonths = !isPartial && start.endsWith('-01') && end.endsWith('-01');
  return dates({...(isMonths ? {} : {day: 'numeric'}), month: 'short', year: 'numeric'}).formatRange(from, last);
}

/** A day in words: `23 Nov 2026`. */
export function dayText(text: string, {language}: Format): string {
  return new Intl.DateTimeFormat(language, {timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric'}).format(wallOf(text));
}

/** The name of a bucket below its mark, short: `Nov`, `W46`, `Q4`, `23`. The first and each January name their year too. */
export function bucketText(
  key: string,
  start: string,
  grain: Grain,
  isFirst: boolean,
  {language, text}: Format
): {short: string; second: string} {
  const wall = wallOf(start);
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, {timeZone: 'UTC', ...options}).format(wall);
  const isNewYear = isFirst || new Date(wall).getUTCMonth() === 0;
  const isNewMonth = isFirst || new Date(wall).getUTCDate() === 1;
  switch (grain) {
    case 'day':
      return {short: dates({day: 'numeric'}), second: isNewMonth ? dates({month: 'short'}) : ''};
    case 'week':
      return {short: text.week(key.slice(-2)), second: isFirst || key.endsWith('W01') ? key.slice(0, 4) : ''};
    case 'month':
      return {short: dates({month: 'short'}), second: isNewYear ? dates({year: 'numeric'}) : ''};
    case 'quarter':
      return {short: text.shortQuarter(Number(key.slice(-1))), second: isNewYear ? dates({year: 'numeric'}) : ''};
    case 'year':
      return {short: key, second: ''};
  }
}
