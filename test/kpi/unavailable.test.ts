import {expect, it} from 'vitest';
import {createDataset, unavailable} from '../../src/engine.js';

it('names what the export of a CRM lacks for each KPI', () => {
  const lacks = unavailable(createDataset('Opportunity Name,Opportunity Owner,Stage,Amount,Close Date\nA,R,Closed Won,5,2026-01-05\n'));
  expect(lacks.has('total-sales')).toBe(false);
  expect(lacks.has('win-rate')).toBe(false);
  expect(lacks.get('sales-cycle-length')).toEqual(['deals.createdAt']);
  expect(lacks.get('new-leads')).toEqual(['leads']);
});

it('a KPI that another mapping makes possible is there again', () => {
  const text = 'id,stage,sum,closed at\n1,Won,5,2026-01-05\n';
  expect(unavailable(createDataset(text)).get('total-sales')).toEqual(['deals.amount']);
  expect(unavailable(createDataset(text, {fields: {amount: 'sum'}})).has('total-sales')).toBe(false);
});

it('an empty table lacks nothing', () => {
  expect(unavailable(createDataset({deals: []})).has('total-sales')).toBe(false);
});
