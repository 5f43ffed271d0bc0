import type {Table, TimeColumn} from '../dataset/column.js';
import type {Dataset} from '../dataset/dataset.js';
import {filterMasks} from './filter.js';
import type {Context, Only} from './query.js';
import {roomFor, rowsAllowed} from './row-loops.js';

interface Kept {
  readonly table: Table;
  readonly key: string;
  readonly only: Only | undefined;
  readonly rows: Uint32Array;
}

const known = new WeakMap<Dataset, Kept[]>();

/** A page shows a few parts of its data at a time, each from many sides. */
const KEPT = 4;

/** The rows that the reader's filter lets pass, found once for all figures that are asked with it; undefined without a filter. */
export function filteredRows(table: Table, context: Context, isOfPeople: boolean): Uint32Array | undefined {
  const {dataset, filter, only} = context;
  if (table.length === 0 || (!only && Object.keys(filter).length === 0)) return undefined;
  const key = JSON.stringify([filter, isOfPeople]);
  const kept = known.get(dataset) ?? [];
  let found = kept.find((one) => one.table === table && one.key === key && one.only === only);
  if (!found) {
    const all = new Uint32Array(table.length);
    for (let row = 0; row < all.length; row++) all[row] = row;
    found = {table, key, only, rows: filterMasks(table, context, isOfPeople).reduce(rowsAllowed, all)};
  }
  known.set(dataset, [found, ...kept.filter((one) => one !== found).slice(0, KEPT - 1)]);
  return found.rows;
}

/** Those of the rows dated on one of the clocks from a moment up to, not including, another. */
export function rowsWithin(rows: Uint32Array, {ms, wall}: TimeColumn, clock: number, from: number, to: number): Uint32Array {
  const wanted = roomFor(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    wanted[count] = row;
    count += Number(ms[row] >= from) & Number(ms[row] < to) & Number(wall[row] === clock);
  }
  return wanted.slice(0, count);
}
