import type {Table} from '../dataset/column.js';
import {recalled} from '../dataset/recalled.js';
import {filterMasks} from './filter.js';
import type {Context} from './query.js';
import {everyRow, rowsAllowed} from './row-loops.js';

const recall = /* @__PURE__ */ recalled<Uint32Array>();

/** The rows that the reader's filter lets pass, found once for all figures that are asked with it; undefined without a filter. */
export function filteredRows(table: Table, context: Context, isOfPeople: boolean): Uint32Array | undefined {
  const {dataset, filter, only} = context;
  if (table.length === 0 || (!only && Object.keys(filter).length === 0)) return undefined;
  const find = () => filterMasks(table, context, isOfPeople).reduce(rowsAllowed, everyRow(table.length));
  return recall(dataset, [table, JSON.stringify(filter), isOfPeople, only], find);
}
