import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {conditions} from './conditions.js';
import {datesOf, rowsBetween} from './dates.js';
import {whereMasks} from './filter.js';
import {filteredRows, rowsWithin} from './filtered-rows.js';
import type {Part} from './kpi.js';
import type {Context} from './query.js';
import {AT_ONCE, GAP, keepAllowed, placeRows} from './row-loops.js';
import {stateOf} from './table-as-of.js';

/** @param window its index; -1 of a row that has no date and so no window */
type Visit = (row: number, window: number) => void;

/**
 * Deals with the first `count` of some rows, of which `places` says in which windows they lie; gives back how many `others` are left, which it has
 * written there.
 */
export type TakeAll = (rows: Uint32Array, places: Int32Array, count: number, others: Uint32Array) => number;

/** The rows of a table that pass a predicate and the reader's filter, dated in one of the windows. */
export interface Scan {
  readonly table: Table;
  readonly date: TimeColumn | undefined;
  /** Calls `visit` for each such row that `takeAll` has not dealt with. */
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
  return {
    table,
    date,
    each(visit, takeAll) {
      const size = Math.min(AT_ONCE, table.length);
      const [room, others, places] = [new Uint32Array(size), new Uint32Array(size), new Int32Array(size)];
      const take = (found: Uint32Array, place: (rows: Uint32Array, count: number) => void, isTaken = true): void => {
        for (let start = 0; start < found.length; start += size) {
          let [rows, count] = [found.subarray(start, start + size), Math.min(size, found.length - start)];
          for (const {codes, allowed} of masks) [rows, count] = [room, keepAllowed(rows, count, codes, allowed, room)];
          for (const test of tests) {
            rows = rows.subarray(0, count).filter(test);
            count = rows.length;
          }
          place(rows, count);
          if (takeAll && isTaken) {
            [rows, count] = [others, takeAll(rows, places, count, others)];
            place(rows, count);
          }
          for (let index = 0; index < count; index++) if (places[index] !== GAP) visit(rows[index], places[index]);
        }
      };
      for (const clock of date ? datesOf(date).clocks : []) {
        const [from, to] = (['start', 'end'] as const).map((bound) =>
          Float64Array.from(windows, (window) => window[bound][clock ? 'wall' : 'instant'])
        );
        if (!date) continue;
        const [first, last] = [from[0], Math.max(...to)];
        const dated = filtered ? rowsWithin(filtered, date, clock, first, last) : rowsBetween(date, clock, first, last);
        take(dated, (rows, count) => placeRows(rows, count, date.ms, from, to, places));
      }
      const everything = windows.findIndex(({period}) => period.end === Infinity);
      const undated = filtered
        ? filtered.filter((row) => !date || Number.isNaN(date.ms[row]))
        : date
          ? datesOf(date).undated
          : new Uint32Array(table.length).map((_, row) => row);
      take(undated, () => places.fill(everything), everything >= 0);
    }
  };
}
