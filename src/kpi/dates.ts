import type {TimeColumn} from '../dataset/column.js';

/** What is known of a column of dates. */
interface Dates {
  /** The kinds of time in it, as `wall` has them: 0 for instants, 1 for wall dates. */
  readonly clocks: readonly number[];
  /** The rows without a date. */
  readonly undated: Uint32Array;
  /** The rows of the two stretches asked for last: the parts of a ratio, its comparison and the elements of a page ask for the same again. */
  readonly recent: {readonly key: string; readonly rows: Uint32Array}[];
}

const known = new WeakMap<TimeColumn, Dates>();

export function datesOf(column: TimeColumn): Dates {
  let dates = known.get(column);
  if (!dates) known.set(column, (dates = readDates(column)));
  return dates;
}

function readDates({ms, wall}: TimeColumn): Dates {
  const rows = [0, 0];
  let missing = 0;
  for (let row = 0; row < ms.length; row++) {
    if (Number.isNaN(ms[row])) missing++;
    else rows[wall[row]]++;
  }
  const undated = new Uint32Array(missing);
  for (let row = 0, next = 0; next < missing; row++) if (Number.isNaN(ms[row])) undated[next++] = row;
  return {clocks: [0, 1].filter((clock) => rows[clock] > 0), undated, recent: []};
}

/** The rows dated on one of the clocks from a moment up to, not including, another. */
export function rowsBetween(column: TimeColumn, clock: number, from: number, to: number): Uint32Array {
  const {recent} = datesOf(column);
  const key = [clock, from, to].join();
  const found = recent.find((one) => one.key === key) ?? {key, rows: select(column.ms, column.wall, clock, from, to)};
  recent.splice(0, 2, found, ...recent.filter((one) => one !== found).slice(0, 1));
  return found.rows;
}

/** Goes through all rows, so it does nothing else. */
function select(ms: Float64Array, wall: Uint8Array, clock: number, from: number, to: number): Uint32Array {
  const rows = new Uint32Array(ms.length);
  let count = 0;
  for (let row = 0; row < ms.length; row++) if (ms[row] >= from && ms[row] < to && wall[row] === clock) rows[count++] = row;
  return rows.slice(0, count);
}
