import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import '../../src/source/at-once.js';
import {createDataset} from '../../src/engine.js';
import {cardView} from '../../src/view/card.js';
import {formatFor} from '../../src/view/format.js';
import {trendView} from '../../src/view/trend.js';

/** Real, public orders with independently computed figures, kept beside the repository by those who work on it. */
const folder = new URL('../../../shared/data/', import.meta.url);
const isHere = existsSync(new URL('truth.json', folder));
if (!isHere) console.warn('SKIPPED: the real orders are not beside this clone; the texts of their figures are not checked');

interface Truth {
  readonly northwind: {
    readonly overall: {readonly value: {readonly net_revenue: number; readonly average_order_value: number; readonly orders: number}};
    readonly by_month: {readonly value: readonly {readonly m: string; readonly net_revenue: number; readonly aov: number}[]};
  };
}

describe.skipIf(!isHere)('cards and trends of real orders say what is true', () => {
  const text = (file: string) => readFileSync(new URL(file, folder), 'utf8');
  const {northwind} = (isHere ? JSON.parse(text('truth.json')) : {}) as Truth;
  const dataset = createDataset(isHere ? text('northwind/orders-with-amount.csv') : 'id,amount\n', {table: 'orders'});
  const scope = {asOf: '1998-05-06', currency: 'USD', compare: 'none'} as const;
  const money = (value: number) => value.toLocaleString('en', {style: 'currency', currency: 'USD', trailingZeroDisplay: 'stripIfInteger'});

  it.each([
    ['revenue', 'all', () => northwind.overall.value.net_revenue],
    ['average-purchase-value', 'all', () => northwind.overall.value.average_order_value],
    ['revenue', '1997-04', () => northwind.by_month.value.find(({m}) => m === '1997-04')?.net_revenue ?? NaN],
    ['average-purchase-value', '1997-04', () => northwind.by_month.value.find(({m}) => m === '1997-04')?.aov ?? NaN]
  ])('%s of %s', (kpi, period, truth) => {
    const {figure} = cardView(dataset, {...scope, kpi, period}, {}, formatFor('en'));
    expect(figure?.full).toBe(money(truth()));
  });

  it('revenue month by month, in the table and summed up', () => {
    const query = {...scope, kpi: 'revenue', period: '1996-07/1998-05', grain: 'month'} as const;
    const months = northwind.by_month.value.map(({net_revenue}) => net_revenue);
    const {table, full} = trendView(dataset, query, {}, formatFor('en'));
    expect(table.rows.map(([, value]) => full(value))).toEqual(months.map(money));
    const {buckets} = trendView(dataset, query, {isCumulative: true}, formatFor('en'));
    expect(buckets.at(-1)?.actual).toBeCloseTo(northwind.overall.value.net_revenue, 2);
  });
});
