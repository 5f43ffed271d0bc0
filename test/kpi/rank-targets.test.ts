import {describe, expect, it} from 'vitest';
import {createDataset, forecast, measure, rank, series} from '../../src/engine.js';

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
    ['chosen records alone: none', 'total-sales', {only: {table: 'deals', ids: new Set(['1'])}}, undefined],
    ['two reps: none', 'total-sales', {filter: {rep: ['Rep 01', 'Rep 02']}}, undefined],
    ['another variant: none', 'total-sales', {variant: 'count'}, undefined]
  ])('of %s', (_, kpi, more, target) => {
    expect(targetOf(kpi, more)).toBe(target);
  });
});

describe('the report of a target', () => {
  const reportOf = (report: unknown) => {
    const targets = [{id: 't', kpi: 'total-sales', value: 1, ...quarter, owner: 'Head of sales', report}];
    const data = createDataset({deals: [deal('1', 'r1', 'won')], targets});
    return [data.rows.targets.accepted, measure(data, {kpi: 'total-sales', period: '2026-Q4', asOf: '2026-11-30'}).target?.report];
  };

  it.each([
    [
      {name: 'Monday meeting', every: 'week', audience: ['Sales managers', 'Reps'], next: '2026-11-30'},
      {name: 'Monday meeting', every: 'week', audience: 'Sales managers, Reps', next: '2026-11-30'}
    ],
    [
      {name: 'Board', next: '2026-12-01T08:00:00Z'},
      {name: 'Board', every: '', audience: '', next: '2026-12-01'}
    ],
    [undefined, undefined]
  ])('%j is read', (given, report) => {
    expect(reportOf(given)).toEqual([1, report]);
  });

  it('whose date is none leaves the row out, counted', () => {
    expect(reportOf({name: 'Board', next: 'soon'})[0]).toBe(0);
  });
});

describe('quotas of a ranking', () => {
  it('by team are those of the teams', () => {
    expect(rank(dataset, {kpi: 'total-sales', by: 'team', period: '2026-Q4', asOf: '2026-12-31'}).rows[0].attainment).toBe(0.4);
  });

  it.each(['team', 'region', 'manager'])('by %s are those of its reps together, where it has none of its own', (by) => {
    const sold = (ownerId: string, amount: number) => ({...deal(ownerId, ownerId, 'won'), amount});
    const data = createDataset({
      deals: [sold('a', 60), sold('b', 30), sold('c', 900), sold('d', 5)],
      reps: ['a', 'b', 'c', 'd'].map((id) => ({id, team: '1', region: '1', manager: '1', [by]: id === 'd' ? 'South' : 'North'})),
      targets: ['a', 'b'].map((repId) => ({id: repId, kpi: 'total-sales', repId, value: 100, ...quarter}))
    });
    const {rows} = rank(data, {kpi: 'total-sales', by, period: '2026-Q4', asOf: '2026-12-31'});
    expect(rows.map(({name, value, attainment}) => [name, value, attainment])).toEqual([
      ['North', 990, 0.45],
      ['South', 5, null]
    ]);
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

describe('a target of a stock', () => {
  const subscription = (id: string, amount: number, startedAt: string) => ({id, customerId: id, amount, interval: 'month', startedAt});
  const subscriptions = createDataset({
    subscriptions: [subscription('A', 100_000, '2025-06-01'), subscription('B', 12_000, '2026-02-01')],
    targets: [{id: 't', kpi: 'mrr', value: 130_000, start: '2026-01-01', end: '2026-04-01', baseline: 106_000}]
  });
  const assess = (target: object | undefined, asOf = '2026-02-14', kpi = 'mrr') =>
    measure(subscriptions, {kpi, period: '2026-Q1', asOf, ...(target && {target: target as {value: number}})}).target;

  it('is paced from its opening, not from nothing', () => {
    expect(assess({value: 130_000})).toMatchObject({
      expectedToDate: 115_000,
      progress: 0.4,
      pace: 0.8,
      status: 'off-track',
      remaining: 18_000,
      requiredPerDay: 400,
      forecast: 124_000
    });
  });
  it('sets out from its own baseline where it has one', () => {
    expect(assess(undefined)).toMatchObject({expectedToDate: 118_000, progress: 0.25, pace: 0.5});
    expect(assess({value: 130_000, start: '2026-01-15', end: '2026-03-16', baseline: 111_000})).toMatchObject({
      elapsedDays: 31,
      totalDays: 60
    });
  });
  it.each([
    ['reached', {value: 112_000}, '2026-02-14', 'achieved'],
    ['missed', {value: 130_000}, '2026-04-01', 'missed'],
    ['below its opening, as it stands', {value: 90_000}, '2026-02-14', 'on-track']
  ])('is %s', (_, target, asOf, status) => expect(assess(target, asOf)?.status).toBe(status));
  it('counts a run rate by the year', () => {
    expect(assess({value: 1_560_000}, '2026-02-14', 'arr')).toMatchObject({expectedToDate: 1_380_000, progress: 0.4});
  });
});

describe('a target by working days', () => {
  // 24 and 25 October are a weekend: 17 of the 66 days on which people work are gone.
  const ask = (asOf: string, more: object = {}) =>
    ({kpi: 'total-sales', period: '2026-Q4', asOf, target: 660, compareBy: 'working-days', compare: 'none', ...more}) as const;
  it('is paced, drawn out and made up by the days on which people work', () => {
    expect(measure(dataset, ask('2026-10-25')).target).toMatchObject({
      totalDays: 66,
      elapsedDays: 17,
      expectedToDate: 170,
      requiredPerDay: 460 / 49,
      currentPerDay: 200 / 17,
      forecast: (200 * 66) / 17,
      status: 'on-track'
    });
    expect(forecast(dataset, ask('2026-10-25'))).toMatchObject({value: (200 * 66) / 17});
    expect(series(dataset, {...ask('2026-10-25'), grain: 'quarter'}).buckets[0].forecast).toBeCloseTo((200 * 66) / 17, 9);
    expect(measure(dataset, ask('2026-10-25', {compareBy: 'calendar'})).target).toMatchObject({totalDays: 92, elapsedDays: 25});
  });
  it('is met or missed with the calendar, and has no rate of none', () => {
    const weekend = {period: '2026-10-24/2026-10-26', params: {minElapsed: 0}};
    expect(measure(dataset, ask('2026-10-25', weekend)).target).toMatchObject({
      totalDays: 1,
      elapsedDays: 0,
      expectedToDate: 0,
      pace: null,
      currentPerDay: null,
      forecast: null,
      requiredPerDay: 660,
      status: 'on-track'
    });
    expect(forecast(dataset, ask('2026-10-25', weekend)).reason).toBe('too-early');
    expect(measure(dataset, ask('2026-10-24', {period: '2026-10-23/2026-10-25'})).target).toMatchObject({
      totalDays: 1,
      elapsedDays: 1,
      requiredPerDay: null,
      status: 'off-track'
    });
    expect(measure(dataset, ask('2026-10-25', {period: '2026-10-24/2026-10-25'})).target).toMatchObject({totalDays: 0, status: 'missed'});
  });
});

describe('what a page says of targets', () => {
  const sold = (params: object) =>
    measure(dataset, {kpi: 'total-sales', period: '2026-Q4', asOf: '2026-10-24', target: 700, params}).target;
  it('draws a pace out only after the share of the period it asks for', () => {
    expect([sold({})?.forecast, sold({minElapsed: 0.5})?.forecast]).toEqual([(200 * 92) / 24, null]);
  });
  it('is at risk from the share it names', () => {
    const statusOf = (params: object) =>
      measure(dataset, {kpi: 'total-sales', period: '2026-Q4', asOf: '2026-10-24', target: 900, params}).target?.status;
    expect([statusOf({}), statusOf({atRisk: 0.8}), statusOf({atRisk: 0.9})]).toEqual(['off-track', 'at-risk', 'off-track']);
  });
});

describe('targets of other periods', () => {
  const sold = (ownerId: string, amount: number) => ({...deal(`${ownerId}-${amount}`, ownerId, 'won'), amount, closedAt: '2026-10-20'});
  const target = (value: number, start: string, end: string, repId?: string) => ({
    id: `${value}${start}${repId ?? ''}`,
    kpi: 'total-sales',
    value,
    start,
    end,
    repId
  });
  const read = (targets: object[]) =>
    createDataset({
      deals: [sold('a', 60), sold('b', 40), sold('', 7)],
      reps: [
        {id: 'a', team: 'North'},
        {id: 'b', team: 'North', activeFrom: '2026-11-16'}
      ],
      targets
    });
  const targetIn = (period: string, targets: object[], params: object = {prorate: true}, filter = {}) =>
    measure(read(targets), {kpi: 'total-sales', period, asOf: '2026-12-31', params, filter}).target?.target;

  it.each<[string, string, object[], number | undefined]>([
    ['a year by its days', '2026-01', [target(365, '2026-01-01', '2027-01-01')], 31],
    [
      'months end to end',
      '2026-Q4',
      [10, 11, 12].map((month) => target(month, `2026-${month}-01`, month < 12 ? `2026-${month + 1}-01` : '2027-01-01')),
      33
    ],
    ['the shortest around it', '2026-10', [target(3650, '2026-01-01', '2027-01-01'), target(92, '2026-10-01', '2027-01-01')], 31],
    ['one that ends too soon: none', '2026-Q4', [target(92, '2026-10-01', '2026-12-31')], undefined]
  ])('%s', (_, period, targets, expected) => {
    expect(targetIn(period, targets)).toEqual(expected);
    expect(targetIn(period, targets, {})).toBeUndefined();
  });
  it('of a rep who joined count by the days there', () => {
    const own = [target(92, '2026-10-01', '2027-01-01', 'b')];
    expect(targetIn('2026-Q4', own, {prorate: true}, {rep: 'b'})).toBe(46);
    expect(targetIn('2026-Q4', own, {}, {rep: 'b'})).toBe(92);
    const reps = [{id: 'late', activeFrom: '2026-05-15'}];
    const dataset = createDataset({deals: [], reps, targets: [target(91, '2026-04-01', '2026-07-01', 'late')]});
    const query = {kpi: 'total-sales', period: '2026-Q2', asOf: '2026-06-30', params: {prorate: true}};
    expect(measure(dataset, {...query, filter: {rep: 'late'}}).target?.target).toBe(47);
  });
  it('of the reps are the target of a team and of the whole that have none', () => {
    const byTeam = rank(read([target(120, '2026-10-01', '2027-01-01', 'a')]), {kpi: 'total-sales', by: 'team', period: '2026-Q4'});
    expect([byTeam.rows[0].attainment, byTeam.attainment]).toEqual([0.5, 0.5]);
    const own = rank(read([target(120, '2026-10-01', '2027-01-01', 'a'), target(214, '2026-10-01', '2027-01-01')]), {
      kpi: 'total-sales',
      period: '2026-Q4'
    });
    expect(own.attainment).toBe(0.5);
    expect(rank(read([]), {kpi: 'total-sales', period: '2026-Q4'}).attainment).toBeNull();
  });
});

it('counts reps who came or went by the share of the period they were there, when asked', () => {
  const perRep = (params: object) =>
    measure(
      createDataset({
        deals: [{...deal('1', 'a', 'won'), amount: 300}],
        reps: [{id: 'a'}, {id: 'b', activeFrom: '2026-10-16'}, {id: 'c', activeTo: '2026-10-01'}]
      }),
      {kpi: 'sales-per-rep', period: '2026-10', asOf: '2026-12-31', params}
    );
  expect(perRep({})).toMatchObject({value: 150, denominator: 2});
  expect(perRep({fte: true})).toMatchObject({denominator: 1 + 16 / 31, numerator: 300});
});

describe('places', () => {
  const placesOf = (kpi: string, deals: readonly {ownerId: string; amount: string; status: string}[]) => {
    const rows = deals.map((one, id) => ({...one, id: String(id), createdAt: '2026-10-01', closedAt: '2026-10-20'}));
    const {rows: ranks} = rank(createDataset({deals: rows}), {kpi, period: '2026-Q4', asOf: '2026-12-31', minSample: 1});
    return ranks.map(({name, rank: place}) => [name, place]);
  };
  const won = (ownerId: string, ...amounts: readonly string[]) => amounts.map((amount) => ({ownerId, amount, status: 'won'}));

  it('tell sums apart that differ by a cent in billions, and none that are equal', () => {
    const deals = [
      ...won('A', '8000000000.01'),
      ...won('B', '8000000000.02'),
      ...won('C', '8000000000', '0.01'),
      ...won('D', '9000000000')
    ];
    expect(placesOf('sales-per-rep', deals)).toEqual([
      ['D', 1],
      ['B', 2],
      ['A', 3],
      ['C', 3]
    ]);
  });

  it('of rates are shared where the shares are the same, whatever they are of', () => {
    const of = (ownerId: string, all: number, wins: number) =>
      Array.from({length: all}, (_, index) => ({ownerId, amount: '1', status: index < wins ? 'won' : 'lost'}));
    expect(placesOf('win-rate', [...of('A', 3, 1), ...of('B', 6, 2), ...of('C', 7, 2)])).toEqual([
      ['B', 1],
      ['A', 1],
      ['C', 3]
    ]);
  });
});
