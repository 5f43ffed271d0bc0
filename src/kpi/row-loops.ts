import type {Mask} from './filter.js';

// What goes through many rows is a loop and nothing else, over as few typed arrays as it can be: so it stays fast whatever is asked. It goes without a
// branch where what comes next cannot be foreseen.

/** So few rows at once, and what is worked out of them, stay in the fastest memory. */
export const AT_ONCE = 4096;

/** In place of a window, low enough to stay below 0 whatever is added. */
export const GAP = -(2 ** 30);

/** Room for rows, kept: fresh room for a million rows each time is work for the garbage collector. */
let room = new Uint32Array();

/** The numbers of the first so many rows: one list for all tables, as long as the longest. */
let numbers = new Uint32Array();

export function everyRow(length: number): Uint32Array {
  if (numbers.length < length) numbers = Uint32Array.from({length}, (_, row) => row);
  return numbers.subarray(0, length);
}

/** A list of rows, of which there may be many: an array takes several times as long to grow. */
export function rowList(): {readonly add: (row: number) => void; readonly rows: () => Uint32Array} {
  let rows = new Uint32Array(16);
  let count = 0;
  return {
    add(row) {
      if (count === rows.length) {
        const more = new Uint32Array(2 * count);
        more.set(rows);
        rows = more;
      }
      rows[count++] = row;
    },
    rows: () => rows.subarray(0, count)
  };
}

/** So few at a time: a loop that is called often is compiled as a whole, one that runs long while it runs. */
export function inTurn(length: number, loop: (from: number, to: number) => void): void {
  for (let from = 0; from < length; from += AT_ONCE) loop(from, Math.min(from + AT_ONCE, length));
}

/** Those of the rows that a loop finds: it writes them to the front of some room and says how many they are. */
export function found(all: Uint32Array, find: (rows: Uint32Array, room: Uint32Array) => number): Uint32Array {
  if (room.length < all.length) room = new Uint32Array(all.length);
  let count = 0;
  inTurn(all.length, (from, to) => (count += find(all.subarray(from, to), room.subarray(count))));
  return room.slice(0, count);
}

/** Reads on: the earliest and the latest moment, how many are wall dates, and how many rows have none. */
export function readMoments(ms: Float64Array, wall: Uint8Array, from: number, to: number, read: Float64Array): void {
  let first = read[0];
  let last = read[1];
  let walls = 0;
  let missing = 0;
  for (let row = from; row < to; row++) {
    const at = ms[row];
    if (Number.isNaN(at)) {
      missing++;
      continue;
    }
    if (at < first) first = at;
    if (at > last) last = at;
    walls += wall[row];
  }
  read.set([first, last, read[2] + walls, read[3] + missing]);
}

/** Keeps the rows dated on one of the clocks from a moment up to, not including, another. */
export function keepDated(
  rows: Uint32Array,
  ms: Float64Array,
  wall: Uint8Array,
  clock: number,
  from: number,
  to: number,
  kept: Uint32Array
): number {
  let place = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    kept[place] = row;
    place += Number(ms[row] >= from) & Number(ms[row] < to) & Number(wall[row] === clock);
  }
  return place;
}

/** Keeps the rows without a date. */
export function keepUndated(rows: Uint32Array, ms: Float64Array, kept: Uint32Array): number {
  let place = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    kept[place] = row;
    place += Number(Number.isNaN(ms[row]));
  }
  return place;
}

/**
 * Counts rows that follow each other on each day, and sums their units: `(code + 1) * days + day`. Finds those without a date, or with a value that cannot
 * be added to the others as it stands.
 */
export function addToDays(
  ms: Float64Array,
  starts: Float64Array,
  codes: Int32Array,
  units: Float64Array,
  counts: Float64Array,
  sums: Float64Array,
  rows: Uint32Array,
  room: Uint32Array
): number {
  const days = starts.length - 1;
  const [first, perDay] = [starts[0], days / (starts[days] - starts[0])];
  let left = 0;
  for (let [row, to] = [rows[0], rows[0] + rows.length]; row < to; row++) {
    const at = ms[row];
    if (Number.isNaN(at)) {
      room[left++] = row;
      continue;
    }
    // Whole numbers, which `Math.floor` does not tell the compiler they are.
    let day = ((at - first) * perDay) | 0;
    while (at < starts[day]) day--;
    while (at >= starts[day + 1]) day++;
    const cell = day + (codes[row] + 1) * days;
    const sum = sums[cell] + units[row];
    if (Math.abs(sum) <= Number.MAX_SAFE_INTEGER) {
      counts[cell]++;
      sums[cell] = sum;
    } else room[left++] = row;
  }
  return left;
}

/** Writes the window of each row, of those that lie between the first and the last; one below 0 in a gap. */
export function placeRows(rows: Uint32Array, times: Float64Array, from: Float64Array, to: Float64Array, places: Int32Array): void {
  const last = from.length - 1;
  if (last === 0) places.fill(0);
  // The windows of a series are about as long as each other: a guess is hardly ever far off.
  const length = (from[last] - from[0]) / last;
  for (let index = 0; last > 0 && index < rows.length; index++) {
    const ms = times[rows[index]];
    let place = Math.min(last, Math.floor((ms - from[0]) / length));
    while (ms < from[place]) place--;
    while (place < last && ms >= from[place + 1]) place++;
    places[index] = ms < to[place] ? place : GAP;
  }
}

/** Those of the rows that a mask lets pass, `allowed[code + 1]`: written to the front of `kept`, which may be the rows themselves. */
export function keepAllowed(rows: Uint32Array, codes: Int32Array, allowed: Uint8Array, kept: Uint32Array): number {
  let place = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    kept[place] = row;
    place += allowed[codes[row] + 1];
  }
  return place;
}

export function rowsAllowed(all: Uint32Array, {codes, allowed}: Mask): Uint32Array {
  return found(all, (rows, room) => keepAllowed(rows, codes, allowed, room));
}

/** Moves the cell of each row by what its code stands for: `by[code + 1]`. */
export function moveCells(cells: Int32Array, rows: Uint32Array, codes: Int32Array, by: Int32Array): void {
  for (let index = 0; index < rows.length; index++) cells[index] += by[codes[rows[index]] + 1];
}

/** Puts another cell in the place of each: `by[cell + 1]`. */
export function replaceCells(cells: Int32Array, by: Int32Array): void {
  for (let index = 0; index < cells.length; index++) cells[index] = by[cells[index] + 1];
}

/** Takes the cell (-1) from rows that have entries in a list. */
export function dropWithEntries(cells: Int32Array, rows: Uint32Array, offsets: Uint32Array): void {
  for (let index = 0; index < rows.length; index++) if (offsets[rows[index]] < offsets[rows[index] + 1]) cells[index] = -1;
}

/** The places of the cells, of so many kinds in each group, that are of a wanted kind. */
export function placesOfKinds(cells: Int32Array, kinds: number, isWanted: Uint8Array, places: Uint32Array): number {
  let found = 0;
  for (let index = 0; index < cells.length; index++) {
    places[found] = index;
    const cell = cells[index];
    found += cell < 0 ? 0 : isWanted[cell % kinds];
  }
  return found;
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
  units: Float64Array | undefined,
  missing: number,
  counts: Float64Array,
  sums: Float64Array,
  others: Uint32Array
): number {
  let left = 0;
  for (let index = 0; index < rows.length; index++) {
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
