import type {Column, ScalarColumn, TextColumn} from './column.js';
import {textColumn} from './texts.js';

type Values = Int32Array | Float64Array | Uint8Array;

/** The arrays of a scalar column that hold a value a row. */
function rowValues(column: ScalarColumn): Values[] {
  return Object.values(column).filter((part: unknown): part is Values => ArrayBuffer.isView(part));
}

function sameRow(columns: readonly Column[], a: number, b: number): boolean {
  return columns.every((column) => {
    if (column.type !== 'list') return rowValues(column).every((values) => Object.is(values[a], values[b]));
    const [first, second] = [column.offsets[a], column.offsets[b]];
    const size = column.offsets[a + 1] - first;
    if (size !== column.offsets[b + 1] - second) return false;
    const fields = [...column.fields.values()];
    for (let entry = 0; entry < size; entry++) if (!sameRow(fields, first + entry, second + entry)) return false;
    return true;
  });
}

/** Rows that share an id: of equal ones the first stands, of unequal ones none. */
export function rejectDuplicates(
  ids: TextColumn,
  columns: readonly Column[],
  rejected: Uint8Array,
  reject: (row: number, reason: 'duplicate-id' | 'conflicting-id') => void
): void {
  const first = new Int32Array(ids.values.length).fill(-1);
  const again: number[] = [];
  const conflicts = new Set<number>();
  ids.codes.forEach((code, row) => {
    if (code < 0 || rejected[row]) return;
    if (first[code] < 0) first[code] = row;
    else {
      again.push(row);
      if (!sameRow(columns, first[code], row)) conflicts.add(code);
    }
  });
  for (const code of conflicts) reject(first[code], 'conflicting-id');
  for (const row of again) reject(row, conflicts.has(ids.codes[row]) ? 'conflicting-id' : 'duplicate-id');
}

function keepScalar(column: ScalarColumn, rows: readonly number[]): ScalarColumn {
  if (column.type === 'text') return textColumn((index) => column.values[column.codes[rows[index]]], rows.length);
  const pick = (values: ArrayLike<number>): number[] => rows.map((row) => values[row]);
  return column.type === 'decimal'
    ? {...column, units: Float64Array.from(pick(column.units))}
    : {type: 'time', ms: Float64Array.from(pick(column.ms)), wall: Uint8Array.from(pick(column.wall))};
}

/** The column with these rows alone, and without the words that only others used. */
export function keepRows(column: Column, rows: readonly number[]): Column {
  if (column.type !== 'list') return keepScalar(column, rows);
  const entries: number[] = [];
  const offsets = [0];
  for (const row of rows) {
    for (let entry = column.offsets[row]; entry < column.offsets[row + 1]; entry++) entries.push(entry);
    offsets.push(entries.length);
  }
  return {
    type: 'list',
    offsets: Uint32Array.from(offsets),
    fields: new Map([...column.fields].map(([field, inner]) => [field, keepScalar(inner, entries)]))
  };
}
