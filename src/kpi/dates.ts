import type {TimeColumn} from '../dataset/column.js';
import {remembered} from '../dataset/remembered.js';
import {roomFor, rowsDated} from './row-loops.js';

/** What is known of a column of dates. */
interface Dates {
  /** The earliest and the latest; of none, `first` lies behind `last`. */
  readonly first: number;
  readonly last: number;
  /** The kinds of time in it, as `wall` has them: 0 for instants, 1 for wall dates. */
  readonly clocks: readonly number[];
  /** The rows without a date. */
  readonly undated: Uint32Array;
  /** The rows of the few stretches asked for last: the parts of a ratio, its comparison and the elements of a page ask for the same again. */
  readonly recent: {readonly key: string; readonly rows: Uint32Array}[];
}

const KEPT = 4;

export const datesOf = /* @__PURE__ */ remembered(readDates);

function readDates({ms, wall}: TimeColumn): Dates {
  let [first, last, walls, missing] = [Infinity, -Infinity, 0, 0];
  const undated = roomFor(ms.length);
  for (let row = 0; row < ms.length; row++) {
    const at = ms[row];
    if (at < first) first = at;
    if (at > last) last = at;
    const isMissing = Number(Number.isNaN(at));
    walls += wall[row] & (1 - isMissing);
    undated[missing] = row;
    missing += isMissing;
  }
  const clocks = [0, 1].filter((clock) => (clock ? walls > 0 : walls + missing < ms.length));
  return {first, last, clocks, undated: undated.slice(0, missing), recent: []};
}

/** The rows dated on one of the clocks from a moment up to, not including, another. */
export function rowsBetween(column: TimeColumn, clock: number, from: number, to: number): Uint32Array {
  const {recent} = datesOf(column);
  const key = [clock, from, to].join();
  const found = recent.find((one) => one.key === key) ?? {key, rows: rowsDated(column.ms, column.wall, clock, from, to)};
  recent.splice(0, KEPT, found, ...recent.filter((one) => one !== found).slice(0, KEPT - 1));
  return found.rows;
}
