import {add, isoText, isoWeek, startOf} from './civil.js';
import type {Grain} from './civil.js';
import type {AsOf} from './moment.js';
import {openWindow} from './window.js';
import type {Window} from './window.js';

/** One bucket of a series, with the key its grain is known by: `2026-03-01`, `2026-W09`, `2026-03`, `2026-Q1`, `2026`. */
export interface Bucket {
  readonly key: string;
  readonly window: Window;
}

/** Cuts a stretch of wall time at every start of the grain. The first and the last bucket are cut to the stretch, never widened beyond it. */
export function buckets(from: number, to: number, grain: Grain, asOf: AsOf, zone: string, weekStart = 1): Bucket[] {
  const result: Bucket[] = [];
  for (let first = startOf(from, grain, weekStart); first < to; first = add(first, 1, grain)) {
    const start = Math.max(first, from);
    const end = Math.min(add(first, 1, grain), to);
    const step = {count: 1, grain: 'day'} as const;
    result.push({key: bucketKey(first, grain), window: openWindow({start, end, step}, asOf, zone)});
  }
  return result;
}

function bucketKey(wall: number, grain: Grain): string {
  const day = isoText(wall);
  if (grain === 'week') {
    const {year, week} = isoWeek(wall);
    return `${year}-W${String(week).padStart(2, '0')}`;
  }
  if (grain === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return day.slice(0, {day: 10, month: 7, year: 4}[grain]);
}
