import type {Table, TextColumn, TimeColumn} from '../dataset/column.js';
import {columnOf, historyOf, latestEntry, textAt, withColumn, writableTimes} from '../dataset/columns-of.js';
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
  const later = status && closedAt ? decidedLater(closedAt, status, asOf) : [];
  if (!status || !(history || later.some(({length}) => length > 0))) return table;

  const values = [...new Set([...status.values, 'open', 'won', 'lost'])];
  const open = values.indexOf('open');
  const codes = status.codes.slice();
  const closings = writableTimes(table, 'closedAt');
  const {ms, wall} = closings;
  const reopen = (row: number): void => {
    codes[row] = open;
    ms[row] = NaN;
  };

  for (const rows of later) rows.forEach(reopen);
  for (let row = 0; history && row < table.length; row++) {
    if (history.offsets[row] === history.offsets[row + 1]) continue;
    const entry = lastBefore(history, row, asOf);
    if (entry) {
      codes[row] = values.indexOf(entry.status);
      ms[row] = entry.status === 'open' ? NaN : entry.ms;
      wall[row] = entry.wall;
    } else if (codes[row] !== open) reopen(row);
  }
  return withColumn(withColumn(table, 'status', {type: 'text', codes, values}), 'closedAt', closings);
}

/** The deals decided at or after the as-of, a clock at a time; when an open one is expected to close is nothing to undo. */
function decidedLater(closedAt: TimeColumn, {codes, values}: TextColumn, {instant, wall}: AsOf): Uint32Array[] {
  const {clocks, last} = datesOf(closedAt);
  if (last < Math.min(instant, wall)) return [];
  const open = values.indexOf('open');
  return clocks.map((clock) => rowsBetween(closedAt, clock, clock ? wall : instant, Infinity).filter((row) => codes[row] !== open));
}

function lastBefore(history: History, row: number, asOf: AsOf): {status: string; ms: number; wall: number} | undefined {
  const {said, at} = history;
  const last = latestEntry(history, row, at, (entry) => said.codes[entry] >= 0 && isBefore(at, entry, asOf));
  return last === undefined ? undefined : {status: textAt(said, last), ms: at.ms[last], wall: at.wall[last]};
}
