import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {interval} from './intervals.js';
import type {Interval} from './intervals.js';
import type {Params} from './params.js';

/** A subscription in force: what it brings a year, in units of `10 ** -scale / perYear` of its currency; NaN where that is not known. */
interface Subscription extends Interval {
  readonly yearly: number;
  /** Months of one interval: 12 for a yearly one. */
  readonly months: number;
}

export interface Subscriptions {
  readonly rows: readonly Subscription[];
  /** `yearly` over this is the amount a month. */
  readonly divisor: number;
  /** Rows without an amount, or whose interval is none that is known: an error, not "monthly". */
  readonly issues: readonly (readonly [code: 'unknown-interval' | 'missing-amount', row: number])[];
}

/** Trials, paused and unpaid subscriptions bring nothing; who is past due, or will cancel, does until the end. */
const OUT = /^(trial|paus|unpaid|incomplete)/;

/** One of these without an end was over before anybody knows. */
const OVER = /^(cancel|expired|ended)/;

/** What is paid once, or for what is used, does not recur. */
const ONE_TIME = /^(once|one-time|metered|usage)/;

/** Reads the recurring subscriptions. @param params how many weeks and days a year has: 52 and 365 unless said otherwise; vendors differ. */
export function readSubscriptions(
  table: Table,
  {weeksPerYear = 52, daysPerYear = 365, churnRecognition, discountPolicy = 'always'}: Params
): Subscriptions {
  const [amounts, discounts] = ['amount', 'discountAmount'].map((name) => columnOf(table, name, 'decimal'));
  const durations = columnOf(table, 'discountDuration', 'text');
  const scale = Math.max(amounts?.scale ?? 0, discounts?.scale ?? 0);
  const unitsOf = (column: typeof amounts, row: number) => (column ? column.units[row] * 10 ** (scale - column.scale) : NaN);
  const isDeducted = (row: number) =>
    discountPolicy === 'always' || (discountPolicy === 'forever' && textAt(durations, row).toLowerCase() === 'forever');
  const counts = columnOf(table, 'intervalCount', 'decimal');
  const [customers, intervals, status] = ['customerId', 'interval', 'status'].map((name) => columnOf(table, name, 'text'));
  const [started, ended, canceled] = ['startedAt', 'endedAt', 'canceledAt'].map((name) => columnOf(table, name, 'time'));
  const precision = Number.isInteger(weeksPerYear) && Number.isInteger(daysPerYear) ? 1 : 1e6;
  const aYear = new Map(
    Object.entries({month: 12, quarter: 4, year: 1, annual: 1, week: weeksPerYear, day: daysPerYear, dai: daysPerYear}).map(
      ([unit, times]) => [unit, Math.round(times * precision)]
    )
  );
  const countOf = (row: number) => {
    const count = counts && !Number.isNaN(counts.units[row]) ? counts.units[row] / 10 ** counts.scale : 1;
    return Number.isInteger(count) && count > 0 ? count : NaN;
  };
  const all = [...new Set(Array.from({length: table.length}, (_, row) => countOf(row)))].filter(Boolean);
  const common = all.reduce((product, count) => (product * count) / greatest(product, count), 1);

  const rows: Subscription[] = [];
  const issues: [code: 'unknown-interval' | 'missing-amount', row: number][] = [];
  const [unitAt, stateAt] = [intervals, status].map((column) => {
    const lower = column && {...column, values: column.values.map((value) => value.toLowerCase())};
    return (row: number) => textAt(lower, row);
  });
  for (let row = 0; row < table.length; row++) {
    const [unit, state, count] = [unitAt(row), stateAt(row), countOf(row)];
    if (ONE_TIME.test(unit) || OUT.test(state)) continue;
    // A month, months, monthly; what is left of daily is dai.
    const times = aYear.get(unit.replace(/(ly|s)$/, '')) ?? NaN;
    const [until = NaN, left = NaN] = [ended?.ms[row], canceled?.ms[row]];
    const isUndated = OVER.test(state) && Number.isNaN(until);
    if (isUndated && Number.isNaN(left)) continue;
    const end = isUndated || (churnRecognition === 'on-cancel' && left <= (until || Infinity)) ? canceled : ended;
    const units = unitsOf(amounts, row) + (isDeducted(row) ? 0 : unitsOf(discounts, row) || 0);
    if (!times || !count) issues.push(['unknown-interval', row]);
    else if (Number.isNaN(units)) issues.push(['missing-amount', row]);
    rows.push({
      ...interval(textAt(customers, row), row, started, row, end, row),
      months: (12 * precision * count) / times,
      yearly: (units * times * common) / count
    });
  }
  return {
    rows: rows.filter(({start}) => !Number.isNaN(start)),
    issues,
    divisor: 12 * precision * common * 10 ** scale
  };
}

function greatest(a: number, b: number): number {
  return b === 0 ? a : greatest(b, a % b);
}
