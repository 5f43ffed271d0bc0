import {describe, expect, it} from 'vitest';
import {catalog, createDataset, explain} from '../../src/engine.js';

const deal = (id: string, status: string, closedAt: string | null) => ({id, status, amount: 10, createdAt: '2026-01-05', closedAt});
const dataset = createDataset({
  settings: {source: 'CRM, nightly'},
  deals: [
    deal('a', 'won', '2026-03-02'),
    deal('b', 'lost', '2026-03-05'),
    deal('c', 'won', '2026-02-27'),
    deal('d', 'open', null),
    deal('e', 'won', '2026-02-30')
  ],
  customers: [
    {id: 'A', startedAt: '2025-01-01'},
    {id: 'B', startedAt: '2025-01-01', endedAt: '2026-03-10'},
    {id: 'C', startedAt: '2026-03-02'}
  ]
});

describe('an explanation', () => {
  it('says what was computed, from what, and how else it could be', () => {
    const told = explain(dataset, {kpi: 'win-rate', period: '2026-03', asOf: '2026-03-31'});
    expect(told).toMatchObject({
      name: 'Win rate',
      variant: 'closed',
      formula: 'deals won ÷ (deals won + deals lost), by closing date',
      source: 'CRM, nightly',
      result: {value: 0.5, numerator: 1, denominator: 2, window: {start: '2026-03-01', end: '2026-04-01'}, comparison: {value: 1}},
      rows: {deals: {read: 5, accepted: 4, rejected: 1}}
    });
    expect(told.alternatives.map(({variant}) => variant)).toEqual(['created-cohort', 'by-amount']);
  });

  it('says of a definition of the page what that says of itself', () => {
    const own = {
      id: 'large-deals',
      kind: 'flow',
      unit: 'count',
      better: 'higher',
      table: 'deals',
      date: 'closedAt',
      variant: 'default',
      numerator: {where: {status: 'won'}, range: {amount: [10, Infinity]}},
      formulas: {default: 'deals won of at least 10', all: 'all deals won'}
    } as const;
    const told = explain(dataset, {kpi: own, period: '2026-03', asOf: '2026-03-31'});
    expect(told).toMatchObject({
      name: 'Large deals',
      formula: 'deals won of at least 10',
      alternatives: [{variant: 'all', formula: 'all deals won'}],
      result: {value: 1}
    });
  });

  it('names the records behind each part when asked', () => {
    const records = (kpi: string, variant?: string) => explain(dataset, {kpi, variant, period: '2026-03', asOf: '2026-03-31'}).records();
    expect(records('win-rate')).toEqual({numerator: ['a'], denominator: ['a', 'b']});
    expect(records('win-rate', 'created-cohort')).toEqual({numerator: [], denominator: []});
    expect(records('sales-cycle-length')).toEqual({numerator: ['a'], denominator: ['a']});
    expect(records('customer-churn-rate')).toEqual({numerator: ['B'], denominator: ['A', 'B']});
  });

  it('speaks Swedish', () => {
    expect(explain(dataset, {kpi: 'win-rate', variant: 'by-amount', period: '2026-03', language: 'sv-SE'})).toMatchObject({
      name: 'Vinstfrekvens',
      formula: 'vunnet belopp ÷ (vunnet + förlorat belopp), efter stängningsdatum'
    });
  });

  it.each(catalog.map((kpi) => [kpi.id, kpi] as const))('has a formula for every variant of %s, the default first', (_, kpi) => {
    for (const language of ['en', 'sv']) {
      const {formula, alternatives} = explain(dataset, {kpi, period: '2026-03', language});
      expect(formula).not.toBe('');
      expect(alternatives.map(({variant}) => variant)).toEqual(Object.keys(kpi.variants ?? {}));
    }
  });
});
