import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank, seriesBy} from '../../src/engine.js';

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

it.each(['rep', 'ownerId', 'Deal owner', 'repId', 'Rep ID'])('never shows how satisfied the people of one rep are, by %s', (by) => {
  const surveys = [{id: '1', respondentId: 'p', repId: 'a', wave: 'w', question: 'enps', score: 9, respondedAt: '2026-03-02'}];
  const deals = [{id: '1', 'Deal owner': 'a', status: 'won', createdAt: '2026-03-01', closedAt: '2026-03-02'}];
  const dataset = createDataset({surveys, deals, reps: [{id: 'a'}]});
  const query = {kpi: 'employee-satisfaction', period: '2026-03', by};
  expect(() => rank(dataset, query)).toThrow(/unknown breakdown: \w+ of employee-satisfaction/);
  expect(() => seriesBy(dataset, query)).toThrow(/unknown breakdown: \w+ of employee-satisfaction/);
});

it('leaves what is paid once or by use out of the recurring revenue, and calls it no error', () => {
  const of = (id: string, interval: string) => ({id, customerId: id, amount: 10, interval, startedAt: '2026-01-01'});
  const subscriptions = ['month', 'once', 'metered', 'usage'].map((interval) => of(interval, interval));
  expect(measure(createDataset({subscriptions}), {kpi: 'mrr', period: '2026-03'})).toMatchObject({value: 10, issues: []});
});

describe('a column is known by its own name and by that which the file has for it:', () => {
  const row = (id: string, region: string, account: string) => `${id},Rep 01,${region},${account},Won,10,2026-03-02\n`;
  const csv = `id,Sales Agent,Sales Region,Account Name,Deal Stage,Close Value,Close Date\n${row('1', 'North', 'C1')}${row('2', 'South', 'C1')}`;
  const dataset = createDataset(csv);
  const query = {kpi: 'total-sales', period: '2026-03'};

  it.each([
    ['customerId', ['C1']],
    ['Account Name', ['C1']],
    ['account_name', ['C1']],
    ['stage', ['Won']],
    ['deal stage', ['Won']],
    ['Sales Region', ['North', 'South']],
    ['salesRegion', ['North', 'South']],
    ['Sales Agent', ['Rep 01']],
    ['rep', ['Rep 01']]
  ])('%s', (name, names) => {
    expect(rank(dataset, {...query, by: name}).rows.map((each) => each.name)).toEqual(names);
    expect(measure(dataset, {...query, filter: {[name]: names[0]}}).value).toBe(20 / names.length);
  });

  it('two filters of one column, under either name, both apply', () => {
    expect(measure(dataset, {...query, filter: {'Sales Region': 'North', sales_region: 'South'}}).value).toBe(0);
  });

  it('one that is neither is refused, with those there are', () => {
    const known = /known are rep, team, region, manager, .*stage.*Sales Region/;
    expect(() => rank(dataset, {...query, by: 'planet'})).toThrow(/^unknown breakdown: planet; /);
    expect(() => rank(dataset, {...query, by: 'planet'})).toThrow(known);
    expect(() => measure(dataset, {...query, filter: {planet: 'Mars'}})).toThrow(/^unknown filter: planet; /);
    expect(() => measure(dataset, {...query, filter: {planet: 'Mars'}})).toThrow(known);
  });

  it('a column of the deals called Region is the region, where no table of reps has one', () => {
    const called = createDataset(csv.replace('Sales Region', 'Region'));
    expect(rank(called, {...query, by: 'region'}).rows.map(({name}) => name)).toEqual(['North', 'South']);
  });
});

it('a lifetime value broken down by what it is filtered by has no more than the filter lets pass', () => {
  const order = (id: string, segment: string) => ({id, customerId: id, segment, amount: 10, orderedAt: '2026-03-02'});
  const dataset = createDataset({orders: [order('1', 'A'), order('2', 'B')]});
  const query = {kpi: 'customer-lifetime-value', period: '2026-03', by: 'segment', params: {retentionYears: 2}};
  const valued = rank(dataset, {...query, filter: {segment: 'A'}}).rows.filter(({value}) => value !== null);
  expect(valued.map(({id}) => id)).toEqual(['A']);
});
