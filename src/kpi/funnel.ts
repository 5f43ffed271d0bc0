import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import type {Stage} from '../dataset/settings.js';
import {outcomeIn} from '../dataset/status.js';
import {DAY} from '../calendar/civil.js';
import type {Compare} from '../calendar/window.js';
import {stageEntry} from './cycle.js';
import {elapsed} from './elapsed.js';
import {ExactSums} from './exact-sums.js';
import {decimal, divide, fraction, toNumber} from './fraction.js';
import {groupsBy, whole} from './groups.js';
import type {GroupLabel, Groups} from './groups.js';
import {IssueLog} from './issue-log.js';
import {journeys} from './journey.js';
import type {Journey} from './journey.js';
import type {Kpi, Part} from './kpi.js';
import {LEAD_STAGES, leadsAsDeals} from './lead-deals.js';
import {compared, compareFigures, toResult} from './measure.js';
import {membership} from './membership.js';
import {addPlainRows} from './plain-rows.js';
import {resolve} from './query.js';
import type {Context, Only, Scope} from './query.js';
import {conversion} from './rates.js';
import type {Result} from './result.js';
import {scan} from './scan.js';
import {stageKey, stagesIn} from './stages.js';
import {survivalMedian} from './survival.js';
import {entriesIn} from './throughput.js';

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

/** What became of the amount of those that count at a stage. */
export interface FunnelAmounts {
  readonly advanced: number;
  readonly lost: number;
  readonly open: number;
}

export interface FunnelRow {
  readonly stage: string;
  readonly label: string;
  /** Of a stage that stands for how deals ended. */
  readonly outcome?: 'won' | 'closed' | 'lost';
  /** Deals that count at this stage. */
  readonly reached: number;
  /** Their amount in the reporting currency, at the as-of; null when it cannot be told. */
  readonly amount: number | null;
  /** Of `amount`, as `advanced`, `lost` and `open` are of `reached`. */
  readonly amounts: FunnelAmounts | null;
  /** Share of the stage before that came on; null at the first, and where the stages are no steps (`touched`, `snapshot`, `throughput`). */
  readonly step: number | null;
  /** Share of the stage before that came on, of those that did or were lost there: the open are left out. Null where `step` is. */
  readonly settled: number | null;
  /** Share of the first stage; null of a snapshot and of a throughput. */
  readonly overall: number | null;
  /** Of `reached`: entries = went on + lost here + still here. */
  readonly advanced: number;
  readonly lost: number;
  readonly open: number;
}

export interface Funnel extends Result {
  readonly mode: FunnelMode;
  readonly rows: readonly FunnelRow[];
  /** Nothing named the order of the stages; it was told from their words. */
  readonly isOrderGuessed: boolean;
  /** Median days from the creation of the won to their closing; the open may take longer. Null without any, and of a snapshot or throughput. */
  readonly daysToConvert: number | null;
  /** Open deals that had fewer days than `maturity`: with them the funnel is provisional. */
  readonly young: number;
  /** The stages of the cohort compared with. */
  readonly earlier?: readonly FunnelRow[];
}

/** The funnel of one group. */
export interface FunnelGroup extends Funnel {
  /** Null for all the others together, whom nobody owns among them. */
  readonly id: string | null;
  readonly name: string;
}

/** Whether a deal counts at a stage, from where it ended up and the stages it entered. */
const COUNTS: Readonly<Record<FunnelMode, (stage: number, end: number, entered: readonly boolean[]) => boolean>> = {
  reached: (stage, end) => stage <= end,
  touched: (stage, _, entered) => entered[stage],
  strict: (stage, _, entered) => !entered.slice(0, stage + 1).includes(false),
  snapshot: (stage, end) => stage === end,
  throughput: (stage, _, entered) => entered[stage]
};

/**
 * How far the deals created in the period came. Its value is won over created.
 *
 * @throws RangeError for a mode, period, zone, date or filter that is not one
 */
export function funnel(dataset: Dataset, query: FunnelQuery): Funnel {
  return funnelsIn(dataset, query, () => whole)[0];
}

/** Groups shown one by one. */
const MOST = 5;

/**
 * A funnel for each of the largest five groups, the largest first, and for all others together: by `rep`, `team`, `region` or `manager` of the owner, or
 * by a column of the table. Their deals add up to those of `funnel`.
 *
 * @throws RangeError as `funnel` does, and `unknown breakdown: x`
 */
export function funnelBy(dataset: Dataset, query: FunnelQuery & {readonly by: string}): readonly FunnelGroup[] {
  const sizes = funnelsIn(dataset, {...query, compare: 'none'}, (table, context) => groupsBy(query.by, table, context)).map(({n}) => n);
  const top = [...sizes.keys()]
    .filter((place) => place > 0 && sizes[place] > 0)
    .sort((a, b) => sizes[b] - sizes[a])
    .slice(0, MOST);
  let labels: readonly GroupLabel[] = [];
  const shown = funnelsIn(dataset, query, (table, context) => {
    const groups = groupsBy(query.by, table, context);
    labels = [groups.labels[0], ...top.map((place) => groups.labels[place])];
    return {...groups, labels, of: (column) => groups.of(column).map((place) => top.indexOf(place) + 1)};
  }).map((one, place): FunnelGroup => ({...one, id: place === 0 ? null : labels[place].id, name: labels[place].name}));
  const [others, ...named] = shown;
  return others.n > 0 ? [...named, others] : named;
}

/** One for each group, all of one look at the deals. */
function funnelsIn(given: Dataset, query: FunnelQuery, groupsIn: (table: Table, context: Context) => Groups): Funnel[] {
  const {mode = 'reached', cohortBy = 'created', table: name = 'deals', compare = 'none'} = query;
  if (!Object.hasOwn(COUNTS, mode)) throw new RangeError(`unknown funnel mode: ${mode}`);
  if (!['created', 'first-stage'].includes(cohortBy)) throw new RangeError(`unknown cohort: ${cohortBy}`);
  if (!['deals', 'leads'].includes(name)) throw new RangeError(`unknown table of a funnel: ${name}`);
  const dataset = followed(given, query);
  const context = resolve(dataset, scopeOf(query));
  const isCohort = mode !== 'snapshot' && mode !== 'throughput';
  const kpi: Kpi = {
    kind: 'flow',
    id: 'funnel',
    unit: 'ratio',
    better: 'higher',
    table: 'deals',
    date: 'createdAt',
    variant: mode,
    numerator: {},
    isCohort
  };
  const deals = dataset.tables.get('deals') ?? {name: 'deals', length: 0, columns: new Map()};
  const groups = groupsIn(deals, context);
  const tallies = tally(deals, context, query, groups);
  const other = compared(kpi, context, compare);
  const earlier = other && tally(deals, other, query, groups);
  const isLoaded = dataset.tables.has('deals');
  return tallies.map(({rows, won, n, issues, currency, ...rest}, group) => {
    const figureOf = ({won: wins, n: all}: Pick<Tally, 'won' | 'n'>) => {
      const value = isCohort ? divide(fraction(wins), fraction(all)) : undefined;
      return {
        value,
        reason: value ? undefined : ('empty-denominator' as const),
        numerator: fraction(wins),
        denominator: fraction(all),
        n: all
      };
    };
    const figure = {
      ...figureOf({won, n}),
      excluded: [],
      issues: isLoaded ? issues : [{code: 'missing-table' as const, names: [name]}],
      ...(!isLoaded && {reason: 'missing-table' as const})
    };
    const before = earlier?.[group];
    const comparison = other && before && isCohort && compareFigures(figure, {...figure, ...figureOf(before)}, other);
    return {
      ...toResult(kpi, figure, context.window, context),
      ...(comparison && {comparison}),
      ...(currency !== undefined && {currency}),
      ...(before && {earlier: before.rows}),
      mode,
      isOrderGuessed: !stagesAsked(dataset, query),
      rows,
      ...rest
    };
  });
}

/** The records that count at a stage, or at any, found by following all once more. */
export function stageRecords(given: Dataset, query: FunnelQuery, stage?: string): Only {
  const dataset = followed(given, query);
  const table = dataset.tables.get('deals');
  const ids = new Set<string>();
  const column = columnOf(table, 'id', 'text');
  if (table)
    tally(table, resolve(dataset, scopeOf(query)), query, whole, ({id}, row) => {
      if (stage === undefined || id === stage) ids.add(textAt(column, row));
    });
  return {table: query.table ?? 'deals', ids};
}

/** The pipeline has no period: every deal that exists at the as-of. Leads are asked for as the deals that they are here. */
export function scopeOf(query: FunnelQuery): FunnelQuery {
  const {table, only} = query;
  if (only && only.table !== (table ?? 'deals')) throw new RangeError(`unknown filter: records of ${only.table}`);
  return {...query, ...(query.mode === 'snapshot' && {period: 'all'}), ...(only && table === 'leads' && {only: {...only, table: 'deals'}})};
}

/** The deals that a funnel follows: the leads are deals of their own kind. */
export function followed(dataset: Dataset, query: FunnelQuery): Dataset {
  return query.table === 'leads' ? leadsAsDeals(dataset, resolve(dataset, {...query, period: 'all'}).asOf) : dataset;
}

/** The stages that the query or the settings name, if any does. */
export function stagesAsked({settings}: Dataset, {stages, table}: FunnelQuery): readonly (string | Stage)[] | undefined {
  return table === 'leads' ? LEAD_STAGES : (stages ?? settings.stages);
}

/** Leads may be marked as none. */
export function partOf({table}: FunnelQuery): Part {
  return table === 'leads' ? {except: {excluded: 'true'}} : {};
}

interface Tally extends Pick<Funnel, 'rows' | 'n' | 'daysToConvert' | 'young' | 'issues'> {
  readonly won: number;
  readonly currency: string | undefined;
}

/** What becomes of an amount: of all that count at a stage, of those that were lost there and of those still there. */
const KINDS = ['reached', 'lost', 'open'] as const;

/** Counts one cohort, each group for itself. */
function tally(table: Table, context: Context, query: FunnelQuery, groups: Groups, visit?: (stage: Stage, row: number) => void): Tally[] {
  const {mode = 'reached', cohortBy, maturity = 0} = query;
  const isSnapshot = mode === 'snapshot';
  const isCounted = COUNTS[mode];
  const isCohort = !isSnapshot && mode !== 'throughput';
  const everything = resolve(context.dataset, {...query, period: 'all'}).window;
  const all = funnelStages(table, stagesAsked(context.dataset, query));
  // Lost is a way out, not a stage.
  const stages = all.filter(({outcome}) => outcome !== 'lost');
  const isByStage = cohortBy === 'first-stage' && isCohort;
  const rows = scan(
    context,
    isByStage ? withEntry(table, stages[0]?.id ?? '') : table,
    isByStage ? 'enteredAt' : 'createdAt',
    partOf(query),
    [isCohort ? context.window : everything]
  );
  const entriesOf = mode === 'throughput' ? entriesIn(rows.table, stages, context.window) : undefined;
  const {of: journeyOf, kindOf, kinds} = journeys(rows.table, stages, context.asOf);
  const known = new Set(all.map(({id}) => stageKey(id)));
  const money = conversion(rows.table, rows.date, context);
  const amounts = columnOf(rows.table, 'amount', 'decimal');
  const closed = columnOf(rows.table, 'closedAt', 'time');
  const members = membership(rows.table, groups);
  const size = stages.length;
  const sums = new ExactSums(groups.labels.length * size * KINDS.length);
  const log = new IssueLog();
  const tallies = groups.labels.map(() => ({
    counts: stages.map(() => ({reached: 0, lost: 0, open: 0})),
    days: [] as number[],
    n: 0,
    won: 0,
    young: 0,
    isRated: amounts !== undefined
  }));
  const place = (group: number, stage: number, kind: number) => (group * size + stage) * KINDS.length + kind;

  // What a deal brings to its kind is the amount as it stands, at no rate.
  const isByKind = !entriesOf && !visit && !money.isNeeded && members.isSingle;
  const endOf = ({furthest, current}: Journey) => (isSnapshot ? current : furthest);
  const isCountedAt = (journey: Journey) => endOf(journey) >= 0 && (!isSnapshot || journey.outcome === 'open');
  /** So many deals of one journey, with their amount. */
  const count = (group: number, journey: Journey, entered: readonly boolean[], deals: number, units: number, factor: number): void => {
    const {outcome} = journey;
    const own = tallies[group];
    const end = endOf(journey);
    own.n += deals;
    if (outcome === 'won') own.won += deals;
    else if (!entriesOf && isCounted(end, end, entered)) {
      own.counts[end][outcome] += deals;
      if (units * factor) sums.add(place(group, end, KINDS.indexOf(outcome)), units, factor);
    }
    for (let stage = 0; stage < size; stage++) {
      if (!isCounted(stage, end, entered)) continue;
      own.counts[stage].reached += deals;
      if (units * factor) sums.add(place(group, stage, 0), units, factor);
    }
  };
  /** How long a won deal took, and whether an open one may still come. */
  const time = (group: number, outcome: Journey['outcome'], row: number): void => {
    const {date} = rows;
    if (!isCohort || !date) return;
    const isWall = date.wall[row] === 1;
    if (outcome === 'won' && closed) {
      const took = elapsed({ms: date.ms[row], isWall}, {ms: closed.ms[row], isWall: closed.wall[row] === 1}, context.zone) / DAY;
      if (took >= 0) tallies[group].days.push(took);
    }
    if (outcome === 'open' && (isWall ? context.asOf.wall : context.asOf.instant) - date.ms[row] < maturity * DAY) tallies[group].young++;
  };
  /** Deals without a history, of which there is nothing to say: kind by kind. */
  const takeKinds = (found: Uint32Array, places: Int32Array): void => {
    const kindCounts = new Float64Array(groups.labels.length * kinds);
    const kindSums = new ExactSums(kindCounts.length);
    const plain: (Journey | null | undefined)[] = [];
    const own = new Int32Array(found.length).fill(-1);
    for (let index = 0; index < found.length; index++) {
      const kind = kindOf(found[index]);
      if (kind < 0 || places[index] < 0) continue;
      let journey = plain[kind];
      if (journey === undefined) {
        journey = journeyOf(found[index]);
        plain[kind] = journey = !journey.isGuessed && journey.unknown.length === 0 && isCountedAt(journey) ? journey : null;
      }
      if (journey) own[index] = kind;
    }
    const left = own.slice();
    addPlainRows(found, left, kinds, members, 0, amounts, kindCounts, kindSums);
    for (let index = 0; index < found.length; index++) {
      if (own[index] === left[index]) continue;
      places[index] = -1;
      const row = found[index];
      time(members.codes ? members.groupOf[members.codes[row] + 1] : 0, plain[own[index]]?.outcome ?? 'open', row);
    }
    for (const [cell, deals] of kindCounts.entries()) {
      const journey = plain[cell % kinds];
      if (deals > 0 && journey) count(Math.floor(cell / kinds), journey, journey.entered, deals, kindSums.low[cell], 1);
    }
  };

  rows.each(
    (row, window) => {
      const group = members.of(row)[0];
      if (window < 0) {
        if (!isByStage) log.add(group, 'missing-date', row);
        return;
      }
      const journey = journeyOf(row);
      for (const name of journey.unknown) if (!known.has(stageKey(name))) log.add(group, 'unknown-stage', row, name);
      const entered = entriesOf?.(row) ?? journey.entered;
      if ((entriesOf && !entered.includes(true)) || !isCountedAt(journey)) return;
      if (journey.isGuessed) log.add(group, 'lost-stage-unknown', row);
      const units = amounts ? amounts.units[row] : NaN;
      const factor = money.factor(row);
      if (Number.isNaN(units)) {
        if (query.measure === 'amount') log.add(group, 'missing-amount', row);
      } else if (Number.isNaN(factor)) tallies[group].isRated = false;
      count(group, journey, entered, 1, units, factor);
      time(group, journey.outcome, row);
      if (visit) for (const [stage, one] of stages.entries()) if (isCounted(stage, endOf(journey), entered)) visit(one, row);
    },
    isByKind ? takeKinds : undefined
  );

  const scale = (amounts?.scale ?? 0) + money.scale;
  const isSteps = mode === 'reached' || mode === 'strict';
  return tallies.map(({counts, days, isRated, ...own}, group) => ({
    ...own,
    issues: log.at(group),
    currency: money.currency,
    daysToConvert: survivalMedian(days, []) ?? null,
    rows: counts.map(({reached, lost, open}, stage) => {
      const before = stage > 0 && isSteps ? counts[stage - 1].reached : 0;
      const first = isCohort ? counts[0].reached : 0;
      const units = KINDS.map((_, kind) => sums.at(place(group, stage, kind)));
      const [amount, lostAmount, openAmount, advancedAmount] = [...units, entriesOf ? 0n : units[0] - units[1] - units[2]].map((sum) =>
        toNumber(decimal(sum, scale))
      );
      return {
        stage: stages[stage].id,
        label: stages[stage].label ?? stages[stage].id,
        ...(stages[stage].outcome && {outcome: stages[stage].outcome}),
        reached,
        amount: isRated ? amount : null,
        amounts: isRated ? {advanced: advancedAmount, lost: lostAmount, open: openAmount} : null,
        step: before > 0 ? reached / before : null,
        settled: before > 0 && reached + counts[stage - 1].lost > 0 ? reached / (reached + counts[stage - 1].lost) : null,
        overall: first > 0 ? reached / first : null,
        advanced: entriesOf ? 0 : reached - lost - open,
        lost,
        open
      };
    })
  }));
}

/** The deals with `enteredAt`: when they first entered a stage, and without a history when they were created. */
function withEntry(deals: Table, stage: string): Table {
  const history = columnOf(deals, 'stageHistory', 'list');
  const created = columnOf(deals, 'createdAt', 'time');
  const entry = stageEntry(deals, stage);
  const points = Array.from({length: deals.length}, (_, row) => {
    const isTold = history !== undefined && history.offsets[row + 1] > history.offsets[row];
    return isTold || !created ? entry(row) : {ms: created.ms[row], isWall: created.wall[row] === 1};
  });
  const enteredAt: TimeColumn = {
    type: 'time',
    ms: Float64Array.from(points, ({ms}) => ms),
    wall: Uint8Array.from(points, ({isWall}) => Number(isWall))
  };
  return {...deals, columns: new Map(deals.columns).set('enteredAt', enteredAt)};
}

/** The stages asked for, else those that the data names, each with the outcome it stands for. */
export function funnelStages(table: Table, given: readonly (string | Stage)[] | undefined): Stage[] {
  return (given ?? stagesIn(table)).map((stage) => {
    const named: Stage = typeof stage === 'string' ? {id: stage} : stage;
    return {...named, outcome: named.outcome ?? outcomeIn(named.id)};
  });
}
