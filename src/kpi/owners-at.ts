import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf, withColumn} from '../dataset/columns-of.js';
import {remembered} from '../dataset/remembered.js';
import {compareTimes} from './elapsed.js';
import {ownersOf} from './people.js';

const known = /* @__PURE__ */ remembered((_: Table) => new Map<string, Table>());

/**
 * The rows with their owners as of the date that counts them: the last entry of the owner history at or before it, else the owner they have now.
 * A table without such a history is given back as it is.
 */
export function ownersAt(table: Table, dateName: string, zone: string): Table {
  const history = columnOf(table, 'ownerHistory', 'list');
  if (!history) return table;
  const byDate = known(table);
  const key = `${dateName} ${zone}`;
  let owned = byDate.get(key);
  if (!owned) byDate.set(key, (owned = withOwners(table, dateName, zone)));
  return owned;
}

function withOwners(table: Table, dateName: string, zone: string): Table {
  const history = columnOf(table, 'ownerHistory', 'list');
  const [date, at] = [columnOf(table, dateName, 'time'), history?.fields.get('at')];
  const names = ['ownerId', 'repId'].map((name) => history?.fields.get(name));
  if (!history || !date || at?.type !== 'time') return table;
  const owners = ownersOf(table);
  const values = [...new Set([owners, ...names].flatMap((column) => (column?.type === 'text' ? column.values : [])))];
  const places = new Map(values.map((value, place) => [value, place]));
  const placeAt = (column: TextColumn, index: number) => places.get(column.values[column.codes[index]]) ?? -1;
  const codes = Int32Array.from({length: table.length}, (_, row) => {
    let last = -1;
    const isBefore = (entry: number) =>
      compareTimes(at, entry, date, row, zone) <= 0 && !(last >= 0 && compareTimes(at, last, at, entry, zone) > 0);
    for (let entry = history.offsets[row]; entry < history.offsets[row + 1]; entry++) if (isBefore(entry)) last = entry;
    const then = last < 0 ? undefined : names.find((column) => column?.type === 'text' && column.codes[last] >= 0);
    if (last >= 0) return then?.type === 'text' ? placeAt(then, last) : -1;
    return owners ? placeAt(owners, row) : -1;
  });
  return withColumn(table, 'ownerId', {type: 'text', codes, values});
}
