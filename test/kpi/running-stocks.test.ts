import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, measure, series, seriesBy} from '../../src/engine.js';

const DAY = 86_400_000;
const day = (offset: number) => new Date(Date.UTC(2025, 0, 1) + offset * DAY).toISOString().slice(0, 10);

/** Days and instants of fifteen months: many on the bounds of months, on both sides of midnight there, and at the changes of the clock. */
const moment = fc
  .tuple(
    fc.oneof(fc.integer({min: -40, max: 420}), fc.constantFrom(0, 31, 59, 90, 120, 88, 298, 365)),
    fc.constantFrom('', '', 'T00:00:00Z', 'T23:00:00Z', 'T22:00:00Z', 'T01:30:00Z')
  )
  .map(([offset, time]) => day(offset) + time);

const subscriptions = fc
  .array(
    fc.record({
      customerId: fc.constantFrom('a', 'b', 'c', 'd'),
      plan: fc.constantFrom('basic', 'plus'),
      amount: fc.integer({min: 0, max: 90_000}).map((cents) => cents / 100),
      interval: fc.constantFrom('month', 'quarter', 'year'),
      startedAt: moment,
      endedAt: fc.option(moment, {freq: 3}),
      currency: fc.constantFrom('SEK', 'SEK', 'SEK', 'EUR')
    }),
    {maxLength: 12}
  )
  .map((rows) => rows.map((row, index) => ({id: `s${index}`, status: 'active', ...row})));

const zone = fc.constantFrom('UTC', 'Europe/Stockholm', 'America/St_Johns');
const kpis = ['mrr', 'net-revenue-retention', 'gross-mrr-churn-rate', 'customer-churn-rate', 'customer-retention-rate'];
const params = {customerBasis: 'subscriptions'} as const;

const read = (rows: readonly object[], timeZone: string, isRated: boolean) =>
  createDataset({
    subscriptions: rows.map((row) => (isRated ? row : {...row, currency: 'SEK'})),
    fxRates: [
      {currency: 'EUR', rate: 11, from: '2024-01-01'},
      {currency: 'EUR', rate: 12, from: '2025-07-01'}
    ],
    settings: {timeZone, currency: 'SEK'}
  });

describe('a series of what is alive', () => {
  it('says of each bucket what the bucket alone does, whenever things start and end', () => {
    fc.assert(
      fc.property(
        subscriptions,
        zone,
        fc.boolean(),
        fc.constantFrom('2025-06-15', '2025-10-26', '2026-06-01'),
        (rows, timeZone, isRated, asOf) => {
          const dataset = read(rows, timeZone, isRated);
          for (const kpi of kpis)
            for (const {key, ...bucket} of series(dataset, {kpi, period: '2025', grain: 'month', asOf, params}).buckets) {
              const {value, n, numerator, denominator, parts, status, issues} = measure(dataset, {
                kpi,
                period: key,
                asOf,
                params,
                compare: 'none'
              });
              expect(bucket, `${kpi} ${key}`).toMatchObject({value, n, numerator, denominator, status, issues, ...(parts && {parts})});
            }
        }
      ),
      {numRuns: 200}
    );
  });

  it('says of each group what a filter for it does', () => {
    fc.assert(
      fc.property(subscriptions, zone, (rows, timeZone) => {
        const dataset = read(rows, timeZone, false);
        const query = {kpi: 'mrr', period: '2025', grain: 'month', asOf: '2025-10-26'} as const;
        for (const {id, buckets} of seriesBy(dataset, {...query, by: 'plan'})) {
          if (id === null) continue;
          const own = series(dataset, {...query, filter: {plan: id}}).buckets;
          expect(buckets.map(({value, n, parts}) => [value, n, parts])).toEqual(own.map(({value, n, parts}) => [value, n, parts]));
        }
      }),
      {numRuns: 100}
    );
  });
});
