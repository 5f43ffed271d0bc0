import {describe, expect, it} from 'vitest';
import {createDataset, explain, measure, rank, recordsOf} from '../../src/engine.js';
import type {Query} from '../../src/engine.js';

const cost = (id: string, category: string, more: object) => ({id, category, amount: 10, ...more});
const deal = (id: string, status: string, createdAt: string, closedAt: string | null, more: object = {}) => ({
  id,
  status,
  createdAt,
  closedAt,
  amount: 10,
  ownerId: 'a',
  ...more
});
const dataset = createDataset({
  deals: [
    deal('won', 'won', '2026-02-20', '2026-03-10'),
    deal('shared', 'won', '2026-02-20', '2026-03-10', {splits: [{repId: 'b', share: 1}]}),
    deal('lost', 'lost', '2026-02-20', '2026-03-12'),
    deal('back', 'won', '2026-03-20', '2026-03-11'),
    deal('old', 'open', '2026-01-10', null)
  ],
  costs: [
    cost('on', 'sales', {at: '2026-03-02'}),
    cost('spread', 'marketing', {from: '2026-01-01', to: '2027-01-01'}),
    cost('before', 'sales', {at: '2026-02-02'}),
    cost('rent', 'rent', {at: '2026-03-02'})
  ],
  customers: [{id: 'c', startedAt: '2026-03-05'}]
});
const ask = (kpi: string, more: Partial<Query> = {}) => recordsOf(dataset, {kpi, period: '2026-03', asOf: '2026-03-31', ...more});

describe('the records behind a figure are those that it counts', () => {
  it.each<[string, Partial<Query>, string[], string[]]>([
    ['customer-acquisition-cost', {}, ['on', 'spread'], ['c']],
    ['customer-acquisition-cost', {params: {categories: ['rent']}}, ['rent'], ['c']],
    ['customer-acquisition-cost', {params: {costLag: 1}}, ['before', 'spread'], ['c']],
    ['sales-cycle-length', {}, ['won', 'shared'], ['won', 'shared']],
    ['sales-cycle-length', {params: {population: 'lost'}}, ['lost'], ['lost']],
    ['total-sales', {filter: {rep: 'b'}}, ['shared'], []],
    ['total-sales', {filter: {rep: 'a'}}, ['won', 'back'], []],
    ['sales-per-rep', {}, ['won', 'shared', 'back'], ['a', 'b']],
    ['win-rate', {params: {staleAfterDays: 60}}, ['won', 'shared', 'back'], ['won', 'shared', 'lost', 'back', 'old']]
  ])('of %s with %j', (kpi, more, numerator, denominator) => {
    const records = ask(kpi, more);
    expect({numerator: [...records.numerator].sort(), denominator: [...records.denominator].sort()}).toEqual({
      numerator: numerator.sort(),
      denominator: denominator.sort()
    });
    const {n} = measure(dataset, {kpi, period: '2026-03', asOf: '2026-03-31', ...more});
    if (!['total-sales', 'sales-per-rep'].includes(kpi)) expect(n).toBe(denominator.length);
  });
});

it('keeps the row of a former rep who is credited with a share alone', () => {
  const reps = [{id: 'a'}, {id: 'b', activeTo: '2026-01-01'}, {id: 'c', activeTo: '2026-01-01'}];
  const shared = createDataset({deals: [deal('1', 'won', '2026-03-01', '2026-03-10', {splits: [{repId: 'b', share: 1}]})], reps});
  const {rows, total} = rank(shared, {kpi: 'total-sales', period: '2026-03'});
  expect([rows.map(({id, value, isFormer}) => [id, value, isFormer]), total.value]).toEqual([
    [
      ['b', 10, true],
      ['a', 0, false]
    ],
    10
  ]);
});

describe('the records behind', () => {
  const lead = (id: string, firstResponseAt: string | null) => ({id, createdAt: '2026-03-02T08:00:00Z', firstResponseAt});
  const order = (id: string, customerId: string, orderedAt: string, more: object = {}) => ({
    id,
    customerId,
    amount: 10,
    orderedAt,
    ...more
  });
  const sold = (id: string, customerId: string, type: string, status = 'won') => ({
    ...{id, customerId, type, status, amount: 10, createdAt: '2026-03-01', closedAt: '2026-03-02'}
  });
  const everything = createDataset({
    leads: [lead('soon', '2026-03-02T08:30:00Z'), lead('late', '2026-03-02T10:00:00Z'), lead('never', null)],
    customers: [
      {id: 'A', startedAt: '2025-01-01'},
      {id: 'B', startedAt: '2025-01-01', endedAt: '2026-03-01'},
      {id: 'C', startedAt: '2026-03-05'}
    ],
    orders: [
      order('1', 'A', '2025-06-01'),
      order('2', 'C', '2026-03-06'),
      order('3', 'A', '2025-03-31'),
      order('4', 'A', '2026-03-02', {kind: 'refund', amount: -4})
    ],
    deals: [sold('u', 'A', 'upsell'), sold('x', 'B', 'cross-sell'), sold('n', 'C', 'upsell'), sold('l', 'B', 'upsell', 'lost')],
    subscriptions: ['A', 'C'].map((id) => ({
      id: `s${id}`,
      customerId: id,
      amount: 10,
      interval: 'month',
      startedAt: '2026-01-01',
      endedAt: id === 'A' ? null : '2026-03-20'
    }))
  });
  it.each<[kpi: string, more: Partial<Query>, numerator: string[], denominator: string[]]>([
    ['lead-response-time', {}, ['soon', 'late'], ['soon', 'late', 'never']],
    ['lead-response-time', {variant: 'mean-responded'}, ['soon', 'late'], ['soon', 'late']],
    ['lead-response-time', {variant: 'within-sla'}, ['soon'], ['soon', 'late', 'never']],
    ['upsell-rate', {}, ['A'], ['A', 'B']],
    ['cross-sell-rate', {}, ['B'], ['A', 'B']],
    ['expansion-rate', {}, ['A', 'B'], ['A', 'B']],
    ['customer-churn-rate', {variant: 'rolling-30d'}, [], ['A']],
    ['customer-lifetime-value', {params: {retentionYears: 1}}, ['1', '2', '4'], ['A', 'C']],
    ['customer-lifetime-value', {variant: 'historic'}, ['2'], ['C']],
    ['customer-lifetime-value', {variant: 'subscription'}, ['A'], []]
  ])('%s with %j are those that it counts', (kpi, more, numerator, denominator) => {
    const records = recordsOf(everything, {kpi, period: '2026-03', asOf: '2026-03-31', ...more});
    expect([records.numerator, records.denominator].map((ids) => [...ids].sort())).toEqual([numerator.sort(), denominator.sort()]);
  });
  it('a figure come with the rows of every table that it rests on', () => {
    const rows = (kpi: string, more: Partial<Query> = {}) =>
      Object.keys(explain(everything, {kpi, period: '2026-03', ...more}).rows).sort();
    expect([rows('upsell-rate'), rows('customer-lifetime-value'), rows('customer-lifetime-value', {params: {retentionYears: 1}})]).toEqual([
      ['customers', 'deals'],
      ['customers', 'orders'],
      ['orders']
    ]);
  });
});
