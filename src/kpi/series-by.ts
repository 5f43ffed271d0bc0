import type {Dataset} from '../dataset/dataset.js';
import {breakdown} from './evaluate.js';
import {toNumber} from './fraction.js';
import {groupsBy, refuseReps} from './groups.js';
import {withVariant} from './kpi.js';
import type {Defined, Kpi} from './kpi.js';
import {largest} from './largest.js';
import {toResult} from './measure.js';
import {resolve} from './query.js';
import type {Result} from './result.js';
import {cutOf, extent} from './series.js';
import type {SeriesQuery} from './series.js';

export interface SeriesByQuery<K = string | Kpi> extends SeriesQuery<K> {
  /** `rep`, `team`, `region`, `manager` of the owner, or a column of the KPI's table. */
  readonly by: string;
}

/** One group of a series broken down, in the places of the series' own buckets. */
export interface SeriesGroup {
  /** Null for all the others together, whom nobody owns among them. */
  readonly id: string | null;
  readonly name: string;
  readonly buckets: readonly Result[];
}

/**
 * A KPI bucket by bucket for each of the largest five groups, the largest first, and for all others together: of sums by amount, of rates and
 * durations by cases. The others are a figure of their own rows, never a sum or mean of groups; of a formula there is none.
 */
export function seriesBy(dataset: Dataset, query: SeriesByQuery<Defined>): readonly SeriesGroup[] {
  const kpi = {...withVariant(query.kpi, query.variant), per: undefined} as Defined;
  const context = resolve(dataset, query);
  const table = dataset.tables.get(kpi.table);
  if (!table) return [];
  const groups = groupsBy(query.by, table, context);
  refuseReps(kpi, groups);
  const sizes = breakdown(kpi, context, [context.window], groups).map(([{value, n}]) =>
    kpi.unit === 'currency' || kpi.unit === 'count' ? (value ? toNumber(value) : 0) : n
  );
  const merged = largest(groups, sizes);
  const {from, to, grain} = extent(kpi, context, query.grain);
  const windows = cutOf(from, to, grain, context).map(({window}) => window);
  const all = breakdown(kpi, context, windows, merged).map((figures, place): SeriesGroup => {
    const {id, name} = merged.labels[place];
    return {
      id: place === 0 ? null : id,
      name,
      buckets: figures.map((figure, index) => toResult(kpi, figure, windows[index], context))
    };
  });
  const [others, ...named] = all;
  const hasOthers = kpi.kind !== 'formula' && others.buckets.some(({n, value}) => n > 0 || value);
  return hasOthers ? [...named, others] : named;
}
