import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank, series} from '../../src/engine.js';
import type {Params, Query} from '../../src/engine.js';

const ask = (tables: object, kpi: string, more: Partial<Query> = {}) =>
  measure(createDataset(tables), {kpi, period: '2026-03', asOf: '2026-03-31', compare: 'none', ...more});

describe('constant currency', () => {
  const fxRates = [
    {currency: 'EUR', from: '2026-01-01', rate: 10},
    {currency: 'EUR', from: '2026-03-01', rate: 11},
    {currency: 'EUR', from: '2026-05-01', rate: 99}
  ];
  const won = {amount: 100, currency: 'EUR', status: 'won', createdAt: '2026-01-01'};
  const deals = [
    {id: '1', ...won, closedAt: '2026-02-10'},
    {id: '2', ...won, closedAt: '2026-03-10'}
  ];
  const subscriptions = [{id: 's', customerId: 'c', amount: 100, currency: 'EUR', interval: 'month', startedAt: '2026-01-01'}];
  const orders = [{id: 'o', customerId: 'c', amount: 100, currency: 'EUR', orderedAt: '2026-02-10'}];
  const settings = {currency: 'SEK'};
  const constant: Params = {constantCurrency: true};

  it('takes every bucket at the latest rate before the as-of', () => {
    const valuesOf = (params: Params) =>
      series(createDataset({deals, fxRates, settings}), {
        kpi: 'total-sales',
        period: '2026-02/2026-03',
        asOf: '2026-03-31',
        grain: 'month',
        params
      }).buckets.map(({value}) => value);
    expect([valuesOf({}), valuesOf(constant)]).toEqual([
      [1000, 1100],
      [1100, 1100]
    ]);
  });
  it('leaves the bridge of MRR without a movement of rates', () => {
    const bridge = (params: Params) =>
      ask({subscriptions, fxRates, settings}, 'mrr', {period: '2026-Q1', params, asOf: '2026-03-31'}).parts;
    expect(ask({subscriptions, fxRates, settings}, 'mrr', {period: '2026-03'}).parts).toMatchObject({
      opening: 1000,
      closing: 1100,
      fx: 100
    });
    expect(ask({subscriptions, fxRates, settings}, 'mrr', {params: constant}).parts).toMatchObject({opening: 1100, closing: 1100, fx: 0});
    expect(bridge(constant)).toMatchObject({opening: 0, new: 1100, closing: 1100});
  });
  it('is the same for a cohort and for the older one it is compared with at its age', () => {
    const kpi = {
      kind: 'flow',
      id: 'won-of-created',
      unit: 'currency',
      better: 'higher',
      table: 'deals',
      date: 'createdAt',
      variant: 'default',
      isCohort: true,
      sum: 'amount',
      numerator: {where: {status: 'won'}}
    } as const;
    const cohorts = ['2026-02', '2026-03'].map((month) => ({...deals[0], id: month, createdAt: `${month}-02`, closedAt: `${month}-05`}));
    const {value, comparison} = measure(createDataset({deals: cohorts, fxRates, settings}), {
      kpi,
      period: '2026-03',
      asOf: '2026-03-31',
      params: constant
    });
    expect([value, comparison?.value]).toEqual([1100, 1100]);
  });
  it('holds for lifetime value', () => {
    const value = (params: Params) =>
      ask({orders, fxRates, settings}, 'customer-lifetime-value', {params: {retentionYears: 2, ...params}}).value;
    expect([value({}), value(constant)]).toEqual([2000, 2200]);
  });
});

describe('the open deals beside a win rate', () => {
  const created = (createdAt: string | null, more: object = {}) => ({status: 'open', createdAt, ownerId: 'Kim', ...more});
  const deals = [
    created('2025-06-01'),
    created('2026-02-10'),
    created('2026-03-10', {ownerId: 'Lo'}),
    created('2026-04-02'),
    created(null),
    created('2026-01-01', {status: 'won', closedAt: '2026-02-20'}),
    created('2026-01-01', {status: 'lost', closedAt: '2026-03-20'}),
    created('2026-01-01', {status: 'won', closedAt: '2026-04-10'})
  ].map((deal, index) => ({id: String(index), ...deal}));
  const query = {kpi: 'win-rate', period: '2026-03', asOf: '2026-04-05', compare: 'none'} as const;

  it('are all there were by the end of the period that are open still', () => {
    expect(ask({deals}, 'win-rate', query)).toMatchObject({numerator: 0, denominator: 1, open: 5, issues: []});
    expect(ask({deals}, 'win-rate', {...query, period: '2026-02'}).open).toBe(4);
    expect(ask({deals}, 'win-rate', {...query, asOf: '2026-04-30'}).open).toBe(4);
    expect(ask({deals}, 'win-rate', {...query, filter: {rep: 'Lo'}}).open).toBe(1);
    expect(ask({deals: deals.map((deal) => ({...deal, createdAt: null}))}, 'win-rate', query).open).toBe(6);
  });
  it('stand beside every bucket and rep, and of a cohort are its own', () => {
    const {buckets} = series(createDataset({deals}), {...query, period: '2026-02/2026-04', grain: 'month'});
    expect(buckets.map(({open}) => open)).toEqual([4, 5, 6]);
    const {rows} = rank(createDataset({deals}), {...query, by: 'rep', minSample: 0});
    expect(rows.map(({id, open}) => [id, open])).toEqual([
      ['Kim', 4],
      ['Lo', 1]
    ]);
    expect(ask({deals}, 'win-rate', {...query, variant: 'created-cohort'}).open).toBe(1);
  });
});

describe('churn', () => {
  const customer = (id: string, startedAt: string, endedAt: string | null = null) => ({id, startedAt, endedAt});
  const customers = [
    ...Array.from({length: 18}, (_, index) => customer(`k${index}`, '2025-01-01')),
    customer('a', '2025-01-01', '2026-02-20'),
    customer('b', '2025-01-01', '2026-03-05'),
    customer('c', '2026-03-10'),
    customer('d', '2026-03-11', '2026-03-20')
  ];
  it('of the thirty days up to the closing', () => {
    expect(ask({customers}, 'customer-churn-rate', {variant: 'rolling-30d'})).toMatchObject({numerator: 1, denominator: 19});
    expect(ask({customers}, 'customer-churn-rate', {variant: 'rolling-30d', asOf: '2026-03-10'})).toMatchObject({
      numerator: 2,
      denominator: 20,
      window: {start: '2026-03-01', end: '2026-04-01'},
      ownWindow: {start: '2026-02-09', end: '2026-03-11', asOf: '2026-03-10'}
    });
    expect(ask({customers}, 'customer-churn-rate').ownWindow).toBeUndefined();
  });
  it('as the sum of that of every day', () => {
    // 1 of 19 on the fifth, 1 of 20 on the twentieth.
    expect(ask({customers}, 'customer-churn-rate', {variant: 'sum-of-daily'}).value).toBe(39 / 380);
    expect(ask({customers: [customer('x', '2027-01-01')]}, 'customer-churn-rate', {variant: 'sum-of-daily'})).toMatchObject({
      value: null,
      reason: 'empty-denominator'
    });
  });
  it('as the sum of every day is a number over many years of changing crowds', () => {
    const crowd = Array.from({length: 900}, (_, index) =>
      customer(
        `c${index}`,
        new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
        index % 3 ? null : new Date(Date.UTC(2020, 0, 40 + index)).toISOString().slice(0, 10)
      )
    );
    const {value} = ask({customers: crowd}, 'customer-churn-rate', {variant: 'sum-of-daily', period: '2020-02/2022-05'});
    expect(value).toBeGreaterThan(1);
    expect(value).toBeLessThan(10);
  });
  it('takes a subscription for lost when it is cancelled, if asked, whatever it is paid for', () => {
    const of = (id: string, more: object) => ({id, customerId: id, amount: 100, interval: 'month', startedAt: '2025-01-01', ...more});
    const subscriptions = [
      of('a', {}),
      of('b', {canceledAt: '2026-03-10', endedAt: '2026-05-01'}),
      of('c', {canceledAt: '2026-03-10', endedAt: '2026-03-05'})
    ];
    const churn = (params: Params) => ask({subscriptions}, 'gross-mrr-churn-rate', {params}).numerator;
    expect([churn({}), churn({churnRecognition: 'on-cancel'})]).toEqual([100, 200]);
    const heads = (params: Params) =>
      ask({subscriptions}, 'customer-churn-rate', {params: {customerBasis: 'subscriptions', ...params}}).numerator;
    expect([heads({}), heads({churnRecognition: 'on-cancel'})]).toEqual([1, 2]);
  });
});

describe('sales as they were booked', () => {
  const deals = [
    {
      id: '1',
      ownerId: 'a',
      amount: 100,
      status: 'won',
      createdAt: '2026-01-01',
      closedAt: '2026-03-20',
      splits: [{repId: 'b', share: 1}],
      statusHistory: [
        {status: 'open', at: '2026-03-02'},
        {status: 'won', at: '2026-02-10'},
        {status: 'won', at: '2026-03-20'}
      ]
    },
    {id: '2', ownerId: 'a', amount: 7, status: 'won', createdAt: '2026-01-01', closedAt: '2026-03-05'},
    {
      id: '3',
      ownerId: 'a',
      amount: 40,
      status: 'lost',
      createdAt: '2026-01-01',
      closedAt: '2026-03-08',
      statusHistory: [
        {status: 'won', at: '2026-02-10'},
        {status: 'lost', at: '2026-03-08'}
      ]
    }
  ];
  it.each([
    ['2026-02', 140, 0],
    ['2026-03', 7 - 40, 107],
    ['2026-Q1', 107, 107]
  ])('%s has %d booked and %d by the last closing', (period, booked, closed) => {
    expect(ask({deals}, 'total-sales', {period, variant: 'as-booked'}).value).toBe(booked);
    expect(ask({deals}, 'total-sales', {period}).value).toBe(closed);
  });
  it('are known as of a day, and credited as the splits say', () => {
    expect(ask({deals}, 'total-sales', {variant: 'as-booked', asOf: '2026-03-07'}).value).toBe(7 - 100);
    const {rows, total} = rank(createDataset({deals}), {kpi: 'total-sales', variant: 'as-booked', period: '2026-Q1'});
    expect([rows.map(({id, value}) => [id, value]), total.value]).toEqual([
      [
        ['b', 100],
        ['a', 7]
      ],
      107
    ]);
  });
});

describe('revenue', () => {
  const orders = [
    {id: '1', amount: 100, orderedAt: '2026-02-10', invoicedAt: '2026-03-01', paidAt: '2026-04-02', customerId: 'c'},
    {id: '2', amount: 50, orderedAt: '2026-03-10', invoicedAt: '2026-03-10', paidAt: '2026-03-11', customerId: 'c'},
    {id: 'r', amount: -30, kind: 'refund', orderedAt: '2026-03-20', refundOf: '1', customerId: 'c'},
    {id: 'q', amount: -5, kind: 'refund', orderedAt: '2026-03-20', refundOf: 'lost', customerId: 'c'}
  ];
  it.each([
    ['net', '2026-03', 15],
    ['refund-by-order-date', '2026-03', 45],
    ['refund-by-order-date', '2026-02', 70],
    ['by-invoice-date', '2026-03', 150],
    ['by-payment-date', '2026-03', 50]
  ])('%s of %s', (variant, period, value) => expect(ask({orders}, 'revenue', {variant, period}).value).toBe(value));
  it('knows no refund before it is made', () => {
    expect(ask({orders}, 'revenue', {variant: 'refund-by-order-date', period: '2026-02', asOf: '2026-03-19'}).value).toBe(100);
  });
  it('leaves small purchases out of the average, refunds in', () => {
    const value = (variant?: string) =>
      ask({orders: [...orders, {id: '4', amount: 1, orderedAt: '2026-03-12'}]}, 'average-purchase-value', {
        variant,
        params: {minAmount: 10}
      });
    expect(value()).toMatchObject({value: 50, denominator: 1});
    expect(value('net-of-refunds')).toMatchObject({value: 15, denominator: 1});
  });
});

describe('deals and leads', () => {
  it('open for too long count as not won, when asked, in the period in which they get that old', () => {
    const deal = (id: string, status: string, createdAt: string, closedAt: string | null = null) => ({
      id,
      status,
      createdAt,
      closedAt,
      amount: 10
    });
    const deals = [
      deal('1', 'won', '2026-03-01', '2026-03-05'),
      deal('2', 'open', '2026-01-15'),
      deal('3', 'open', '2025-01-15'),
      deal('4', 'open', '2026-03-02'),
      deal('5', 'won', '2026-01-16', '2026-03-30')
    ];
    const rate = (period: string, params: Params = {staleAfterDays: 60}, variant?: string) =>
      ask({deals}, 'win-rate', {period, params, variant});
    expect(rate('2026-03', {})).toMatchObject({numerator: 2, denominator: 2});
    expect(rate('2026-03')).toMatchObject({value: 2 / 3, numerator: 2, denominator: 3, n: 3});
    expect(rate('2026-03', {staleAfterDays: 60}, 'by-amount')).toMatchObject({value: 2 / 3, denominator: 30});
    expect(rate('2026-02')).toMatchObject({denominator: 0});
    expect(rate('2025-03')).toMatchObject({value: 0, denominator: 1});
    expect(ask({deals}, 'win-rate', {period: '2026-03', params: {staleAfterDays: 60}, asOf: '2026-03-15'})).toMatchObject({denominator: 1});
  });
  it('count for each who shares them, when asked', () => {
    const deal = (id: string, splits: object[] = []) => ({
      id,
      ownerId: 'a',
      amount: 10,
      status: 'won',
      createdAt: '2026-03-01',
      closedAt: '2026-03-05',
      splits
    });
    const dataset = createDataset({
      deals: [
        deal('1', [
          {repId: 'a', share: 0.5},
          {repId: 'b', share: 0.25}
        ]),
        deal('2')
      ]
    });
    const counted = (params: Params) => {
      const {rows, unassigned, total} = rank(dataset, {kpi: 'total-sales', variant: 'count', period: '2026-03', params});
      return [rows.map(({id, value}) => [id, value]), unassigned.value, total.value];
    };
    expect(counted({})).toEqual([
      [
        ['a', 2],
        ['b', 0]
      ],
      0,
      2
    ]);
    expect(counted({countCredit: 'split'})).toEqual([
      [
        ['a', 1.5],
        ['b', 0.25]
      ],
      0.25,
      2
    ]);
  });
  it('are open only while they can still convert in time', () => {
    const lead = (id: string, createdAt: string, convertedAt: string | null = null) => ({id, createdAt, convertedAt});
    const leads = [
      lead('1', '2026-03-01'),
      lead('2', '2026-03-25'),
      lead('3', '2026-03-02', '2026-03-20'),
      lead('4', '2026-03-20', '2026-03-24')
    ];
    expect(ask({leads}, 'lead-conversion-rate', {params: {conversionWindow: 10}})).toMatchObject({numerator: 1, denominator: 4, open: 1});
    expect(ask({leads}, 'lead-conversion-rate')).toMatchObject({numerator: 2, denominator: 4, open: 2});
  });
});
