import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {add} from '../calendar/civil.js';
import {openWindow} from '../calendar/window.js';
import type {Window} from '../calendar/window.js';
import {completed} from './completed.js';
import {withFirstStarts} from './first-starts.js';
import type {Context} from './query.js';
import {scan} from './scan.js';
import {missingIn} from './tally.js';

/** The orders that are counted, and what is summed of them, refunds off. */
export const ORDERS = {where: {...completed, kind: 'order'}, has: 'amount'} as const;
export const SALES = {sum: 'amount', where: completed} as const;

/** So many months up to the closing of a window. */
export function monthsUpTo({end, asOf}: Window, count: number, zone: string): Window {
  return openWindow({start: add(end.wall, -count, 'month'), end: end.wall}, asOf, zone);
}

export function allTime({asOf, zone}: Context): Window {
  return openWindow({start: -Infinity, end: Infinity}, asOf, zone);
}

/** What a formula needs is there. */
export function tableIn({dataset}: Context, name: string): Table {
  return dataset.tables.get(name) ?? {name, length: 0, columns: new Map()};
}

/** Who ordered in the window, each once. */
export function orderingIn(context: Context, window: Window): Set<string> {
  const customers = new Set<string>();
  const table = tableIn(context, 'orders');
  const ids = columnOf(table, 'customerId', 'text');
  const isMissing = missingIn(table, ORDERS.has);
  scan(context, table, 'orderedAt', ORDERS, [window]).each((row, index) => {
    if (index >= 0 && textAt(ids, row) && !isMissing(row)) customers.add(textAt(ids, row));
  });
  return customers;
}

/** Whose first start ever falls in the window. */
export function startedIn(context: Context, window: Window): string[] {
  const table = tableIn(context, 'customers');
  const ids = columnOf(table, 'id', 'text');
  const cohort: string[] = [];
  scan(context, withFirstStarts(table), 'firstStartedAt', {}, [window]).each((row, index) => {
    if (index >= 0) cohort.push(textAt(ids, row));
  });
  return cohort;
}
