import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank, recordsOf} from '../../src/engine.js';
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
    ['win-rate', {params: {staleAfterDays: 60}}, ['won', 'shared', 'back'], ['won', 'shared', 'lost', 'back', 'old']]
  ])('of %s with %j', (kpi, more, numerator, denominator) => {
    const records = ask(kpi, more);
    expect({numerator: [...records.numerator].sort(), denominator: [...records.denominator].sort()}).toEqual({
      numerator: numerator.sort(),
      denominator: denominator.sort()
    });
    const {n} = measure(dataset, {kpi, period: '2026-03', asOf: '2026-03-31', ...more});
    if (kpi !== 'total-sales') expect(n).toBe(denominator.length);
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
