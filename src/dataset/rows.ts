import type {Column, ScalarColumn, TextColumn} from './column.js';

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

function keepScalar(column: ScalarColumn, rejected: Uint8Array): ScalarColumn {
  const kept = <T extends Values>(values: T): T => values.filter((_, row) => !rejected[row]) as T;
  switch (column.type) {
    case 'text': {
      const values: string[] = [];
      const recoded: number[] = [];
      return {
        type: 'text',
        codes: kept(column.codes).map((code) => (code < 0 ? code : (recoded[code] ??= values.push(column.values[code]) - 1))),
        values
      };
    }
    case 'decimal':
      return {...column, units: kept(column.units)};
    case 'time':
      return {type: 'time', ms: kept(column.ms), wall: kept(column.wall)};
  }
}

/** The column without the rejected rows, and without the words that only they used. */
export function keepRows(column: Column, rejected: Uint8Array): Column {
  if (column.type !== 'list') return keepScalar(column, rejected);
  const {offsets, fields} = column;
  const entries = new Uint8Array(offsets[rejected.length]);
  const starts = [0];
  let kept = 0;
  rejected.forEach((out, row) => {
    if (out) entries.fill(1, offsets[row], offsets[row + 1]);
    else starts.push((kept += offsets[row + 1] - offsets[row]));
  });
  return {
    type: 'list',
    offsets: Uint32Array.from(starts),
    fields: new Map([...fields].map(([field, inner]) => [field, keepScalar(inner, entries)]))
  };
}
