import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {conditions} from './conditions.js';
import {datesOf, rowsBetween} from './dates.js';
import {whereMasks} from './filter.js';
import {filteredRows, rowsWithin} from './filtered-rows.js';
import type {Part} from './kpi.js';
import type {Context} from './query.js';
import {placesIn, rowsAllowed} from './row-loops.js';
import {stateOf} from './table-as-of.js';

type Visit = (row: number, window: number) => void;
type TakeAll = (rows: Uint32Array, places: Int32Array) => void;

/** The rows of a table that pass a predicate and the reader's filter, dated in one of the windows. */
export interface Scan {
  readonly table: Table;
  readonly date: TimeColumn | undefined;
  /**
   * Calls `visit` for each such row with the index of its window; -1 for a row that has no date and so no window. `takeAll` first gets the rows and
   * their windows all at once, and puts -1 in place of the window where it has dealt with a row.
   */
  readonly each: (visit: Visit, takeAll?: TakeAll) => void;
}

/** @param isOfPeople whether the filter by people applies to the owner; else who calls sees to it.
 * @param windows in chronological order, not overlapping. A row without a date belongs to no period but to `all`. */
export function scan(context: Context, loaded: Table, dateName: string, part: Part, windows: readonly Window[], isOfPeople = true): Scan {
  const table = stateOf(loaded, dateName, context);
  const date = columnOf(table, dateName, 'time');
  const filtered = filteredRows(table, context, isOfPeople);
  const masks = whereMasks(table, part);
  const tests = conditions(table, part, dateName, context);
  const passing = (rows: Uint32Array): Uint32Array => {
    const kept = masks.reduce(rowsAllowed, rows);
    return tests.length > 0 ? kept.filter((row) => tests.every((test) => test(row))) : kept;
  };
  const eachDated = (column: TimeColumn, clock: number, visit: Visit, takeAll: TakeAll | undefined): void => {
    const [from, to] = (['start', 'end'] as const).map((bound) =>
      Float64Array.from(windows, (window) => window[bound][clock ? 'wall' : 'instant'])
    );
    const [first, last] = [from[0], Math.max(...to)];
    const rows = passing(filtered ? rowsWithin(filtered, column, clock, first, last) : rowsBetween(column, clock, first, last));
    const places = placesIn(from, to, rows, column.ms);
    takeAll?.(rows, places);
    for (let index = 0; index < rows.length; index++) if (places[index] >= 0) visit(rows[index], places[index]);
  };
  return {
    table,
    date,
    each(visit, takeAll) {
      if (date) for (const clock of datesOf(date).clocks) eachDated(date, clock, visit, takeAll);
      const undated = filtered
        ? filtered.filter((row) => !date || Number.isNaN(date.ms[row]))
        : date
          ? datesOf(date).undated
          : Uint32Array.from({length: table.length}, (_, row) => row);
      const everything = windows.findIndex(({period}) => period.end === Infinity);
      for (const row of passing(undated)) visit(row, everything);
    }
  };
}
