import type {Column, DecimalColumn, ListColumn, Table, TextColumn, TimeColumn} from './column.js';

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

/** The table with another column, or with that in place of its own. */
export function withColumn(table: Table, name: string, column: Column): Table {
  return {...table, columns: new Map(table.columns).set(name, column)};
}

/** A column of what is told of each row, of which nothing is a missing value. */
export function toldColumn(length: number, tell: (row: number) => string | undefined): TextColumn {
  const places = new Map<string, number>();
  const codes = Int32Array.from({length}, (_, row) => {
    const text = tell(row);
    if (!text) return -1;
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  });
  return {type: 'text', codes, values: [...places.keys()]};
}

/** The times of a column, to be written over; none yet where the table has no such column. */
export function writableTimes(table: Table, name: string): TimeColumn {
  const column = columnOf(table, name, 'time');
  return {
    type: 'time',
    ms: column?.ms.slice() ?? new Float64Array(table.length).fill(NaN),
    wall: column?.wall.slice() ?? new Uint8Array(table.length)
  };
}

/** What the entries of the rows say, each with its time: the stages that a deal came through. */
export interface History {
  readonly offsets: Uint32Array;
  readonly said: TextColumn;
  readonly at: TimeColumn;
}

/** A list by name, and the field in which its entries say it; undefined when the table has none that is dated. */
export function historyOf(table: Table, name: string, field: string): History | undefined {
  const list = columnOf(table, name, 'list');
  const [said, at] = [list?.fields.get(field), list?.fields.get('at')];
  return list && said?.type === 'text' && at?.type === 'time' ? {offsets: list.offsets, said, at} : undefined;
}

/** The places of a row's entries in the fields of a list. */
export function entriesOf(list: Pick<ListColumn, 'offsets'> | undefined, row: number): number[] {
  const entries: number[] = [];
  for (let entry = list?.offsets[row] ?? 0; entry < (list?.offsets[row + 1] ?? 0); entry++) entries.push(entry);
  return entries;
}

/** The latest of a row's entries that are wanted; of two at once the one that stands behind. */
export function latestEntry(
  list: Pick<ListColumn, 'offsets'> | undefined,
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
