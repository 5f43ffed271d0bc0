import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, measure, series} from '../../src/engine.js';
import type {Query} from '../../src/engine.js';

// Of what is not filtered the engine keeps sums by day; of what is, it looks at the rows. Both must say the same.

const zones = ['UTC', 'Europe/Stockholm', 'Pacific/Apia', 'America/St_Johns', 'Africa/Cairo'];
/** Around the day that Samoa left out, and a change of clocks. */
const bases = ['2011-12-29', '2025-03-29', '2025-10-25', '2024-02-28'];
const all = {region: 'here'};

const after = (base: string, hours: number) => new Date(Date.parse(base) + hours * 3_600_000).toISOString();
const hour = fc.integer({min: -30, max: 72});
const deal = fc.record({
  status: fc.constantFrom('won', 'won', 'lost', 'open'),
  createdAt: hour,
  closedAt: fc.option(hour, {nil: null, freq: 8}),
  amount: fc.option(fc.constantFrom(1, -2.5, 0.1, 1999.99, 45_000_000_000_000, -45_000_000_000_000), {nil: null, freq: 8})
});
const asked = fc.record({
  base: fc.constantFrom(...bases),
  timeZone: fc.constantFrom(...zones),
  isDate: fc.boolean(),
  from: hour,
  hours: fc.constantFrom(1, 5, 24, 48, 72),
  asOf: fc.integer({min: 0, max: 100}),
  isWhole: fc.boolean(),
  kpi: fc.constantFrom<Pick<Query, 'kpi' | 'variant'>[]>(
    {kpi: 'total-sales'},
    {kpi: 'total-sales', variant: 'count'},
    {kpi: 'win-rate'},
    {kpi: 'win-rate', variant: 'by-amount'},
    {kpi: 'win-rate', variant: 'created-cohort'}
  )
});

describe('sums by day', () => {
  it('say what a look at every row says, in any zone, of days and parts of days, with all that is wrong with the rows', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(deal, {minLength: 80, maxLength: 120}),
        asked,
        (deals, {base, timeZone, isDate, from, hours, asOf, isWhole, kpi}) => {
          const at = (hour: number) => (isDate ? after(base, hour).slice(0, 10) : after(base, hour));
          const rows = deals.map((one, index) => ({
            ...one,
            ...all,
            id: `d${index}`,
            createdAt: at(one.createdAt),
            closedAt: one.closedAt === null ? null : at(one.closedAt)
          }));
          const dataset = createDataset({deals: rows, settings: {timeZone, currency: 'EUR'}});
          const bound = (hour: number) => (isWhole ? after(base, hour).slice(0, 10) : after(base, hour));
          const scope = {asOf: after(base, asOf), ...kpi};
          for (const period of [{start: bound(from), end: bound(from + (isWhole ? 24 : 0) + hours)}, 'all', 'today']) {
            const result = measure(dataset, {...scope, period});
            expect(result).toEqual(measure(dataset, {...scope, period, filter: all}));
            expect(series(dataset, {...scope, period, grain: 'day'})).toEqual(
              series(dataset, {...scope, period, grain: 'day', filter: all})
            );
            found += result.n;
          }
        }
      ),
      {numRuns: 200}
    );
    expect(found).toBeGreaterThan(0);
  });
});
