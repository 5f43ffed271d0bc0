import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {conditions} from './conditions.js';
import {filterMasks, whereMasks} from './filter.js';
import {datesOf, rowsBetween} from './dates.js';
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
  const passes = (row: number): boolean => {
    for (const {codes, allowed} of masks) if (!allowed[codes[row] + 1]) return false;
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
  return {
    table,
    date,
    each(visit) {
      const everything = windows.findIndex(({period}) => period.end === Infinity);
      if (!date) {
        for (let row = 0; row < table.length; row++) if (passes(row)) visit(row, everything);
        return;
      }
      const {clocks, undated} = datesOf(date);
      for (const clock of clocks) {
        const [from, to] = (['start', 'end'] as const).map((bound) => windows.map((window) => window[bound][clock ? 'wall' : 'instant']));
        const [first, last] = [from[0], windows.length - 1];
        const length = (from[last] - first) / last;
        const rows = rowsBetween(date, clock, first, Math.max(...to));
        for (let index = 0; index < rows.length; index++) {
          const row = rows[index];
          if (!passes(row)) continue;
          // The windows of a series are about as long as each other: a guess is hardly ever far off.
          const ms = date.ms[row];
          let window = Math.min(last, ((ms - first) / length) | 0);
          while (ms < from[window]) window--;
          while (window < last && ms >= from[window + 1]) window++;
          if (ms < to[window]) visit(row, window);
        }
      }
      for (let index = 0; index < undated.length; index++) if (passes(undated[index])) visit(undated[index], everything);
    }
  };
}
