import {describe, expect, it} from 'vitest';
import {createDataset, funnel, measure, timeInStage} from '../../src/engine.js';
import type {FunnelQuery, Params} from '../../src/engine.js';

describe('a sales cycle', () => {
  const deals = [
    {
      id: '1',
      leadId: 'l1',
      status: 'won',
      createdAt: '2026-03-01',
      closedAt: '2026-03-31',
      stageHistory: [
        {stage: 'Proposal', at: '2026-03-21'},
        {stage: 'Qualified', at: '2026-03-05'},
        {stage: 'Proposal', at: '2026-03-11'}
      ],
      statusHistory: [
        {status: 'open', at: '2026-03-15'},
        {status: 'lost', at: '2026-03-10'},
        {status: 'won', at: '2026-03-31'}
      ]
    },
    {id: '2', status: 'open', createdAt: '2026-03-01', closedAt: '2026-03-02'}
  ];
  const tables = {
    deals,
    leads: [{id: 'l1', createdAt: '2026-02-19'}],
    activities: [
      {id: 'a', dealId: '1', status: 'done', at: '2026-03-03'},
      {id: 'b', dealId: '1', status: 'planned', at: '2026-02-01'},
      {id: 'c', dealId: '1', status: 'done', at: '2026-03-04'}
    ]
  };
  const cycle = (params: Params, variant?: string) =>
    measure(createDataset(tables), {kpi: 'sales-cycle-length', period: '2026-03', asOf: '2026-03-31', params, variant, compare: 'none'});
  it.each<[Params, number | null]>([
    [{}, 30],
    [{startFrom: 'created'}, 30],
    [{startFrom: 'lead'}, 40],
    [{startFrom: 'first-activity'}, 28],
    [{startFrom: 'proposal'}, 20],
    [{subtractClosedTime: true}, 25],
    [{startFrom: 'qualified', subtractClosedTime: true}, 21]
  ])('with %j takes %d days', (params, days) => {
    expect(cycle(params).value).toBe(days);
  });
  it('that starts where a deal never was is left out and counted', () => {
    expect(cycle({startFrom: 'Demo'})).toMatchObject({value: null, n: 0, issues: [{code: 'missing-date', count: 1}]});
  });
  it('follows the wins or the losses asked for, and an open deal until the as-of whatever date it is expected to close', () => {
    const three = [...deals, {id: '3', status: 'lost', createdAt: '2026-03-01', closedAt: '2026-03-11'}];
    const median = (params: Params) =>
      measure(createDataset({deals: three}), {
        kpi: 'sales-cycle-length',
        variant: 'km',
        period: '2026-03',
        asOf: '2026-03-31',
        params,
        compare: 'none'
      });
    expect(median({})).toMatchObject({value: 30, n: 3, open: 2});
    expect(median({population: 'closed'})).toMatchObject({value: 30, n: 3, open: 1});
    expect(median({population: 'lost'})).toMatchObject({value: null, reason: 'median-not-reached', n: 3, open: 2});
  });
});

describe('a funnel', () => {
  const stages = ['Lead', 'Qualified', 'won'];
  const dataset = createDataset({
    deals: [
      {
        id: '1',
        status: 'won',
        createdAt: '2026-01-10',
        closedAt: '2026-03-10',
        amount: 5,
        stageHistory: [
          {stage: 'Lead', at: '2026-01-10'},
          {stage: 'Qualified', at: '2026-03-02'}
        ]
      },
      {id: '2', status: 'open', createdAt: '2026-01-10', stage: 'Lead', amount: 5, stageHistory: [{stage: 'Lead', at: '2026-03-05'}]},
      {
        id: '3',
        status: 'open',
        createdAt: '2026-03-20',
        stage: 'Qualified',
        amount: 5,
        stageHistory: [{stage: 'Qualified', at: '2026-03-20'}]
      },
      {id: '4', status: 'open', createdAt: '2026-03-21', stage: 'Lead', amount: 5},
      {id: '5', status: 'lost', createdAt: '2026-01-21', closedAt: '2026-03-21', stage: 'Lead', amount: 5}
    ]
  });
  const rows = (query: Partial<FunnelQuery>) => funnel(dataset, {period: '2026-03', asOf: '2026-03-31', stages, ...query});

  it('of entries counts each stage in the period it was entered, whatever the cohort, and calls it no conversion', () => {
    const {rows: told, value} = rows({mode: 'throughput'});
    expect(told.map(({reached, amount}) => [reached, amount])).toEqual([
      [2, 10],
      [2, 10],
      [1, 5]
    ]);
    expect(told.map(({step, overall, settled}) => [step, overall, settled])).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null]
    ]);
    expect(value).toBeNull();
    expect(rows({mode: 'throughput', asOf: '2026-03-04'}).rows.map(({reached}) => reached)).toEqual([0, 1, 0]);
  });
  it('follows the deals created in the period, or those that came to its first stage in it', () => {
    expect(rows({}).rows.map(({reached}) => reached)).toEqual([2, 1, 0]);
    expect(rows({cohortBy: 'first-stage'}).rows.map(({reached}) => reached)).toEqual([2, 0, 0]);
    expect(rows({cohortBy: 'first-stage', period: '2026-01'}).rows.map(({reached}) => reached)).toEqual([2, 1, 1]);
    expect(() => rows({cohortBy: 'moon' as 'created'})).toThrow('unknown cohort: moon');
  });
  it('says of a young cohort how many are still open, and the step of those that are settled', () => {
    expect(rows({period: '2026-01'}).rows.map(({open, lost, step, settled}) => [open, lost, step, settled])).toEqual([
      [1, 1, null, null],
      [0, 0, 1 / 3, 1 / 2],
      [0, 0, 1, 1]
    ]);
  });
  it('times all visits to a stage, or the latest, and counts the deals whose times nobody wrote down', () => {
    const visits = createDataset({
      deals: [
        {
          id: '1',
          status: 'open',
          createdAt: '2026-03-01',
          stage: 'Qualified',
          stageHistory: [
            {stage: 'Lead', at: '2026-03-01'},
            {stage: 'Qualified', at: '2026-03-03'},
            {stage: 'Lead', at: '2026-03-10'},
            {stage: 'Qualified', at: '2026-03-11'}
          ]
        },
        {id: '2', status: 'open', createdAt: '2026-03-01', stage: 'Lead'}
      ]
    });
    const daysIn = (mode?: 'latest') =>
      timeInStage(visits, {period: '2026-03', asOf: '2026-03-20', stages, ...(mode && {visits: mode})}).map(({stays, untimed}) => [
        stays.map(({days}) => days),
        untimed
      ]);
    expect([daysIn(), daysIn('latest')]).toEqual([
      [
        [[3], 1],
        [[17], 0]
      ],
      [
        [[1], 1],
        [[10], 0]
      ]
    ]);
  });
});

describe('a deal without a type', () => {
  const deal = (id: string, product: string | null, amount: number, closedAt: string, more: object = {}) => ({
    id,
    customerId: 'A',
    product,
    amount,
    status: 'won',
    createdAt: closedAt,
    closedAt,
    ...more
  });
  const customers = [
    {id: 'A', startedAt: '2025-01-01'},
    {id: 'B', startedAt: '2025-01-01'}
  ];
  const rate = (kpi: string, deals: object[], variant?: string) =>
    measure(createDataset({customers, deals}), {kpi, variant, period: '2026-03', asOf: '2026-03-31', compare: 'none'});
  const first = deal('0', 'Basic', 100, '2025-06-01');

  it.each([
    ['more of the same', 'Basic', 150, 1, 0],
    ['the same again', 'Basic', 100, 0, 0],
    ['something else', 'Pro', 10, 0, 1],
    ['nobody knows what', null, 900, 0, 0]
  ])('of %s is told by its product', (_, product, amount, upsell, crossSell) => {
    const deals = [deal('1', product, amount, '2026-03-05'), first];
    expect([rate('upsell-rate', deals).numerator, rate('cross-sell-rate', deals).numerator]).toEqual([upsell, crossSell]);
    expect(rate('expansion-rate', deals)).toMatchObject({numerator: upsell + crossSell, denominator: 2});
  });
  it('is no expansion when it is the first, and keeps the type it says', () => {
    expect(rate('expansion-rate', [deal('1', 'Pro', 10, '2026-03-05')]).numerator).toBe(0);
    expect(rate('cross-sell-rate', [first, deal('1', 'Pro', 10, '2026-03-05', {type: 'upsell'})]).numerator).toBe(0);
  });
  it('counts in the share of sales and of offers', () => {
    const deals = [
      first,
      deal('1', 'Basic', 150, '2026-03-05'),
      deal('2', 'Pro', 50, '2026-03-06'),
      deal('3', 'Max', 50, '2026-03-06', {status: 'lost'})
    ];
    expect(rate('upsell-rate', deals, 'revenue')).toMatchObject({numerator: 150, denominator: 200});
    expect(rate('cross-sell-rate', deals, 'offers')).toMatchObject({numerator: 1, denominator: 2});
  });
  it('and without a product is a missing column', () => {
    expect(rate('upsell-rate', [{id: '1', customerId: 'A', status: 'won', closedAt: '2026-03-05'}])).toMatchObject({
      reason: 'missing-column',
      issues: [{names: ['deals.type']}]
    });
  });
});
