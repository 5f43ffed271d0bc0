import type {TimeColumn} from './column.js';

export interface Extent {
  readonly first: number;
  readonly last: number;
}

const known = new WeakMap<TimeColumn, Extent>();

/** The earliest and the latest moment of a column; of none, `first` lies behind `last`. */
export function extentOf(column: TimeColumn): Extent {
  let extent = known.get(column);
  if (!extent) {
    let [first, last] = [Infinity, -Infinity];
    for (const ms of column.ms) {
      if (ms < first) first = ms;
      if (ms > last) last = ms;
    }
    known.set(column, (extent = {first, last}));
  }
  return extent;
}
