import type {RowReason} from './dataset.js';
import type {RawTable} from './reading.js';

/** A table that was read into columns before, among what else an input holds. */
export class ScannedTable {
  readonly raw: RawTable;

  constructor(raw: RawTable) {
    this.raw = raw;
  }
}

/** A table of any shape; undefined when the value is none. */
export function rawTable(value: unknown): RawTable | undefined {
  if (value instanceof ScannedTable) return value.raw;
  return Array.isArray(value) ? fromRows(value) : typeof value === 'object' && value ? fromColumns(value) : undefined;
}

/** Row objects as columns, in the order in which their keys were first seen. An element that is no object is a broken row. */
function fromRows(rows: readonly unknown[]): RawTable {
  const headers: string[] = [];
  const columns: unknown[][] = [];
  const known = new Map<string, number>();
  const places: number[] = [];
  const broken = new Map<number, RowReason>();
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row];
    if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) {
      broken.set(row, 'not-a-row');
      continue;
    }
    const index = places.push(row) - 1;
    const keys = Object.keys(cells);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at];
      // Rows mostly repeat the keys of the first in its order.
      let column = headers[at] === key ? at : known.get(key);
      if (column === undefined) {
        column = headers.push(key) - 1;
        known.set(key, column);
        columns.push(new Array<unknown>(rows.length));
      }
      columns[column][index] = (cells as Readonly<Record<string, unknown>>)[key];
    }
  }
  return {headers, columns: columns.map((column) => (index: number) => column[index]), places, broken};
}

function isArray(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

/** Named columns, as they are; undefined when a value is none. Where columns end early their rows are broken. NaN in a typed array, which can say it no other way, is a missing value. */
function fromColumns(table: object): RawTable | undefined {
  const headers = Object.keys(table);
  const columns: unknown[] = Object.values(table);
  if (!columns.every(isArray)) return undefined;
  const lengths = columns.map((cells) => cells.length).sort((a, b) => a - b);
  const [least = 0] = lengths;
  const broken = new Map<number, RowReason>();
  for (let row = least; row < (lengths.at(-1) ?? 0); row++) broken.set(row, 'too-few-fields');
  return {
    headers,
    columns: columns.map((cells) => (row: number) => (!Array.isArray(cells) && Number.isNaN(cells[row]) ? null : cells[row])),
    places: Array.from({length: least}, (_, row) => row),
    broken
  };
}
