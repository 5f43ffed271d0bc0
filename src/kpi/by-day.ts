import type {TimeColumn} from '../dataset/column.js';
import {recalled} from '../dataset/recalled.js';
import {DAY, startOf} from '../calendar/civil.js';
import {atWall} from '../calendar/moment.js';
import type {Window} from '../calendar/window.js';
import {datesOf, rowsBetween} from './dates.js';
import type {ExactSums} from './exact-sums.js';
import type {Mask} from './filter.js';
import {addToDays, everyRow, found, rowsAllowed} from './row-loops.js';

/** The rows of a table counted and summed day by day, those of each code for themselves: `(code + 1) * days + day`. */
interface ByDay {
  /** When each day begins, and the last one ends. */
  readonly starts: Float64Array;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  /** Rows without a date, or with a value that cannot be added to the others as it stands. */
  readonly left: Uint32Array;
}

const recall = /* @__PURE__ */ recalled<ByDay>();

/**
 * Adds what the days of each window hold to `counts` and `sums`, and gives back the rows that are left to be looked at: so any number of periods cost one
 * look at all rows. Undefined where there are fewer rows than days, or days and moments in one column.
 */
export function addDays(
  date: TimeColumn,
  mask: Mask | undefined,
  units: Float64Array | undefined,
  windows: readonly Window[],
  zone: string,
  counts: Float64Array,
  sums?: ExactSums
): Uint32Array | undefined {
  const {first, last, clocks} = datesOf(date);
  const {length} = date.ms;
  const clock = clocks[0] ? 'wall' : 'instant';
  // In no zone does a day begin a whole day earlier or later than in another.
  const begin = startOf(first, 'day') - DAY;
  const days = Math.ceil((last - begin) / DAY) + 2;
  const allowed = mask?.allowed ?? [1];
  const cells = days * allowed.length;
  if (clocks.length !== 1 || cells > length) return undefined;
  const byDay = recall(date, [mask?.codes, units, zone], (): ByDay => {
    const starts = Float64Array.from({length: days + 1}, (_, day) => atWall(begin + day * DAY, zone)[clock]);
    const [all, total] = [new Float64Array(cells), new Float64Array(cells)];
    const [codes, values] = [mask?.codes ?? new Int32Array(length).fill(-1), units ?? new Float64Array(length)];
    const left = found(everyRow(length), (rows, room) => addToDays(date.ms, starts, codes, values, all, total, rows, room));
    return {starts, counts: all, sums: total, left};
  });

  const {starts} = byDay;
  const left = [mask ? rowsAllowed(byDay.left, mask) : byDay.left];
  /** Of a day that a window has but a part of, the rows must be looked at. */
  const look = (from: number, to: number): void => {
    if (from < to && from <= last && to > first) left.push(rowsBetween(date, clocks[0], from, to));
  };
  let day = 0;
  for (const [window, {start, end}] of windows.entries()) {
    const [from, to] = [start[clock], end[clock] > last ? Infinity : end[clock]];
    while (starts[day] < from) day++;
    look(from, Math.min(starts[day], to));
    for (; starts[day + 1] <= to; day++)
      for (let cell = day, state = 0; cell < cells; cell += days, state++) {
        if (!allowed[state]) continue;
        counts[window] += byDay.counts[cell];
        sums?.add(window, byDay.sums[cell]);
      }
    look(Math.max(from, starts[day]), to);
  }
  return left.length > 1 ? Uint32Array.from(new Set(left.flatMap((rows) => [...rows]))).sort() : left[0];
}
