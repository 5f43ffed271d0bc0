import type {DecimalColumn, Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {addDays} from './by-day.js';
import {conditions} from './conditions.js';
import {datesOf, rowsBetween, undatedIn} from './dates.js';
import {whereMasks} from './filter.js';
import {filteredRows} from './filtered-rows.js';
import type {ExactSums} from './exact-sums.js';
import type {Part} from './kpi.js';
import type {Context} from './query.js';
import {AT_ONCE, GAP, everyRow, inTurn, keepAllowed, keepDated, keepUndated, placeRows} from './row-loops.js';
import {stateOf} from './table-as-of.js';

/** @param window its index; -1 of a row that has no date and so no window */
type Visit = (row: number, window: number) => void;

/** Deals with some rows, of which `places` says in which windows they lie; gives back how many `others` are left, which it has written there. */
export type TakeAll = (rows: Uint32Array, places: Int32Array, others: Uint32Array) => number;

/** The rows of a table that pass a predicate and the reader's filter, dated in one of the windows. */
export interface Scan {
  readonly table: Table;
  readonly date: TimeColumn | undefined;
  /** Calls `visit` for each such row that `takeAll` has not dealt with; `among` are all that come into question. */
  readonly each: (visit: Visit, takeAll?: TakeAll, among?: Uint32Array) => void;
  /** Adds up what whole days hold, and gives back among which rows `each` has to look then. Undefined where that is all of them. */
  readonly addDays: (counts: Float64Array, sums?: ExactSums, column?: DecimalColumn) => Uint32Array | undefined;
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
    addDays: (counts, sums, column = columnOf(table, 'amount', 'decimal')) =>
      date && !filtered && masks.length < 2 && tests.length === 0
        ? addDays(date, masks[0], column?.units, windows, context.zone, counts, sums)
        : undefined,
    each(visit, takeAll, among = filtered) {
      const all = among ?? everyRow(table.length);
      const size = Math.min(AT_ONCE, all.length);
      const [room, others, places] = [new Uint32Array(size), new Uint32Array(size), new Int32Array(size)];
      const take = (
        keep: ((rows: Uint32Array, kept: Uint32Array) => number) | undefined,
        place: (rows: Uint32Array) => void,
        from = all,
        isTaken = true
      ): void => {
        inTurn(from.length, (start, end) => {
          let rows = from.subarray(start, end);
          if (keep) rows = room.subarray(0, keep(rows, room));
          for (const {codes, allowed} of masks) rows = room.subarray(0, keepAllowed(rows, codes, allowed, room));
          for (const test of tests) rows = rows.filter(test);
          place(rows);
          if (takeAll && isTaken) {
            rows = others.subarray(0, takeAll(rows, places, others));
            place(rows);
          }
          for (let index = 0; index < rows.length; index++) if (places[index] !== GAP) visit(rows[index], places[index]);
        });
      };
      if (date)
        for (const clock of datesOf(date).clocks) {
          const [from, to] = (['start', 'end'] as const).map((bound) =>
            Float64Array.from(windows, (window) => window[bound][clock ? 'wall' : 'instant'])
          );
          const [first, last] = [from[0], Math.max(...to)];
          take(
            among && ((rows, kept) => keepDated(rows, date.ms, date.wall, clock, first, last, kept)),
            (rows) => placeRows(rows, date.ms, from, to, places),
            among ?? rowsBetween(date, clock, first, last)
          );
        }
      const everything = windows.findIndex(({period}) => period.end === Infinity);
      take(
        date && ((rows, kept) => keepUndated(rows, date.ms, kept)),
        () => places.fill(everything),
        date && !among ? undatedIn(date) : all,
        everything >= 0
      );
    }
  };
}
