import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from './catalog.js';
import {breakdown} from './evaluate.js';
import type {Figure} from './figure.js';
import {groupsBy} from './groups.js';
import type {GroupLabel} from './groups.js';
import {compareFractions} from './fraction.js';
import {withVariant} from './kpi.js';
import type {Kpi} from './kpi.js';
import {compareFigures, compared, measure, toResult} from './measure.js';
import {peopleOf} from './people.js';
import {resolve} from './query.js';
import type {Context, Query} from './query.js';
import {byValue, isRanked, ranks} from './ranking.js';
import type {Ranking} from './ranking.js';
import type {Result} from './result.js';
import {assessTarget, findTarget} from './target.js';

export interface RankQuery extends Query {
  /** `rep` (default), `team`, `region`, `manager` of the owner, or a column of the KPI's table. */
  readonly by?: string;
  /** Default `competition`. */
  readonly ranking?: Ranking;
  /** Ratios of fewer cases are shown but not ranked. Default 5. */
  readonly minSample?: number;
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
  /** Actual over the row's own target; null without one. */
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
}

/**
 * A KPI of every rep (or team, region, ...), ranked. Ties are ties of the exact value; inside one, the larger numerator stands first, then the name.
 * A KPI per rep is ranked by what each has, and its total is the sum.
 *
 * @throws RangeError as `measure` does, and for a breakdown that is none
 */
export function rank(dataset: Dataset, query: RankQuery): Ranked {
  const kpi = withVariant(findKpi(query.kpi), query.variant);
  const context = resolve(dataset, query);
  const table = dataset.tables.get(kpi.table);
  const total = measure(dataset, {...query, kpi: wholeOf(kpi)});
  const nobody: GroupLabel = {id: '', name: ''};
  const {groups, labels} = table ? groupsBy(query.by ?? 'rep', table, context) : {groups: {size: 1, column: '', of: () => new Int32Array()}, labels: [nobody]};
  const figuresIn = (where: Context) => breakdown(kpi, where, [where.window], groups, query.params ?? {}).map(([figure]) => figure);
  const figures = figuresIn(context);
  const other = compared(kpi, context, query.compare ?? 'previous');
  const before = other && figuresIn(other);
  const {reps} = peopleOf(dataset);

  const entries = labels.flatMap((label, group) => {
    const figure = figures[group];
    const rep = reps[label.rep ?? -1];
    const isHere = !rep?.isListed || rep.isActive(context.window);
    // A rep who was not there and has nothing is no row; one who has something keeps it.
    return figure && (group === 0 || isHere || figure.n > 0) ? [{label, group, figure, isFormer: !isHere}] : [];
  });
  const ranksOf = (all: readonly (Figure | undefined)[]) => rankEach(kpi, all, query, labels);
  const [current, previous] = [ranksOf(figures), before && ranksOf(before)];

  const rows = entries.map(({label, group, figure, isFormer}): RankRow => {
    const result = toResult(kpi, figure, context.window, context);
    const place = current.get(group) ?? null;
    const earlier = previous?.get(group);
    const wanted = label.rep === undefined ? undefined : (findTarget(kpi, context, undefined, label.id) ?? findTarget({...kpi, id: 'total-sales'}, context, undefined, label.id));
    const comparison = other && compareFigures(figure, before?.[group], other);
    return {
      ...result,
      ...(result.value !== null && place === null && group > 0 && {reason: 'below-minimum-sample'}),
      id: group === 0 ? null : label.id,
      name: label.name,
      rank: place,
      ...(previous && {rankChange: place === null ? null : earlier === undefined ? 'new' : earlier - place}),
      ...(comparison && {comparison}),
      attainment: null,
      ...(wanted && targetOf(kpi, result.value, wanted, context)),
      isFormer
    };
  });
  const [unassigned, ...named] = rows;
  if (!unassigned) throw new Error('no unassigned row');
  const place = new Map([...current.keys()].map((group, index) => [labels[group]?.id, index]));
  named.sort((a, b) => (place.get(a.id ?? '') ?? Infinity) - (place.get(b.id ?? '') ?? Infinity) || compareUnranked(a, b, query));
  return {rows: named, unassigned, total};
}

function wholeOf(kpi: Kpi): Kpi {
  if (kpi.kind !== 'flow' || !kpi.per) return kpi;
  const {per: _, ...whole} = kpi;
  return whole;
}

function targetOf(kpi: Kpi, actual: number | null, wanted: NonNullable<ReturnType<typeof findTarget>>, context: Context): Pick<RankRow, 'attainment' | 'target'> {
  const target = assessTarget(wholeOf(kpi), actual, wanted, context);
  return {target, attainment: target.attainment};
}

/** The rank of each group that has one, in display order. */
function rankEach(kpi: Kpi, figures: readonly (Figure | undefined)[], query: RankQuery, labels: readonly GroupLabel[]): Map<number, number> {
  const compare = byValue(kpi.better);
  const ranked = figures.flatMap((figure, group) => (figure && group > 0 && isRanked(figure, kpi.unit, query.minSample ?? 5) ? [{figure, group}] : []));
  ranked.sort((a, b) => compare(a.figure, b.figure) || byNumerator(a.figure, b.figure) || byName(labels[a.group], labels[b.group], query));
  const places = ranks(ranked.map(({figure}) => figure), kpi.better, query.ranking ?? 'competition');
  return new Map(ranked.map(({group}, index) => [group, places[index] ?? 0]));
}

function byNumerator(a: Figure, b: Figure): number {
  return a.numerator && b.numerator ? compareFractions(b.numerator, a.numerator) : 0;
}

function byName(a: {id: string | null; name: string} | undefined, b: typeof a, {language = 'en'}: RankQuery): number {
  return (a?.name ?? '').localeCompare(b?.name ?? '', language) || ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1);
}

/** Values of small samples before no value at all, then by name. */
function compareUnranked(a: RankRow, b: RankRow, query: RankQuery): number {
  return Number(a.value === null) - Number(b.value === null) || byName(a, b, query);
}
