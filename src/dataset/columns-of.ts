import type {DecimalColumn, ListColumn, Table, TextColumn, TimeColumn} from './column.js';

interface ColumnTypes {
  text: TextColumn;
  decimal: DecimalColumn;
  time: TimeColumn;
  list: ListColumn;
}

/** A column by name, if the table has it and it is of that type. */
export function columnOf<T extends keyof ColumnTypes>(table: Table | undefined, name: string, type: T): ColumnTypes[T] | undefined {
  const column = table?.columns.get(name);
  return column?.type === type ? (column as ColumnTypes[T]) : undefined;
}

/** The text of a row; empty when it is missing. */
export function textAt(column: TextColumn | undefined, row: number): string {
  return column?.values[column.codes[row] ?? -1] ?? '';
}
