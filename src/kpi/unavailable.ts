import type {Dataset} from '../dataset/dataset.js';
import {catalog, type KpiId} from './catalog.js';
import {lacking} from './evaluate.js';
import type {Defined} from './kpi.js';
import {resolve} from './query.js';

/** The KPIs of the catalog, in their usual variant, that the data cannot give, and what each lacks: tables (`orders`), else columns (`deals.closedAt`). */
export function unavailable(dataset: Dataset): ReadonlyMap<KpiId, readonly string[]> {
  const context = resolve(dataset, {period: 'all'});
  const lacks = catalog.map((kpi: Defined & {readonly id: KpiId}) => [kpi.id, lacking(kpi, context)?.names ?? []] as const);
  return new Map(lacks.filter(([, names]) => names.length > 0));
}
