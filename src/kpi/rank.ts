import type {Dataset} from '../dataset/dataset.js';
import {isActive} from './active-reps.js';
import {lookAt} from './evaluate.js';
import {groupsBy, refuseReps, whole} from './groups.js';
import type {GroupLabel} from './groups.js';
import {isSum, withVariant} from './kpi.js';
import type {Defined, Kpi} from './kpi.js';
import {changeOf, compareFigures, compared, measureIn, toResult} from './measure.js';
import {resolve} from './query.js';
import type {Context, Query} from './query.js';
import {inAlphabet, placesOf} from './ranking.js';
import type {Ranking} from './ranking.js';
import type {Result} from './result.js';
import {attainmentsBy} from './attainment.js';
import {targetsFor} from './find-target.js';
import {evenShare, withTarget} from './target.js';

export interface RankQuery<K = string | Kpi> extends Query<K> {
  /** `rep` (default), `team`, `region`, `manager` of the owner, or a column of the KPI's table. */
  readonly by?: string;
  /** Default `competition`. */
  readonly ranking?: Ranking;
  /** Ratios of fewer cases are shown but not ranked. Default 5. */
  readonly minSample?: number;
  /** `wilson` ranks shares by what they are at least at 95 %, so that few cases do not come first. The value shown stays. Default `value`. */
  readonly rankBy?: 'value' | 'wilson';
  /** Language by whose rules tied names are put in order. Default `en`. */
  readonly language?: string;
}

export interface RankRow extends Result {
  /** Null for the unassigned. */
  readonly id: string | null;
  readonly name: string;
  /** Null when unranked: no value, or `below-minimum-sample`. */
  readonly rank: number | null;
  /** Places gained since the compared period (positive is up); `new` without a rank then; absent without a comparison. */
  readonly rankChange?: number | 'new' | null;
  /** Actual over the row's own target, and of a team, region or manager without one that of its reps together; null without any. */
  readonly attainment: number | null;
  /** Gone from the `reps` table's active span, but with credit in the period: kept, so that the rows reconcile. */
  readonly isFormer: boolean;
}

export interface Ranked {
  /** Best first, the unranked at the end. */
  readonly rows: readonly RankRow[];
  /** What belongs to nobody; of sums, rows + unassigned = total. */
  readonly unassigned: RankRow;
  /** The figure of all rows together, computed from the records: never a mean of the rows. */
  readonly total: Result;
  /** Of the whole: the total over its own target, else what the reps who have a target reached over their targets; never a mean of attainments. */
  readonly attainment: number | null;
}

/** What puts a row in its place. */
export interface Placed extends Pick<RankRow, 'id' | 'name' | 'rank' | 'value' | 'attainment'> {
  /** What an even pace to its target would have given by now; 0 without one. */
  readonly pace: number;
  readonly group: number;
}

export interface Standings extends Omit<Ranked, 'rows' | 'unassigned'> {
  readonly rows: readonly Placed[];
  readonly unassigned: Placed;
  /** All that is to be said of it, worked out once it is looked at: of thousands a page shows a few. */
  readonly inFull: (placed: Pick<Placed, 'group'>) => RankRow;
  /** What its comparison says of the change. */
  readonly change: (placed: Placed) => number | null;
}

/** A KPI of every rep (or team, region, ...), ranked. A KPI per rep is ranked by what each has, and its total is the sum. */
export function rank(dataset: Dataset, query: RankQuery<Defined>): Ranked {
  const {rows, unassigned, inFull, total, attainment} = standings(dataset, query);
  return {rows: rows.map(inFull), unassigned: inFull(unassigned), total, attainment};
}

export function standings(dataset: Dataset, query: RankQuery<Defined>): Standings {
  const kpi = wholeOf(withVariant(query.kpi, query.variant));
  const context = resolve(dataset, query);
  const table = dataset.tables.get(kpi.table);
  const {by = 'rep'} = query;
  const under = kpi.kind === 'flow' ? kpi.denominator?.table : undefined;
  const groups = table ? groupsBy(by, table, context, dataset.tables.get(under ?? '')) : whole;
  refuseReps(kpi, groups);
  const isFormer = ({rep}: GroupLabel, {window}: Context = context) => rep?.row !== undefined && !isActive(dataset, rep, window);
  const placedIn = (where: Context) => {
    const figures = lookAt(kpi, where, groups);
    // One who was not there and has nothing is no row, and takes no place; one who has something keeps it.
    const isShown = (group: number) =>
      !isFormer(groups.labels[group], where) || figures.at(group).n > 0 || Boolean(figures.at(group).numerator?.over);
    return {...figures, isShown, ...placesOf(figures, groups.labels, kpi, query, isShown)};
  };
  const {at, near, isShown, order, ranks} = placedIn(context);
  const other = compared(kpi, context, query.compare ?? 'previous');
  const before = other && placedIn(other);
  const hasTargets = dataset.tables.has('targets');
  const attained = groups.isOfPeople && groups.by !== 'rep' ? attainmentsBy(kpi, context, by) : undefined;

  /** Whose own target a row has. */
  const scopeOf = (group: number) => {
    const {id, rep} = groups.labels[group];
    return group === 0 ? undefined : rep ? {rep: id} : query.by === 'team' ? {team: id} : undefined;
  };
  const attainedBy = (group: number) => (group > 0 ? (attained?.get(groups.labels[group].id) ?? null) : null);
  const rowOf = (group: number): RankRow => {
    const label = groups.labels[group];
    const scope = scopeOf(group);
    const untargeted = toResult(kpi, at(group), context.window, context);
    const result = scope ? withTarget(untargeted, kpi, context, undefined, scope) : untargeted;
    const place = ranks[group] || null;
    const placeBefore = before?.ranks[group];
    const comparison = before && compareFigures(at(group), before.at(group), other);
    return {
      id: group === 0 ? null : label.id,
      name: label.name,
      rank: place,
      attainment: result.target?.attainment ?? attainedBy(group),
      isFormer: isFormer(label),
      ...result,
      ...(result.value !== null && place === null && group > 0 && {reason: 'below-minimum-sample'}),
      ...(comparison && {comparison}),
      ...(before && {rankChange: place === null ? null : placeBefore ? placeBefore - place : 'new'})
    };
  };
  const known: RankRow[] = [];
  const inFull = ({group}: Pick<Placed, 'group'>) => (known[group] ??= rowOf(group));
  const targetOf = targetsFor(kpi, context);
  const even = hasTargets && isSum(kpi) ? evenShare(context) : 0;
  const placed = (group: number): Placed => {
    const {id, name} = groups.labels[group];
    const value = context.window.status === 'future' ? NaN : near.values[group];
    const scope = hasTargets && !Number.isNaN(value) ? scopeOf(group) : undefined;
    const quota = scope && targetOf(scope)?.value;
    return {
      id: group === 0 ? null : id,
      name,
      rank: ranks[group] || null,
      value: Number.isNaN(value) ? null : value,
      attainment: quota && quota > 0 ? value / quota : attainedBy(group),
      pace: quota === undefined ? 0 : kpi.kind === 'stock' ? (inFull({group}).target?.expectedToDate ?? 0) : quota * even,
      group
    };
  };
  const unranked = [...groups.labels.keys()]
    .filter((group) => group > 0 && !ranks[group] && isShown(group))
    .sort((a, b) => Number(!at(a).value) - Number(!at(b).value) || inAlphabet(groups.labels, query.language)(a, b));
  const total = withTarget(measureIn(context, kpi, query.compare), kpi, context, query.target);
  return {
    rows: [...order, ...unranked].map(placed),
    unassigned: placed(0),
    inFull,
    change: ({group}) => (before ? changeOf(at(group), before.at(group), other) : null),
    total,
    attainment: total.target?.attainment ?? attainmentsBy(kpi, context).get('') ?? null
  };
}

function wholeOf(kpi: Defined): Defined {
  return kpi.kind === 'flow' ? {...kpi, per: undefined} : kpi;
}
