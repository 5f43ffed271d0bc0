import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import type {Stage} from '../dataset/settings.js';
import {outcomeIn} from '../dataset/status.js';
import {stageEntry} from './cycle.js';
import {ExactSums} from './exact-sums.js';
import {decimal, divide, fraction, toNumber} from './fraction.js';
import {ALL, IssueLog} from './issue-log.js';
import {journeys} from './journey.js';
import {toResult} from './measure.js';
import {resolve} from './query.js';
import type {Scope} from './query.js';
import {conversion} from './rates.js';
import type {Result} from './result.js';
import {scan} from './scan.js';
import {stageKey, stagesIn} from './stages.js';
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
}

export interface FunnelRow {
  readonly stage: string;
  readonly label: string;
  /** Of a stage that stands for how deals ended. */
  readonly outcome?: 'won' | 'closed' | 'lost';
  /** Deals that count at this stage. */
  readonly reached: number;
  /** Their amount in the reporting currency; null when it cannot be told. */
  readonly amount: number | null;
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
  const {mode = 'reached', cohortBy = 'created', stages: given = dataset.settings.stages} = query;
  if (!Object.hasOwn(COUNTS, mode)) throw new RangeError(`unknown funnel mode: ${mode}`);
  if (!['created', 'first-stage'].includes(cohortBy)) throw new RangeError(`unknown cohort: ${cohortBy}`);
  const isSnapshot = mode === 'snapshot';
  const isCounted = COUNTS[mode];
  const isCohort = !isSnapshot && mode !== 'throughput';
  // The pipeline has no period: every deal that exists at the as-of.
  const context = resolve(dataset, isSnapshot ? {...query, period: 'all'} : query);
  const everything = resolve(dataset, {...query, period: 'all'}).window;
  const table = dataset.tables.get('deals') ?? {name: 'deals', length: 0, columns: new Map()};
  const all = funnelStages(table, given);
  // Lost is a way out, not a stage.
  const stages = all.filter(({outcome}) => outcome !== 'lost');
  const isByStage = cohortBy === 'first-stage' && isCohort;
  const rows = scan(context, isByStage ? withEntry(table, stages[0]?.id ?? '') : table, isByStage ? 'enteredAt' : 'createdAt', {}, [
    isCohort ? context.window : everything
  ]);
  const unknown = new Set<string>();
  const entriesOf = mode === 'throughput' ? entriesIn(rows.table, stages, context.window) : undefined;
  const journeyOf = journeys(rows.table, stages, context.asOf, unknown);
  const money = conversion(rows.table, rows.date, context);
  const amounts = columnOf(rows.table, 'amount', 'decimal');
  const sums = new ExactSums(stages.length);
  const counts = stages.map(() => ({reached: 0, lost: 0, open: 0}));
  const log = new IssueLog();
  let [cohort, won, isRated] = [0, 0, amounts !== undefined];

  rows.each((row, window) => {
    if (window < 0) {
      if (!isByStage) log.add(ALL, 'missing-date', row);
      return;
    }
    const {outcome, furthest, current, entered: sofar, isGuessed} = journeyOf(row);
    const entered = entriesOf?.(row) ?? sofar;
    if (entriesOf && !entered.includes(true)) return;
    if (isSnapshot && outcome !== 'open') return;
    const end = isSnapshot ? current : furthest;
    if (end < 0) return;
    cohort++;
    if (isGuessed) log.add(ALL, 'lost-stage-unknown', row);
    if (outcome === 'won') won++;
    else if (!entriesOf) counts[end][outcome]++;
    const units = amounts ? amounts.units[row] : NaN;
    const factor = money.factor(row);
    if (!Number.isNaN(units) && Number.isNaN(factor)) isRated = false;
    for (let stage = 0; stage < counts.length; stage++) {
      if (!isCounted(stage, end, entered)) continue;
      counts[stage].reached++;
      if (units * factor) sums.add(stage, units, factor);
    }
  });
  [...unknown].forEach((name, index) => {
    if (!all.some(({id}) => stageKey(id) === stageKey(name))) log.add(ALL, 'unknown-stage', index, name);
  });

  const scale = (amounts?.scale ?? 0) + money.scale;
  const isSteps = mode === 'reached' || mode === 'strict';
  const value = isCohort ? divide(fraction(won), fraction(cohort)) : undefined;
  const isLoaded = dataset.tables.has('deals');
  const result = toResult(
    {kind: 'flow', id: 'funnel', unit: 'ratio', better: 'higher', table: 'deals', date: 'createdAt', variant: mode, numerator: {}},
    {
      value,
      reason: isLoaded ? (value ? undefined : 'empty-denominator') : 'missing-table',
      numerator: fraction(won),
      denominator: fraction(cohort),
      n: cohort,
      excluded: [],
      issues: isLoaded ? log.at(ALL) : [{code: 'missing-table', names: ['deals']}]
    },
    context.window,
    context
  );
  return {
    ...result,
    ...(money.currency !== undefined && {currency: money.currency}),
    mode,
    isOrderGuessed: !given,
    rows: counts.map(({reached, lost, open}, stage) => {
      const before = stage > 0 && isSteps ? counts[stage - 1].reached : 0;
      const first = isCohort ? counts[0].reached : 0;
      return {
        stage: stages[stage].id,
        label: stages[stage].label ?? stages[stage].id,
        ...(stages[stage].outcome && {outcome: stages[stage].outcome}),
        reached,
        amount: isRated ? toNumber(decimal(sums.at(stage), scale)) : null,
        step: before > 0 ? reached / before : null,
        settled: before > 0 && reached + counts[stage - 1].lost > 0 ? reached / (reached + counts[stage - 1].lost) : null,
        overall: first > 0 ? reached / first : null,
        advanced: entriesOf ? 0 : reached - lost - open,
        lost,
        open
      };
    })
  };
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
