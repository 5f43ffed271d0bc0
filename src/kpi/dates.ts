import type {TimeColumn} from '../dataset/column.js';
import {recalled} from '../dataset/recalled.js';
import {remembered} from '../dataset/remembered.js';
import {everyRow, found, inTurn, keepDated, keepUndated, readMoments} from './row-loops.js';

/** What is known of a column of dates. */
interface Dates {
  /** The earliest and the latest; of none, `first` lies behind `last`. */
  readonly first: number;
  readonly last: number;
  /** The kinds of time in it, as `wall` has them: 0 for instants, 1 for wall dates. */
  readonly clocks: readonly number[];
  /** How many rows have no date. */
  readonly missing: number;
}

export const datesOf = /* @__PURE__ */ remembered(({ms, wall}: TimeColumn): Dates => {
  const read = Float64Array.of(Infinity, -Infinity, 0, 0);
  inTurn(ms.length, (from, to) => readMoments(ms, wall, from, to, read));
  const [first, last, walls, missing] = read;
  return {first, last, clocks: [0, 1].filter((clock) => (clock ? walls > 0 : walls + missing < ms.length)), missing};
});

/** The rows without a date. */
export const undatedIn = /* @__PURE__ */ remembered((column: TimeColumn) => {
  const {ms} = column;
  return found(everyRow(datesOf(column).missing && ms.length), (rows, room) => keepUndated(rows, ms, room));
});

const recall = /* @__PURE__ */ recalled<Uint32Array>();

/** The rows dated on one of the clocks from a moment up to, not including, another: the parts of a ratio and the elements of a page ask for the same. */
export function rowsBetween(column: TimeColumn, clock: number, from: number, to: number): Uint32Array {
  const {ms, wall} = column;
  return recall(column, [clock, from, to], () =>
    found(everyRow(ms.length), (rows, room) => keepDated(rows, ms, wall, clock, from, to, room))
  );
}
