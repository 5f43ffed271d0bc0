import type {Table} from '../dataset/column.js';
import {columnOf, textAt, withColumn} from '../dataset/columns-of.js';
import {gathered} from '../dataset/gathered.js';
import {remembered} from '../dataset/remembered.js';

/** The orders with `originalAt`: of a refund that names its order in `refundOf`, when that was ordered, else its own date. */
export const ordersWithOriginals = /* @__PURE__ */ remembered((table: Table): Table => {
  const [ids, originals] = ['id', 'refundOf'].map((name) => columnOf(table, name, 'text'));
  const ordered = columnOf(table, 'orderedAt', 'time');
  if (!ordered) return table;
  const rows = new Map(Array.from(originals && ids ? ids.codes : [], (_, row) => [textAt(ids, row), row]));
  const from = Array.from(ordered.ms, (_, row) => rows.get(textAt(originals, row)) ?? row);
  return withColumn(table, 'originalAt', gathered(ordered, from));
});
