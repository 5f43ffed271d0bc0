import type {RowReason} from './dataset.js';
import type {RawTable} from './reading.js';

/** Row objects as columns, in the order in which their keys were first seen. An element that is no object is a broken row. */
export function fromRows(rows: readonly unknown[]): RawTable {
  const {length} = rows;
  const headers: string[] = [];
  const columns: unknown[][] = [];
  const places = new Map<string, number>();
  const broken = new Map<number, RowReason>();
  for (let index = 0; index < length; index++) {
    const row = rows[index];
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      broken.set(index, 'not-a-row');
      continue;
    }
    const cells = row as Readonly<Record<string, unknown>>;
    const keys = Object.keys(cells);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at];
      // Rows mostly repeat the keys of the first in its order.
      let place = headers[at] === key ? at : places.get(key);
      if (place === undefined) {
        place = headers.push(key) - 1;
        places.set(key, place);
        columns.push(new Array<unknown>(length));
      }
      columns[place][index] = cells[key];
    }
  }
  return {headers, columns: columns.map((cells) => (row: number) => cells[row]), length, broken};
}

function isArray(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

/** Named columns, as they are; undefined when a value is none. Where columns end early their rows are broken. NaN in a typed array is a missing value. */
export function fromColumns(table: object): RawTable | undefined {
  const headers = Object.keys(table);
  const columns: unknown[] = Object.values(table);
  if (!columns.every(isArray)) return undefined;
  const lengths = columns.map((cells) => cells.length);
  const length = Math.max(0, ...lengths);
  const broken = new Map<number, RowReason>();
  for (let row = Math.min(length, ...lengths); row < length; row++) broken.set(row, 'too-few-fields');
  return {
    headers,
    columns: columns.map((cells) =>
      Array.isArray(cells) ? (row: number) => cells[row] as unknown : (row: number) => (Number.isNaN(cells[row]) ? null : cells[row])
    ),
    length,
    broken
  };
}
