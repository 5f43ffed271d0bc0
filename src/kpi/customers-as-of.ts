import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';

/** The customers with `firstStartedAt`: who came back is not new. */
export function customersAsOf(table: Table): Table {
  const started = columnOf(table, 'startedAt', 'time');
  const periods = columnOf(table, 'periods', 'list');
  const from = periods?.fields.get('from');
  const ms = Float64Array.from({length: table.length}, (_, row) => started?.ms[row] ?? NaN);
  const wall = Uint8Array.from({length: table.length}, (_, row) => started?.wall[row] ?? 1);
  for (let row = 0; periods && from?.type === 'time' && row < table.length; row++) {
    for (let entry = periods.offsets[row]; entry < periods.offsets[row + 1]; entry++) {
      if (!(from.ms[entry] >= ms[row])) [ms[row], wall[row]] = [from.ms[entry], from.wall[entry]];
    }
  }
  const first: TimeColumn = {type: 'time', ms, wall};
  return {...table, columns: new Map(table.columns).set('firstStartedAt', first)};
}
