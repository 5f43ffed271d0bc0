import type {Dataset} from '../dataset/dataset.js';
import {funnelsIn} from './funnel.js';
import type {Funnel} from './funnel.js';
import type {FunnelQuery} from './funnel-query.js';
import {groupsBy} from './groups.js';
import type {GroupLabel} from './groups.js';
import {largest} from './largest.js';

/** The funnel of one group. */
export interface FunnelGroup extends Funnel {
  /** Null for all the others together, whom nobody owns among them. */
  readonly id: string | null;
  readonly name: string;
}

/**
 * A funnel for each of the largest five groups, the largest first, and for all others together: by `rep`, `team`, `region` or `manager` of the owner, or
 * by a column of the table. Their deals add up to those of `funnel`.
 *
 * @throws RangeError as `funnel` does, and `unknown breakdown: x`
 */
export function funnelBy(dataset: Dataset, query: FunnelQuery & {readonly by: string}): readonly FunnelGroup[] {
  const sizes = funnelsIn(dataset, {...query, compare: 'none'}, (table, context) => groupsBy(query.by, table, context)).map(({n}) => n);
  let labels: readonly GroupLabel[] = [];
  const shown = funnelsIn(dataset, query, (table, context) => {
    const groups = largest(groupsBy(query.by, table, context), sizes);
    ({labels} = groups);
    return groups;
  }).map((one, place): FunnelGroup => ({...one, id: place === 0 ? null : labels[place].id, name: labels[place].name}));
  const [others, ...named] = shown;
  return others.n > 0 ? [...named, others] : named;
}
