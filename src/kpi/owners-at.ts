import type {ListColumn, Table, TextColumn} from '../dataset/column.js';
import {columnOf, textAt, toldColumn, withColumn} from '../dataset/columns-of.js';
import {recalled} from '../dataset/recalled.js';
import {compareTimes} from './elapsed.js';
import {ownersOf} from './people.js';

const recall = /* @__PURE__ */ recalled<Table>();

/**
 * The rows with their owners as of the date that counts them: the last entry of the owner history at or before it, else the owner they have now.
 * A table without such a history is given back as it is.
 */
export function ownersAt(table: Table, dateName: string, zone: string): Table {
  const history = columnOf(table, 'ownerHistory', 'list');
  return history ? recall(table, [dateName, zone], () => withOwners(table, history, dateName, zone)) : table;
}

function withOwners(table: Table, history: ListColumn, dateName: string, zone: string): Table {
  const [date, at] = [columnOf(table, dateName, 'time'), history.fields.get('at')];
  const names = ['ownerId', 'repId'].map((name) => history.fields.get(name) as TextColumn | undefined);
  if (!date || at?.type !== 'time') return table;
  const owners = ownersOf(table);
  const ownerAt = (row: number): string => {
    let last = -1;
    const isBefore = (entry: number) =>
      compareTimes(at, entry, date, row, zone) <= 0 && !(last >= 0 && compareTimes(at, last, at, entry, zone) > 0);
    for (let entry = history.offsets[row]; entry < history.offsets[row + 1]; entry++) if (isBefore(entry)) last = entry;
    return last < 0 ? textAt(owners, row) : (names.map((column) => textAt(column, last)).find(Boolean) ?? '');
  };
  return withColumn(table, 'ownerId', toldColumn(table.length, ownerAt));
}
