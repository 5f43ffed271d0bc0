import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {measure} from '../../src/kpi/measure.js';
import {rank} from '../../src/kpi/rank.js';

const quarter = {start: '2026-10-01', end: '2027-01-01'};
const deal = (id: string, ownerId: string, status: string) => ({
  id,
  ownerId,
  amount: 100,
  status,
  createdAt: '2026-10-01',
  closedAt: '2026-10-20'
});
const dataset = createDataset({
  deals: [deal('1', 'r1', 'won'), deal('2', 'r1', 'lost'), deal('3', '', 'won')],
  reps: [{id: 'r1', name: 'Rep 01', team: 'North'}],
  targets: [
    {id: 't1', kpi: 'sales-per-rep', value: 200, repId: 'r1', ...quarter},
    {id: 't2', kpi: 'sales-per-rep', value: 50, ...quarter},
    {id: 't3', kpi: 'total-sales', value: 400, ...quarter},
    {id: 't4', kpi: 'total-sales', value: 250, team: 'North', ...quarter}
  ]
});
const ranked = (query: {kpi: string; variant?: string}) => rank(dataset, {...query, period: '2026-Q4', asOf: '2026-12-31'});

describe('the target of a figure', () => {
  const targetOf = (kpi: string, more: object) => measure(dataset, {kpi, period: '2026-Q4', asOf: '2026-12-31', ...more}).target?.target;

  it.each([
    ['the whole', 'total-sales', {}, 400],
    ['a rep, under either name', 'total-sales', {filter: {rep: 'Rep 01'}}, 200],
    ['a team', 'total-sales', {filter: {team: 'North'}}, 250],
    ['the mean of the reps', 'sales-per-rep', {}, 50],
    ['another filter: none', 'total-sales', {filter: {status: 'won'}}, undefined],
    ['two reps: none', 'total-sales', {filter: {rep: ['Rep 01', 'Rep 02']}}, undefined],
    ['another variant: none', 'total-sales', {variant: 'count'}, undefined]
  ])('of %s', (_, kpi, more, target) => {
    expect(targetOf(kpi, more)).toBe(target);
  });
});

describe('quotas of a ranking', () => {
  it('by team are those of the teams', () => {
    expect(rank(dataset, {kpi: 'total-sales', by: 'team', period: '2026-Q4', asOf: '2026-12-31'}).rows[0].attainment).toBe(0.4);
  });

  it('are those of the rep, and the whole has the target of total sales, not that of one rep', () => {
    const {rows, total} = ranked({kpi: 'sales-per-rep'});
    expect(rows[0].attainment).toBe(0.5);
    expect(total.target?.attainment).toBe(0.5);
  });

  it.each([{kpi: 'win-rate'}, {kpi: 'sales-cycle-length'}, {kpi: 'sales-per-rep', variant: 'count'}])(
    'of sales say nothing about %o',
    (query) => {
      const {rows, total} = ranked(query);
      expect(rows[0].attainment).toBeNull();
      expect(total.target).toBeUndefined();
    }
  );
});
