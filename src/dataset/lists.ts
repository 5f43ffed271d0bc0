import type {ListColumn, ScalarColumn} from './column.js';
import {plainName} from './headers.js';
import {type Cells, isMissing, type Reading} from './reading.js';
import type {ScalarType} from './schema.js';

/** Reads scalar cells of a type. */
export type ScalarReader = (cells: Cells, length: number, type: ScalarType, reading: Reading) => ScalarColumn;

/** Arrays of entries as flat columns. A cell that is no array is a list of one; an entry that is no object is the first field. */
export function listColumn(
  cells: Cells,
  length: number,
  types: ReadonlyMap<string, ScalarType>,
  reading: Reading,
  readScalars: ScalarReader
): ListColumn {
  const offsets = new Uint32Array(length + 1);
  const flat = new Map([...types.keys()].map((field) => [plainName(field), [] as unknown[]]));
  const sole = types.size === 1 ? flat.values().next().value : undefined;
  const rows: number[] = [];
  for (let index = 0; index < length; index++) {
    const cell = cells(index);
    const entries: unknown[] = Array.isArray(cell) ? cell : isMissing(cell) ? [] : [cell];
    for (const entry of entries) {
      if (typeof entry === 'object' && entry !== null) {
        for (const [name, value] of Object.entries(entry)) {
          const column = flat.get(plainName(name));
          if (column) column[rows.length] = value;
        }
      } else if (sole) sole[rows.length] = entry;
      else {
        reading.reject(index, 'unexpected-value');
        continue;
      }
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
    fields: new Map(
      [...types].map(([field, type]) => [field, readScalars((entry) => flat.get(plainName(field))?.[entry], rows.length, type, own)])
    )
  };
}
