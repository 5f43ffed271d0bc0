import type {Column, ScalarColumn, TextColumn} from './column.js';
import {entriesOf} from './columns-of.js';
import type {RowReason} from './dataset.js';
import {lazyText} from './texts.js';

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

/** The words in the order in which the rows that stay use them. */
function keepText(column: TextColumn, rejected: ArrayLike<number>): TextColumn {
  const codes = column.codes.filter((_, row) => !rejected[row]);
  const used: number[] = [];
  const places: number[] = [];
  codes.forEach((code, row) => {
    if (code >= 0) codes[row] = places[code] ??= used.push(code) - 1;
  });
  return lazyText(codes, () => used.map((code) => column.values[code]));
}

function keepScalar(column: ScalarColumn, rejected: ArrayLike<number>): ScalarColumn {
  if (column.type === 'text') return keepText(column, rejected);
  const parts = Object.entries(column).map(([name, part]: [string, unknown]) => [
    name,
    ArrayBuffer.isView(part) ? (part as Values).filter((_, row) => !rejected[row]) : part
  ]);
  return Object.fromEntries(parts) as ScalarColumn;
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
