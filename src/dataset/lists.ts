import type {ListColumn, ScalarColumn} from './column.js';
import {plainName} from './headers.js';
import {type Cells, isMissing, type Reading} from './reading.js';
import type {ScalarType} from './schema.js';

/** Reads scalar cells of a type. */
export type ScalarReader = (cells: Cells, length: number, type: ScalarType, reading: Reading) => ScalarColumn;

/** Arrays of entries as flat columns. A cell that is no array is a list of one; where entries have one field they may be that alone. */
export function listColumn(
  cells: Cells,
  length: number,
  types: ReadonlyMap<string, ScalarType>,
  reading: Reading,
  readScalars: ScalarReader
): ListColumn {
  const offsets = new Uint32Array(length + 1);
  const names = [...types.keys()];
  const flat = names.map((): unknown[] => []);
  const places = new Map<string, number>();
  const rows: number[] = [];

  /** Adds an entry; false when it has none of the fields. */
  function add(entry: unknown): boolean {
    if (typeof entry !== 'object' || entry === null) {
      flat[0][rows.length] = entry;
      return names.length === 1;
    }
    let known = false;
    for (const [name, value] of Object.entries(entry)) {
      let place = places.get(name);
      if (place === undefined) {
        place = names.findIndex((field) => plainName(field) === plainName(name));
        places.set(name, place);
      }
      if (place < 0) continue;
      flat[place][rows.length] = value;
      known = true;
    }
    return known;
  }

  for (let index = 0; index < length; index++) {
    const cell = cells(index);
    const entries: unknown[] = Array.isArray(cell) ? cell : isMissing(cell) ? [] : [cell];
    for (const entry of entries) {
      if (!add(entry)) reading.reject(index, 'unexpected-value');
      rows.push(index);
    }
    offsets[index + 1] = rows.length;
  }
  const own: Reading = {
    ...reading,
    reject: (index, reason) => {
      reading.reject(rows[index], reason);
    }
  };
  return {
    type: 'list',
    offsets,
    fields: new Map([...types].map(([field, type], place) => [field, readScalars((entry) => flat[place][entry], rows.length, type, own)]))
  };
}
