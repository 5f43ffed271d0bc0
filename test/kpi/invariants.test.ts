import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, funnel, measure, rank, series} from '../../src/engine.js';
import type {Dataset, Params} from '../../src/engine.js';

interface Deal {
  readonly id: string;
  readonly ownerId: string | null;
  readonly amount: number | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly stage: string;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly splits?: readonly {readonly repId: string; readonly share: number}[];
  readonly ownerHistory?: readonly {readonly ownerId: string | null; readonly at: string}[];
  readonly statusHistory?: readonly {readonly status: string; readonly at: string}[];
}

const DAY = 86_400_000;
const day = (offset: number) => new Date(Date.UTC(2025, 0, 1) + offset * DAY).toISOString().slice(0, 10);

/** Dates of both kinds: a calendar day, or an instant with an offset somewhere in it. */
const moment = (least: number, most: number) =>
  fc
    .tuple(fc.integer({min: least, max: most}), fc.constantFrom('', 'T00:30:00Z', 'T23:30:00-03:30', 'T12:00:00+12:45'))
    .map(([offset, time]) => day(offset) + time);

const deal: fc.Arbitrary<Omit<Deal, 'id'>> = fc.record(
  {
    ownerId: fc.constantFrom('r1', 'r2', 'r3', null),
    amount: fc.option(fc.integer({min: -5_000, max: 900_000}).map((cents) => cents / 100)),
    status: fc.constantFrom('open', 'won', 'lost'),
    stage: fc.constantFrom('Lead', 'Qualified', 'Proposal'),
    createdAt: moment(0, 420),
    closedAt: fc.option(moment(0, 480), {freq: 6}),
    splits: fc.constantFrom(
      [],
      [
        {repId: 'r1', share: 0.6},
        {repId: 'r2', share: 0.4}
      ],
      [{repId: 'r3', share: 0.25}]
    ),
    ownerHistory: fc.array(fc.record({ownerId: fc.constantFrom('r1', 'r2', 'r4', null), at: moment(0, 420)}), {maxLength: 3}),
    statusHistory: fc.array(fc.record({status: fc.constantFrom('open', 'won', 'lost'), at: moment(0, 480)}), {maxLength: 4})
  },
  {requiredKeys: ['ownerId', 'amount', 'status', 'stage', 'createdAt', 'closedAt']}
);

const deals = fc.array(deal, {maxLength: 40}).map((all) => all.map((one, index): Deal => ({id: `d${index}`, ...one})));
const zone = fc.constantFrom('UTC', 'Europe/Stockholm', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham');
const read = (rows: readonly Deal[], timeZone = 'UTC', more: object = {}): Dataset =>
  createDataset({settings: {timeZone, currency: 'SEK'}, deals: rows, ...more});
const sum = (values: readonly (number | null)[]) =>
  Math.round(values.reduce<number>((total, value) => total + (value ?? 0), 0) * 1e6) / 1e6;
const close = (a: number | null, b: number | null) => expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThan(1e-6);

const kpis = ['total-sales', 'sales-per-rep', 'win-rate', 'sales-cycle-length'];
const figures = (dataset: Dataset, period: string) => kpis.map((kpi) => measure(dataset, {kpi, period, asOf: '2026-02-01'}));
const holds = <T>(property: fc.IProperty<T>): void => {
  fc.assert(property, {numRuns: 200});
};

describe('whatever the deals are', () => {
  it('a filter shows what the rows it lets pass would alone, however many are asked for in turn', () => {
    fc.assert(
      fc.property(deals, fc.constantFrom('2025', '2025-Q2', '2026-01'), (rows, period) => {
        const dataset = read(rows);
        const stages = ['Lead', 'Qualified', 'Proposal', 'Lead'];
        const said = (one: Dataset, filter: Record<string, string>) =>
          ['total-sales', 'win-rate', 'sales-cycle-length'].map((kpi) => {
            const query = {kpi, period, filter, asOf: '2026-02-01', compare: 'none'} as const;
            const {value, numerator, n, issues} = measure(one, query);
            return [value, numerator, n, issues, series(one, query).buckets.map((bucket) => bucket.value)];
          });
        for (const stage of stages) expect(said(dataset, {stage})).toEqual(said(read(rows.filter((row) => row.stage === stage)), {}));
      }),
      {numRuns: 25}
    );
  });

  it.each(['amount', 'as-booked'])('buckets of any grain add up to the whole, in any zone: %s', (variant) => {
    holds(
      fc.property(deals, zone, fc.constantFrom('day', 'week', 'month', 'quarter'), (rows, timeZone, grain) => {
        const query = {kpi: 'total-sales', variant, period: '2025-02-10/2025-11-20'};
        const dataset = read(rows, timeZone);
        close(sum(series(dataset, {...query, grain}).buckets.map(({value}) => value)), measure(dataset, query).value);
      })
    );
  });

  it.each<[string, Params]>([
    ['sales-per-rep', {}],
    ['sales-per-rep as-booked', {}],
    ['total-sales count', {countCredit: 'split'}]
  ])('reps and the unassigned add up to the total, splits and changes of hands included: %s with %j', (name, params) => {
    const [kpi, variant] = name.split(' ');
    holds(
      fc.property(deals, (rows) => {
        const {rows: reps, unassigned, total} = rank(read(rows), {kpi, variant, params, period: '2025'});
        close(sum([...reps, unassigned].map(({value}) => value)), total.value);
      })
    );
  });

  it('a rate over all is the sum of the parts, divided once', () => {
    holds(
      fc.property(deals, (rows) => {
        const {rows: reps, unassigned, total} = rank(read(rows), {kpi: 'win-rate', period: '2025'});
        const all = [...reps, unassigned];
        expect([sum(all.map(({numerator}) => numerator)), sum(all.map(({denominator}) => denominator))]).toEqual([
          total.numerator,
          total.denominator
        ]);
      })
    );
  });

  it('the order of rows, and the same row twice, change nothing', () => {
    holds(
      fc.property(deals, fc.integer(), (rows, seed) => {
        const shuffled = [...rows].sort(
          (a, b) => ((Number(a.id.slice(1)) * 7919 + seed) % 101) - ((Number(b.id.slice(1)) * 7919 + seed) % 101)
        );
        const again = rows.length > 0 ? [...shuffled, shuffled[0]] : shuffled;
        const [one, other] = [read(rows), read(again)].map((dataset) =>
          figures(dataset, '2025').map(({value, numerator, denominator, n}) => [value, numerator, denominator, n])
        );
        expect(other).toEqual(one);
      })
    );
  });

  it('what happens at or after the as-of does not exist yet', () => {
    holds(
      fc.property(deals, (rows) => {
        const asOf = '2025-06-30';
        const late: Deal = {
          id: 'late',
          ownerId: 'r1',
          amount: 1e6,
          status: 'won',
          stage: 'Lead',
          createdAt: '2025-07-01',
          closedAt: '2025-07-02'
        };
        const ask = (dataset: Dataset) =>
          kpis.map((kpi) => measure(dataset, {kpi, period: '2025', asOf, compare: 'none'})).map(({value, n}) => [value, n]);
        const reps = {reps: [{id: 'r1'}, {id: 'r2'}, {id: 'r3'}]};
        expect(ask(read([...rows, late], 'UTC', reps))).toEqual(ask(read(rows, 'UTC', reps)));
      })
    );
  });

  it('scaling every amount scales money and leaves rates and days', () => {
    holds(
      fc.property(deals, fc.constantFrom(2, 10, 1000), (rows, factor) => {
        const scaled = rows.map((row) => ({...row, amount: row.amount === null ? null : Math.round(row.amount * 100 * factor) / 100}));
        const [before, after] = [read(rows), read(scaled)].map((dataset) => figures(dataset, '2025').map(({value}) => value));
        [factor, factor, 1, 1].forEach((by, index) => close(after[index], before[index] === null ? null : before[index] * by));
      })
    );
  });

  it('every figure is finite or null with a reason, never minus zero', () => {
    holds(
      fc.property(deals, fc.constantFrom('all', '2025', '2025-W07', '2030', '2025-03-30'), (rows, period) => {
        for (const {value, reason} of figures(read(rows), period)) {
          expect(value === null ? reason : Number.isFinite(value) && !Object.is(value, -0)).toBeTruthy();
        }
      })
    );
  });

  it('a plain loop over the rows finds the same sales and the same wins', () => {
    holds(
      fc.property(deals, (rows) => {
        const wall = (text: string | null) => (text !== null && text.length === 10 && text.startsWith('2025') ? text : null);
        const onDays = rows.map((row) => ({...row, closedAt: wall(row.closedAt), statusHistory: []}));
        const won = onDays.filter(({status, closedAt}) => status === 'won' && closedAt !== null);
        const lost = onDays.filter(({status, closedAt}) => status === 'lost' && closedAt !== null);
        const [sales, , rate] = figures(read(onDays), '2025');
        close(sales.value, won.reduce((total, {amount}) => total + Math.round((amount ?? 0) * 100), 0) / 100);
        expect([rate.numerator, rate.denominator]).toEqual([won.length, won.length + lost.length]);
      })
    );
  });

  it('a funnel never widens, its steps multiply to its overall, and every stage reconciles', () => {
    holds(
      fc.property(deals, (rows) => {
        const stages = ['Lead', 'Qualified', 'Proposal', 'Won'];
        const {rows: shown, n} = funnel(read(rows), {period: 'all', stages});
        expect(shown[0].reached).toBe(n);
        shown.forEach(({reached, advanced, lost, open, overall}, stage) => {
          const next = stage + 1 < shown.length ? shown[stage + 1].reached : advanced;
          expect([advanced, advanced + lost + open]).toEqual([next, reached]);
          if (n > 0)
            close(
              shown.slice(1, stage + 1).reduce((product, {step}) => product * (step ?? 0), 1),
              overall
            );
        });
      })
    );
  });
});
