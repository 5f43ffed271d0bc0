import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {measure} from '../../src/kpi/named.js';
import type {Query} from '../../src/kpi/query.js';

/** A deal of 1 on every day of 2026 up to August, when the weeks and the fiscal year begin as the company says. */
const dataset = createDataset({
  deals: Array.from({length: 243}, (_, day) => {
    const date = new Date(Date.UTC(2026, 0, day + 1)).toISOString().slice(0, 10);
    return {id: date, status: 'won', amount: 1, createdAt: date, closedAt: date};
  }),
  settings: {weekStart: 1, fiscalYearStart: 5, workingDays: [1, 2, 3, 4, 5], holidays: ['2026-07-01']}
});
const measured = (query: Partial<Query>) => measure(dataset, {kpi: 'total-sales', asOf: '2026-08-12', ...query});

describe('the calendar of a query', () => {
  it.each<[string, Partial<Query>, string, string]>([
    ['the week of the dataset', {period: 'this-week'}, '2026-08-10', '2026-08-17'],
    ['weeks from Sunday', {period: 'this-week', weekStart: 7}, '2026-08-09', '2026-08-16'],
    ['weeks from Sunday, said the other way', {period: 'this-week', weekStart: 0}, '2026-08-09', '2026-08-16'],
    ['the fiscal year of the dataset', {period: 'fiscal-this-year'}, '2026-05-01', '2027-05-01'],
    ['a fiscal year from July', {period: 'fiscal-this-year', fiscalYearStart: 7}, '2026-07-01', '2027-07-01']
  ])('has %s', (_, query, start, end) => {
    expect(measured(query).window).toMatchObject({start, end});
  });

  it.each<[Partial<Query>, string | undefined]>([
    [{}, '2026-07-13'],
    [{compareBy: 'calendar'}, '2026-07-13'],
    [{compareBy: 'working-days'}, '2026-07-14']
  ])('cuts what a running month is compared with as %j says', (query, end) => {
    expect(measured({period: 'this-month', ...query}).comparison?.window.end?.slice(0, 10)).toBe(end);
  });

  it.each([
    [{weekStart: 8}, 'unknown start of the week: 8'],
    [{weekStart: NaN}, 'unknown start of the week: NaN'],
    [{fiscalYearStart: 13}, 'unknown start of the fiscal year: 13'],
    [{compareBy: 'days' as 'calendar'}, 'unknown way to compare: days']
  ])('refuses %j', (query, message) => {
    expect(() => measured(query)).toThrow(message);
  });
});
