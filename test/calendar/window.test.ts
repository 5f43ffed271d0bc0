import {describe, expect, it} from 'vitest';
import {isoText} from '../../src/calendar/civil.js';
import {resolveAsOf} from '../../src/calendar/moment.js';
import type {MomentInput} from '../../src/calendar/moment.js';
import {resolvePeriod} from '../../src/calendar/period.js';
import {comparedWindow, openWindow, windowText} from '../../src/calendar/window.js';
import type {Compare, Window} from '../../src/calendar/window.js';

const ZONE = 'Europe/Stockholm';

function open(period: string, asOf?: MomentInput): Window {
  const moment = resolveAsOf(asOf, ZONE);
  return openWindow(resolvePeriod(period, {zone: ZONE, today: moment.today, weekStart: 1}), moment, ZONE);
}

describe('a window', () => {
  it.each([
    ['2026-03', '2026-03-31', 'complete'],
    ['2026-03', '2026-03-30', 'partial'],
    ['2026-03', '2026-03-01', 'partial'],
    ['2026-03', '2026-02-28', 'future'],
    ['2026-03', undefined, 'complete'],
    ['2026-03', '2026-03-31T22:00:00Z', 'complete'],
    ['2026-03', '2026-03-31T21:59:59Z', 'partial']
  ])('of %s as of %s is %s', (period, asOf, status) => {
    expect(open(period, asOf).status).toBe(status);
  });

  it.each([
    ['2026-03-10', '2026-03-10'],
    ['2026-03-10T23:00:00Z', '2026-03-10'],
    ['2026-03-10T22:59:00Z', '2026-03-10T23:59:00'],
    [undefined, null]
  ])('as of %s is told as of %s, a day for its end', (asOf, text) => {
    expect(windowText(open('2026-03', asOf), ZONE).asOf).toBe(text);
  });

  it('has a day of 23 hours when summer time begins and one of 25 when it ends', () => {
    const hours = (day: string) => {
      const {start, end} = open(day);
      return (end.instant - start.instant) / 3_600_000;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-03-28')]).toEqual([23, 25, 24]);
  });
});

describe('what a period is compared with', () => {
  it.each<[string, string | undefined, Compare, string]>([
    ['2026-03', '2026-03-31', 'previous', '2026-02-01 2026-03-01'],
    ['2026-03', '2026-03-10', 'previous', '2026-02-01 2026-02-11'],
    ['2026-03', '2026-03-30', 'previous', '2026-02-01 2026-03-01'],
    ['2026-03', '2026-03-10', 'previous-full', '2026-02-01 2026-03-01'],
    ['2026-03', '2026-03-10', 'year-ago', '2025-03-01 2025-03-11'],
    ['2026-Q4', '2026-11-23', 'previous', '2026-07-01 2026-08-24'],
    ['2024-02', '2024-02-29', 'year-ago', '2023-02-01 2023-03-01'],
    ['2024-02-29', '2024-02-29', 'year-ago', '2023-02-28 2023-03-01'],
    ['last-30-days', '2026-03-31', 'previous', '2026-01-31 2026-03-02'],
    ['last-12-months', '2026-11-23', 'previous', '2024-12-01 2025-11-24'],
    ['year-to-date', '2026-03-31', 'previous', '2025-01-01 2025-04-01'],
    ['2026-W53', '2027-02-01', 'previous', '2026-12-21 2026-12-28'],
    ['2026-W53', '2027-02-01', '52-weeks-ago', '2025-12-29 2026-01-05'],
    ['2026-W53', '2026-12-30', '52-weeks-ago', '2025-12-29 2026-01-01'],
    ['2026-W10', '2027-02-01', 'year-ago', '2025-03-03 2025-03-10'],
    ['2026-02-10/2026-02-19', undefined, 'previous', '2026-01-31 2026-02-10']
  ])('%s as of %s, %s: %s', (period, asOf, compare, bounds) => {
    const other = comparedWindow(open(period, asOf), compare, ZONE);
    expect(other && `${isoText(other.start.wall)} ${isoText(other.end.wall)}`).toBe(bounds);
  });

  it.each([
    // 1 April 2026 is a Wednesday: on the 10th, a Friday, eight working days are over.
    ['2026-04', '2026-04-10', [], '2026-03-12'],
    ['2026-04', '2026-04-12', [], '2026-03-12'],
    ['2026-04', '2026-04-10', ['2026-04-03', '2026-04-06'], '2026-03-10'],
    ['2026-03', '2026-03-30', [], '2026-03-01']
  ])('by working days, %s as of %s with holidays %j ends before %s', (period, asOf, holidays, end) => {
    const working = {days: [1, 2, 3, 4, 5], holidays};
    const other = comparedWindow(open(period, asOf), 'previous', ZONE, working);
    expect(other && isoText(other.end.wall)).toBe(end);
  });

  it('is cut at the same time of day while the period runs', () => {
    const other = comparedWindow(open('2026-03', '2026-03-10T13:30:00+01:00'), 'previous', ZONE);
    expect(other && isoText(other.end.wall)).toBe('2026-02-10T13:30:00');
  });

  it.each<[string, Compare]>([
    ['all', 'previous'],
    ['2026-W53', 'year-ago'],
    ['2026-03', 'none']
  ])('is nothing for %s, %s', (period, compare) => {
    expect(comparedWindow(open(period, '2027-02-01'), compare, ZONE)).toBeUndefined();
  });
});
