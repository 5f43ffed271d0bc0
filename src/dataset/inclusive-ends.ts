import type {Column} from './column.js';

const DAY = 86_400_000;

/** The fields that say when something is over. */
const isEnd = (field: string): boolean => /^(endedAt|activeTo|to|end)$/.test(field);

/** A column whose ends are the last days with what they end, told by the first days without. Instants stay: they last no day. */
export function withInclusiveEnd(field: string, column: Column): Column {
  if (column.type === 'time' && isEnd(field)) return {...column, ms: column.ms.map((ms, row) => ms + column.wall[row] * DAY)};
  if (column.type !== 'list') return column;
  const fields = Array.from(column.fields, ([name, entry]) => [name, withInclusiveEnd(name, entry) as typeof entry] as const);
  return {...column, fields: new Map(fields)};
}
