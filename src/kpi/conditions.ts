import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {DAY} from '../calendar/civil.js';
import {compareTimes, isBefore} from './elapsed.js';
import type {Part} from './kpi.js';
import type {Context} from './query.js';

/** What a part asks of a row beyond its texts: moments that have come or not, numbers in bounds. */
export function conditions(
  table: Table,
  {reached, pending = [], range = {}, isAtLeast}: Part,
  dateName: string,
  {asOf, params, zone}: Context
): ((row: number) => boolean)[] {
  const hasCome = (name: string) => {
    const column = columnOf(table, name, 'time');
    return (row: number) => column !== undefined && isBefore(column, row, asOf);
  };
  const tests = pending.map((name) => {
    const came = hasCome(name);
    return (row: number) => !came(row);
  });
  if (reached !== undefined) tests.push(hasCome(reached));
  const {conversionWindow, minAmount} = params;
  if (reached !== undefined && conversionWindow !== undefined) {
    const [from, to] = [dateName, reached].map((name) => columnOf(table, name, 'time'));
    tests.push((row) => from !== undefined && to !== undefined && compareTimes(to, row, from, row, zone) <= conversionWindow * DAY);
  }
  if (conversionWindow !== undefined && pending.includes('convertedAt')) {
    // Whoever has not converted in time will not any more: only the younger are open.
    const from = columnOf(table, dateName, 'time');
    tests.push((row) => from !== undefined && (from.wall[row] ? asOf.wall : asOf.instant) - from.ms[row] < conversionWindow * DAY);
  }
  if (isAtLeast && minAmount !== undefined) {
    const amounts = columnOf(table, 'amount', 'decimal');
    const least = minAmount * 10 ** (amounts?.scale ?? 0);
    tests.push((row) => !(amounts && amounts.units[row] >= 0 && amounts.units[row] < least));
  }
  for (const [name, [least, most]] of Object.entries(range)) {
    const column = columnOf(table, name, 'decimal');
    const unit = 10 ** (column?.scale ?? 0);
    tests.push((row) => column !== undefined && column.units[row] >= least * unit && column.units[row] <= most * unit);
  }
  return tests;
}
