import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, measure, processLimits, series} from '../../src/engine.js';
import type {SeriesQuery} from '../../src/engine.js';

const DAY = 86_400_000;
const day = (offset: number) => new Date(Date.UTC(2026, 0, 1) + offset * DAY).toISOString().slice(0, 10);
const won = (id: number, closedAt: string, amount: number) => ({id: String(id), status: 'won', createdAt: closedAt, closedAt, amount});

describe('the compared buckets of a series', () => {
  it.each(['calendar', 'working-days'] as const)('up to the running one add up to what the card compares with, by %s', (compareBy) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 120}), fc.integer({min: -50, max: 500})), {maxLength: 30}),
        fc.integer({min: 90, max: 119}),
        fc.constantFrom('day', 'week', 'month'),
        (sold, today, grain) => {
          const dataset = createDataset({
            deals: [won(-1, '2025-06-01', 1), ...sold.map(([offset, amount], index) => won(index, day(offset), amount))]
          });
          const query = {kpi: 'total-sales', period: '2026-04', asOf: day(today), compare: 'previous', compareBy} as const;
          const {comparison} = measure(dataset, query);
          const {compared = []} = series(dataset, {...query, grain});
          const end = comparison?.window.end ?? '';
          const upTo = compared.filter(({window}) => (window.start ?? '') < end);
          expect(upTo.reduce((sum, {value}) => sum + (value ?? 0), 0)).toBe(comparison?.value);
          expect(upTo.at(-1)?.window.end, 'the last says where it is cut').toBe(compared.length > 0 ? end : undefined);
        }
      ),
      {numRuns: 200}
    );
  });

  it('are looked at when their cohort was as old', () => {
    const deals = [
      {id: '1', status: 'won', createdAt: '2026-01-05', closedAt: '2026-03-20'},
      {id: '2', status: 'won', createdAt: '2026-01-06', closedAt: '2026-02-10'},
      {id: '3', status: 'won', createdAt: '2026-03-05', closedAt: '2026-03-06'}
    ];
    const query: SeriesQuery = {
      kpi: 'win-rate',
      variant: 'created-cohort',
      period: '2026-03/2026-04',
      asOf: '2026-04-20',
      grain: 'month',
      compare: 'previous'
    };
    const {compared} = series(createDataset({deals}), query);
    expect(compared?.map(({numerator, denominator}) => [numerator, denominator])).toEqual([
      [1, 2],
      [0, 0]
    ]);
    expect(measure(createDataset({deals}), query).comparison).toMatchObject({numerator: 1, denominator: 2});
  });
});

it('cuts a fiscal period by the quarters and years of the company, whose keys are periods', () => {
  const keysOf = (fiscalYearLabel: string, period: string, grain: 'quarter' | 'year') => {
    const dataset = createDataset({deals: [won(1, '2025-06-01', 7)], settings: {fiscalYearStart: 5, fiscalYearLabel}});
    const {buckets} = series(dataset, {kpi: 'total-sales', period, grain});
    for (const {key, window} of buckets) expect(measure(dataset, {kpi: 'total-sales', period: key}).window).toEqual(window);
    return buckets.map(({key, value}) => [key, value]);
  };
  expect(keysOf('both', 'fiscal-2025/26', 'quarter')).toEqual([
    ['fiscal-2025/26-Q1', 7],
    ['fiscal-2025/26-Q2', 0],
    ['fiscal-2025/26-Q3', 0],
    ['fiscal-2025/26-Q4', 0]
  ]);
  expect(keysOf('end', 'fiscal-2026', 'year')).toEqual([['fiscal-2026', 7]]);
  expect(keysOf('start', 'fiscal-2025/26', 'year')).toEqual([['fiscal-2025', 7]]);
  expect(() => keysOf('both', 'fiscal-2025/27', 'year')).toThrow('unknown period: fiscal-2025/27');
});

describe('limits', () => {
  it('of two years of months also go by the change since a year before', () => {
    const values = [10, 20, 30, 40, 50, 60, 60, 50, 40, 30, 20, 10];
    const deals = Array.from({length: 26}, (_, month) =>
      won(
        month,
        `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`,
        values[month % 12] + (month % 2) + (month === 25 ? 40 : 0)
      )
    );
    const ask = (period: string) => series(createDataset({deals}), {kpi: 'total-sales', period, grain: 'month', asOf: '2026-03-31'});
    const {limits, seasonal} = ask('2024-01/2026-02');
    expect(limits?.signals.filter(({index}) => index === 25)).toEqual([]);
    expect(seasonal?.signals).toContainEqual({index: 25, rule: 'outside-limits'});
    expect(ask('2024-01/2025-11').seasonal).toBeUndefined();
  });
  it.each([
    ['2026-01-01/2026-03-29', 'the first week, of four days'],
    ['2025-12-29/2026-03-26', 'the last week, of four days']
  ])('of %s leave out %s', (period) => {
    const deals = Array.from({length: 91}, (_, index) => won(index, day(index - 3), 1));
    const {buckets, limits} = series(createDataset({deals}), {kpi: 'total-sales', period, grain: 'week', asOf: '2026-04-30'});
    expect(buckets.map(({value}) => value).filter((value) => value !== 7)).toEqual([4]);
    expect(limits).toMatchObject({mean: 7, upper: 7, lower: 7, signals: []});
  });
  it('may be locked to the first points, or drawn from the median range', () => {
    const values = [50, 52, 48, 51, 49, 50, 52, 48, 80];
    expect(processLimits(values, {baseline: 8})).toMatchObject({
      mean: 50,
      averageMovingRange: 18 / 7,
      signals: [{index: 8, rule: 'outside-limits'}]
    });
    expect(processLimits(values, {ranges: 'median'})).toMatchObject({
      mean: 480 / 9,
      averageMovingRange: 2.5,
      upper: 480 / 9 + 3.145 * 2.5,
      upperRange: 9.6625
    });
    expect(processLimits([5], {ranges: 'median'})?.averageMovingRange).toBe(0);
  });
});

it('estimates the years a customer stays from those whose orders the filter lets pass, each of whom is there once', () => {
  const order = (id: string, customerId: string, product: string) => ({id, customerId, product, amount: 100, orderedAt: '2025-09-01'});
  const tables = {
    orders: [order('1', 'A', 'Pro'), order('2', 'B', 'Pro'), order('3', 'C', 'Basic'), order('4', 'D', 'Basic')],
    customers: [
      {id: 'A', startedAt: '2020-01-01'},
      {id: 'B', startedAt: '2020-01-01', endedAt: '2026-04-01'},
      {
        id: 'C',
        periods: [
          {from: '2020-01-01', to: '2025-10-01'},
          {from: '2025-10-01', to: '2026-01-01'}
        ]
      },
      {id: 'D', startedAt: '2020-01-01', endedAt: '2025-10-01'}
    ]
  };
  const parts = (filter = {}) =>
    measure(createDataset(tables), {kpi: 'customer-lifetime-value', period: '2026-03', asOf: '2026-04-30', compare: 'none', filter}).parts;
  expect(parts({product: 'Basic'})?.retentionYears).toBeCloseTo((275 + 183) / 365 / 2, 10);
  expect(parts({product: 'Pro'})?.retentionYears).toBeUndefined();
  expect(parts()?.retentionYears).toBeCloseTo((365 * 2 + 275 + 183) / 365 / 2, 10);
});
