import {describe, expect, it} from 'vitest';
import {isoText} from '../../src/calendar/civil.js';
import {resolveAsOf} from '../../src/calendar/moment.js';
import {resolvePeriod} from '../../src/calendar/period.js';
import type {PeriodInput} from '../../src/calendar/period.js';

const read = (period: PeriodInput, asOf?: string, weekStart = 1): string => {
  const {today} = resolveAsOf(asOf, 'UTC');
  const {start, end} = resolvePeriod(period, {zone: 'UTC', today, weekStart});
  return `${isoText(start)} ${isoText(end)}`;
};

describe('a period', () => {
  it.each([
    ['2026', '2026-01-01 2027-01-01'],
    ['2026-Q1', '2026-01-01 2026-04-01'],
    ['2026-Q4', '2026-10-01 2027-01-01'],
    ['2024-02', '2024-02-01 2024-03-01'],
    ['2026-07-15', '2026-07-15 2026-07-16'],
    ['2026-W53', '2026-12-28 2027-01-04'],
    ['2021-W01', '2021-01-04 2021-01-11'],
    ['2026-07-01/2026-09-30', '2026-07-01 2026-10-01'],
    ['2026-01/2026-03', '2026-01-01 2026-04-01'],
    ['2026-02-10/2026-02-10', '2026-02-10 2026-02-11'],
    ['2026-07-01/P3M', '2026-07-01 2026-10-01'],
    ['2026-01-31/P1M', '2026-01-31 2026-02-28'],
    ['2026-07-01/P1Y2M3W4D', '2026-07-01 2027-09-26']
  ])('%s is %s, the end not included', (period, bounds) => {
    expect(read(period)).toBe(bounds);
  });

  it.each([
    ['today', '2026-03-31', '2026-03-31 2026-04-01'],
    ['this-week', '2026-03-31', '2026-03-30 2026-04-06'],
    ['last-week', '2026-03-31', '2026-03-23 2026-03-30'],
    ['this-month', '2026-03-31', '2026-03-01 2026-04-01'],
    ['last-month', '2026-03-31', '2026-02-01 2026-03-01'],
    ['this-quarter', '2026-03-31', '2026-01-01 2026-04-01'],
    ['last-quarter', '2026-03-31', '2025-10-01 2026-01-01'],
    ['this-year', '2024-02-29', '2024-01-01 2025-01-01'],
    ['last-year', '2024-02-29', '2023-01-01 2024-01-01'],
    ['year-to-date', '2026-03-31', '2026-01-01 2026-04-01'],
    ['last-30-days', '2026-03-31', '2026-03-02 2026-04-01'],
    ['last-2-weeks', '2026-03-31', '2026-03-23 2026-04-06'],
    ['last-12-months', '2026-11-23', '2025-12-01 2026-12-01'],
    ['last-4-quarters', '2026-11-23', '2026-01-01 2027-01-01']
  ])('%s as of %s is %s', (period, asOf, bounds) => {
    expect(read(period, asOf)).toBe(bounds);
  });

  it.each<[string, string, 'start' | 'end' | undefined, string]>([
    ['fiscal-this-year', '2026-03-31', undefined, '2025-05-01 2026-05-01'],
    ['fiscal-this-quarter', '2026-03-31', undefined, '2026-02-01 2026-05-01'],
    ['fiscal-last-quarter', '2026-03-31', undefined, '2025-11-01 2026-02-01'],
    ['fiscal-year-to-date', '2026-03-31', undefined, '2025-05-01 2026-04-01'],
    ['fiscal-2026', '2026-03-31', undefined, '2025-05-01 2026-05-01'],
    ['fiscal-2026', '2026-03-31', 'start', '2026-05-01 2027-05-01'],
    ['fiscal-2026-Q1', '2026-03-31', 'end', '2025-05-01 2025-08-01'],
    ['fiscal-2026-07', '2026-03-31', 'end', '2026-07-01 2026-08-01']
  ])('%s as of %s, in years from May named by their %s, is %s', (period, asOf, fiscalYearLabel, bounds) => {
    const {today} = resolveAsOf(asOf, 'UTC');
    const {start, end} = resolvePeriod(period, {zone: 'UTC', today, weekStart: 1, fiscalYearStart: 5, fiscalYearLabel});
    expect(`${isoText(start)} ${isoText(end)}`).toBe(bounds);
  });

  it('may be one of the company', () => {
    const periods = [{key: '2026-P03', start: '2026-03-02', end: '2026-04-06'}];
    const {start, end} = resolvePeriod('2026-P03', {zone: 'UTC', today: NaN, weekStart: 1, periods});
    expect(`${isoText(start)} ${isoText(end)}`).toBe('2026-03-02 2026-04-06');
  });

  it('given as bounds is half-open', () => {
    expect(read({start: '2026-03-01', end: '2026-04-01'})).toBe('2026-03-01 2026-04-01');
  });

  it('may start its weeks on Sunday', () => {
    expect(read('this-week', '2026-03-31', 7)).toBe('2026-03-29 2026-04-05');
  });

  it.each([
    '',
    'this',
    'last-0-days',
    'this-3-months',
    'last-3-month',
    'last-months',
    '2026-Q5',
    '2026-13',
    '2026-02-30',
    '2025-W53',
    'tomorrow',
    '2026/2027/2028',
    '2026-01-01/P',
    '2026-01-01/PT5H',
    'fiscal-all'
  ])('"%s" is none', (period) => {
    expect(() => read(period, '2026-03-31')).toThrow(`unknown period: ${period}`);
  });

  it('does not end before it starts', () => {
    expect(() => read('2026-03/2026-01')).toThrow('period ends before it starts');
  });

  it('relative to today needs to be told what day it is', () => {
    expect(() => read('this-month')).toThrow('as-of is needed for a period relative to today: this-month');
  });
});
