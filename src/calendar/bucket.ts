import {add, isoText, isoWeek, monthsBetween, startOf} from './civil.js';
import type {Grain} from './civil.js';
import type {AsOf} from './moment.js';
import {between} from './period.js';
import type {FiscalYear} from './period.js';
import {openWindow} from './window.js';
import type {Window} from './window.js';

/** One bucket of a series, with the key its grain is known by: `2026-03-01`, `2026-W09`, `2026-03`, `2026-Q1`, `2026`; `fiscal-2025/26-Q1` of a company's own year. */
export interface Bucket {
  readonly key: string;
  readonly window: Window;
}

/** Cuts a stretch of wall time at every start of the grain. The first and the last bucket are cut to the stretch, never widened beyond it. */
export function buckets(from: number, to: number, grain: Grain, asOf: AsOf, zone: string, weekStart = 1, fiscal?: FiscalYear): Bucket[] {
  const result: Bucket[] = [];
  for (let first = startOf(from, grain, weekStart, fiscal?.start); first < to; first = add(first, 1, grain)) {
    const period = between(Math.max(first, from), Math.min(add(first, 1, grain), to), grain);
    result.push({key: bucketKey(first, grain, fiscal), window: openWindow(period, asOf, zone)});
  }
  return result;
}

function bucketKey(wall: number, grain: Grain, fiscal?: FiscalYear): string {
  const day = isoText(wall);
  if (fiscal && (grain === 'quarter' || grain === 'year')) {
    const start = startOf(wall, 'year', 1, fiscal.start);
    const year = new Date(start).getUTCFullYear();
    const both = `${year}/${String(year + 1).slice(2)}`;
    const name = fiscal.start === 1 || fiscal.label === 'start' ? year : fiscal.label === 'end' ? year + 1 : both;
    return `fiscal-${name}${grain === 'quarter' ? `-Q${monthsBetween(start, wall) / 3 + 1}` : ''}`;
  }
  if (grain === 'week') {
    const {year, week} = isoWeek(wall);
    return `${year}-W${String(week).padStart(2, '0')}`;
  }
  if (grain === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return day.slice(0, {day: 10, month: 7, year: 4}[grain]);
}
