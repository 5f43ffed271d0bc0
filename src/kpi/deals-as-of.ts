import type {Table, TextColumn, TimeColumn} from '../dataset/column.js';
import {columnOf, entriesOf, historyOf, latestEntry, textAt, withColumn, writableTimes} from '../dataset/columns-of.js';
import type {History} from '../dataset/columns-of.js';
import type {AsOf} from '../calendar/moment.js';
import type {Context} from './query.js';
import {datesOf, rowsBetween} from './dates.js';
import {isBefore} from './elapsed.js';

/**
 * The deals as they stood: what closes at or after the as-of is still open, and a status history says what was known then
 * (the last entry before it). Deals that nothing changes are given back as they are.
 */
export function dealsAsOf(table: Table, {asOf}: Context): Table {
  const status = columnOf(table, 'status', 'text');
  const closedAt = columnOf(table, 'closedAt', 'time');
  const history = historyOf(table, 'statusHistory', 'status');
  if (!status || (!history && !(closedAt && isLaterIn(closedAt, status, asOf)))) return table;

  const values = [...new Set([...status.values, 'open', 'won', 'lost'])];
  const open = values.indexOf('open');
  const codes = Int32Array.from(status.codes);
  const closings = writableTimes(table, 'closedAt');
  const {ms, wall} = closings;

  for (let row = 0; row < table.length; row++) {
    // An open deal's date is when it is expected to close: nothing to undo.
    const entry = history && lastBefore(history, row, asOf);
    if (entry) {
      codes[row] = values.indexOf(entry.status);
      ms[row] = entry.status === 'open' ? NaN : entry.ms;
      wall[row] = entry.wall;
    } else if (codes[row] !== open && (entriesOf(history, row).length > 0 || (ms[row] ?? NaN) >= (wall[row] ? asOf.wall : asOf.instant))) {
      codes[row] = open;
      ms[row] = NaN;
    }
  }
  return withColumn(withColumn(table, 'status', {type: 'text', codes, values}), 'closedAt', closings);
}

/** Whether a deal is decided at or after the as-of; when an open one is expected to close changes nothing. */
function isLaterIn(closedAt: TimeColumn, {codes, values}: TextColumn, {instant, wall}: AsOf): boolean {
  const {clocks, last} = datesOf(closedAt);
  if (last < Math.min(instant, wall)) return false;
  return clocks.some((clock) =>
    rowsBetween(closedAt, clock, clock ? wall : instant, Infinity).some((row) => values[codes[row]] !== 'open')
  );
}

function lastBefore(history: History, row: number, asOf: AsOf): {status: string; ms: number; wall: number} | undefined {
  const {said, at} = history;
  const last = latestEntry(history, row, at, (entry) => said.codes[entry] >= 0 && isBefore(at, entry, asOf));
  return last === undefined ? undefined : {status: textAt(said, last), ms: at.ms[last], wall: at.wall[last]};
}
