import type {Table} from '../dataset/column.js';
import {columnOf, withColumn, writableTimes} from '../dataset/columns-of.js';
import {remembered} from '../dataset/remembered.js';

/** The customers with `firstStartedAt`: who came back is not new. Any other table is given back as it is. */
export const withFirstStarts = /* @__PURE__ */ remembered((table: Table): Table => {
  if (table.name !== 'customers') return table;
  const periods = columnOf(table, 'periods', 'list');
  const from = periods?.fields.get('from');
  const first = writableTimes(table, 'startedAt');
  const {ms, wall} = first;
  for (let row = 0; periods && from?.type === 'time' && row < table.length; row++) {
    for (let entry = periods.offsets[row]; entry < periods.offsets[row + 1]; entry++) {
      if (!(from.ms[entry] >= ms[row])) [ms[row], wall[row]] = [from.ms[entry], from.wall[entry]];
    }
  }
  return withColumn(table, 'firstStartedAt', first);
});
