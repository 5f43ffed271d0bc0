import type {Mask} from './filter.js';

// What goes through many rows does nothing else, so that it stays fast whatever is asked; and it goes without a branch, since which rows are wanted can
// seldom be foreseen.

/** Room for the rows that may be wanted, kept: fresh room for a million rows each time is work for the garbage collector. */
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

/** Those of the rows that a mask lets pass. */
export function rowsAllowed(rows: Uint32Array, {codes, allowed}: Mask): Uint32Array {
  const wanted = roomFor(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    wanted[count] = rows[index];
    count += allowed[codes[rows[index]] + 1];
  }
  return wanted.slice(0, count);
}

/** The window of each row, of those that lie between the first and the last; -1 in a gap. */
export function placesIn(from: Float64Array, to: Float64Array, rows: Uint32Array, times: Float64Array): Int32Array {
  const places = new Int32Array(rows.length);
  const last = from.length - 1;
  // The windows of a series are about as long as each other: a guess is hardly ever far off.
  const length = (from[last] - from[0]) / last;
  for (let index = 0; last > 0 && index < rows.length; index++) {
    const ms = times[rows[index]];
    let place = Math.min(last, Math.floor((ms - from[0]) / length));
    while (ms < from[place]) place--;
    while (place < last && ms >= from[place + 1]) place++;
    places[index] = ms < to[place] ? place : -1;
  }
  return places;
}
