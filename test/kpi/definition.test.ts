import {expect, it} from 'vitest';
import {catalog, createDataset, measure as measureNamed} from '../../src/engine.js';
import {mrr} from '../../src/kpi/definitions/recurring-revenue.js';
import {salesCycleLength} from '../../src/kpi/definitions/sales-cycle-length.js';
import {upsellRate} from '../../src/kpi/definitions/expansion.js';
import {winRate} from '../../src/kpi/definitions/win-rate.js';
import type {Defined, Kpi} from '../../src/kpi/kpi.js';
import {measure} from '../../src/kpi/measure.js';

const dataset = createDataset({
  deals: [
    {id: 1, status: 'won', createdAt: '2026-01-10', closedAt: '2026-03-05', amount: 100, customerId: 'a', type: 'upsell'},
    {id: 2, status: 'lost', createdAt: '2026-01-20', closedAt: '2026-03-06', amount: 50, customerId: 'b', type: 'upsell'},
    {id: 3, status: 'won', createdAt: '2025-12-01', closedAt: '2026-02-06', amount: 70, customerId: 'b', type: 'upsell'}
  ],
  customers: [
    {id: 'a', startedAt: '2025-06-01'},
    {id: 'b', startedAt: '2026-02-15'}
  ],
  subscriptions: [{id: 1, customerId: 'a', startedAt: '2025-06-01', amount: 1200, interval: 'year', status: 'active'}]
});
const query = {period: '2026-Q1', asOf: '2026-03-31'};

it.each<[Defined, string | undefined]>([
  [winRate, undefined],
  [winRate, 'by-amount'],
  [salesCycleLength, 'mean'],
  [mrr, undefined],
  [upsellRate, undefined],
  [upsellRate, 'offers']
])('a definition brings the code that computes it: the figure is that of the KPI it is in the catalog (%#)', (kpi, variant) => {
  const figure = measure(dataset, {...query, kpi, ...(variant && {variant})});
  expect(figure.value).not.toBeNull();
  expect(figure).toEqual(measureNamed(dataset, {...query, kpi: kpi.id, ...(variant && {variant})}));
});

const kinds: Record<Kpi['kind'], string> = {
  flow: 'total-sales',
  duration: 'sales-cycle-length',
  stock: 'mrr',
  cohort: 'customer-retention-rate',
  formula: 'customer-lifetime-value'
};

it.each(Object.entries(kinds))('a %s is a record without code: one of the page alone gives what %s does', (kind, id) => {
  const {by, ...own} = catalog.find((kpi) => kpi.id === id) as Defined;
  expect(by).toBeDefined();
  expect(own.kind).toBe(kind);
  expect(measureNamed(dataset, {...query, kpi: {...own, id: 'own'}})).toEqual({...measureNamed(dataset, {...query, kpi: id}), kpi: 'own'});
});

it('every KPI of the catalog is of one of these kinds', () => {
  expect(new Set(catalog.map(({kind}) => kind))).toEqual(new Set(Object.keys(kinds)));
});
