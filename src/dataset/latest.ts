import type {Table} from './column.js';

/** The latest moment in any date column of a table that is not after `limit`; undefined without one. */
export function latestIn(table: Table | undefined, limit: number): number | undefined {
  let latest = -Infinity;
  for (const column of table?.columns.values() ?? []) {
    if (column.type !== 'time') continue;
    for (const ms of column.ms) if (ms > latest && ms <= limit) latest = ms;
  }
  return latest === -Infinity ? undefined : latest;
}
