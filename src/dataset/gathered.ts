import type {Column, ListColumn, ScalarColumn} from './column.js';
import {entriesOf} from './columns-of.js';
import {lazyText} from './texts.js';

type Values = Int32Array | Float64Array | Uint8Array;

/** The rows of a column that are named, in that order, and of its words those that they use. */
export function gathered(column: Column, rows: ArrayLike<number>): Column {
  return column.type === 'list' ? gatheredList(column, rows) : gatheredScalar(column, rows);
}

function gatheredScalar(column: ScalarColumn, rows: ArrayLike<number>): ScalarColumn {
  if (column.type !== 'text') {
    const parts = Object.entries(column).map(([name, part]: [string, unknown]) => [
      name,
      ArrayBuffer.isView(part) ? pick(part as Values, rows) : part
    ]);
    return Object.fromEntries(parts) as ScalarColumn;
  }
  const codes = pick(column.codes, rows);
  const used: number[] = [];
  const places: number[] = [];
  codes.forEach((code, row) => {
    if (code >= 0) codes[row] = places[code] ??= used.push(code) - 1;
  });
  return lazyText(codes, () => used.map((code) => column.values[code]));
}

function pick<V extends Values>(values: V, rows: ArrayLike<number>): V {
  const picked = new (values.constructor as new (length: number) => V)(rows.length);
  for (let index = 0; index < rows.length; index++) picked[index] = values[rows[index]];
  return picked;
}

function gatheredList(list: ListColumn, rows: ArrayLike<number>): ListColumn {
  const offsets = new Uint32Array(rows.length + 1);
  const entries: number[] = [];
  for (let index = 0; index < rows.length; index++) offsets[index + 1] = entries.push(...entriesOf(list, rows[index]));
  return {
    type: 'list',
    offsets,
    fields: new Map(Array.from(list.fields, ([name, field]) => [name, gatheredScalar(field, entries)]))
  };
}
