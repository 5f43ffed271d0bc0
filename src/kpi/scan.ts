import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {conditions} from './conditions.js';
import {filterMasks, whereMasks} from './filter.js';
import type {Part} from './kpi.js';
import type {Context} from './query.js';
import {stateOf} from './table-as-of.js';

/** The rows of a table that pass a predicate and the reader's filter, dated in one of the windows. */
export interface Scan {
  readonly table: Table;
  readonly date: TimeColumn | undefined;
  /** Calls `visit` for each such row with the index of its window; -1 for a row that has no date and so no window. */
  readonly each: (visit: (row: number, window: number) => void) => void;
}

/** @param isOfPeople whether the filter by people applies to the owner; else who calls sees to it.
 * @param windows in chronological order, not overlapping. A row without a date belongs to no period but to `all`. */
export function scan(context: Context, loaded: Table, dateName: string, part: Part, windows: readonly Window[], isOfPeople = true): Scan {
  const table = stateOf(loaded, dateName, context);
  const date = columnOf(table, dateName, 'time');
  const masks = table.length > 0 ? [...whereMasks(table, part), ...filterMasks(table, context, isOfPeople)] : [];
  const tests = conditions(table, part, dateName, context);
  const bounds = (kind: 'wall' | 'instant') => windows.map(({start, end}) => [start[kind], end[kind]] as const);
  const [instants, walls] = [bounds('instant'), bounds('wall')];
  const undated = windows.findIndex(({period}) => period.end === Infinity);
  return {
    table,
    date,
    each(visit) {
      // The date comes first: most rows lie outside all windows.
      rows: for (let row = 0; row < table.length; row++) {
        const ms = date ? date.ms[row] : NaN;
        const isUndated = Number.isNaN(ms);
        const window = isUndated ? undated : windowAround(date?.wall[row] ? walls : instants, ms);
        if (window < 0 && !isUndated) continue;
        for (const {codes, allowed} of masks) if (!allowed[codes[row] + 1]) continue rows;
        for (const test of tests) if (!test(row)) continue rows;
        visit(row, window);
      }
    }
  };
}

/** The last window that starts at or before the moment, if it has not ended by then. */
function windowAround(bounds: readonly (readonly [number, number])[], ms: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle][0] <= ms) low = middle + 1;
    else high = middle;
  }
  return low > 0 && ms < bounds[low - 1][1] ? low - 1 : -1;
}
