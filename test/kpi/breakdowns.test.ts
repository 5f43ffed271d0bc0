import {expect, it} from 'vitest';
import {createDataset, measure, rank} from '../../src/engine.js';

it('shares the cost of each campaign among the customers won through it, and keeps what belongs to none', () => {
  const cost = (id: string, amount: number, campaign: string | null) => ({id, category: 'marketing', amount, campaign, at: '2026-03-02'});
  const customer = (id: string, campaign: string | null) => ({id, campaign, startedAt: '2026-03-05'});
  const dataset = createDataset({
    costs: [cost('1', 100, 'Fair'), cost('2', 60, 'Web'), cost('3', 30, null), cost('4', 10, 'Radio')],
    customers: [customer('a', 'Fair'), customer('b', 'Fair'), customer('c', 'Web'), customer('d', null)]
  });
  const {rows, unassigned, total} = rank(dataset, {kpi: 'customer-acquisition-cost', by: 'campaign', period: '2026-03'});
  const told = [...rows, unassigned].map(({id, value, numerator, denominator}) => [id, value, numerator, denominator]);
  expect(told).toEqual([
    ['Fair', 50, 100, 2],
    ['Web', 60, 60, 1],
    ['Radio', null, 10, 0],
    [null, 30, 30, 1]
  ]);
  expect(total).toMatchObject({value: 50, numerator: 200, denominator: 4});
});

it('never shows how satisfied the people of one rep are', () => {
  const surveys = [{id: '1', respondentId: 'p', repId: 'a', wave: 'w', question: 'enps', score: 9, respondedAt: '2026-03-02'}];
  const byRep = () => rank(createDataset({surveys, reps: [{id: 'a'}]}), {kpi: 'employee-satisfaction', period: '2026-03'});
  expect(byRep).toThrow('unknown breakdown: rep of employee-satisfaction');
});

it('leaves what is paid once or by use out of the recurring revenue, and calls it no error', () => {
  const of = (id: string, interval: string) => ({id, customerId: id, amount: 10, interval, startedAt: '2026-01-01'});
  const subscriptions = ['month', 'once', 'metered', 'usage'].map((interval) => of(interval, interval));
  expect(measure(createDataset({subscriptions}), {kpi: 'mrr', period: '2026-03'})).toMatchObject({value: 10, issues: []});
});
