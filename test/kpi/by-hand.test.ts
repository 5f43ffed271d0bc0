import {describe, expect, it} from 'vitest';
import {createDataset, forecast, funnel, leadsNeeded, measure, rank, series, timeInStage} from '../../src/engine.js';
import type {FunnelQuery, Params, Query} from '../../src/engine.js';
import {movingAverages} from '../../src/view/running.js';

// Small cases worked out on paper, in the words of the definitions: what a page gives, what it asks, and what it must be told.

type Case = readonly [what: string, tables: Readonly<Record<string, readonly object[]>>, query: Query, expected: object];

const march = {period: '2026-03', asOf: '2026-03-31', compare: 'none'} as const;

function holds(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, tables, query, expected) => {
    expect(measure(createDataset(tables), {...march, ...query})).toMatchObject(expected);
  });
}

describe('a cost with from and to', () => {
  const customers = [{id: 'c', startedAt: '2026-03-02'}];
  const cost = (from: string, to: string) => [{id: 'k', category: 'sales', amount: 3100, from, to}];
  const kpi = 'customer-acquisition-cost';
  holds([
    [
      'given as instants is spread over the days on the wall, of which one has 23 hours',
      {customers, costs: cost('2026-03-01T00:00:00+01:00', '2026-04-01T00:00:00+02:00')},
      {kpi, timeZone: 'Europe/Stockholm', asOf: '2026-03-30'},
      {numerator: 3000}
    ],
    [
      'has the whole share of a day that has begun',
      {customers, costs: cost('2026-03-01', '2026-04-01')},
      {kpi, asOf: '2026-03-10T12:00:00Z'},
      {numerator: 1000}
    ],
    [
      'from noon to noon has as many days as begin with it',
      {customers, costs: cost('2026-03-01T12:00:00Z', '2026-03-03T12:00:00Z')},
      {kpi, asOf: '2026-03-02'},
      {numerator: 3100}
    ]
  ]);
  it('adds up day by day to what it is', () => {
    const dataset = createDataset({customers, costs: cost('2026-03-27T09:00:00+01:00', '2026-04-03T18:00:00+02:00')});
    const {buckets} = series(dataset, {kpi, period: '2026-03/2026-04', grain: 'day', timeZone: 'Europe/Stockholm'});
    expect(buckets.reduce((sum, {numerator}) => sum + (numerator ?? 0), 0)).toBeCloseTo(3100, 9);
  });
  it('by campaign stands beside the customers of every campaign, those without a cost too', () => {
    const costs = [
      {id: '1', category: 'marketing', amount: 100, at: '2026-03-05', campaign: 'Fair'},
      {id: '2', category: 'marketing', amount: 50, at: '2026-03-05'}
    ];
    const acquired = ['Fair', 'Friends', null].map((campaign, index) => ({id: String(index), startedAt: '2026-03-02', campaign}));
    const {rows, unassigned, total} = rank(createDataset({costs, customers: acquired}), {...march, kpi, by: 'campaign'});
    expect([...rows, unassigned, total].map(({numerator, denominator}) => [numerator, denominator])).toEqual([
      [0, 1],
      [100, 1],
      [50, 1],
      [150, 3]
    ]);
  });
});

describe('a customer by subscription', () => {
  const bare = (id: string, more: object = {}) => ({id, customerId: id, startedAt: '2026-01-01', ...more});
  const params = {customerBasis: 'subscriptions'} as const;
  const paid = (id: string, amount: number, more: object = {}) => bare(id, {amount, interval: 'month', ...more});
  holds([
    [
      'is one whatever he or she pays',
      {subscriptions: [bare('A', {endedAt: '2026-03-10'}), bare('B'), bare('C', {status: 'trialing'})]},
      {kpi: 'customer-churn-rate', params},
      {value: 0.5, numerator: 1, denominator: 2, issues: []}
    ],
    [
      'who paid nothing before is new, and one who pays nothing any more is lost',
      {
        subscriptions: [
          paid('A', 0, {endedAt: '2026-03-10'}),
          {...paid('A2', 70), customerId: 'A', startedAt: '2026-03-10'},
          paid('B', 30, {endedAt: '2026-03-10'}),
          {...paid('B2', 0), customerId: 'B', startedAt: '2026-03-10'}
        ]
      },
      {kpi: 'mrr'},
      {value: 70, parts: {opening: 30, new: 70, churn: 30, expansion: 0, contraction: 0, reactivation: 0}}
    ],
    [
      'with credits alone at the opening is no base for a share',
      {subscriptions: [paid('A', -100)]},
      {kpi: 'net-revenue-retention'},
      {value: null, reason: 'empty-denominator', denominator: -100}
    ],
    [
      'without a column of amounts brings no amount that is known',
      {subscriptions: [bare('A', {interval: 'month'})]},
      {kpi: 'mrr'},
      {value: null, reason: 'missing-column', issues: [{code: 'missing-column', names: ['subscriptions.amount']}]}
    ],
    [
      'paid for 52 weeks or 365 days ahead has a term of a year',
      {
        subscriptions: [
          paid('A', 520, {interval: 'week', intervalCount: 52}),
          paid('B', 365, {interval: 'day', intervalCount: 365}),
          paid('C', 10)
        ]
      },
      {kpi: 'arr', variant: 'contracted'},
      {value: 520 + 365}
    ]
  ]);
});

describe('a breakdown of what recurs', () => {
  const subscription = (customerId: string, product: string, amount: number, startedAt: string, endedAt: string | null = null) => ({
    id: `${customerId} ${product}`,
    customerId,
    product,
    amount,
    interval: 'month',
    startedAt,
    endedAt
  });
  const dataset = createDataset({
    subscriptions: [
      subscription('A', 'Basic', 100, '2025-01-01'),
      subscription('A', 'Extra', 50, '2026-03-10'),
      subscription('B', 'Extra', 70, '2025-01-01', '2026-03-20'),
      subscription('C', 'Basic', 10, '2025-06-01')
    ]
  });
  const by = (kpi: string) => rank(dataset, {...march, kpi, by: 'product', minSample: 0, params: {customerBasis: 'subscriptions'}});
  it('has each subscription in its own group, and adds up', () => {
    const {rows, total} = by('mrr');
    expect(rows.map(({id, value, parts}) => [id, value, parts?.opening, parts?.new, parts?.churn, parts?.expansion])).toEqual([
      ['Basic', 110, 110, 0, 0, 0],
      ['Extra', 50, 70, 50, 70, 0]
    ]);
    expect(total).toMatchObject({value: 160, parts: {opening: 180, expansion: 50, churn: 70}});
  });
  it('is what a filter for each group gives, of heads too', () => {
    for (const kpi of ['mrr', 'net-revenue-retention', 'customer-churn-rate', 'customer-retention-rate'])
      for (const {id, value, numerator, denominator} of by(kpi).rows)
        expect(measure(dataset, {...march, kpi, filter: {product: id ?? ''}, params: {customerBasis: 'subscriptions'}})).toMatchObject({
          value,
          numerator,
          denominator
        });
  });
});

describe('shares of more than the whole', () => {
  const deal = (id: string, shares: readonly number[]) => ({
    id,
    ownerId: 'A',
    amount: 100,
    status: 'won',
    createdAt: '2026-01-01',
    closedAt: '2026-03-05',
    splits: shares.map((share, index) => ({repId: 'AB'[index], share}))
  });
  const deals = [deal('1', [0.8, 0.7]), deal('2', [0.1, 0.2]), deal('3', [0.6, 0.4])];
  const over = [{code: 'split-over-100', count: 1}];
  holds([
    ['are told beside the total, which counts the deal once', {deals}, {kpi: 'total-sales'}, {value: 300, issues: over}],
    ['are told beside sales per rep', {deals}, {kpi: 'sales-per-rep'}, {numerator: 280, denominator: 2, issues: over}],
    ['say nothing of a rate of deals', {deals}, {kpi: 'win-rate'}, {value: 1, issues: []}]
  ]);
});

it('a share of an amount without a rate is missing in the row of whom it is credited to, not in that of the owner', () => {
  const deals = [
    {id: '1', ownerId: 'A', amount: 10, currency: 'EUR', splits: [{repId: 'B', share: 1}]},
    {id: '2', ownerId: 'A', amount: 7, currency: 'SEK'}
  ].map((deal) => ({...deal, status: 'won', createdAt: '2026-01-01', closedAt: '2026-03-05'}));
  const {rows, total} = rank(createDataset({deals}), {...march, kpi: 'total-sales', currency: 'SEK'});
  expect([...rows, total].map(({value, reason}) => [value, reason])).toEqual([
    [7, undefined],
    [null, 'missing-fx-rate'],
    [null, 'missing-fx-rate']
  ]);
});

it('an empty table has no rows by whatever it is broken down', () => {
  expect(rank(createDataset({deals: []}), {...march, kpi: 'total-sales', by: 'product'})).toMatchObject({rows: [], total: {value: 0}});
});

describe('words in capitals mean the same', () => {
  const orders = [
    {id: '1', customerId: 'c', amount: 100, status: 'Completed', kind: 'Order', orderedAt: '2026-03-05'},
    {id: '2', customerId: 'C', amount: -30, status: 'COMPLETED', kind: 'Refund', orderedAt: '2026-03-06'},
    {id: '3', customerId: 'C', amount: 7, status: 'Cancelled', kind: 'Order', orderedAt: '2026-03-06'}
  ];
  const customers = [
    {id: 'c', startedAt: '2026-03-02'},
    {id: 'x', startedAt: '2025-03-02'}
  ];
  const deal = {id: '1', customerId: 'x', type: 'Cross-Sell', status: 'Won', amount: 5, createdAt: '2026-03-02', closedAt: '2026-03-03'};
  const answer = (id: number, score: number) => ({id, respondentId: id, question: 'eNPS', score, respondedAt: '2026-03-04'});
  const lead = {id: 'L', createdAt: '2026-03-02T08:00:00Z'};
  const call = {id: 'a', leadId: 'L', status: 'Done', direction: 'Outbound', at: '2026-03-02T09:00:00Z'};
  holds([
    ['of orders', {orders}, {kpi: 'revenue'}, {value: 70}],
    ['of orders and refunds', {orders}, {kpi: 'average-purchase-value'}, {value: 100, denominator: 1}],
    [
      'of who orders',
      {orders},
      {kpi: 'customer-retention-rate', period: '2026-04', asOf: '2026-04-30', params: {customerBasis: 'orders'}},
      {denominator: 1}
    ],
    [
      'of costs',
      {customers, costs: [{id: 'k', category: 'Marketing', amount: 9, at: '2026-03-02'}]},
      {kpi: 'customer-acquisition-cost'},
      {value: 9}
    ],
    ['of deals', {customers, deals: [deal]}, {kpi: 'cross-sell-rate'}, {value: 1}],
    [
      'of questions, whose scale is known',
      {surveys: [...[10, 9, 8, 7, 0].map((score, id) => answer(id, score)), answer(9, 11)]},
      {kpi: 'employee-satisfaction'},
      {value: 20, denominator: 5, issues: [{code: 'off-scale', count: 1}]}
    ],
    ['of who calls whom', {leads: [lead], activities: [call]}, {kpi: 'lead-response-time'}, {value: 3600}],
    [
      'but ids that differ in their case are of two',
      {orders, customers},
      {kpi: 'customer-lifetime-value', variant: 'historic'},
      {value: 100, numerator: 100, denominator: 1}
    ]
  ]);
});

describe('the same said in other words', () => {
  const customers = ['A', 'B', 'C'].map((id) => ({id, startedAt: '2025-01-01'}));
  const deal = (id: string, type: string) => ({id, customerId: id, type, status: 'won', createdAt: '2026-01-01', closedAt: '2026-03-10'});
  const lead = {id: 'l', createdAt: '2026-03-10T10:00:00Z'};
  const touch = (minute: number, direction?: string) => ({
    id: String(minute),
    leadId: 'l',
    status: 'done',
    at: `2026-03-10T10:${String(minute)}:00Z`,
    ...(direction && {direction})
  });
  const kpi = 'lead-response-time';
  const variant = 'mean-responded';
  holds([
    [
      'a cross-sell is one however its words are joined',
      {customers, deals: [deal('A', 'Cross Sell'), deal('B', 'cross_sell'), deal('C', 'crossSell')]},
      {kpi: 'cross-sell-rate'},
      {value: 1, numerator: 3, denominator: 3}
    ],
    ['and so is an upsell', {customers, deals: [deal('A', 'Up-Sell'), deal('B', 'renewal')]}, {kpi: 'upsell-rate'}, {numerator: 1}],
    [
      'what went out is an answer',
      {leads: [lead], activities: [touch(10, 'Incoming'), touch(20, 'Outgoing')]},
      {kpi, variant},
      {value: 1200}
    ],
    [
      'an order that is paid or delivered is completed',
      {
        orders: ['Paid', 'delivered', 'COMPLETE', 'pending', 'cancelled'].map((status) => ({
          id: status,
          status,
          amount: 10,
          orderedAt: '2026-03-02'
        }))
      },
      {kpi: 'revenue'},
      {value: 30}
    ],
    [
      'the date of a rate is when it comes into force',
      {
        orders: [{id: '1', amount: 10, currency: 'EUR', orderedAt: '2026-03-05'}],
        fxRates: [
          {currency: 'EUR', date: '2026-03-01', rate: 11},
          {currency: 'EUR', date: '2026-04-01', rate: 12}
        ]
      },
      {kpi: 'revenue', currency: 'SEK'},
      {value: 110}
    ],
    [
      'who shares a deal may be called its owner',
      {
        deals: [
          {
            ...deal('A', 'new'),
            amount: 100,
            splits: [
              {owner: 'R', share: 0.6},
              {owner: 'S', share: 0.4}
            ]
          }
        ],
        reps: [{id: 'R'}, {id: 'S'}]
      },
      {kpi: 'total-sales', filter: {rep: 'R'}},
      {value: 60}
    ],
    [
      'a time with a customer may have a start and an end',
      {customers: [{id: 'A', periods: [{start: '2025-01-01', end: '2026-03-10'}]}, customers[1]]},
      {kpi: 'customer-churn-rate'},
      {numerator: 1, denominator: 2}
    ],
    ['and so is what nobody says came in', {leads: [lead], activities: [touch(10), touch(20)]}, {kpi, variant}, {value: 600}]
  ]);
});

describe('a subscription', () => {
  const of = (id: string, more: object) => ({id, customerId: id, amount: 12, interval: 'month', startedAt: '2025-01-01', ...more});
  holds([
    [
      'paid every so many months of none, or of less, is not understood, and is not monthly',
      {subscriptions: [of('A', {intervalCount: 0}), of('B', {intervalCount: -1}), of('C', {intervalCount: 3}), of('D', {})]},
      {kpi: 'mrr'},
      {value: 16, issues: [{code: 'unknown-interval', count: 2}], excluded: [{id: 'A'}, {id: 'B'}]}
    ],
    [
      'that is over, nobody knows since when, brings nothing',
      {
        subscriptions: [
          of('A', {status: 'Expired'}),
          of('B', {status: 'canceled'}),
          of('C', {status: 'ended', canceledAt: '2026-04-02'}),
          of('D', {})
        ]
      },
      {kpi: 'mrr'},
      {value: 24, issues: []}
    ],
    [
      'tells no heads beside its money',
      {subscriptions: [of('A', {}), of('B', {startedAt: '2026-03-05', endedAt: '2026-03-15'})]},
      {kpi: 'mrr'},
      {value: 12, n: 1, parts: {opening: 12, closing: 12, new: 0, churn: 0, joined: 0, ended: 0}}
    ]
  ]);
});

describe('what several took part in', () => {
  const activities = [
    {id: '1', status: 'done', repIds: ['A', 'B'], at: '2026-03-02'},
    {id: '2', status: 'done', repIds: ['B'], at: '2026-03-02'},
    {id: '3', status: 'done', repIds: [], at: '2026-03-02'}
  ];
  const reps = [
    {id: 'A', name: 'Ann', team: 'North'},
    {id: 'B', name: 'Bo', team: 'South'}
  ];
  const kpi = 'sales-activities';
  holds([
    ['counts under the filter for any of them', {activities, reps}, {kpi, filter: {rep: 'Ann'}}, {value: 1}],
    ['counts once under the filter for all of them', {activities, reps}, {kpi, filter: {rep: ['A', 'B']}}, {value: 2}],
    ['counts under the filter for a team of one of them', {activities, reps}, {kpi, filter: {team: 'South'}}, {value: 2}]
  ]);
});

describe('dates beside instants', () => {
  const answered = {
    leads: [{id: '1', createdAt: '2026-03-02', convertedAt: '2026-03-11T23:30:00Z'}],
    activities: [
      {id: 'a', leadId: '1', status: 'done', direction: 'outbound', at: '2026-03-01T22:30:00Z'},
      {id: 'b', leadId: '1', status: 'done', direction: 'outbound', at: '2026-03-02T01:00:00Z'},
      {id: 'c', leadId: '1', status: 'done', direction: 'outbound', at: '2026-03-01T23:30:00Z'}
    ]
  };
  const timeZone = 'Europe/Stockholm';
  holds([
    [
      'answer a lead of a day from its midnight in the zone on, the first first',
      answered,
      {kpi: 'lead-response-time', timeZone},
      {value: 1800, n: 1}
    ],
    [
      'convert it ten days and half an hour later',
      answered,
      {kpi: 'lead-conversion-rate', timeZone, params: {conversionWindow: 10}},
      {numerator: 0, denominator: 1}
    ],
    [
      'convert it in eleven days',
      answered,
      {kpi: 'lead-conversion-rate', timeZone, params: {conversionWindow: 11}},
      {numerator: 1, denominator: 1}
    ]
  ]);
});

describe('a decided deal without a date', () => {
  const deal = (id: string, status: string, last: string, at: string, more: object = {}) => ({
    id,
    status,
    amount: 100,
    createdAt: '2026-03-01',
    stageHistory: [
      {stage: 'lead', at: '2026-03-01'},
      {stage: last, at}
    ],
    ...more
  });
  const deals = [
    deal('w', 'won', 'won', '2026-03-10'),
    deal('l', 'lost', 'Closed Lost', '2026-03-20'),
    deal('o', 'open', 'offer', '2026-03-05')
  ];
  const stages = ['lead', 'offer', 'won'];
  holds([
    ['is dated by its stages', {deals}, {kpi: 'win-rate'}, {numerator: 1, denominator: 2, open: 1, issues: []}],
    ['is open until then', {deals}, {kpi: 'win-rate', asOf: '2026-03-15'}, {numerator: 1, denominator: 1, open: 2}],
    ['keeps the date it has', {deals: [deal('w', 'won', 'won', '2026-03-10', {closedAt: '2026-02-03'})]}, {kpi: 'total-sales'}, {value: 0}],
    [
      'is told by the stages of the dataset',
      {
        deals: [deal('w', 'won', 'signed', '2026-03-10')],
        ...{settings: {stages: [{id: 'lead'}, {id: 'signed', outcome: 'won'}]}}
      } as unknown as Record<string, object[]>,
      {kpi: 'total-sales'},
      {value: 100}
    ]
  ]);
  it('stands in the funnel and in its stage as it did then', () => {
    const dataset = createDataset({deals});
    const {rows} = funnel(dataset, {...march, asOf: '2026-03-15', stages});
    expect(rows.map(({stage, reached, lost, open}) => [stage, reached, lost, open])).toEqual([
      ['lead', 3, 0, 1],
      ['offer', 2, 0, 1],
      ['won', 1, 0, 0]
    ]);
    expect(timeInStage(dataset, {...march, asOf: '2026-03-15', stages})[0].stays).toEqual([
      {id: 'w', days: 9, isOpen: false},
      {id: 'l', days: 15, isOpen: true},
      {id: 'o', days: 4, isOpen: false}
    ]);
  });
});

describe('a target', () => {
  const sold = (amount: number) => ({deals: [{id: '1', amount, status: 'won', createdAt: '2026-01-01', closedAt: '2026-01-01'}]});
  const quarter = {period: '2026-Q1', kpi: 'total-sales'};
  const answered = (seconds: number) => ({
    leads: [{id: '1', createdAt: '2026-03-02T08:00:00Z', firstResponseAt: new Date(Date.UTC(2026, 2, 2, 8, 0, seconds)).toISOString()}]
  });
  holds([
    [
      'met by nine tenths to the cent is at risk, not off track',
      sold(0.09),
      {...quarter, asOf: '2026-01-09', target: 1},
      {target: {pace: 0.9, expectedToDate: 0.1, status: 'at-risk', remaining: 0.91}}
    ],
    [
      'met to the cent is on track',
      sold(0.7),
      {...quarter, asOf: '2026-01-30', target: 2.1},
      {target: {pace: 1, expectedToDate: 0.7, status: 'on-track'}}
    ],
    [
      'that should not be passed, passed by a tenth, is at risk',
      answered(11),
      {kpi: 'lead-response-time', asOf: '2026-03-20', target: 10},
      {target: {status: 'at-risk'}}
    ],
    [
      'that should not be passed, passed by more, is off track',
      answered(12),
      {kpi: 'lead-response-time', asOf: '2026-03-20', target: 10},
      {target: {status: 'off-track'}}
    ]
  ]);
  it('with a time of its own is held against what was reached in it, unless another period is asked for', () => {
    const deals = ['2026-01-05', '2026-02-05'].map((day, index) => ({
      id: String(index),
      amount: 100,
      status: 'won',
      createdAt: day,
      closedAt: day
    }));
    const target = {value: 900, start: '2026-01-01', end: '2026-04-01'};
    expect(measure(createDataset({deals}), {kpi: 'total-sales', asOf: '2026-02-14', target})).toMatchObject({
      value: 200,
      target: {expectedToDate: 450, attainment: 200 / 900}
    });
  });
  it('of the table may be bounded by instants', () => {
    const targets = [{id: 't', kpi: 'total-sales', value: 4, start: '2026-01-01T00:00:00+01:00', end: '2026-03-31T22:00:00Z'}];
    const told = measure(createDataset({...sold(1), targets}), {...march, ...quarter, timeZone: 'Europe/Stockholm'});
    expect(told.target).toMatchObject({target: 4, attainment: 0.25});
  });
  it('takes null for not given, as data of a page has it', () => {
    const nothing = JSON.parse('{"target": null, "variant": null, "compare": null}') as Partial<Query>;
    expect(measure(createDataset(sold(1)), {...march, ...quarter, ...nothing})).toMatchObject({value: 1, comparison: {value: 0}});
  });
});

it('a week of which the period has but some days is told from the others, and averaged with none', () => {
  const orders = Array.from({length: 31}, (_, day) => ({
    id: String(day),
    customerId: 'A',
    amount: 7,
    orderedAt: `2026-03-${String(day + 1).padStart(2, '0')}`
  }));
  const cut = (period: string) => series(createDataset({orders}), {...march, kpi: 'revenue', period, grain: 'week'}).buckets;
  // 1 March 2026 is a Sunday, 31 March a Tuesday.
  const {length} = cut('2026-03');
  expect(cut('2026-03').map(({value, isCut}) => [value, isCut])).toEqual([
    [7, true],
    ...Array.from({length: 4}, () => [49, undefined]),
    [14, true]
  ]);
  expect(movingAverages(cut('2026-03'), 2)).toEqual([null, null, 49, 49, 49, null]);
  expect([length, cut('2026-W10/2026-W13').some(({isCut}) => isCut)]).toEqual([6, false]);
});

it('who orders month by month is kept from the month before, in a series as alone', () => {
  const order = (id: string, customerId: string, orderedAt: string) => ({id, customerId, orderedAt, amount: 1});
  const orders = [
    order('1', 'A', '2026-01-10'),
    order('2', 'B', '2026-01-11'),
    order('3', 'A', '2026-02-10'),
    order('4', 'C', '2026-02-12'),
    order('5', 'A', '2026-03-01'),
    order('6', 'C', '2026-03-02')
  ];
  const {buckets} = series(createDataset({orders}), {
    ...march,
    kpi: 'customer-retention-rate',
    period: '2026-Q1',
    grain: 'month',
    params: {customerBasis: 'orders'}
  });
  expect(buckets.map(({numerator, denominator}) => [numerator, denominator])).toEqual([
    [0, 0],
    [1, 2],
    [2, 2]
  ]);
});

it('churn of every day adds up although nobody was there when the period began', () => {
  const customers = [
    {
      id: 'A',
      periods: [
        {from: '2026-03-01', to: '2026-03-02'},
        {from: '2026-03-03', to: null}
      ]
    }
  ];
  expect(measure(createDataset({customers}), {...march, kpi: 'customer-churn-rate', variant: 'sum-of-daily'})).toMatchObject({value: 1});
});

describe('who stands in a ranking', () => {
  const deal = (id: string, ownerId: string, amount: number, closedAt: string) => ({
    id,
    ownerId,
    amount,
    status: 'won',
    createdAt: '2026-01-01',
    closedAt
  });
  it('is new without a place before, and takes none where he or she is not shown', () => {
    const dataset = createDataset({
      deals: [deal('1', 'A', 10, '2026-02-05'), deal('2', 'A', -5, '2026-03-05'), deal('3', 'C', -1, '2026-03-05')],
      reps: [{id: 'A'}, {id: 'B', activeTo: '2026-02-01'}, {id: 'C', activeFrom: '2026-03-01'}]
    });
    const {rows} = rank(dataset, {...march, kpi: 'total-sales', compare: 'previous'});
    expect(rows.map(({id, rank: place, rankChange}) => [id, place, rankChange])).toEqual([
      ['C', 1, 'new'],
      ['A', 2, -1]
    ]);
  });
  it('comes in a tie of the same name by the id', () => {
    const reps = ['b', 'a'].map((id) => ({id, name: 'Kim'}));
    const {rows} = rank(createDataset({reps, deals: []}), {...march, kpi: 'total-sales'});
    expect(rows.map(({id}) => id)).toEqual(['a', 'b']);
  });
  it('is ranked with care by what a share is at least, and of what should be low by what it is at most', () => {
    const customers = Array.from({length: 60}, (_, index) => ({
      id: String(index),
      segment: index < 6 ? 'few' : 'many',
      startedAt: '2025-01-01',
      endedAt: index < 8 && index > 5 ? '2026-03-05' : null
    }));
    const places = (rankBy: 'value' | 'wilson') =>
      rank(createDataset({customers}), {...march, kpi: 'customer-churn-rate', by: 'segment', rankBy}).rows.map(({id}) => id);
    expect([places('value'), places('wilson')]).toEqual([
      ['few', 'many'],
      ['many', 'few']
    ]);
  });
});

describe('a comparison', () => {
  const leads = [{id: '1', createdAt: '2020-01-01'}];
  const windowOf = (query: Partial<Query>) => {
    const {start, end} = measure(createDataset({leads}), {kpi: 'new-leads', compare: 'year-ago', ...query}).comparison?.window ?? {};
    return [start, end];
  };
  it.each([
    ['2025-02-28', '2024-02-28', '2024-02-29'],
    ['2024-02-29', '2023-02-28', '2023-03-01'],
    ['2025-02', '2024-02-01', '2024-03-01'],
    ['2025-02-22/2025-02-28', '2024-02-22', '2024-02-29']
  ])('of %s with the year before is with the days from %s to before %s', (period, start, end) => {
    expect(windowOf({period})).toEqual([start, end]);
  });
  it('of a period of the company is with the one before it in its list, cut at the same day', () => {
    const settings = {
      periods: [
        {key: 'P01', start: '2026-01-05', end: '2026-02-02'},
        {key: 'P02', start: '2026-02-02', end: '2026-03-02'},
        {key: 'P03', start: '2026-03-02', end: '2026-04-06'}
      ]
    };
    const before = (period: string, asOf: string) => {
      const {start, end} = measure(createDataset({leads, settings}), {kpi: 'new-leads', period, asOf}).comparison?.window ?? {};
      return [start, end];
    };
    expect(before('P01', '2026-12-31')).toEqual(['2025-12-08', '2026-01-05']);
    expect(before('P02', '2026-12-31')).toEqual(['2026-01-05', '2026-02-02']);
    expect(before('P03', '2026-12-31')).toEqual(['2026-02-02', '2026-03-02']);
    expect(before('P03', '2026-03-11')).toEqual(['2026-02-02', '2026-02-12']);
    expect(before('P03', '2026-04-04')).toEqual(['2026-02-02', '2026-03-02']);
  });
  it('of a time ahead is with one that may lie ahead too, from its start to its end', () => {
    expect(windowOf({period: '2026-09', asOf: '2026-03-15', compare: 'previous'})).toEqual(['2026-08-01', '2026-09-01']);
  });
  it('or grain that is none is refused', () => {
    expect(() => windowOf({period: '2025', compare: 'year before' as 'year-ago'})).toThrow('unknown comparison: year before');
    expect(() => series(createDataset({leads}), {kpi: 'new-leads', period: '2025', grain: 'hour' as 'day'})).toThrow('unknown grain: hour');
  });
});

it('an as-of with an offset to the west is that much later', () => {
  const leads = [{id: '1', createdAt: '2026-03-10T03:30:00Z'}];
  const seen = (asOf: string) => measure(createDataset({leads}), {...march, kpi: 'new-leads', asOf}).value;
  expect([seen('2026-03-10T00:00:00-03:30'), seen('2026-03-10T00:00:01-03:30'), seen('2026-03-10T03:30:01+00:00')]).toEqual([0, 1, 1]);
});

describe('customer lifetime value', () => {
  const order = (id: string, customerId: string, amount: number | null) => ({id, customerId, amount, orderedAt: '2026-01-05'});
  holds([
    [
      'leaves out of its averages what has no amount',
      {orders: [order('1', 'X', 300), order('2', 'X', null), order('3', 'Y', null)]},
      {kpi: 'customer-lifetime-value', params: {retentionYears: 2}},
      {value: 600, numerator: 600, denominator: 1, parts: {averageTransaction: 300, transactionsPerCustomerPerYear: 1}}
    ],
    [
      'needs amounts',
      {orders: [{id: '1', customerId: 'X', orderedAt: '2026-01-05'}]},
      {kpi: 'customer-lifetime-value', params: {retentionYears: 2}},
      {value: null, reason: 'missing-column'}
    ],
    [
      'counts whoever was there all year as a customer-year, of 365 days or 366',
      {
        orders: [order('1', 'X', 300)],
        customers: [
          {id: 'X', startedAt: '2020-01-01'},
          {id: 'Y', startedAt: '2020-01-01', endedAt: '2024-12-31'}
        ]
      },
      {kpi: 'customer-lifetime-value', period: '2024', asOf: '2024-12-31'},
      {reason: 'empty-denominator', parts: {retentionYears: (366 + 365) / 366}}
    ]
  ]);
});

it('as many leads are needed as no customers are: none', () => {
  expect([leadsNeeded(0, 0.2), leadsNeeded(-3, 0.2)]).toEqual([0, 0]);
});

describe('a funnel', () => {
  const reached = (deals: readonly object[], query: FunnelQuery) =>
    funnel(createDataset({deals}), {
      period: '2026-03',
      asOf: '2026-03-31',
      stages: ['lead', 'offer', 'contract', 'won'],
      ...query
    }).rows.map(({reached: entries, advanced, lost, open}) => [entries, advanced, lost, open]);
  it('of what stands there now takes the rate of now, one of a cohort that of its day', () => {
    const settings = {currency: 'SEK'};
    const fxRates = [
      {currency: 'EUR', from: '2026-01-01', rate: 10},
      {currency: 'EUR', from: '2026-03-15', rate: 11},
      {currency: 'EUR', from: '2026-04-01', rate: 99}
    ];
    const dataset = createDataset({
      settings,
      fxRates,
      deals: [{id: '1', status: 'open', stage: 'lead', amount: 10, currency: 'EUR', createdAt: '2026-03-05'}]
    });
    const amount = (mode: FunnelQuery['mode']) => funnel(dataset, {...march, stages: ['lead', 'won'], mode}).rows[0].amount;
    expect([amount('snapshot'), amount('reached')]).toEqual([110, 100]);
  });
  const entered = (id: string, createdAt: string, ...stageHistory: {stage: string; at: string}[]) => ({
    id,
    status: 'open',
    createdAt,
    stageHistory
  });
  it('has no stage that is entered at the very moment it is looked at', () => {
    const deals = [entered('1', '2026-03-01', {stage: 'lead', at: '2026-03-01'}, {stage: 'offer', at: '2026-03-10T12:00:00Z'})];
    const offers = (asOf: string) => reached(deals, {asOf})[1][0];
    expect([offers('2026-03-10T12:00:00Z'), offers('2026-03-10T12:00:01Z')]).toEqual([0, 1]);
  });
  it('of what was entered in a period begins where nothing is told of the stages with what was created', () => {
    const deals = [
      entered('1', '2026-03-01'),
      entered('2', '2026-03-01', {stage: 'offer', at: '2026-03-05'}),
      entered('3', '2026-02-01', {stage: 'lead', at: '2026-03-05'}, {stage: 'offer', at: '2026-04-05'}),
      entered('4', '2026-02-01')
    ];
    expect(reached(deals, {mode: 'throughput'}).map(([entries]) => entries)).toEqual([2, 1, 0, 0]);
  });
  it('that wants every stage entered reconciles where one was skipped', () => {
    const skipped = {
      id: '1',
      status: 'lost',
      createdAt: '2026-03-01',
      closedAt: '2026-03-09',
      stageHistory: [
        {stage: 'lead', at: '2026-03-01'},
        {stage: 'contract', at: '2026-03-02'}
      ]
    };
    expect(reached([skipped], {mode: 'strict'})).toEqual([
      [1, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0]
    ]);
  });
});

describe('discounts of subscriptions', () => {
  const subscription = (id: string, amount: number, discountAmount: number | null, discountDuration: string | null) => ({
    ...{id, customerId: id, amount, discountAmount, discountDuration, interval: 'month', startedAt: '2026-01-01'}
  });
  const subscriptions = [
    subscription('A', 90, 10.5, 'forever'),
    subscription('B', 80, 20, 'repeating'),
    {...subscription('C', 1200, 120, 'once'), interval: 'year'},
    subscription('D', 50, null, null)
  ];
  holds([
    ['are off the amount, as ChartMogul has it', {subscriptions}, {kpi: 'mrr'}, {value: 90 + 80 + 100 + 50}],
    [
      'are off it only where they last, as Stripe has it',
      {subscriptions},
      {kpi: 'mrr', params: {discountPolicy: 'forever'}},
      {value: 90 + 100 + 110 + 50}
    ],
    [
      'are never off it, as Paddle has it',
      {subscriptions},
      {kpi: 'arr', params: {discountPolicy: 'never'}},
      {value: 12 * (100.5 + 100 + 110 + 50)}
    ],
    [
      'that end make an expansion of what they are taken off',
      {
        subscriptions: [
          {...subscription('A', 80, 20, 'once'), endedAt: '2026-03-10'},
          {...subscription('A2', 100, null, null), customerId: 'A', startedAt: '2026-03-10'}
        ]
      },
      {kpi: 'mrr'},
      {value: 100, parts: {expansion: 20}}
    ],
    [
      'that end change nothing where they were never taken off',
      {
        subscriptions: [
          {...subscription('A', 80, 20, 'once'), endedAt: '2026-03-10'},
          {...subscription('A2', 100, null, null), customerId: 'A', startedAt: '2026-03-10'}
        ]
      },
      {kpi: 'mrr', params: {discountPolicy: 'never'}},
      {value: 100, parts: {expansion: 0}}
    ]
  ]);
});

describe('a target of a year of which two fifths are due in its last quarter', () => {
  const params = {seasonalProfile: [0.2, 0.4, 0.6, 1]};
  const deals = (amount: number) => [{id: '1', amount, status: 'won', createdAt: '2026-01-01', closedAt: '2026-01-02'}];
  const year = {kpi: 'total-sales', period: '2026', compare: 'none', target: 1000, params} as const;
  holds([
    [
      'has three fifths due at the end of its third quarter',
      {deals: deals(600)},
      {...year, asOf: '2026-09-30'},
      {target: {expectedToDate: 600, pace: 1, status: 'on-track', forecast: 1000}}
    ],
    [
      'has half of what the last quarter brings due after half of its 92 days',
      {deals: deals(720)},
      {...year, asOf: '2026-11-15'},
      {target: {expectedToDate: 800, pace: 0.9, status: 'at-risk', forecast: 900, remaining: 280, requiredPerDay: 280 / 46}}
    ],
    [
      'has all due at its end',
      {deals: deals(999)},
      {...year, asOf: '2026-12-31'},
      {target: {expectedToDate: 1000, pace: 0.999, status: 'missed'}}
    ],
    [
      'is drawn out from where a tenth of it is due, whatever the day',
      {deals: deals(90)},
      {...year, asOf: '2026-02-14'},
      {target: {expectedToDate: 100, forecast: 900}}
    ],
    ['is not drawn out before', {deals: deals(90)}, {...year, asOf: '2026-02-13'}, {target: {forecast: null}}],
    [
      'of a stock is paced from its opening',
      {
        subscriptions: [
          {id: 'A', customerId: 'A', amount: 100, interval: 'month', startedAt: '2025-01-01'},
          {id: 'B', customerId: 'B', amount: 30, interval: 'month', startedAt: '2026-02-01'}
        ]
      },
      {...year, kpi: 'mrr', target: 200, asOf: '2026-06-30'},
      {value: 130, target: {expectedToDate: 140, progress: 0.3, pace: 0.75, status: 'off-track'}}
    ],
    [
      'counts the working days within a part, where those are asked for',
      {deals: deals(300)},
      {...year, period: '2026-03', compareBy: 'working-days', params: {seasonalProfile: [1]}, asOf: '2026-03-13'},
      {target: {expectedToDate: (1000 * 10) / 22}}
    ]
  ]);
  it('of any length has as many equal parts as the profile', () => {
    const query = {...year, period: '2026-03-01/2026-03-10', params: {seasonalProfile: [0.1, 1]}, asOf: '2026-03-05'};
    expect(measure(createDataset({deals: deals(0)}), query).target).toMatchObject({expectedToDate: 100});
  });
  it('comes to the same in a forecast and a series, whose buckets go by their own days', () => {
    const dataset = createDataset({deals: [{...deals(300)[0], closedAt: '2026-10-02'}]});
    const query = {...year, asOf: '2026-10-15'};
    const {forecast: whole, buckets} = series(dataset, {...query, grain: 'month'});
    // 15 of the 92 days of the last quarter: 0.6 + 0.4 × 15 / 92.
    expect([forecast(dataset, query).value, whole, buckets[9].forecast]).toEqual([
      expect.closeTo(300 / (0.6 + 6 / 92), 9),
      expect.closeTo(300 / (0.6 + 6 / 92), 9),
      620
    ]);
    expect([buckets[2], buckets[8], buckets[11]].map(({due}) => due)).toEqual([0.2, 0.6, 1]);
  });
});

describe('money that goes back', () => {
  const orders = [
    {id: '1', customerId: 'A', amount: 100, orderedAt: '2026-03-02'},
    {id: '2', customerId: 'A', amount: -30, orderedAt: '2026-03-05'},
    {id: '3', customerId: 'B', amount: -10, orderedAt: '2026-03-05', kind: 'order'}
  ];
  holds([
    [
      'is a refund where the row does not say what it is',
      {orders},
      {kpi: 'average-purchase-value'},
      {value: 45, numerator: 90, denominator: 2}
    ],
    ['is no part of the revenue before refunds', {orders}, {kpi: 'revenue', variant: 'gross'}, {value: 90}],
    ['is taken off the revenue', {orders}, {kpi: 'revenue'}, {value: 60}],
    [
      'is taken off too where the export has it without its sign',
      {orders: [...orders, {id: '4', customerId: 'A', amount: 20, orderedAt: '2026-03-06', kind: 'Refund'}]},
      {kpi: 'revenue'},
      {value: 40}
    ]
  ]);
});

describe('rows that should have counted', () => {
  const orders = [
    {id: '1', customerId: 'A', amount: 100, orderedAt: '2026-03-02'},
    {id: '2', customerId: 'A', amount: null, orderedAt: '2026-03-05'},
    {id: '3', customerId: 'A', amount: null, orderedAt: '2026-02-05'}
  ];
  const subscriptions = [
    {id: 'a', customerId: 'A', amount: 100, interval: 'month', startedAt: '2026-01-01'},
    {id: 'b', customerId: 'B', amount: 100, interval: 'fortnight', startedAt: '2026-01-01'},
    {id: 'c', customerId: 'C', amount: null, interval: 'month', startedAt: '2026-01-01'}
  ];
  holds([
    [
      'and have no amount are named',
      {orders},
      {kpi: 'average-purchase-value'},
      {value: 100, excluded: [{code: 'missing-amount', id: '2'}], issues: [{code: 'missing-amount', count: 1}]}
    ],
    [
      'and recur in no interval that is known, or for nobody knows what, are named',
      {subscriptions},
      {kpi: 'mrr'},
      {
        value: 100,
        excluded: [
          {code: 'unknown-interval', id: 'b'},
          {code: 'missing-amount', id: 'c'}
        ]
      }
    ]
  ]);
  it('are named as the deals that they are where each was booked several times', () => {
    const deals = [
      {id: 'd', status: 'won', amount: null, createdAt: '2026-03-01', closedAt: '2026-03-02'},
      {id: 'e', status: 'won', amount: 5, createdAt: '2026-03-01', closedAt: '2026-03-02'}
    ];
    expect(measure(createDataset({deals}), {...march, kpi: 'total-sales', variant: 'as-booked'}).excluded).toEqual([
      {code: 'missing-amount', id: 'd'}
    ]);
  });
});

it('a funnel of deals that were never given has no parts', () => {
  expect(funnel(createDataset({leads: []}), {period: '2026-03', stages: ['lead', 'won']})).toMatchObject({
    value: null,
    reason: 'missing-table',
    numerator: null,
    denominator: null
  });
});

it('a parameter that is null is not given', () => {
  const orders = [{id: '1', customerId: 'A', amount: 100, orderedAt: '2026-03-02'}];
  const customers = [{id: 'A', startedAt: '2026-01-01'}];
  const params = {retentionYears: null, minAmount: null} as unknown as Params;
  expect(measure(createDataset({orders, customers}), {...march, kpi: 'customer-lifetime-value', params})).toMatchObject({
    value: null,
    reason: 'empty-denominator'
  });
});
