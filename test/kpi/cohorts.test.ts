import {existsSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, funnel, funnelBy, timeInStage} from '../../src/engine.js';
import type {Dataset, Funnel, FunnelMode, FunnelQuery, FunnelRow} from '../../src/engine.js';

const STAGES = ['Lead', 'Offer', 'Won'];
const base = {stages: STAGES, asOf: '2026-05-15', period: '2026-Q1'};

const deal = (id: string, status: string, createdAt: string, stage: string, closedAt?: string, more: object = {}) => ({
  id,
  status,
  createdAt,
  closedAt: closedAt ?? null,
  amount: 100,
  stageHistory: [{stage: 'Lead', at: createdAt}, ...(stage === 'Lead' ? [] : [{stage, at: createdAt}])],
  ...more
});

const shown = (rows: readonly FunnelRow[] | undefined) => rows?.map(({reached, lost, open}) => [reached, lost, open]);

describe('a cohort beside the one before', () => {
  // By the middle of February the first of the older cohort was won, the other not.
  const dataset = createDataset([
    deal('a', 'won', '2025-10-05', 'Offer', '2026-02-10'),
    deal('b', 'won', '2025-11-05', 'Offer', '2026-03-01'),
    deal('c', 'open', '2026-01-05', 'Offer'),
    deal('d', 'lost', '2026-02-05', 'Lead', '2026-04-01')
  ]);

  it('is seen as old as the newer one is now', () => {
    const {rows, earlier, comparison, value} = funnel(dataset, {...base, compare: 'previous'});
    expect(shown(rows)).toEqual([
      [2, 1, 0],
      [1, 0, 1],
      [0, 0, 0]
    ]);
    expect(shown(earlier)).toEqual([
      [2, 0, 0],
      [2, 0, 1],
      [1, 0, 0]
    ]);
    expect([value, comparison?.value, comparison?.change]).toEqual([0, 0.5, -0.5]);
    expect(comparison?.window).toMatchObject({start: '2025-10-01', end: '2026-01-01'});
  });

  it.each<[string, Partial<FunnelQuery>]>([
    ['unless asked', {}],
    ['of a snapshot', {mode: 'snapshot', compare: 'previous'}],
    ['of all time', {period: 'all', compare: 'previous'}],
    ['from before the first deal', {period: '2025-Q4', compare: 'previous'}]
  ])('is not there %s', (_, query) => {
    const {earlier, comparison} = funnel(dataset, {...base, ...query});
    expect([earlier, comparison]).toEqual([undefined, undefined]);
  });

  it('counts the open that had fewer days than they are given', () => {
    const young = (maturity?: number) => funnel(dataset, {...base, ...(maturity !== undefined && {maturity})}).young;
    // The open one is of January 5; the day of the report is May 15 to its end.
    expect([young(), young(131), young(132)]).toEqual([0, 0, 1]);
  });

  it('has the median days from the creation of the won to their closing', () => {
    expect(funnel(dataset, {...base, period: '2025-Q4'}).daysToConvert).toBe((128 + 116) / 2);
    expect(funnel(dataset, base).daysToConvert).toBe(null);
  });
});

describe('amounts', () => {
  it('are told apart as the deals are', () => {
    const dataset = createDataset([
      deal('a', 'won', '2026-01-05', 'Offer', '2026-02-10', {amount: 0.1}),
      deal('b', 'lost', '2026-01-05', 'Offer', '2026-02-10', {amount: 0.2}),
      deal('c', 'open', '2026-01-05', 'Lead', undefined, {amount: 4}),
      deal('d', 'open', '2026-01-05', 'Lead', undefined, {amount: null})
    ]);
    const {rows, issues} = funnel(dataset, {...base, measure: 'amount'});
    expect(rows.map(({amount, amounts}) => [amount, amounts])).toEqual([
      [4.3, {advanced: 0.3, lost: 0, open: 4}],
      [0.3, {advanced: 0.1, lost: 0.2, open: 0}],
      [0.1, {advanced: 0.1, lost: 0, open: 0}]
    ]);
    expect(issues).toEqual([{code: 'missing-amount', count: 1}]);
    expect(funnel(dataset, base).issues).toEqual([]);
  });

  it('are not told where a rate is missing, nor where there are none', () => {
    const foreign = createDataset({
      settings: {currency: 'SEK'},
      deals: [deal('a', 'open', '2026-01-05', 'Lead', undefined, {currency: 'EUR'})]
    });
    const without = createDataset([{id: 'a', status: 'open', createdAt: '2026-01-05', stage: 'Lead'}]);
    for (const dataset of [foreign, without]) {
      const [{amount, amounts}] = funnel(dataset, base).rows;
      expect([amount, amounts]).toEqual([null, null]);
    }
  });
});

describe('a funnel of leads', () => {
  const leads = [
    {id: '1', createdAt: '2026-01-02'},
    {id: '2', createdAt: '2026-01-02', firstResponseAt: '2026-01-03'},
    {id: '3', createdAt: '2026-01-02', firstResponseAt: '2026-01-03', convertedAt: '2026-01-20'},
    {id: '4', createdAt: '2026-01-02', firstResponseAt: '2026-01-04', disqualifiedAt: '2026-01-09'},
    {id: '5', createdAt: '2026-01-02', disqualifiedAt: '2026-01-09'},
    {id: '6', createdAt: '2026-01-02', excluded: true},
    {id: '7', createdAt: '2026-01-02', convertedAt: '2026-06-01'},
    {id: '8', createdAt: '2026-01-02'}
  ];
  const activities = [{id: 'A', leadId: '8', type: 'call', status: 'done', direction: 'outbound', at: '2026-01-05'}];
  const dataset = createDataset({leads, activities, deals: [deal('a', 'won', '2026-01-05', 'Offer', '2026-02-10')]});
  const query = {table: 'leads', period: '2026-Q1', asOf: '2026-03-31'} as const;

  it('goes from new over contacted to converted; the disqualified are lost, the excluded are none', () => {
    const {rows, n, isOrderGuessed} = funnel(dataset, query);
    expect(rows.map(({stage}) => stage)).toEqual(['new', 'contacted', 'converted']);
    expect(shown(rows)).toEqual([
      [7, 1, 2],
      [4, 1, 2],
      [1, 0, 0]
    ]);
    expect([n, isOrderGuessed]).toEqual([7, false]);
  });

  it('has their time in each stage', () => {
    // Answered after 1, 1, 2 and 3 days, disqualified after 7; two wait still.
    const [fresh] = timeInStage(dataset, query);
    expect([fresh.stage, fresh.median, fresh.stays.length]).toEqual(['new', 3, 7]);
  });

  it('is missing without leads', () => {
    const {reason, issues} = funnel(createDataset([deal('a', 'open', '2026-01-05', 'Lead')]), query);
    expect([reason, issues]).toEqual(['missing-table', [{code: 'missing-table', names: ['leads']}]]);
  });

  it.each(['leads', 'deals'] as const)('says so where no row of the %s could be read', (table) => {
    const given = createDataset({[table]: [{id: '1', createdAt: '2026-01-05 10:00'}]});
    const {value, reason, issues} = funnel(given, {...query, table});
    expect([value, reason, issues]).toEqual([null, 'no-readable-rows', [{code: 'no-readable-rows', names: [table]}]]);
  });

  it('is of deals or leads only', () => {
    expect(() => funnel(dataset, {table: 'orders' as 'deals'})).toThrow('unknown table of a funnel: orders');
  });
});

describe('a funnel broken down', () => {
  const dataset = createDataset(
    Array.from('AAABBCCDEFG')
      .map((region, index) => deal(String(index), 'open', '2026-01-05', index % 2 ? 'Lead' : 'Offer', undefined, {region}))
      .concat(deal('x', 'lost', '2026-01-05', 'Lead', '2026-02-01'))
  );

  it('has the largest five groups and all others together', () => {
    const groups = funnelBy(dataset, {...base, by: 'region'});
    expect(groups.map(({id, n}) => [id, n])).toEqual([
      ['A', 3],
      ['B', 2],
      ['C', 2],
      ['D', 1],
      ['E', 1],
      [null, 3]
    ]);
    expect(shown(groups[5].rows)?.[0]).toEqual([3, 1, 1]);
  });

  it('knows no group by that name', () => {
    expect(() => funnelBy(dataset, {...base, by: 'colour'})).toThrow('unknown breakdown: colour');
  });
});

/** Deals with and without a history, in any order, that skip, go back and are lost anywhere. */
const someDeals = fc.array(
  fc.record({
    status: fc.constantFrom('open', 'won', 'lost'),
    stage: fc.constantFrom(...STAGES, 'Lost', null),
    region: fc.constantFrom('North', 'South', null),
    amount: fc.option(fc.integer({min: 0, max: 1e6}).map((cents) => cents / 100)),
    createdAt: fc.constantFrom('2025-12-30', '2026-01-05', '2026-02-20T10:00:00Z', '2026-04-01', null),
    closedAt: fc.option(fc.constantFrom('2026-02-01', '2026-03-05T10:00:00Z', '2026-07-01')),
    stageHistory: fc.array(fc.record({stage: fc.constantFrom(...STAGES), at: fc.constantFrom('2026-01-06', '2026-02-21', '2026-06-01')}), {
      maxLength: 4
    })
  }),
  {maxLength: 40}
);

const cents = (value: number | null) => Math.round((value ?? 0) * 100);

/** Entries are what went on, what was lost and what is still there; each in deals and in money; what went on comes to the next stage. */
function reconciles({mode, rows}: Funnel): void {
  for (const [stage, {reached, advanced, lost, open, amount, amounts}] of rows.entries()) {
    expect(advanced + lost + open).toBe(reached);
    expect(advanced).toBeGreaterThanOrEqual(0);
    if (amounts) expect(cents(amounts.advanced) + cents(amounts.lost) + cents(amounts.open)).toBe(cents(amount));
    if (mode !== 'reached' || stage === rows.length - 1) continue;
    expect(rows[stage + 1].reached).toBe(advanced);
  }
}

it('a funnel reconciles whatever the deals are, group by group and with what it is compared with', () => {
  fc.assert(
    fc.property(someDeals, fc.constantFrom<FunnelMode>('reached', 'snapshot'), fc.constantFrom('2026-Q1', 'all'), (rows, mode, period) => {
      const dataset = createDataset(rows.map((row, index) => ({id: String(index), ...row})));
      const query = {...base, mode, period, compare: 'previous'} as const;
      const whole = funnel(dataset, query);
      reconciles(whole);
      if (whole.earlier) reconciles({...whole, rows: whole.earlier});
      if (rows.length === 0 || !rows.some(({region}) => region)) return;
      const groups = funnelBy(dataset, {...query, by: 'region'});
      groups.forEach(reconciles);
      const sum = (figure: (row: FunnelRow) => number, stage: number) =>
        groups.reduce((total, group) => total + figure(group.rows[stage]), 0);
      for (const [stage, row] of whole.rows.entries())
        for (const key of ['reached', 'lost', 'open'] as const) expect(sum((one) => one[key], stage)).toBe(row[key]);
    }),
    {numRuns: 200}
  );
});

/** Real, public CRM data with independently computed figures, kept beside the repository by those who work on it. */
const folder = new URL('../../../shared/data/', import.meta.url);
const isHere = existsSync(new URL('truth.json', folder));
if (!isHere) console.warn('SKIPPED: the real CRM data is not beside this clone; its funnels are not checked');

interface Truth {
  readonly maven: {
    readonly funnel: {
      readonly value: Readonly<Record<'prospecting_reached' | 'engaging_reached' | 'closed' | 'won' | 'closed_to_won_pct', number>>;
    };
    readonly by_engage_quarter: {readonly value: readonly {q: string; engaged: number; won: number; lost: number; still_open: number}[]};
    readonly revenue: {readonly value: {readonly total: number}};
  };
}

describe.skipIf(!isHere)('the funnels of a real CRM export', () => {
  const text = (file: string) => (isHere ? readFileSync(new URL(file, folder), 'utf8') : '');
  const {maven} = (isHere ? JSON.parse(text('truth.json')) : {maven: undefined}) as Truth;
  const read = (): Dataset => createDataset(text('maven-crm/sales_pipeline.csv'));
  const query = {period: 'all', asOf: '2017-12-31', stages: ['Prospecting', 'Engaging', 'Closed', 'Won']};

  it('have the true figures, in deals and in money, and reconcile', () => {
    const whole = funnel(read(), query);
    const {prospecting_reached, engaging_reached, closed, won, closed_to_won_pct} = maven.funnel.value;
    expect(whole.rows.map(({reached}) => reached)).toEqual([prospecting_reached, engaging_reached, closed, won]);
    expect((whole.rows[3].step ?? 0) * 100).toBeCloseTo(closed_to_won_pct, 4);
    expect(whole.rows[3].amount).toBe(maven.revenue.value.total);
    reconciles(whole);
  });

  it('have the cohorts of each quarter', () => {
    const dataset = read();
    for (const {q, engaged, won, lost, still_open} of maven.by_engage_quarter.value) {
      const {n, numerator, rows} = funnel(dataset, {...query, stages: ['Engaging', 'Won'], period: q});
      expect([q, n, numerator, rows[0].lost, rows[0].open]).toEqual([q, engaged, won, lost, still_open]);
      const agents = funnelBy(dataset, {...query, period: q, by: 'ownerId'});
      expect(agents.reduce((total, one) => total + one.n, 0)).toBe(engaged);
      agents.forEach(reconciles);
    }
  });
});
