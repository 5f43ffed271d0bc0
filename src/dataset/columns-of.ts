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

/** The places of a row's entries in the fields of a list. */
export function entriesOf(list: ListColumn | undefined, row: number): number[] {
  const entries: number[] = [];
  for (let entry = list?.offsets[row] ?? 0; entry < (list?.offsets[row + 1] ?? 0); entry++) entries.push(entry);
  return entries;
}

/** The latest of a row's entries that are wanted; of two at once the one that stands behind. */
export function latestEntry(
  list: ListColumn | undefined,
  row: number,
  {ms}: TimeColumn,
  isWanted: (entry: number) => boolean = () => true
): number | undefined {
  return entriesOf(list, row)
    .filter((entry) => !Number.isNaN(ms[entry]) && isWanted(entry))
    .sort((a, b) => ms[a] - ms[b])
    .at(-1);
}

/** The text of a row; empty when it is missing. */
export function textAt(column: TextColumn | undefined, row: number): string {
  return column?.values[column.codes[row] ?? -1] ?? '';
}
