import type {Mask} from './filter.js';

// What goes through many rows is a loop and nothing else, over as few typed arrays as it can be: so it stays fast whatever is asked. It goes without a
// branch where what comes next cannot be foreseen.

/** So few rows at once, and what is worked out of them, stay in the fastest memory. */
export const AT_ONCE = 4096;

/** In place of a window, low enough to stay below 0 whatever is added. */
export const GAP = -(2 ** 30);

/** Room for rows, kept: fresh room for a million rows each time is work for the garbage collector. */
let room = new Uint32Array();

export function roomFor(length: number): Uint32Array {
  if (room.length < length) room = new Uint32Array(length);
  return room;
}

/** The rows dated on one of the clocks from a moment up to, not including, another. */
export function rowsDated(ms: Float64Array, wall: Uint8Array, clock: number, from: number, to: number): Uint32Array {
  const wanted = roomFor(ms.length);
  let count = 0;
  for (let row = 0; row < ms.length; row++) {
    wanted[count] = row;
    count += Number(ms[row] >= from) & Number(ms[row] < to) & Number(wall[row] === clock);
  }
  return wanted.slice(0, count);
}

/** Writes the window of each row, of those that lie between the first and the last; one below 0 in a gap. */
export function placeRows(
  rows: Uint32Array,
  count: number,
  times: Float64Array,
  from: Float64Array,
  to: Float64Array,
  places: Int32Array
): void {
  const last = from.length - 1;
  if (last === 0) places.fill(0);
  // The windows of a series are about as long as each other: a guess is hardly ever far off.
  const length = (from[last] - from[0]) / last;
  for (let index = 0; last > 0 && index < count; index++) {
    const ms = times[rows[index]];
    let place = Math.min(last, Math.floor((ms - from[0]) / length));
    while (ms < from[place]) place--;
    while (place < last && ms >= from[place + 1]) place++;
    places[index] = ms < to[place] ? place : GAP;
  }
}

/** Those of the rows that a mask lets pass, `allowed[code + 1]`: written to the front of `kept`, which may be the rows themselves. */
export function keepAllowed(rows: Uint32Array, count: number, codes: Int32Array, allowed: Uint8Array, kept: Uint32Array): number {
  let place = 0;
  for (let index = 0; index < count; index++) {
    const row = rows[index];
    kept[place] = row;
    place += allowed[codes[row] + 1];
  }
  return place;
}

export function rowsAllowed(rows: Uint32Array, {codes, allowed}: Mask): Uint32Array {
  const kept = roomFor(rows.length);
  return kept.slice(0, keepAllowed(rows, rows.length, codes, allowed, kept));
}

/** Moves the cell of each row by what its code stands for: `by[code + 1]`. */
export function moveCells(cells: Int32Array, rows: Uint32Array, count: number, codes: Int32Array, by: Int32Array): void {
  for (let index = 0; index < count; index++) cells[index] += by[codes[rows[index]] + 1];
}

/**
 * Counts the rows that have a cell and, if `units` are summed, a value that can be added to the others as it stands: nearly all. Those that are left are
 * written to `others`; they have no cell (-1) from then on.
 *
 * @param missing what a row without a value adds; NaN where that needs another look
 */
export function addToCells(
  rows: Uint32Array,
  cells: Int32Array,
  count: number,
  units: Float64Array | undefined,
  missing: number,
  counts: Float64Array,
  sums: Float64Array,
  others: Uint32Array
): number {
  let left = 0;
  for (let index = 0; index < count; index++) {
    const cell = cells[index];
    const value = units ? units[rows[index]] : 0;
    const sum = cell < 0 ? NaN : sums[cell] + (Number.isNaN(value) ? missing : value);
    if (Math.abs(sum) <= Number.MAX_SAFE_INTEGER) {
      counts[cell]++;
      sums[cell] = sum;
    } else {
      cells[index] = -1;
      others[left++] = rows[index];
    }
  }
  return left;
}
