import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank, series} from '../../src/engine.js';
import type {Query} from '../../src/engine.js';

/** Real, public data with independently computed figures, kept beside the repository by those who work on it. */
const folder = new URL('../../../shared/data/', import.meta.url);
const isHere = existsSync(new URL('truth.json', folder));
if (!isHere) console.warn('SKIPPED: the real order and subscription data is not beside this clone; its figures are not checked');

const text = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const percent = (share: number | null) => (share === null ? null : Math.round(share * 1e6) / 1e4);

interface Month {
  readonly m: string;
  readonly mrr: number;
  readonly customers: number;
  readonly new_mrr: number;
  readonly churned_mrr: number;
  readonly expansion_mrr: number;
  readonly contraction_mrr: number;
  readonly reactivation_mrr: number;
  readonly logo_churn_pct: number | null;
  readonly gross_retention_pct: number | null;
  readonly net_retention_pct: number | null;
}

interface Truth {
  readonly mrr: {readonly by_month: {readonly value: readonly Month[]}};
  readonly northwind: {
    readonly by_month: {readonly value: readonly {m: string; orders: number; net_revenue: number; aov: number}[]};
    readonly by_employee: {readonly value: readonly {rep: string; net_revenue: number}[]};
    readonly retention_by_quarter: {
      readonly value: readonly {
        quarter: string;
        s: number;
        e: number;
        n: number;
        kept: number;
        formula_pct: number | null;
        strict_pct: number | null;
      }[];
    };
  };
}

describe.skipIf(!isHere)('real subscriptions', () => {
  const {mrr: truth} = (isHere ? JSON.parse(text('truth.json')) : {}) as Truth;
  const [, ...lines] = isHere ? text('mrr-playbook/subscription_periods.csv').trim().split(/\r?\n/) : [];
  const subscriptions = lines.map((line) => {
    const [id, customerId, startedAt, endedAt, amount] = line.split(',');
    return {id, customerId, startedAt, endedAt, amount: Number(amount), interval: 'month', status: 'active'};
  });
  const dataset = createDataset({subscriptions});

  it('have the true MRR, movements and retention in every month', () => {
    for (const month of truth.by_month.value) {
      // The model calls a month's MRR what runs in it; its movements are those of its first day, from the end of the month before.
      const [year, number] = month.m.split('-').map(Number);
      const end = `${month.m.slice(0, 8)}02`;
      const before = new Date(Date.UTC(year, number - 2, 2)).toISOString().slice(0, 10);
      const ask = (kpi: string, more: Partial<Query> = {}) => measure(dataset, {kpi, period: {start: before, end}, ...more});
      const result = ask('mrr');
      expect(result.value, month.m).toBe(month.mrr);
      expect(result.parts, month.m).toMatchObject({
        new: month.new_mrr,
        churn: 0 - month.churned_mrr,
        expansion: month.expansion_mrr,
        contraction: 0 - month.contraction_mrr,
        reactivation: month.reactivation_mrr
      });
      const {
        opening = 0,
        closing = 0,
        new: joined = 0,
        reactivation = 0,
        expansion = 0,
        contraction = 0,
        churn = 0,
        fx = 0
      } = result.parts ?? {};
      expect(opening + joined + reactivation + expansion - contraction - churn + fx).toBe(closing);
      expect(ask('arr').value).toBe(12 * month.mrr);
      // Where the model skips months without customers, its opening is not the month before.
      if (month.m === '2018-01-01') continue;
      expect(percent(ask('customer-churn-rate', {params: {customerBasis: 'subscriptions'}}).value), month.m).toBe(month.logo_churn_pct);
      expect(percent(ask('gross-revenue-retention').value), month.m).toBe(month.gross_retention_pct);
      expect(percent(ask('net-revenue-retention').value), month.m).toBe(month.net_retention_pct);
    }
  });
});

describe.skipIf(!isHere)('real orders', () => {
  const {northwind: truth} = (isHere ? JSON.parse(text('truth.json')) : {}) as Truth;
  const dataset = createDataset(isHere ? text('northwind/orders-with-amount.csv') : 'id,amount\n', {table: 'orders'});

  it('have the true revenue and average in every month', () => {
    const months = series(dataset, {kpi: 'revenue', period: '1996-07/1998-05', grain: 'month'}).buckets;
    expect(months.map(({value, n}) => [Math.round((value ?? 0) * 100) / 100, n])).toEqual(
      truth.by_month.value.map(({net_revenue, orders}) => [net_revenue, orders])
    );
    const averages = series(dataset, {kpi: 'average-purchase-value', period: '1996-07/1998-05', grain: 'month'}).buckets;
    averages.forEach(({value}, index) => {
      expect(value).toBeCloseTo(truth.by_month.value[index].aov, 3);
    });
  });

  it('have the true revenue by rep, in the true order', () => {
    const {rows} = rank(dataset, {kpi: 'revenue', period: 'all'});
    expect(rows.length).toBe(truth.by_employee.value.length);
    rows.forEach(({value}, index) => {
      expect(value).toBeCloseTo(truth.by_employee.value[index].net_revenue, 1);
    });
  });

  it('keep the true share of customers from quarter to quarter, by both formulas', () => {
    for (const {quarter, s, e, n, kept, formula_pct, strict_pct} of truth.retention_by_quarter.value) {
      const period = `${quarter.slice(0, 4)}-Q${String(Math.ceil(Number(quarter.slice(5, 7)) / 3))}`;
      const ask = (variant: string) =>
        measure(dataset, {kpi: 'customer-retention-rate', variant, period, params: {customerBasis: 'orders'}});
      expect(ask('cohort').parts, quarter).toMatchObject({opening: s, closing: e, joined: n, retained: kept});
      expect([percent(ask('cohort').value), percent(ask('headcount').value)], quarter).toEqual([strict_pct, formula_pct]);
    }
  });
});
