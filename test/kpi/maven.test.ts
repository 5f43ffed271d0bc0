import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {createDataset, funnel, measure, rank, series} from '../../src/engine.js';
import type {Query} from '../../src/engine.js';

/** Real, public CRM data with independently computed figures, kept beside the repository by those who work on it. */
const folder = new URL('../../../shared/data/', import.meta.url);
const isHere = existsSync(new URL('truth.json', folder));
if (!isHere) console.warn('SKIPPED: the real CRM data is not beside this clone; its figures are not checked');

const text = (file: string) => readFileSync(new URL(file, folder), 'utf8');

interface Truth {
  readonly maven: {
    readonly by_close_quarter: {
      readonly value: readonly {
        q: string;
        won: number;
        lost: number;
        revenue: number;
        avg_won_deal: number;
        won_cycle_mean: number;
        won_cycle_median: number;
      }[];
    };
    readonly by_close_month: {readonly value: readonly {m: string; revenue: number; won: number}[]};
    readonly reps: {readonly value: readonly {sales_agent: string; revenue: number; won: number; lost: number}[]};
    readonly regions: {readonly value: readonly {region: string; revenue: number}[]};
    readonly managers: {readonly value: readonly {manager: string; revenue: number; won: number; lost: number}[]};
  };
}

describe.skipIf(!isHere)('the figures of a real CRM export', () => {
  const {maven} = (isHere ? JSON.parse(text('truth.json')) : {maven: {}}) as Truth;
  const read = (file: string) => createDataset(text(`maven-crm/${file}`));
  const dataset = isHere ? read('sales_pipeline.csv') : createDataset([]);
  const ask = (kpi: string, period: string, more: Partial<Query> = {}) => measure(dataset, {kpi, period, asOf: '2017-12-31', ...more});

  it('accepts every row', () => expect(dataset.rows).toEqual({deals: {read: 8800, accepted: 8800, rejected: 0}}));

  it.each(['sales_pipeline.us-mdy.csv', 'sales_pipeline.dmy.csv'])('is the same in %s', (file) => {
    const other = read(file);
    for (const kpi of ['total-sales', 'win-rate', 'sales-cycle-length']) {
      for (const period of ['2017', '2017-Q4', '2017-07']) {
        const query = {kpi, period, asOf: '2017-12-31'};
        expect(measure(other, query)).toEqual(measure(dataset, query));
      }
    }
  });

  it('has the totals of 2017', () => {
    expect(ask('total-sales', '2017')).toMatchObject({value: 10_005_534, n: 4238});
    expect(ask('win-rate', '2017')).toMatchObject({value: 4238 / 6711, numerator: 4238, denominator: 6711});
    expect(ask('win-rate', 'all', {variant: 'created-cohort'})).toMatchObject({numerator: 4238, denominator: 8800});
  });

  it('compares the fourth quarter with the third', () => {
    expect(ask('total-sales', '2017-Q4')).toMatchObject({
      value: 2_802_496,
      comparison: {value: 2_982_255, window: {start: '2017-07-01', end: '2017-10-01'}}
    });
    const rate = ask('win-rate', '2017-Q4');
    expect([rate.value, rate.comparison?.value].map((value) => Math.round((value ?? 0) * 10_000) / 100)).toEqual([60.25, 61.41]);
  });

  it('has the cycle of won, lost and closed deals', () => {
    const cycle = (population: 'won' | 'lost' | 'closed') =>
      ['median', 'mean'].map(
        (variant) => Math.round((ask('sales-cycle-length', '2017', {variant, params: {population}}).value ?? 0) * 1e8) / 1e8
      );
    expect(cycle('won')).toEqual([57, 51.78197263]);
    expect(cycle('lost')).toEqual([14, 41.47917509]);
    expect(cycle('closed')).toEqual([45, 47.98539711]);
  });

  it('agrees for every quarter and month', () => {
    for (const {q, won, lost, revenue, avg_won_deal, won_cycle_mean, won_cycle_median} of maven.by_close_quarter.value) {
      expect(ask('total-sales', q), q).toMatchObject({value: revenue, n: won});
      expect(ask('win-rate', q), q).toMatchObject({numerator: won, denominator: won + lost});
      expect(ask('average-purchase-value', q, {variant: 'deals'}).value, q).toBeCloseTo(avg_won_deal, 3);
      expect(ask('sales-cycle-length', q).value, q).toBe(won_cycle_median);
      expect(ask('sales-cycle-length', q, {variant: 'mean'}).value, q).toBeCloseTo(won_cycle_mean, 3);
    }
    const months = series(dataset, {kpi: 'total-sales', period: '2017-03-01/2017-12-31', grain: 'month', asOf: '2017-12-31'}).buckets;
    expect(months.map(({key, value, n}) => ({m: key, revenue: value, won: n}))).toEqual(
      maven.by_close_month.value.map(({m, revenue, won}) => ({m, revenue, won}))
    );
  });

  it('ranks the reps in the true order, each with the true figures', () => {
    const {rows, unassigned, total} = rank(dataset, {kpi: 'sales-per-rep', period: '2017', asOf: '2017-12-31'});
    expect(rows.map(({name, value}) => [name, value])).toEqual(maven.reps.value.map(({sales_agent, revenue}) => [sales_agent, revenue]));
    expect([rows[0]?.name, rows[0]?.value, unassigned.value, total.value]).toEqual(['Darcel Schlecht', 1_153_214, 0, 10_005_534]);
    const rates = new Map(rank(dataset, {kpi: 'win-rate', period: '2017', asOf: '2017-12-31'}).rows.map((row) => [row.name, row]));
    for (const {sales_agent, won, lost} of maven.reps.value)
      expect(rates.get(sales_agent)).toMatchObject({numerator: won, denominator: won + lost});
  });

  it('rolls up by manager and region through the table of reps', () => {
    const both = createDataset({deals: rowsOf('maven-crm/sales_pipeline.csv'), reps: rowsOf('maven-crm/sales_teams.csv')});
    const by = (group: string) =>
      rank(both, {kpi: 'total-sales', by: group, period: '2017', asOf: '2017-12-31'}).rows.map(({name, value}) => [name, value]);
    expect(by('manager')).toEqual(maven.managers.value.map(({manager, revenue}) => [manager, revenue]));
    expect(by('region')).toEqual(maven.regions.value.map(({region, revenue}) => [region, revenue]));
    const reps = rank(both, {kpi: 'sales-per-rep', period: '2017', asOf: '2017-12-31'}).rows;
    expect([reps.length, reps.filter(({value}) => value === 0).length]).toEqual([35, 5]);
  });

  it('follows the deals through the funnel', () => {
    const {rows, issues} = funnel(dataset, {period: 'all', asOf: '2017-12-31'});
    expect(rows.map(({stage, reached, lost, open}) => [stage, reached, lost, open])).toEqual([
      ['Prospecting', 8800, 0, 500],
      ['Engaging', 8300, 2473, 1589],
      ['Won', 4238, 0, 0]
    ]);
    expect(issues).toEqual([]);
    const named = funnel(dataset, {period: 'all', asOf: '2017-12-31', stages: ['Prospecting', 'Engaging', 'Closed', 'Won']});
    expect(named.rows.map(({reached}) => reached)).toEqual([8800, 8300, 6711, 4238]);
    const open = funnel(dataset, {mode: 'snapshot', period: 'all', asOf: '2017-12-31'});
    expect(open.rows.map(({reached}) => reached)).toEqual([500, 1589, 0]);
  });
});

function rowsOf(file: string): Record<string, string>[] {
  const [header = '', ...lines] = text(file).trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index] ?? '', value])));
}
