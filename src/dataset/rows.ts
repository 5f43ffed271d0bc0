import type {Column, ScalarColumn, TextColumn} from './column.js';
import type {RowReason} from './dataset.js';
import {textColumn} from './texts.js';

type Values = Int32Array | Float64Array | Uint8Array;

/** What a row holds, as text that only equal rows share. */
function contentOf(columns: Iterable<Column>, row: number): string {
  return JSON.stringify(
    Array.from(columns, (column) =>
      column.type === 'list'
        ? Array.from({length: column.offsets[row + 1] - column.offsets[row]}, (_, entry) =>
            contentOf(column.fields.values(), column.offsets[row] + entry)
          )
        : Object.values(column).map((part: unknown) => (ArrayBuffer.isView(part) ? (part as Values)[row] : 0))
    )
  );
}

/** Rows without an id are left out; of those that share one the first stands when they are equal, else none. */
export function rejectDuplicates(
  ids: TextColumn,
  columns: ReadonlyMap<string, Column>,
  rejected: Uint8Array,
  reject: (row: number, reason: RowReason) => void
): void {
  const first = new Int32Array(ids.values.length).fill(-1);
  const again: number[] = [];
  const conflicts = new Set<number>();
  ids.codes.forEach((code, row) => {
    if (code < 0) reject(row, 'missing-id');
    if (rejected[row]) return;
    const same = first[code];
    if (same < 0) first[code] = row;
    else {
      again.push(row);
      if (contentOf(columns.values(), same) !== contentOf(columns.values(), row)) conflicts.add(code);
    }
  });
  for (const code of conflicts) reject(first[code], 'conflicting-id');
  for (const row of again) reject(row, conflicts.has(ids.codes[row]) ? 'conflicting-id' : 'duplicate-id');
}

function keepScalar(column: ScalarColumn, rejected: ArrayLike<number>): ScalarColumn {
  const parts = Object.entries(column).map(([name, part]: [string, unknown]) => [
    name,
    ArrayBuffer.isView(part) ? (part as Values).filter((_, row) => !rejected[row]) : part
  ]);
  const kept = Object.fromEntries(parts) as ScalarColumn;
  return kept.type === 'text' ? textColumn((row) => kept.values[kept.codes[row]], kept.codes.length) : kept;
}

/** The column without the rejected rows, and without the words that only they used. */
export function keepRows(column: Column, rejected: Uint8Array): Column {
  if (column.type !== 'list') return keepScalar(column, rejected);
  const entries: number[] = [];
  const offsets = [0];
  let length = 0;
  rejected.forEach((gone, row) => {
    const size = column.offsets[row + 1] - column.offsets[row];
    for (let entry = 0; entry < size; entry++) entries.push(gone);
    if (!gone) offsets.push((length += size));
  });
  return {
    type: 'list',
    offsets: Uint32Array.from(offsets),
    fields: new Map(Array.from(column.fields, ([field, inner]) => [field, keepScalar(inner, entries)]))
  };
}
