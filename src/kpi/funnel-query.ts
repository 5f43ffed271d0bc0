import type {Compare} from '../calendar/window.js';
import type {Table} from '../dataset/column.js';
import type {Dataset} from '../dataset/dataset.js';
import type {Stage} from '../dataset/settings.js';
import {outcomeIn} from '../dataset/status.js';
import type {Part} from './kpi.js';
import {LEAD_STAGES, leadsAsDeals} from './lead-deals.js';
import type {Scope} from './query.js';
import {stagesIn} from './stages.js';

/**
 * How a deal counts at a stage. `reached`: its furthest stage is that one or a later one. `touched`: it entered it. `strict`: it entered it and all
 * before it. `snapshot`: it is open and stands there at the as-of, whenever it was created. `throughput`: it entered it in the period, whenever it was
 * created; that mixes cohorts and is no conversion.
 */
export type FunnelMode = 'reached' | 'touched' | 'strict' | 'snapshot' | 'throughput';

export interface FunnelQuery extends Scope {
  /** Default `reached`. */
  readonly mode?: FunnelMode;
  /** Which deals are followed: those created in the period (default), or those that entered the first stage in it. */
  readonly cohortBy?: 'created' | 'first-stage';
  /** In the order of selling; default the settings', else told from the data. `closed` stands for every decided deal. */
  readonly stages?: readonly (string | Stage)[];
  /** `leads` go from new over contacted to converted, unless disqualified. Default `deals`. */
  readonly table?: 'deals' | 'leads';
  /** With which cohort besides, seen when it was as old as this one is now. Default `none`; a snapshot has none. */
  readonly compare?: Compare;
  /** Days that a deal is given: of the open ones, how many are `young` and had fewer by the as-of. */
  readonly maturity?: number;
  /** `amount` says how many deals have none. Both measures are there always. */
  readonly measure?: 'count' | 'amount';
}

/** The pipeline has no period: every deal that exists at the as-of. Leads are asked for as the deals that they are here. */
export function scopeOf(query: FunnelQuery): FunnelQuery {
  const {table, only} = query;
  if (only && only.table !== (table ?? 'deals')) throw new RangeError(`unknown filter: records of ${only.table}`);
  return {...query, ...(query.mode === 'snapshot' && {period: 'all'}), ...(only && table === 'leads' && {only: {...only, table: 'deals'}})};
}

/** The deals that a funnel follows: the leads are deals of their own kind. */
export function followed(dataset: Dataset, query: FunnelQuery): Dataset {
  return query.table === 'leads' ? leadsAsDeals(dataset) : dataset;
}

/** Leads may be marked as none. */
export function partOf({table}: FunnelQuery): Part {
  return table === 'leads' ? {except: {excluded: 'true'}} : {};
}

/** The stages that the query or the settings name, if any does. */
export function stagesAsked({settings}: Dataset, {stages, table}: FunnelQuery): readonly (string | Stage)[] | undefined {
  return table === 'leads' ? LEAD_STAGES : (stages ?? settings.stages);
}

/** The stages asked for, else those that the data names, each with the outcome it stands for. */
export function funnelStages(table: Table, given: readonly (string | Stage)[] | undefined): Stage[] {
  return (given ?? stagesIn(table)).map((stage) => {
    const named: Stage = typeof stage === 'string' ? {id: stage} : stage;
    return {...named, outcome: named.outcome ?? outcomeIn(named.id)};
  });
}
