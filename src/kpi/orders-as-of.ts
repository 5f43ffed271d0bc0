import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';

/** The orders with `originalAt`: of a refund that names its order in `refundOf`, when that was ordered, else its own date. */
export function ordersAsOf(table: Table): Table {
  const [ids, originals] = ['id', 'refundOf'].map((name) => columnOf(table, name, 'text'));
  const ordered = columnOf(table, 'orderedAt', 'time');
  if (!ids || !originals || !ordered) return ordered ? {...table, columns: new Map(table.columns).set('originalAt', ordered)} : table;
  const rows = new Map(Array.from(ids.codes, (_, row) => [textAt(ids, row), row]));
  const from = Array.from(originals.codes, (_, row) => rows.get(textAt(originals, row)) ?? row);
  const original: TimeColumn = {
    type: 'time',
    ms: Float64Array.from(from, (row) => ordered.ms[row]),
    wall: Uint8Array.from(from, (row) => ordered.wall[row])
  };
  return {...table, columns: new Map(table.columns).set('originalAt', original)};
}
