import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {tableAsOf} from './deals-as-of.js';
import {filterMasks, whereMasks} from './filter.js';
import type {Where} from './kpi.js';
import type {Context} from './query.js';
import type {Reason} from './result.js';

/** The rows of a table that pass a predicate and the reader's filter, dated in one of the windows. */
export interface Scan {
  readonly table: Table;
  readonly date: TimeColumn | undefined;
  /** Calls `visit` for each such row with the index of its window. Gives back how many rows passed but have no date and so no window. */
  readonly each: (visit: (row: number, window: number) => void) => number;
}

export interface Missing {
  readonly reason: Reason;
  readonly names: readonly string[];
}

/** @param windows in chronological order, not overlapping. Rows without a date belong to no period but to `all`. */
export function scan(context: Context, tableName: string, dateName: string, where: Where, windows: readonly Window[]): Scan | Missing {
  const loaded = context.dataset.tables.get(tableName);
  if (!loaded) return {reason: 'missing-table', names: [tableName]};
  const table = tableAsOf(loaded, context.asOf);
  const date = columnOf(table, dateName, 'time');
  const predicates = whereMasks(table, where);
  if (table.length > 0 && (!predicates || !date)) return {reason: 'missing-column', names: [tableName, date ? Object.keys(where).join(', ') : dateName]};
  const masks = table.length > 0 ? [...(predicates ?? []), ...filterMasks(table, context.filter, context)] : [];

  const walls = windows.map(({start, end}) => ({start: start.wall, end: end.wall}));
  const instants = windows.map(({start, end}) => ({start: start.instant, end: end.instant}));
  const undated = windows.findIndex(({period}) => period.start === -Infinity && period.end === Infinity);

  return {
    table,
    date,
    each(visit) {
      let withoutDate = 0;
      rows: for (let row = 0; row < table.length; row++) {
        for (const {codes, allowed} of masks) if (!allowed[(codes[row] ?? -1) + 1]) continue rows;
        const ms = date?.ms[row] ?? NaN;
        const window = ms === ms ? windowAround(date?.wall[row] ? walls : instants, ms) : undated;
        if (window >= 0) visit(row, window);
        else if (ms !== ms) withoutDate++;
      }
      return withoutDate;
    }
  };
}

/** The last window that starts at or before the moment, if it has not ended by then. */
function windowAround(bounds: readonly {start: number; end: number}[], ms: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle]?.start ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return ms < (bounds[low - 1]?.end ?? -Infinity) ? low - 1 : -1;
}
