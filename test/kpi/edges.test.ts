import {describe, expect, it} from 'vitest';
import {createDataset, funnel, measure, rank, series, timeInStage} from '../../src/engine.js';
import {customerRetentionRate} from '../../src/kpi/definitions/customers.js';
import type {Dataset, Query} from '../../src/engine.js';

const won = {status: 'won', createdAt: '2026-01-10', closedAt: '2026-03-05', amount: 100};
const read = (deals: readonly object[], more: object = {}): Dataset =>
  createDataset({deals: deals.map((deal, index) => ({id: `d${String(index)}`, ...deal})), ...more});
const ask = (dataset: Dataset, kpi: string, more: Partial<Query> = {}) =>
  measure(dataset, {kpi, period: '2026-03', asOf: '2026-04-30', ...more});

describe('nothing to measure', () => {
  it.each([
    [
      'a table that was not given',
      {leads: []},
      'total-sales',
      {value: null, reason: 'missing-table', issues: [{code: 'missing-table', names: ['deals']}]}
    ],
    ['an empty table, summed', {deals: []}, 'total-sales', {value: 0, numerator: 0, n: 0}],
    ['an empty table, divided', {deals: []}, 'win-rate', {value: null, reason: 'empty-denominator', numerator: 0, denominator: 0}],
    ['an empty table, timed', {deals: []}, 'sales-cycle-length', {value: null, reason: 'empty-denominator', n: 0}],
    [
      'a column that is not there',
      {deals: [{id: '1', status: 'won', closedAt: '2026-03-01'}]},
      'total-sales',
      {value: null, reason: 'missing-column', issues: [{code: 'missing-column', names: ['deals.amount']}]}
    ]
  ])('%s', (_, input, kpi, expected) => {
    expect(ask(createDataset(input), kpi)).toMatchObject(expected);
  });

  it('a period ahead has not started', () => {
    expect(ask(read([won]), 'total-sales', {asOf: '2026-02-01'})).toMatchObject({value: null, reason: 'not-started', status: 'future'});
  });

  it('no comparison where there is none', () => {
    expect(ask(read([won]), 'total-sales', {period: 'all'}).comparison).toBeUndefined();
    expect(ask(read([won]), 'total-sales', {compare: 'none'}).comparison).toBeUndefined();
    expect(ask(read([won]), 'total-sales', {period: '2026-W53', compare: 'year-ago', asOf: '2027-02-01'}).comparison).toMatchObject({
      value: null,
      reason: 'no-comparable-period'
    });
  });
});

it('compares after as many working days, as the dataset counts them', () => {
  const deals = [
    {...won, closedAt: '2026-03-02'},
    {...won, closedAt: '2026-03-11'},
    {...won, closedAt: '2026-03-12'},
    {...won, closedAt: '2026-04-10'}
  ];
  const ended = (settings: object) =>
    ask(read(deals, {settings}), 'total-sales', {period: '2026-04', asOf: '2026-04-10', compareBy: 'working-days'}).comparison?.window.end;
  expect(ended({})).toBe('2026-03-12');
  expect(ended({holidays: ['2026-04-03', '2026-04-06']})).toBe('2026-03-10');
  expect(ended({workingDays: [1, 2, 3, 4]})).toBe('2026-03-11');
});

it('knows the fiscal year and the periods that the dataset names', () => {
  const settings = {
    fiscalYearStart: 5,
    fiscalYearLabel: 'end',
    periods: [{key: 'P11', start: '2026-03-02', end: '2026-04-06'}, {key: 'bad'}]
  };
  const windowOf = (period: string) => ask(read([won], {settings}), 'total-sales', {period}).window;
  expect(windowOf('fiscal-2026')).toMatchObject({start: '2025-05-01', end: '2026-05-01'});
  expect(windowOf('P11')).toMatchObject({start: '2026-03-02', end: '2026-04-06'});
});

it('does not compare with a time before the first row, as if nothing had been sold', () => {
  expect(ask(read([won]), 'total-sales').comparison).toMatchObject({
    value: 0,
    change: 100,
    relativeChange: null,
    reason: 'no-comparable-period',
    window: {start: '2026-02-01', end: '2026-03-01'}
  });
  expect(ask(read([won]), 'win-rate').comparison).toMatchObject({value: null, change: null, reason: 'no-comparable-period'});
});

describe('the state of a deal as of a day', () => {
  const deals = read([
    {...won, closedAt: '2026-03-05'},
    {...won, createdAt: '2026-01-20', closedAt: '2026-04-02'},
    {...won, status: 'lost', createdAt: '2026-01-25', closedAt: '2026-04-01'}
  ]);

  it.each([
    ['2026-03-04', 0, 3],
    ['2026-03-05', 1, 2],
    ['2026-04-01', 1, 1],
    ['2026-04-02', 2, 0]
  ])('as of %s: %d won and %d open of those created in January', (asOf, numerator, open) => {
    expect(ask(deals, 'win-rate', {variant: 'created-cohort', period: '2026-01', asOf})).toMatchObject({numerator, denominator: 3, open});
  });

  it('is compared with the cohort before it at equal age', () => {
    const cohorts = read([
      {...won, createdAt: '2026-01-05', closedAt: '2026-02-20'},
      {...won, createdAt: '2026-02-05', closedAt: '2026-02-10'}
    ]);
    const {comparison} = ask(cohorts, 'win-rate', {variant: 'created-cohort', period: '2026-02', asOf: '2026-02-28'});
    expect(comparison).toMatchObject({numerator: 0, denominator: 1});
  });

  it('follows its status history', () => {
    const reopened = read([
      {
        ...won,
        status: 'won',
        closedAt: '2026-03-05',
        statusHistory: [
          {status: 'lost', at: '2026-02-01'},
          {status: 'open', at: '2026-02-10'},
          {status: 'won', at: '2026-03-05'}
        ]
      }
    ]);
    const rate = (period: string, asOf: string) => ask(reopened, 'win-rate', {period, asOf}).value;
    expect([rate('2026-02', '2026-02-05'), rate('2026-02', '2026-02-10'), rate('2026-03', '2026-03-05')]).toEqual([0, null, 1]);
  });
});

describe('money', () => {
  const rates = [
    {currency: 'EUR', from: '2026-01-01', rate: 11.1},
    {currency: 'EUR', from: '2026-03-10', rate: 11.35}
  ];

  it('is summed exactly', () => {
    const cents = read(Array.from({length: 10}, () => ({...won, amount: 0.1})));
    expect(ask(cents, 'total-sales').value).toBe(1);
    const large = read([
      {...won, amount: 90_071_992_547_409.91},
      {...won, amount: 0.09}
    ]);
    expect(ask(large, 'total-sales').value).toBe(90_071_992_547_410);
  });

  it('takes each row at the rate of its own day', () => {
    const dataset = read(
      [
        {...won, amount: 100, currency: 'EUR', closedAt: '2026-03-09'},
        {...won, amount: 100, currency: 'EUR', closedAt: '2026-03-10'},
        {...won, amount: 5, currency: 'SEK'}
      ],
      {fxRates: rates, settings: {currency: 'SEK'}}
    );
    expect(ask(dataset, 'total-sales')).toMatchObject({value: 2250, currency: 'SEK'});
  });

  it.each([
    ['without a rate', [], 'SEK', ['EUR']],
    ['before the first rate', [{currency: 'EUR', from: '2026-03-31', rate: 11}], 'SEK', ['EUR']],
    ['with rates that lead to another currency', rates, 'NOK', ['EUR', 'SEK']]
  ])('is no figure %s, never 1:1', (_, fxRates, currency, names) => {
    const dataset = read(
      [
        {...won, currency: 'EUR'},
        {...won, currency: 'SEK'}
      ],
      {fxRates, settings: {currency: 'SEK'}}
    );
    expect(ask(dataset, 'total-sales', {currency})).toMatchObject({
      value: null,
      reason: 'missing-fx-rate',
      issues: [{code: 'missing-fx-rate', names}]
    });
  });

  it('of a cost that is spread takes the rate of its first day', () => {
    const costs = [{id: '1', category: 'sales', amount: 310, currency: 'EUR', from: '2026-03-01', to: '2026-04-01'}];
    const dataset = createDataset({costs, customers: [{id: 'c', startedAt: '2026-03-02'}], fxRates: rates, settings: {currency: 'SEK'}});
    expect(ask(dataset, 'customer-acquisition-cost')).toMatchObject({value: 3441, currency: 'SEK'});
  });

  it('misses an amount without taking it for 0', () => {
    const dataset = read([
      {...won, amount: 300},
      {...won, amount: null}
    ]);
    expect(ask(dataset, 'average-purchase-value', {variant: 'deals'})).toMatchObject({
      value: 300,
      denominator: 1,
      issues: [{code: 'missing-amount', count: 1}]
    });
    expect(ask(dataset, 'total-sales')).toMatchObject({value: 300, n: 2, issues: [{code: 'missing-amount', count: 1}]});
  });

  it('counts a deal once whatever its splits add up to', () => {
    const dataset = read([
      {
        ...won,
        ownerId: 'a',
        splits: [
          {repId: 'a', share: 1},
          {repId: 'b', share: 0.5}
        ]
      }
    ]);
    const {rows, total} = rank(dataset, {kpi: 'total-sales', period: '2026-03'});
    expect([rows.map(({value}) => value), total.value]).toEqual([[100, 50], 100]);
    expect(rows[0].issues).toEqual([{code: 'split-over-100', count: 1}]);
  });
});

describe('a deal that reps share', () => {
  const dataset = read(
    [
      {
        ...won,
        ownerId: 'a',
        amount: 100,
        splits: [
          {repId: 'a', share: 0.6},
          {repId: 'b', share: 0.3}
        ]
      },
      {...won, ownerId: 'b', amount: 50}
    ],
    {
      reps: [
        {id: 'a', team: 'North'},
        {id: 'b', team: 'South'}
      ]
    }
  );
  it.each([
    [{rep: 'a'}, 60],
    [{rep: 'b'}, 80],
    [{rep: ['a', 'b']}, 140],
    [{team: 'North'}, 60],
    [{}, 150]
  ])('counts for %j with what they are credited with', (filter, value) => {
    expect(ask(dataset, 'total-sales', {filter}).value).toBe(value);
  });
  it('shows the same in a ranking and in a card', () => {
    const {rows, unassigned} = rank(dataset, {kpi: 'total-sales', period: '2026-03'});
    expect([...rows, unassigned].map(({id, value}) => [id, value])).toEqual([
      ['b', 80],
      ['a', 60],
      [null, 10]
    ]);
  });
});

describe('orders', () => {
  it('belong to the rep they name', () => {
    const order = {amount: 10, orderedAt: '2026-03-05', customerId: 'c'};
    const dataset = createDataset({
      orders: [
        {id: '1', repId: 'a', ...order},
        {id: '2', repId: 'b', ...order},
        {id: '3', ...order}
      ]
    });
    const {rows, unassigned, total} = rank(dataset, {kpi: 'revenue', period: '2026-03'});
    expect([rows.map(({id, value}) => [id, value]), unassigned.value, total.value]).toEqual([
      [
        ['a', 10],
        ['b', 10]
      ],
      10,
      30
    ]);
    expect(ask(dataset, 'revenue', {filter: {rep: 'a'}}).value).toBe(10);
  });
});

describe('a ranking', () => {
  const sold = (ownerId: string, amount: number, status = 'won') => ({...won, ownerId, amount, status});

  it.each([
    ['competition', [1, 1, 3]],
    ['dense', [1, 1, 2]],
    ['ordinal', [1, 2, 3]]
  ] as const)('numbers ties by %s', (ranking, expected) => {
    const dataset = read([sold('b', 10), sold('a', 10), sold('c', 5)]);
    const {rows} = rank(dataset, {kpi: 'total-sales', period: '2026-03', ranking});
    expect([rows.map((row) => row.rank), rows.map(({id}) => id)]).toEqual([expected, ['a', 'b', 'c']]);
  });

  it('shows a rate of few cases without ranking it', () => {
    const dataset = read([
      sold('a', 1),
      ...Array.from({length: 6}, (_, index) => sold('b', 1, index < 3 ? 'won' : 'lost')),
      {...won, status: 'open', closedAt: null, ownerId: 'c'}
    ]);
    const {rows} = rank(dataset, {kpi: 'win-rate', period: '2026-03'});
    expect(rows.map(({id, value, rank: place, reason}) => [id, value, place, reason])).toEqual([
      ['b', 0.5, 1, undefined],
      ['a', 1, null, 'below-minimum-sample'],
      ['c', null, null, 'empty-denominator']
    ]);
  });

  it('may put what is sure before what is few', () => {
    const deals = (rep: string, wins: number, losses: number) => [
      ...Array.from({length: wins}, () => sold(rep, 1)),
      ...Array.from({length: losses}, () => sold(rep, 1, 'lost'))
    ];
    const dataset = read([...deals('few', 5, 0), ...deals('many', 90, 10)]);
    const order = (rankBy: 'value' | 'wilson') =>
      rank(dataset, {kpi: 'win-rate', period: '2026-03', rankBy}).rows.map(({id, value}) => [id, value]);
    expect(order('value')).toEqual([
      ['few', 1],
      ['many', 0.9]
    ]);
    expect(order('wilson')).toEqual([
      ['many', 0.9],
      ['few', 1]
    ]);
  });

  it('puts the shorter cycle first and says who moved', () => {
    const cycle = (ownerId: string, days: number, month: string) => ({
      ...won,
      ownerId,
      createdAt: `${month}-01`,
      closedAt: `${month}-${String(days + 1).padStart(2, '0')}`
    });
    const dataset = read([cycle('a', 10, '2026-03'), cycle('b', 5, '2026-03'), cycle('a', 2, '2026-02'), cycle('b', 9, '2026-02')]);
    const {rows} = rank(dataset, {kpi: 'sales-cycle-length', period: '2026-03'});
    expect(rows.map(({id, rankChange}) => [id, rankChange])).toEqual([
      ['b', 1],
      ['a', -1]
    ]);
  });

  it('groups by a column of the table or an attribute of the rep', () => {
    const dataset = read(
      [
        {...sold('a', 10), product: 'Pro'},
        {...sold('b', 7), product: 'Basic'},
        {...sold('c', 1), product: null}
      ],
      {
        reps: [
          {id: 'a', team: 'North'},
          {id: 'b', team: 'North'},
          {id: 'c', team: ''}
        ]
      }
    );
    const by = (group: string) => rank(dataset, {kpi: 'total-sales', period: '2026-03', by: group});
    expect([by('team').rows.map(({name, value}) => [name, value]), by('team').unassigned.value]).toEqual([[['North', 17]], 1]);
    expect([by('product').rows.map(({name}) => name), by('product').unassigned.value]).toEqual([['Pro', 'Basic'], 1]);
    expect(() => by('planet')).toThrow('unknown breakdown: planet');
  });
});

describe('a filter', () => {
  const dataset = read(
    [
      {...won, ownerId: 'a', region: 'North'},
      {...won, ownerId: 'Bo', region: 'South'}
    ],
    {
      reps: [
        {id: 'a', name: 'Ann', team: 'One'},
        {id: 'b', name: 'Bo', team: 'Two'}
      ]
    }
  );
  it.each([
    [{region: 'North'}, 100],
    [{region: ['North', 'South']}, 200],
    [{rep: 'Ann'}, 100],
    [{rep: 'b'}, 100],
    [{team: 'Two', region: 'South'}, 100],
    [{team: 'Two', region: 'North'}, 0]
  ])('%j leaves %d', (filter, value) => {
    expect(ask(dataset, 'total-sales', {filter}).value).toBe(value);
  });
  it('names a column that is none', () => {
    expect(() => ask(dataset, 'total-sales', {filter: {planet: 'Mars'}})).toThrow('unknown filter: planet');
  });
});

const own = {
  kind: 'flow',
  id: 'big-deals',
  unit: 'count',
  better: 'higher',
  table: 'deals',
  date: 'closedAt',
  variant: 'default',
  numerator: {where: {status: 'won'}, range: {amount: [90, 1e9]}}
} as const;

it('computes a definition of the page', () => {
  const {value} = measure(read([won, {...won, amount: 20}]), {kpi: own, period: '2026-03'});
  expect(value).toBe(1);
});

describe('a slip of the page', () => {
  it.each<[string, () => unknown]>([
    ['unknown kpi: winrate', () => ask(read([]), 'winrate')],
    ['unknown variant of win-rate: open; known are closed, created-cohort, by-amount', () => ask(read([]), 'win-rate', {variant: 'open'})],
    ['unknown variant of win-rate: toString', () => ask(read([]), 'win-rate', {variant: 'toString'})],
    ['unknown time zone: Mars/Base', () => ask(read([]), 'win-rate', {timeZone: 'Mars/Base'})],
    ['not a date: 2026-02-30', () => ask(read([]), 'win-rate', {asOf: '2026-02-30'})],
    ['not a target: NaN', () => ask(read([won]), 'total-sales', {target: NaN})],
    ['unknown kind of kpi: undefined; known are flow, duration, stock, cohort, formula', () => ask(read([]), {} as unknown as string)],
    [
      'not a kpi: it lacks id, date',
      () => ask(read([]), {kind: 'flow', unit: 'count', better: 'higher', table: 'deals', variant: 'x', numerator: {}} as unknown as string)
    ],
    [
      'not a kpi: a stock with a denominator is of the kind cohort',
      () => ask(read([]), {...customerRetentionRate, kind: 'stock'} as unknown as string)
    ],
    [
      'unknown unit: kr; known are currency, count, ratio, days, seconds, score',
      () => ask(read([]), {...own, unit: 'kr'} as unknown as string)
    ],
    ['unknown direction: up; known are higher, lower', () => ask(read([]), {...own, better: 'up'} as unknown as string)],
    [
      'unknown ranking: best; known are competition, dense, ordinal',
      () => rank(read([]), {kpi: 'win-rate', period: '2026', ranking: 'best' as 'dense'})
    ],
    [
      'unknown way to rank: luck; known are value, wilson',
      () => rank(read([]), {kpi: 'win-rate', period: '2026', rankBy: 'luck' as 'value'})
    ],
    [
      'unknown funnel mode: deep; known are reached, touched, strict, snapshot, throughput',
      () => funnel(read([]), {period: '2026', mode: 'deep' as 'reached'})
    ],
    ['unknown way to count visits: first; known are all, latest', () => timeInStage(read([]), {period: '2026', visits: 'first' as 'all'})],
    [
      'unknown population: all; known are won, lost, closed',
      () => ask(read([]), 'sales-cycle-length', {params: {population: 'all' as 'won'}})
    ],
    [
      'unknown customerBasis: customers; known are subscriptions, orders',
      () => ask(read([]), 'customer-churn-rate', {params: {customerBasis: 'customers' as 'orders'}})
    ],
    [
      'unknown churnRecognition: now; known are at-end, on-cancel',
      () => ask(read([]), 'mrr', {params: {churnRecognition: 'now' as 'at-end'}})
    ],
    ['unknown countCredit: team; known are owner, split', () => ask(read([]), 'win-rate', {params: {countCredit: 'team' as 'owner'}})],
    [
      'unknown discountPolicy: once; known are always, forever, never',
      () => ask(read([]), 'mrr', {params: {discountPolicy: 'once' as 'never'}})
    ],
    ['not a number from 0 on: slaSeconds -5', () => ask(read([]), 'lead-response-time', {params: {slaSeconds: -5}})],
    ['not a number from 0 on: staleAfterDays NaN', () => ask(read([]), 'win-rate', {params: {staleAfterDays: NaN}})],
    ['not shares that rise to 1: 0.5, 0.4, 1', () => ask(read([]), 'total-sales', {params: {seasonalProfile: [0.5, 0.4, 1]}})],
    ['not shares that rise to 1: 0.2, 0.3', () => ask(read([]), 'total-sales', {params: {seasonalProfile: [0.2, 0.3]}})]
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });
});

describe('a series', () => {
  it('cuts its first and last bucket to the period, and marks the running one', () => {
    const {grain, buckets} = series(read([won]), {kpi: 'total-sales', period: '2026-02-15/2026-04-10', grain: 'month', asOf: '2026-03-20'});
    expect([grain, buckets.map(({key, window, status, value}) => [key, window.start, window.end, status, value])]).toEqual([
      'month',
      [
        ['2026-02', '2026-02-15', '2026-03-01', 'complete', 0],
        ['2026-03', '2026-03-01', '2026-04-01', 'partial', 100],
        ['2026-04', '2026-04-01', '2026-04-11', 'future', null]
      ]
    ]);
  });

  it('tells a signal from routine in its complete buckets', () => {
    const amounts = [50, 52, 48, 51, 49, 50, 52, 48, 80, 1];
    const rows = amounts.map((amount, month) => ({...won, amount, closedAt: `2026-${String(month + 1).padStart(2, '0')}-05`}));
    const {limits, signals} = series(read(rows), {kpi: 'total-sales', period: '2026-01/2026-10', grain: 'month', asOf: '2026-10-06'});
    expect([limits?.mean, limits?.upper, signals]).toEqual([53.333333333333336, 69.95833333333333, [{index: 8, rule: 'outside-limits'}]]);
  });

  it('places an instant in the bucket of its local day', () => {
    const dataset = read([{...won, closedAt: '2026-02-28T23:30:00Z'}], {settings: {timeZone: 'Europe/Stockholm'}});
    const {buckets} = series(dataset, {kpi: 'total-sales', period: '2026-02/2026-03', grain: 'month'});
    expect(buckets.map(({value}) => value)).toEqual([0, 100]);
  });

  it('of all time runs from the first row to the last', () => {
    const {buckets} = series(read([won, {...won, closedAt: '2026-05-02'}]), {
      kpi: 'total-sales',
      period: 'all',
      asOf: '2026-06-30',
      grain: 'month'
    });
    expect(buckets.map(({key}) => key)).toEqual(['2026-03', '2026-04', '2026-05']);
  });
});

describe('a mean of times', () => {
  it('is exact however much time there is together', () => {
    const long = {status: 'won', createdAt: '1970-01-01T00:00:00Z', closedAt: '2199-12-31T23:59:59.999Z'};
    const took = Date.parse(long.closedAt) - Date.parse(long.createdAt);
    const {value, n} = ask(read(Array.from({length: 10_000}, () => long)), 'sales-cycle-length', {
      variant: 'mean',
      period: '2199',
      asOf: '2200-06-30'
    });
    expect([value, n]).toEqual([took / 86_400_000, 10_000]);
  });
});
