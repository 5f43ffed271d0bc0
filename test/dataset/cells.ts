import type {Column, Dataset, ScalarColumn} from '../../src/dataset/create-dataset.js';

function scalar(column: ScalarColumn, row: number): string | number | null {
  switch (column.type) {
    case 'text':
      return column.values[column.codes[row]] ?? null;
    case 'decimal':
      return Number.isNaN(column.units[row]) ? null : column.units[row] / 10 ** column.scale;
    case 'time': {
      if (Number.isNaN(column.ms[row])) return null;
      const iso = new Date(column.ms[row]).toISOString();
      return column.wall[row] ? iso.slice(0, 10) : iso;
    }
  }
}

function cell(column: Column, row: number): unknown {
  if (column.type !== 'list') return scalar(column, row);
  const entries: unknown[] = [];
  for (let entry = column.offsets[row]; entry < column.offsets[row + 1]; entry++) {
    entries.push(Object.fromEntries([...column.fields].map(([field, inner]) => [field, scalar(inner, entry)])));
  }
  return entries;
}

/** A column as plain values, as a reader would write them: wall dates as `2024-01-05`, instants in full. */
export function cells(dataset: Dataset, name: string, table = 'deals'): unknown[] {
  const known = dataset.tables.get(table);
  const column = known?.columns.get(name);
  if (!known || !column) return [];
  return Array.from({length: known.length}, (_, row) => cell(column, row));
}

/** Every column of every table as plain values. */
export function everything(dataset: Dataset): unknown {
  return [...dataset.tables].map(([name, table]) => [
    name,
    table.length,
    [...table.columns.keys()].sort().map((column) => [column, cells(dataset, column, name)])
  ]);
}

/** Issues as `row column reason`. */
export function issues(dataset: Dataset): string[] {
  return dataset.issues.map(({row, column, reason}) => [row, column, reason].filter((part) => part !== undefined).join(' '));
}
