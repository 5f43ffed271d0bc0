import type {Column, TextColumn} from './column.js';
import {entriesOf} from './columns-of.js';
import type {RowReason} from './dataset.js';

type Values = Int32Array | Float64Array | Uint8Array;

/** What a row holds, as text that only equal rows share. */
function contentOf(columns: Iterable<Column>, row: number): string {
  return JSON.stringify(
    Array.from(columns, (column) =>
      column.type === 'list'
        ? entriesOf(column, row).map((entry) => contentOf(column.fields.values(), entry))
        : column.type === 'text'
          ? column.codes[row]
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
  const first = new Int32Array(ids.codes.length).fill(-1);
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
