import type {Column, ListColumn, ScalarColumn, TextColumn} from './column.js';

function sameScalar(column: ScalarColumn, a: number, b: number): boolean {
  switch (column.type) {
    case 'text':
      return column.codes[a] === column.codes[b];
    case 'decimal':
      return Object.is(column.units[a], column.units[b]);
    case 'time':
      return Object.is(column.ms[a], column.ms[b]) && column.wall[a] === column.wall[b];
  }
}

function sameList({offsets, fields}: ListColumn, a: number, b: number): boolean {
  const size = offsets[a + 1] - offsets[a];
  if (size !== offsets[b + 1] - offsets[b]) return false;
  for (const column of fields.values())
    for (let entry = 0; entry < size; entry++) if (!sameScalar(column, offsets[a] + entry, offsets[b] + entry)) return false;
  return true;
}

function sameRow(columns: Iterable<Column>, a: number, b: number): boolean {
  for (const column of columns) if (!(column.type === 'list' ? sameList(column, a, b) : sameScalar(column, a, b))) return false;
  return true;
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

function pick<T extends Float64Array | Uint8Array>(from: T, to: T, rows: Uint32Array): T {
  rows.forEach((row, index) => {
    to[index] = from[row];
  });
  return to;
}

function keepScalar(column: ScalarColumn, rows: Uint32Array): ScalarColumn {
  const {length} = rows;
  switch (column.type) {
    case 'text': {
      const values: string[] = [];
      const recoded = new Int32Array(column.values.length).fill(-1);
      const codes = Int32Array.from(rows, (row) => {
        const code = column.codes[row];
        if (code < 0) return -1;
        if (recoded[code] < 0) recoded[code] = values.push(column.values[code]) - 1;
        return recoded[code];
      });
      return {type: 'text', codes, values};
    }
    case 'decimal':
      return {...column, units: pick(column.units, new Float64Array(length), rows)};
    case 'time':
      return {type: 'time', ms: pick(column.ms, new Float64Array(length), rows), wall: pick(column.wall, new Uint8Array(length), rows)};
  }
}

/** The column with these rows alone, and no word that only others used. */
export function keepRows(column: Column, rows: Uint32Array): Column {
  if (column.type !== 'list') return keepScalar(column, rows);
  const entries: number[] = [];
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, index) => {
    for (let entry = column.offsets[row]; entry < column.offsets[row + 1]; entry++) entries.push(entry);
    offsets[index + 1] = entries.length;
  });
  const kept = Uint32Array.from(entries);
  return {type: 'list', offsets, fields: new Map([...column.fields].map(([field, inner]) => [field, keepScalar(inner, kept)]))};
}
