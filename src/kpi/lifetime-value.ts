import type {Window} from '../calendar/window.js';
import {ORDERS, SALES, allTime, monthsUpTo, orderingIn, startedIn, tableIn} from './customers-in.js';
import {quotient} from './figure.js';
import type {Figure} from './figure.js';
import {divide, fraction, ofNumber, times} from './fraction.js';
import type {Fraction} from './fraction.js';
import {whole} from './groups.js';
import {customerIntervals, isIn} from './intervals.js';
import type {Interval} from './intervals.js';
import {IssueLog} from './issue-log.js';
import type {Context} from './query.js';
import {tally} from './tally.js';

const ORDERED = {date: 'orderedAt'} as const;

/** From what customers bought in the year up to the closing. */
export function simple(context: Context, window: Window): Figure {
  const year = monthsUpTo(window, 12, context.zone);
  const log = new IssueLog();
  const [amount, orders] = [SALES, ORDERS].map((part) => tally(ORDERED, part, tableIn(context, 'orders'), context, [year], whole, log));
  const customers = orderingIn(context, year);
  const years = context.params.retentionYears === undefined ? yearsStayed(context, year) : ofNumber(context.params.retentionYears);
  const issues = log.at(0);
  const base = {n: orders.counts[0], excluded: [], issues, currency: amount.currency, own: year};
  if (issues.some(({code}) => code === 'missing-fx-rate')) return {...base, reason: 'missing-fx-rate'};
  const [count, buyers] = [fraction(orders.counts[0]), fraction(customers.size)];
  const numerator = years && times(amount.amount(0), years);
  const parts = {
    averageTransaction: divide(amount.amount(0), count),
    transactionsPerCustomerPerYear: divide(count, buyers),
    retentionYears: years
  };
  return {...base, ...quotient(numerator, buyers), parts: present(parts)};
}

/**
 * Customer-years at risk in the window over customers lost in it: the estimate of an exponential lifetime, which counts those still there. Under a
 * filter they are those who ever ordered what it lets pass, so that the years are of the same people as the amounts.
 */
function yearsStayed(context: Context, {start, end}: Window): Fraction | undefined {
  const wanted = Object.keys(context.filter).length > 0 ? orderingIn(context, allTime(context)) : undefined;
  let [atRisk, lost] = [0, 0];
  for (const {customer, start: from, isWallStart, end: to, isWallEnd} of joined(customerIntervals(tableIn(context, 'customers')))) {
    if (wanted && !wanted.has(customer)) continue;
    const [clock, until] = [isWallStart ? 'wall' : 'instant', isWallEnd ? 'wall' : 'instant'] as const;
    const last = Number.isNaN(to) ? end[clock] : Math.min(to, end[until]);
    atRisk += Math.max(0, last - Math.max(from, start[clock]));
    if (isIn(to, isWallEnd, start, end)) lost++;
  }
  // The window is a year, of 365 or 366 days.
  return divide(fraction(atRisk, end.wall - start.wall), fraction(lost));
}

/** Stretches of a customer that meet or overlap are one: nobody is lost between them, or there twice. */
function joined(intervals: readonly Interval[]): Interval[] {
  const last = new Map<string, number>();
  const whole: Interval[] = [];
  for (const one of [...intervals].sort((a, b) => a.start - b.start)) {
    const place = last.get(one.customer);
    const before = place === undefined ? undefined : whole[place];
    if (place === undefined || !before || before.end < one.start) last.set(one.customer, whole.push(one) - 1);
    else if (!Number.isNaN(before.end) && !(one.end <= before.end)) whole[place] = {...before, end: one.end, isWallEnd: one.isWallEnd};
  }
  return whole;
}

/** What the customers who started in the window have brought so far. */
export function historic(context: Context, window: Window): Figure {
  const cohort = startedIn(context, window);
  const log = new IssueLog();
  const part = {...SALES, where: {...SALES.where, customerId: cohort}};
  const amount = tally(ORDERED, part, tableIn(context, 'orders'), context, [allTime(context)], whole, log);
  return {
    ...quotient(amount.amount(0), fraction(cohort.length)),
    n: cohort.length,
    excluded: [],
    issues: log.at(0),
    currency: amount.currency
  };
}

/** The parts that there are. */
export function present(parts: Readonly<Record<string, Fraction | undefined>>): Record<string, Fraction> {
  return Object.fromEntries(Object.entries(parts).filter((entry): entry is [string, Fraction] => entry[1] !== undefined));
}
