import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {followed, scopeOf} from './funnel-query.js';
import type {FunnelQuery} from './funnel-query.js';
import {tally} from './funnel-tally.js';
import {whole} from './groups.js';
import {resolve} from './query.js';
import type {Only} from './query.js';

/** The records that count at a stage, or at any, found by following all once more. */
export function stageRecords(given: Dataset, query: FunnelQuery, stage?: string): Only {
  const dataset = followed(given, query);
  const table = dataset.tables.get('deals');
  const ids = new Set<string>();
  const column = columnOf(table, 'id', 'text');
  if (table)
    tally(table, resolve(dataset, scopeOf(query)), query, whole, (row, stages) => {
      if (stages.some(({id}) => stage === undefined || id === stage)) ids.add(textAt(column, row));
    });
  return {table: query.table ?? 'deals', ids};
}
