import {describe, expect, it} from 'vitest';
import {createDataset, leadsNeeded, measure, rank} from '../../src/engine.js';
import type {Query} from '../../src/engine.js';

const ask = (tables: object, kpi: string, more: Partial<Query> = {}) =>
  measure(createDataset(tables), {kpi, period: '2026-03', asOf: '2026-04-30', ...more});

const customers = [
  {id: 'A', startedAt: '2025-01-01', segment: 'Large'},
  {id: 'B', startedAt: '2025-01-01', segment: 'Small'},
  {id: 'C', startedAt: '2025-01-01', endedAt: '2026-03-10', segment: 'Small'},
  {id: 'D', startedAt: '2026-03-01', segment: 'Large'},
  {id: 'E', periods: [{from: '2024-01-01', to: '2025-01-01'}, {from: '2026-03-05'}], segment: 'Small'}
];

describe('customers', () => {
  it('who come back are neither new nor retained; closing = opening + new + returned − lost', () => {
    expect(ask({customers}, 'customer-retention-rate')).toMatchObject({
      numerator: 2,
      denominator: 3,
      parts: {opening: 3, new: 1, reactivation: 1, churn: 1, closing: 4, joined: 1, retained: 2}
    });
  });

  it('are broken down by their own columns, each group by its own opening', () => {
    const {rows, total} = rank(createDataset({customers}), {kpi: 'customer-churn-rate', by: 'segment', period: '2026-03', minSample: 1});
    expect(rows.map(({id, numerator, denominator}) => [id, numerator, denominator])).toEqual([
      ['Large', 0, 1],
      ['Small', 1, 2]
    ]);
    expect([total.numerator, total.denominator]).toEqual([1, 3]);
  });

  it('who end on the first day of a period were there and are lost in it; who start on it are new', () => {
    const edge = [
      {id: 'A', startedAt: '2025-01-01', endedAt: '2026-03-01'},
      {id: 'B', startedAt: '2026-03-01'}
    ];
    expect(ask({customers: edge}, 'customer-churn-rate').parts).toMatchObject({opening: 1, churn: 1, new: 1, closing: 1});
    expect(ask({customers: edge}, 'customer-churn-rate', {period: '2026-02'}).parts).toMatchObject({opening: 1, churn: 0, closing: 1});
  });

  const deal = (id: string, customerId: string, type: string, status = 'won') => ({
    id,
    customerId,
    type,
    status,
    amount: 10,
    createdAt: '2026-03-02',
    closedAt: '2026-03-20'
  });
  const deals = [
    deal('1', 'A', 'upsell'),
    deal('2', 'A', 'cross-sell'),
    deal('3', 'B', 'cross-sell'),
    deal('4', 'D', 'upsell'),
    deal('5', 'B', 'upsell', 'lost'),
    deal('6', 'X', 'new')
  ];
  it.each<[string, string | undefined, number, number]>([
    ['upsell-rate', undefined, 1, 3],
    ['cross-sell-rate', undefined, 2, 3],
    ['expansion-rate', undefined, 2, 3],
    ['upsell-rate', 'offers', 2, 3],
    ['upsell-rate', 'revenue', 20, 50]
  ])('buy more: %s %s is %d of %d', (kpi, variant, numerator, denominator) => {
    expect(ask({customers, deals}, kpi, {variant})).toMatchObject({numerator, denominator, value: numerator / denominator});
  });
});

describe('subscriptions', () => {
  const row = (id: string, customerId: string, amount: number, startedAt: string, more: object = {}) => ({
    id,
    customerId,
    amount,
    interval: 'month',
    status: 'active',
    startedAt,
    ...more
  });
  const subscriptions = [
    row('1', 'A', 100, '2025-01-01', {endedAt: '2026-03-10'}),
    row('2', 'A', 150, '2026-03-10'),
    row('3', 'B', 80, '2025-01-01', {endedAt: '2026-03-15'}),
    row('4', 'C', 60, '2026-03-20'),
    row('5', 'D', 90, '2025-01-01', {interval: 'fortnight'})
  ];

  it.each([
    ['month', 1200],
    ['Monthly', 1200],
    ['months', 1200],
    ['quarterly', 400],
    ['annual', 100],
    ['yearly', 100],
    ['weekly', 5200],
    ['daily', 36_500]
  ])('paid %s count by the month', (interval, mrr) => {
    expect(ask({subscriptions: [row('1', 'A', 1200, '2025-01-01', {interval})]}, 'mrr').value).toBe(mrr);
  });

  it('bridge the opening to the closing', () => {
    const {value, parts, issues} = ask({subscriptions}, 'mrr');
    expect([value, parts]).toMatchObject([210, {opening: 180, new: 60, expansion: 50, churn: 80, contraction: 0, closing: 210}]);
    expect(issues).toEqual([{code: 'unknown-interval', count: 1, names: ['fortnight']}]);
  });

  it.each([
    ['net-revenue-retention', 150 / 180],
    ['gross-revenue-retention', 100 / 180],
    ['gross-mrr-churn-rate', 80 / 180],
    ['net-mrr-churn-rate', 30 / 180]
  ])('%s', (kpi, value) => {
    expect(ask({subscriptions}, kpi).value).toBeCloseTo(value, 12);
  });

  it('in another currency move with the rate, and the movement is told apart', () => {
    const tables = {
      subscriptions: [row('1', 'A', 10, '2025-01-01', {currency: 'EUR'})],
      fxRates: [
        {currency: 'EUR', from: '2025-01-01', rate: 11},
        {currency: 'EUR', from: '2026-03-15', rate: 12}
      ],
      settings: {currency: 'SEK'}
    };
    expect(ask(tables, 'mrr')).toMatchObject({value: 120, currency: 'SEK', parts: {opening: 110, fx: 10, expansion: 0, closing: 120}});
    expect(ask({...tables, fxRates: []}, 'mrr')).toMatchObject({value: null, reason: 'missing-fx-rate'});
  });
});

describe('customer lifetime value', () => {
  const order = (id: string, customerId: string, amount: number, orderedAt = '2026-02-01') => ({id, customerId, amount, orderedAt});
  it('estimates the years from the customers lost', () => {
    const stay = [
      {id: 'X', startedAt: '2020-01-01'},
      {id: 'Y', startedAt: '2020-01-01', endedAt: '2026-01-01'}
    ];
    const {value, parts} = ask({orders: [order('1', 'X', 300), order('2', 'Y', 100)], customers: stay}, 'customer-lifetime-value');
    // A year of X and nine months of Y at risk, one lost.
    expect(parts?.retentionYears).toBeCloseTo((365 + 275) / 365, 6);
    expect(value).toBeCloseTo((400 * (365 + 275)) / 365 / 2, 6);
  });

  it('names the tables it needs, which are fewer when the years are given', () => {
    const orders = [order('1', 'X', 300)];
    expect(ask({orders}, 'customer-lifetime-value')).toMatchObject({
      value: null,
      reason: 'missing-table',
      issues: [{code: 'missing-table', names: ['customers']}]
    });
    expect(ask({orders}, 'customer-lifetime-value', {params: {retentionYears: 3}}).value).toBe(900);
    expect(ask({orders}, 'customer-lifetime-value', {variant: 'historic'}).reason).toBe('missing-table');
  });

  it('at a gross margin is that share of it, and without one is a mistake', () => {
    const orders = [order('1', 'X', 300)];
    const ofMargin = (params: object) =>
      ask({orders}, 'customer-lifetime-value', {variant: 'margin', params: {retentionYears: 3, ...params}});
    expect(ofMargin({grossMargin: 0.4}).value).toBe(360);
    expect(() => ofMargin({})).toThrow('customer-lifetime-value needs params.grossMargin');
  });

  it.each([
    ['simple', 900],
    ['subscription', 1200],
    ['historic', 300]
  ])('%s is of the margin alone when one is given', (variant, value) => {
    const tables = {
      orders: [order('1', 'X', 300)],
      customers: [{id: 'X', startedAt: '2026-03-01'}],
      subscriptions: ['a', 'b'].map((id) => ({
        id,
        customerId: id,
        amount: 100,
        interval: 'month',
        startedAt: '2025-01-01',
        ...(id === 'b' && {endedAt: '2026-03-10'})
      }))
    };
    const valueOf = (params: object) => ask(tables, 'customer-lifetime-value', {variant, params: {retentionYears: 3, ...params}}).value;
    expect(valueOf({})).toBeCloseTo(value, 9);
    expect(valueOf({grossMargin: 0.25})).toBeCloseTo(value / 4, 9);
  });

  it('of subscriptions is revenue a customer and month over the monthly churn', () => {
    const sub = (id: number, endedAt?: string) => ({
      id: String(id),
      customerId: `c${String(id)}`,
      amount: 100,
      interval: 'month',
      status: 'active',
      startedAt: '2025-01-01',
      endedAt
    });
    const subscriptions = Array.from({length: 20}, (_, id) => sub(id, id === 0 ? '2026-03-10' : undefined));
    // One of 20 lost in one of six months: 1 / 120 a month.
    expect(ask({subscriptions}, 'customer-lifetime-value', {variant: 'subscription'}).value).toBeCloseTo(12_000, 6);
    expect(ask({subscriptions: subscriptions.slice(1)}, 'customer-lifetime-value', {variant: 'subscription'})).toMatchObject({
      value: null,
      reason: 'empty-denominator',
      denominator: 0
    });
  });

  it('so far is what a cohort has brought', () => {
    const tables = {customers, orders: [order('1', 'D', 50, '2026-03-02'), order('2', 'D', 30, '2026-04-02'), order('3', 'A', 500)]};
    expect(ask(tables, 'customer-lifetime-value', {variant: 'historic'})).toMatchObject({value: 80, n: 1});
  });
});

it.each([
  [3, 0.25, 12],
  [3, 0.3, 10],
  [1, null, null],
  [1, 0, null]
])('for %d customers at a rate of %s, %s leads are needed', (needed, rate, leads) => {
  expect(leadsNeeded(needed, rate)).toBe(leads);
});
