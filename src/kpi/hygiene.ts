import type {Table} from '../dataset/column.js';
import {columnOf, historyOf, latestEntry, textAt} from '../dataset/columns-of.js';
import {remembered} from '../dataset/remembered.js';
import {atWall} from '../calendar/moment.js';
import type {Window} from '../calendar/window.js';
import {datesOf} from './dates.js';
import type {Groups} from './groups.js';
import type {IssueLog} from './issue-log.js';
import type {Part} from './kpi.js';
import {membership} from './membership.js';
import type {Context} from './query.js';
import {scan} from './scan.js';

const EVER = {wall: Infinity, instant: Infinity, today: NaN, isDate: false};

/** Logs the rows that a running window would count but for their date, which lies after the as-of. */
export function logFuture(
  context: Context,
  table: Table,
  dateName: string,
  part: Part,
  windows: readonly Window[],
  groups: Groups,
  log: IssueLog
): void {
  const date = columnOf(table, dateName, 'time');
  const {asOf, zone} = context;
  if (!date || datesOf(date).last < Math.min(asOf.wall, asOf.instant)) return;
  windows.forEach(({period, status}, index) => {
    // All time is never over.
    if (status !== 'partial' && period.end !== Infinity) return;
    const ahead: Window = {start: asOf, end: atWall(period.end, zone), asOf: EVER, period, status: 'complete'};
    const later = scan({...context, asOf: EVER}, table, dateName, part, [ahead]);
    const count = new Float64Array(1);
    if (later.addDays(count)?.length === 0 && count[0] === 0) return;
    const {of: groupsOf} = membership(later.table, groups);
    later.each((row, window) => {
      if (window < 0) return;
      for (const group of groupsOf(row)) log.add(group * windows.length + index, 'future-dated', row);
    });
  });
}

/** 1 for each row whose status is another than the last entry of its status history; undefined where a table has none. */
export const contradicted = remembered((table: Table): Uint8Array | undefined => {
  const [status, history] = [columnOf(table, 'status', 'text'), historyOf(table, 'statusHistory', 'status')];
  if (!status || !history) return undefined;
  return Uint8Array.from({length: table.length}, (_, row) => {
    const last = latestEntry(history, row, history.at);
    return Number(last !== undefined && textAt(history.said, last) !== textAt(status, row));
  });
});
