import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank, seriesBy} from '../../src/engine.js';

const row = {status: 'won', createdAt: '2026-10-01', closedAt: '2026-10-20'};
const query = {kpi: 'sales-per-rep', period: '2026-Q4', asOf: '2026-12-31'};
const namesIn = (input: unknown, table?: string, kpi = query.kpi) =>
  rank(createDataset(input, {table}), {...query, kpi}).rows.map(({id, name}) => `${id} ${name}`);

describe('a rep is called', () => {
  it.each<[string, unknown, string[]]>([
    ['by the id where there is nothing else', [{id: '1', ownerId: 'r1', amount: 5, ...row}], ['r1 r1']],
    ['by the name beside the id', [{id: '1', ownerId: 'r1', owner: 'Rep 01', amount: 5, ...row}], ['r1 Rep 01']],
    ['by the name in a column that says so', [{id: '1', owner_id: 'r1', owner_name: 'Rep 01', amount: 5, ...row}], ['r1 Rep 01']],
    [
      'by the first name that a row has',
      [
        {id: '1', ownerId: 'r1', owner: '', amount: 5, ...row},
        {id: '2', ownerId: 'r1', owner: 'Rep 01', amount: 5, ...row},
        {id: '3', ownerId: 'r1', owner: 'Rep 01, once', amount: 5, ...row}
      ],
      ['r1 Rep 01']
    ],
    [
      'as the table of reps has it',
      {deals: [{id: '1', ownerId: 'r1', owner: 'R. 01', amount: 5, ...row}], reps: [{id: 'r1', name: 'Rep 01'}]},
      ['r1 Rep 01']
    ],
    [
      'by the name beside the id where the table of reps has none',
      {deals: [{id: '1', ownerId: 'r1', owner: 'Rep 01', amount: 5, ...row}], reps: [{id: 'r1', team: 'North'}]},
      ['r1 Rep 01']
    ],
    ['by no name of somebody else', [{id: '1', ownerId: 'r1', manager: 'Rep 02', amount: 5, ...row}], ['r1 r1']]
  ])('%s', (_, input, names) => {
    expect(namesIn(input)).toEqual(names);
  });

  it('by the name in a file of orders', () => {
    expect(namesIn('id,repId,rep,orderedAt,amount\n1,5,Rep 05,2026-10-02,7\n', 'orders', 'revenue')).toEqual(['5 Rep 05']);
  });
});

it('a rep is found by that name', () => {
  const dataset = createDataset([{id: '1', ownerId: 'r1', owner: 'Rep 01', amount: 5, ...row}]);
  const salesOf = (rep: string) => measure(dataset, {...query, kpi: 'total-sales', filter: {rep}}).value;
  expect(['Rep 01', 'r1', 'Rep 02'].map(salesOf)).toEqual([5, 5, 0]);
});

it('what a split leaves over is in the lines of a trend, and belongs to nobody who is not there', () => {
  const splits = [
    {repId: 'a', share: 0.25},
    {repId: 'b', share: 0.4}
  ];
  const dataset = createDataset([{id: '1', ownerId: 'a', amount: 100, splits, ...row}]);
  const sales = {...query, kpi: 'total-sales'};
  expect(seriesBy(dataset, {...sales, by: 'rep', grain: 'quarter'}).map(({id, buckets}) => [id, buckets[0].value])).toEqual([
    ['b', 40],
    ['a', 25],
    [null, 35]
  ]);
  expect(measure(dataset, {...sales, filter: {rep: 'somebody else'}}).value).toBe(0);
});
