import {describe, expect, it} from 'vitest';
import {createDataset, funnel, measure, rank, series, timeInStage} from '../../src/engine.js';
import type {Dataset, Figures, Query} from '../../src/engine.js';
import cases from './kpi-cases.json' with {type: 'json'};

interface Expected {
  readonly value?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly reason?: string;
  readonly n?: number;
  readonly excluded?: readonly unknown[];
  readonly open?: number;
  readonly partial?: boolean;
  readonly comparison?: object;
}

interface Case {
  readonly id: string;
  readonly kpi: string;
  readonly params: Query & {readonly stages?: readonly string[]};
  readonly data: Record<string, unknown>;
  readonly expected: Expected & {
    readonly rows?: readonly (Expected & {readonly repId?: string | null; readonly key?: string})[];
    readonly variants: Record<string, Expected>;
  };
}

/** How a variant of a case is asked for: what its query changes. */
const variants: Record<string, Record<string, Partial<Query>>> = {
  'sales-per-rep-splits-unassigned': {'total-sales': {kpi: 'total-sales'}},
  'win-rate-open-reopened-rollup': {
    'created-cohort asOf 2026-03-31': {variant: 'created-cohort', asOf: '2026-03-31'},
    'by-amount': {variant: 'by-amount'},
    'closed@2026-02 asOf 2026-02-15': {period: '2026-02', asOf: '2026-02-15'},
    'closed@2026-02 asOf 2026-04-01': {period: '2026-02', asOf: '2026-04-01'}
  },
  'average-purchase-value-refunds': {'net-of-refunds': {variant: 'net-of-refunds'}},
  'sales-cycle-length-median-mean': {mean: {variant: 'mean'}},
  'cac-empty-month-and-rollup': {},
  'lead-conversion-cohort': {
    period: {variant: 'period'},
    'cohort asOf 2026-04-30': {asOf: '2026-04-30'},
    'qualified-only': {variant: 'qualified-only'}
  },
  'new-leads-iso-week-53': {},
  'sales-activities-done-only': {'including-automated': {variant: 'including-automated'}},
  'like-for-like-month-to-date': {},
  'churn-cohort-vs-net': {net: {variant: 'net'}, 'incl-new': {variant: 'incl-new'}},
  'retention-cohort-vs-brief': {headcount: {variant: 'headcount'}},
  'mrr-normalisation': {arr: {kpi: 'arr'}},
  'clv-brief-and-subscription': {}
};

function check(result: Figures | undefined, expected: Expected): void {
  const {value, numerator, denominator, reason, n, excluded, open, partial, comparison} = expected;
  const told = {value, numerator, denominator, reason, n, excluded, open, partial, comparison};
  expect(result).toMatchObject(Object.fromEntries(Object.entries(told).filter(([, figure]) => figure !== undefined)));
}

function read(id: string): {dataset: Dataset; query: Query; expected: Case['expected']} {
  const found = (cases as unknown as Case[]).find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return {
    dataset: createDataset(found.data),
    query: {...found.params, params: found.params as Query['params'], kpi: found.kpi},
    expected: found.expected
  };
}

describe('the worked examples come out exact', () => {
  for (const [id, byVariant] of Object.entries(variants)) {
    const {dataset, query, expected} = read(id);
    it(id, () => check(measure(dataset, query), expected));
    for (const [variant, change] of Object.entries(byVariant)) {
      it(`${id}, ${variant}`, () => check(measure(dataset, {...query, ...change}), expected.variants[variant] ?? {}));
    }
    for (const row of expected.rows ?? []) {
      it(`${id}, row of ${row.key ?? row.repId ?? 'nobody'}`, () => {
        if (row.key !== undefined)
          check(
            series(dataset, query).buckets.find(({key}) => key === row.key),
            row
          );
        else {
          const {rows, unassigned} = rank(dataset, query);
          check(row.repId === null ? unassigned : rows.find(({id: rep}) => rep === row.repId), row);
        }
      });
    }
  }

  it('tells an empty table from one that was never given', () => {
    const {query} = read('new-leads-iso-week-53');
    expect(measure(createDataset({leads: []}), query)).toMatchObject({value: 0, numerator: 0, denominator: null});
    expect(measure(createDataset({deals: []}), query)).toMatchObject({
      value: null,
      reason: 'missing-table',
      numerator: null,
      denominator: null
    });
  });

  it('clamps the compared period where the running one is longer', () => {
    const {dataset, query} = read('like-for-like-month-to-date');
    expect(measure(dataset, {...query, asOf: '2026-03-31'}).comparison?.window).toMatchObject({start: '2026-02-01', end: '2026-03-01'});
    expect(measure(dataset, {...query, compare: 'previous-full'}).comparison).toMatchObject({
      value: 1200,
      relativeChange: -0.5833333333333334
    });
  });

  it('ranks no rep who left before the period and credits nobody twice', () => {
    const {dataset, query} = read('sales-per-rep-splits-unassigned');
    expect(rank(dataset, query).rows.map(({id}) => id)).toEqual(['B', 'A', 'C']);
  });

  describe('the funnel', () => {
    const {dataset, query, expected} = read('funnel-reached-skip-back-lost');
    const reached = (change: object) => funnel(dataset, {...query, ...change}).rows.map((row) => row.reached);
    const won = expected.variants as unknown as Record<string, number[]>;

    it('follows the furthest stage of each deal created in the period', () => {
      const result = funnel(dataset, query);
      check(result, expected);
      expect(result.rows).toMatchObject(expected.rows ?? []);
    });
    it('names the stage from which each deal was lost', () => {
      expect(funnel(dataset, query).rows.map(({lost}) => lost)).toEqual([1, 0, 1, 0]);
    });
    it.each(['touched', 'strict', 'snapshot'])('counts %s stages as defined', (mode) => expect(reached({mode})).toEqual(won[mode]));
    it('does not see what happens after the as-of', () => {
      expect(reached({asOf: '2026-03-31'})).toEqual(won['reached asOf 2026-03-31']);
    });
    it('times every stay, all visits together, and tells the one that is not over', () => {
      const wanted = (expected as unknown as {timeInStageDays: Record<string, Record<string, number> | string[]>}).timeInStageDays;
      const {open, ...stages} = wanted;
      const told = timeInStage(dataset, query);
      expect(Object.fromEntries(told.map(({stage, stays}) => [stage, Object.fromEntries(stays.map(({id, days}) => [id, days]))]))).toEqual(
        stages
      );
      expect(told.flatMap(({stage, stays}) => stays.filter(({isOpen}) => isOpen).map(({id}) => `${id}@${stage}`))).toEqual(open);
    });
    it('has entries = went on + lost + still here at every stage', () => {
      for (const {reached: entries, advanced, lost, open} of funnel(dataset, query).rows) expect(advanced + lost + open).toBe(entries);
    });
  });

  describe('a target of 900,000 for the first quarter, half of it gone', () => {
    const target = {value: 900_000, start: '2026-01-01', end: '2026-04-01'};
    const assess = (amount: number, asOf = '2026-02-14') => {
      const deals = [{id: '1', amount, status: 'won', createdAt: '2026-01-01', closedAt: '2026-01-02'}];
      return measure(createDataset({deals}), {kpi: 'total-sales', period: '2026-Q1', asOf, timeZone: 'Europe/Stockholm', target}).target;
    };

    it('is paced, required and forecast by local days', () => {
      expect(assess(420_000)).toMatchObject({
        attainment: 0.4666666666666667,
        expectedToDate: 450_000,
        elapsedDays: 45,
        totalDays: 90,
        pace: 0.9333333333333333,
        status: 'at-risk',
        remaining: 480_000,
        requiredPerDay: 10666.666666666666,
        currentPerDay: 9333.333333333334,
        forecast: 840_000
      });
    });
    it.each([
      [450_000, '2026-02-14', 1, 'on-track'],
      [400_000, '2026-02-14', 0.8888888888888888, 'off-track'],
      [900_000, '2026-02-14', 2, 'achieved'],
      [899_999, '2026-04-01', 899_999 / 900_000, 'missed']
    ])('%d as of %s has pace %d and is %s', (amount, asOf, pace, status) => expect(assess(amount, asOf)).toMatchObject({pace, status}));
  });
});
