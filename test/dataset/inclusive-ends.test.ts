import {expect, it} from 'vitest';
import {createDataset, measure} from '../../src/engine.js';
import type {DatasetOptions, Query} from '../../src/engine.js';

const march = {period: '2026-03', asOf: '2026-04-30', compare: 'none'} as const;
const customer = (id: string, endedAt: string | null) => ({id, startedAt: '2025-01-01', endedAt});
const tables = {
  customers: [
    customer('a', '2026-03-31'),
    customer('b', '2026-03-31T00:00:00Z'),
    customer('c', null),
    {id: 'd', periods: [{from: '2025-01-01', to: '2026-03-31'}]}
  ],
  subscriptions: [{id: 's', customerId: 'a', amount: 100, interval: 'month', startedAt: '2025-01-01', endedAt: '2026-02-28'}],
  orders: [{id: 'o', repId: 'r', amount: 90, orderedAt: '2026-03-05'}],
  reps: [
    {id: 'r', name: 'Kim'},
    {id: 'q', name: 'Lo', activeTo: '2026-03-01'}
  ],
  costs: [{id: 'x', category: 'sales', amount: 310, from: '2026-03-01', to: '2026-04-30'}],
  targets: [{id: 't', kpi: 'revenue', value: 180, start: '2026-03-01', end: '2026-03-31'}]
};
const ask = (kpi: string, options: DatasetOptions, settings: object = {}, more: Partial<Query> = {}) =>
  measure(createDataset({...tables, settings}, options), {kpi, ...march, ...more});

it.each<[string, DatasetOptions, object]>([
  ['the reader of the file', {endInclusive: true}, {}],
  ['the dataset', {}, {endInclusive: true}]
])('takes ends for the last day with, if %s says so', (_, options, settings) => {
  // Only the instant is in March.
  expect(ask('customer-churn-rate', options, settings)).toMatchObject({numerator: 1, denominator: 4});
  expect(ask('mrr', options, settings, {period: '2026-02'})).toMatchObject({value: 100});
  expect(ask('mrr', options, settings)).toMatchObject({value: 0, parts: {opening: 100, churn: 100}});
  expect(ask('revenue-per-rep', options, settings)).toMatchObject({denominator: 2});
  expect(ask('revenue', options, settings).target?.target).toBe(180);
});

it('takes them for the first day without otherwise, and a table of its own kind as that says', () => {
  expect(ask('customer-churn-rate', {})).toMatchObject({numerator: 3, denominator: 4});
  expect(ask('mrr', {}, {}, {period: '2026-02'})).toMatchObject({value: 0});
  expect(ask('revenue-per-rep', {})).toMatchObject({denominator: 1});
  expect(ask('revenue', {}).target).toBeUndefined();
  const own: DatasetOptions = {endInclusive: true, tables: {customers: {endInclusive: false}}};
  expect(ask('customer-churn-rate', own)).toMatchObject({numerator: 3});
  expect(ask('customer-churn-rate', {endInclusive: false}, {endInclusive: true})).toMatchObject({numerator: 3});
});

it('is said beside a file of its own', () => {
  const {references} = createDataset({customers: {src: 'customers.csv', endInclusive: true}});
  expect(references).toMatchObject([{src: 'customers.csv', options: {endInclusive: true}}]);
});
