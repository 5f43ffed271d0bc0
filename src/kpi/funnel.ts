import type {Dataset} from '../dataset/dataset.js';
import type {Stage} from '../dataset/settings.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {ExactSums} from './exact-sums.js';
import {noFigure} from './figure.js';
import type {Figure} from './figure.js';
import {decimal, divide, fraction, toNumber} from './fraction.js';
import {journeys} from './journey.js';
import {toResult} from './measure.js';
import {resolve} from './query.js';
import type {Context, Scope} from './query.js';
import {conversion} from './rates.js';
import type {Issue, Result} from './result.js';
import {scan} from './scan.js';
import {stagesOf} from './stages.js';

/**
 * How a deal counts at a stage. `reached`: its furthest stage is that one or a later one. `touched`: it entered it. `strict`: it entered it and all
 * before it. `snapshot`: it is open and stands there at the as-of, whenever it was created.
 */
export type FunnelMode = 'reached' | 'touched' | 'strict' | 'snapshot';

export interface FunnelQuery extends Scope {
  /** Default `reached`. */
  readonly mode?: FunnelMode;
  /** In the order of selling; default the settings', else told from the data. `closed` stands for every decided deal. */
  readonly stages?: readonly (string | Stage)[];
}

export interface FunnelRow {
  readonly stage: string;
  readonly label: string;
  /** Deals that count at this stage. */
  readonly reached: number;
  /** Their amount in the reporting currency; null when it cannot be told. */
  readonly amount: number | null;
  /** Share of the stage before that came on; null at the first, and where the stages are no steps (`touched`, `snapshot`). */
  readonly step: number | null;
  /** Share of the first stage. */
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

/** How the figure of a funnel describes itself: deals won of the deals created, followed as a cohort. */
const FUNNEL = {kind: 'flow', id: 'funnel', unit: 'ratio', better: 'higher', table: 'deals', date: 'createdAt', numerator: {}} as const;

/**
 * How far the deals created in the period came. Its value is won over created.
 *
 * @throws RangeError for a mode, period, zone, date or filter that is not one
 */
export function funnel(dataset: Dataset, query: FunnelQuery): Funnel {
  const mode = query.mode ?? 'reached';
  if (!['reached', 'touched', 'strict', 'snapshot'].includes(mode)) throw new RangeError(`unknown funnel mode: ${mode}`);
  const context = resolve(dataset, query);
  const isSnapshot = mode === 'snapshot';
  const rows = scan(context, FUNNEL.table, FUNNEL.date, {}, [isSnapshot ? everything(context) : context.window]);
  if ('reason' in rows) return describe(noFigure(rows.reason, [{code: rows.reason as 'missing-table', names: rows.names}]), [], mode, false, context);

  const {stages, isGuessed} = stagesOf(rows.table, query.stages ?? dataset.settings.stages);
  const unknown = new Set<string>();
  const journeyOf = journeys(rows.table, stages, context.asOf, unknown);
  const money = conversion(rows.table, rows.date, context);
  const amounts = columnOf(rows.table, 'amount', 'decimal');
  const counts = {reached: stages.map(() => 0), lost: stages.map(() => 0), open: stages.map(() => 0)};
  const sums = new ExactSums(stages.length);
  let [unrated, cohort, won] = [false, 0, 0];

  const undated = rows.each(row => {
    const {outcome, furthest, current, entered} = journeyOf(row);
    if (isSnapshot && outcome !== 'open') return;
    cohort++;
    if (outcome === 'won') won++;
    const end = isSnapshot ? current : furthest;
    for (let stage = 0; stage < stages.length; stage++) {
      if (!isCounted(mode, stage, end, entered)) continue;
      counts.reached[stage] = (counts.reached[stage] ?? 0) + 1;
      const [units, factor] = [amounts?.units[row] ?? NaN, money.factor(row)];
      if (Number.isNaN(factor)) unrated = true;
      else if (!Number.isNaN(units)) sums.add(stage, units, factor);
    }
    if (outcome === 'won') return;
    const here = counts[outcome];
    here[end] = (here[end] ?? 0) + 1;
  });

  const isSteps = mode === 'reached' || mode === 'strict';
  const first = counts.reached[0] ?? 0;
  const shares = stages.map(({id, label}, stage): FunnelRow => {
    const reached = counts.reached[stage] ?? 0;
    const [lost, open] = [counts.lost[stage] ?? 0, counts.open[stage] ?? 0];
    const before = stage > 0 ? (counts.reached[stage - 1] ?? 0) : 0;
    const scale = (amounts?.scale ?? 0) + money.scale;
    return {
      stage: id,
      label: label ?? id,
      reached,
      amount: unrated || !amounts ? null : toNumber(decimal(sums.at(stage), scale)),
      step: isSteps && before > 0 ? reached / before : null,
      overall: first > 0 && !isSnapshot ? reached / first : null,
      advanced: mode === 'reached' ? reached - lost - open : (counts.reached[stage + 1] ?? 0),
      lost,
      open
    };
  });
  const value = divide(fraction(won), fraction(cohort));
  const issues: Issue[] = [
    ...(undated > 0 ? [{code: 'missing-date' as const, count: undated}] : []),
    ...(unknown.size > 0 ? [{code: 'unknown-stage' as const, count: unknown.size, names: [...unknown]}] : [])
  ];
  const figure: Figure = {
    value: isSnapshot ? undefined : value,
    reason: value ? undefined : 'empty-denominator',
    numerator: fraction(won),
    denominator: fraction(cohort),
    n: cohort,
    excluded: [],
    issues
  };
  return describe(figure, shares, mode, isGuessed, {...context, currency: money.currency});
}

function isCounted(mode: FunnelMode, stage: number, end: number, entered: number): boolean {
  switch (mode) {
    case 'reached':
      return stage <= end;
    case 'snapshot':
      return stage === end;
    case 'touched':
      return (entered & (1 << stage)) !== 0;
    case 'strict': {
      const upTo = (2 << stage) - 1;
      return (entered & upTo) === upTo;
    }
  }
}

/** The pipeline has no period: every deal that exists at the as-of. */
function everything({window}: Context): Window {
  const start = {wall: -Infinity, instant: -Infinity};
  return {...window, start, end: window.asOf, period: {start: -Infinity, end: Infinity}};
}

function describe(figure: Figure, rows: readonly FunnelRow[], mode: FunnelMode, isOrderGuessed: boolean, context: Context): Funnel {
  const result = toResult({...FUNNEL, variant: mode}, figure, context.window, context);
  const {currency} = context;
  return {...result, ...(currency !== undefined && {currency}), rows, mode, isOrderGuessed};
}
