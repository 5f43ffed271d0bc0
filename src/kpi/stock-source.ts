import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Moment} from '../calendar/moment.js';
import {comparedWindow} from '../calendar/window.js';
import type {Window} from '../calendar/window.js';
import {filterMasks} from './filter.js';
import {customerIntervals, isIn, orderIntervals} from './intervals.js';
import type {Interval} from './intervals.js';
import {ALL} from './issue-log.js';
import type {IssueLog} from './issue-log.js';
import type {CohortKpi, StockKpi} from './kpi.js';
import type {Context} from './query.js';
import {conversion} from './rates.js';
import {readSubscriptions} from './subscriptions.js';

/** Of a subscription with what it brings a year. */
type Stretch = Interval & {readonly yearly?: number};

type Customers = ReadonlyMap<string, readonly Stretch[]>;

/** Whose stretches are bridged, and what each brings. */
export interface StockSource {
  readonly table: Table;
  readonly customersIn: (window: Window) => Customers;
  /** They are the same in each window, and bring the same at each boundary. */
  readonly isSteady: boolean;
  /** What a stretch brings, in units of `1 / divisor`, at the exchange rate just before a boundary. Heads have none. */
  readonly weight?: (stretch: Stretch, rateAt: Moment, cell: number) => number;
  readonly divisor: number;
  readonly currency?: string | undefined;
}

/** The table a stock KPI is read from: subscriptions for money, else customers, or what `customerBasis` takes for them. */
export function stockTable({of}: StockKpi | CohortKpi, {params}: Context): string {
  return of === 'mrr' ? 'subscriptions' : (params.customerBasis ?? 'customers');
}

export function stockSource(kpi: StockKpi | CohortKpi, table: Table, context: Context, log: IssueLog): StockSource {
  const {params, zone} = context;
  const heads = {table, isSteady: true, divisor: 1};
  if (table.name === 'customers') {
    const customers = byCustomer(customerIntervals(table), table, context);
    return {...heads, customersIn: () => customers};
  }
  if (table.name === 'orders') {
    const customers = byCustomer(orderIntervals(table, params.inactivityDays ?? 0), table, context);
    const isSteady = params.inactivityDays !== undefined;
    return {...heads, isSteady, customersIn: (window) => (isSteady ? customers : activeIn(customers, window, zone))};
  }
  const {rows, divisor, issues} = readSubscriptions(table, params);
  // Who is asked for as a customer alone is one whatever he or she pays; else one who pays nothing, or nobody knows how much, is none yet.
  const isPaying = kpi.table === table.name;
  const named = columnOf(table, 'interval', 'text');
  for (const [code, row] of isPaying ? issues : []) log.add(ALL, code, row, code === 'unknown-interval' ? textAt(named, row) : undefined);
  const customers = byCustomer(
    rows.filter(({months, yearly}) => !isPaying || (yearly && months >= (kpi.minMonths ?? 0))),
    table,
    context
  );
  if (kpi.of !== 'mrr') return {...heads, customersIn: () => customers};
  const money = conversion(table, undefined, context);
  return {
    table,
    customersIn: () => customers,
    isSteady: !money.isNeeded,
    divisor: divisor * 10 ** money.scale,
    currency: money.currency,
    weight({row, yearly = 0}, rateAt, cell) {
      if (money.isUnknown?.(row)) log.add(cell, 'unknown-currency', row, money.currencyOf(row));
      const factor = money.factorAt(row, rateAt);
      if (Number.isNaN(factor)) log.add(cell, 'missing-fx-rate', row, money.currencyOf(row));
      return yearly * (factor || 0);
    }
  };
}

/** Active is who orders in the period: each order lasts to the end of its own period, those of the period before to its opening. */
function activeIn(customers: Customers, window: Window, zone: string): Customers {
  const {start, end} = window;
  const before = comparedWindow({...window, status: 'complete'}, 'previous', zone);
  const lasting = (order: Interval): Interval => {
    const until = isIn(order.start, order.isWallStart, start, end)
      ? end
      : before && isIn(order.start, order.isWallStart, before.start, start)
        ? start
        : undefined;
    return until ? {...order, end: until[order.isWallStart ? 'wall' : 'instant']} : order;
  };
  return new Map([...customers].map(([customer, orders]) => [customer, orders.map(lasting)]));
}

function byCustomer<I extends Interval>(intervals: readonly I[], table: Table, context: Context): Map<string, I[]> {
  const masks = table.length > 0 ? filterMasks(table, context) : [];
  const customers = new Map<string, I[]>();
  for (const one of intervals) {
    if (!masks.every(({codes, allowed}) => allowed[codes[one.row] + 1])) continue;
    const known = customers.get(one.customer);
    if (known) known.push(one);
    else customers.set(one.customer, [one]);
  }
  return customers;
}
