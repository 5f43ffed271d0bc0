import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank} from '../../src/engine.js';

const ownerHistory = [
  {ownerId: 'b', at: '2026-03-10'},
  {ownerId: 'a', at: '2026-01-01'},
  {ownerId: 'c', at: '2026-03-20T22:30:00Z'}
];
const deal = (id: string, closedAt: string, more: object = {}) => ({
  id,
  ownerId: 'c',
  amount: 100,
  status: 'won',
  createdAt: '2026-01-05',
  closedAt,
  ownerHistory,
  ...more
});
const read = (...deals: object[]) =>
  createDataset({
    deals,
    reps: [
      {id: 'a', team: 'North'},
      {id: 'b', team: 'South'},
      {id: 'c', team: 'South'}
    ],
    settings: {timeZone: 'Europe/Stockholm'}
  });
const query = {kpi: 'total-sales', period: '2026-Q1', asOf: '2026-06-30'} as const;

describe('a deal that changed hands', () => {
  it.each([
    ['before the change', '2026-03-09', 'a'],
    ['on the day of it', '2026-03-10', 'b'],
    ['just before an instant', '2026-03-20T22:29:59Z', 'b'],
    ['at it', '2026-03-20T22:30:00Z', 'c'],
    ['on a date that begins after it', '2026-03-21', 'c']
  ])('and was won %s belongs to who had it then', (_, closedAt, owner) => {
    const dataset = read(deal('1', closedAt));
    const {rows, total} = rank(dataset, query);
    expect([rows.filter(({value}) => value).map(({id}) => id), total.value]).toEqual([[owner], 100]);
    expect(measure(dataset, {...query, filter: {rep: owner}}).value).toBe(100);
    expect(measure(dataset, {...query, filter: {team: owner === 'a' ? 'North' : 'South'}}).value).toBe(100);
    expect(measure(dataset, {...query, filter: {team: owner === 'a' ? 'South' : 'North'}}).value).toBe(0);
  });

  it('belongs to its first owner in a cohort of its creation', () => {
    const rate = {kpi: 'win-rate', variant: 'created-cohort', period: '2026-Q1', asOf: '2026-06-30', minSample: 1};
    expect(rank(read(deal('1', '2026-03-25')), rate).rows.map(({id, value}) => [id, value])).toEqual([
      ['a', 1],
      ['b', null],
      ['c', null]
    ]);
  });

  it('belongs to the owner it has now before its history begins, or without one', () => {
    const late = deal('1', '2026-03-01', {ownerHistory: [{repId: 'b', at: '2026-03-10'}]});
    const none = deal('2', '2026-03-01', {ownerHistory: null});
    expect(rank(read(late, none), query).rows.find(({id}) => id === 'c')?.value).toBe(200);
  });

  it('is split as its splits say, whoever owned it', () => {
    const splits = [{repId: 'b', share: 1}];
    expect(
      rank(read(deal('1', '2026-03-09', {splits})), query)
        .rows.filter(({value}) => value)
        .map(({id}) => id)
    ).toEqual(['b']);
  });

  it('times its cycle for the owner at the closing, and knows owners whom only a history names', () => {
    const dataset = createDataset({deals: [deal('1', '2026-03-09', {ownerId: null, ownerHistory: [{repId: 'z', at: '2026-01-01'}]})]});
    expect(rank(dataset, {...query, kpi: 'sales-cycle-length'}).rows.map(({id, value}) => [id, value])).toEqual([['z', 63]]);
  });
});
