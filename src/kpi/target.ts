import type {ListColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {DAY, isoText} from '../calendar/civil.js';
import {atWall, parseMoment} from '../calendar/moment.js';
import type {MomentInput} from '../calendar/moment.js';
import {daysBetween} from '../calendar/working-days.js';
import {compareFractions, divide, fraction, ofNumber, plus, subtract, times, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Kpi} from './kpi.js';
import {peopleOf} from './people.js';
import {isTelling, progressAt} from './progress.js';
import type {Context} from './query.js';
import {prorated, quotasOf} from './quota.js';
import type {Quota, TargetScope} from './quota.js';
import type {Result} from './result.js';

/** What should be reached: a number for the whole period, or one with a window of its own, half-open, and of a stock where it sets out from. */
export type TargetInput =
  | number
  | {
      readonly value: number;
      readonly start?: MomentInput;
      readonly end?: MomentInput;
      readonly baseline?: number;
      /** Who answers for it, and why it is set. */
      readonly owner?: string;
      readonly reason?: string;
    };

export type TargetStatus = 'achieved' | 'missed' | 'on-track' | 'at-risk' | 'off-track' | 'not-started' | 'no-data';

/** A figure against its target. Amounts are in the KPI's unit, days are local days; with `compareBy: 'working-days'` those on which people work. */
export interface TargetResult {
  readonly target: number;
  /** Actual over target. */
  readonly attainment: number | null;
  readonly status: TargetStatus;
  readonly elapsedDays: number;
  readonly totalDays: number;
  /** Of sums, counts and stocks, which build up over the period: what an even pace would have given by now. */
  readonly expectedToDate?: number;
  /** Of stocks: the share of the way from the opening to the target that is covered. */
  readonly progress?: number;
  readonly pace?: number | null;
  readonly remaining?: number;
  readonly requiredPerDay?: number | null;
  readonly currentPerDay?: number | null;
  /** At the present pace, at the end of the period; from a tenth of it on, or `params.minElapsed`. */
  readonly forecast?: number | null;
  readonly owner?: string;
  readonly report?: Report;
}

/** How a target is followed up: in which report, how often (`week`, or in words), for whom, and the day it is due next. */
export interface Report {
  readonly name: string;
  readonly every: string;
  readonly audience: string;
  /** `2026-11-30`; empty when it is not said. */
  readonly next: string;
}

/** A target found: its window is wall time, half-open. */
export interface Target {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Where a stock sets out from; default its opening. */
  readonly baseline?: number | undefined;
  readonly owner?: string;
  readonly reason?: string;
  readonly report?: Report | undefined;
}

/** Below this share of the expected a target is off track; from it on, at risk. */
const AT_RISK = 0.9;

/** The given target, else that of the `targets` table for the same KPI, period and scope. */
export function findTarget(
  kpi: Kpi,
  context: Context,
  given: TargetInput | undefined,
  scope: Partial<TargetScope> = {}
): Target | undefined {
  const {period} = context.window;
  const own = given ?? undefined;
  if (own !== undefined) {
    const {value, start, end, ...said}: Exclude<TargetInput, number> = typeof own === 'number' ? {value: own} : own;
    if (!Number.isFinite(value)) throw new RangeError(`not a target: ${value}`);
    const wall = (moment: MomentInput | undefined, otherwise: number) =>
      moment === undefined ? otherwise : parseMoment(moment, context.zone).wall;
    return {value, start: wall(start, period.start), end: wall(end, period.end), ...said};
  }
  const found = targetsFor(kpi, context)(scope);
  if (!found) return undefined;
  const {value, exact} = found;
  const table = context.dataset.tables.get('targets');
  const baseline = columnOf(table, 'baseline', 'decimal');
  const [owner, reason] = ['owner', 'reason'].map((name) => exact && textAt(columnOf(table, name, 'text'), exact.row));
  const report = exact && reportOf(columnOf(table, 'report', 'list'), exact.row);
  return {
    value,
    start: period.start,
    end: period.end,
    ...(exact && baseline && !Number.isNaN(baseline.units[exact.row]) && {baseline: baseline.units[exact.row] / 10 ** baseline.scale}),
    ...(owner && {owner}),
    ...(reason && {reason}),
    ...(report && {report})
  };
}

/** What the `targets` table sets, and the row of it that sets it where one is of just this period. */
interface Set {
  readonly value: number;
  readonly exact: Quota | undefined;
}

/**
 * What the `targets` table sets for a KPI and period, scope by scope. A filter by one rep or team is such a scope; under any other filter, for chosen
 * records alone and for another variant than the default, the table has no target. With `params.prorate` targets of other periods count by days, and a
 * rep who was not there all the period has the share of those days.
 */
export function targetsFor(kpi: Kpi, context: Context): (scope?: Partial<TargetScope>) => Set | undefined {
  const {rep = [], team = [], ...others} = context.filter;
  if (!context.dataset.tables.has('targets') || kpi.isVariant || context.only || Object.keys(others).length > 0) return () => undefined;
  const [filterReps, filterTeams] = [[rep].flat(), [team].flat()];
  const quotas = quotasOf(kpi, context);
  const {period} = context.window;
  const isProrated = context.params.prorate === true && isSum(kpi);
  return (scope = {}) => {
    const reps = scope.rep === undefined ? filterReps : [scope.rep];
    const teams = scope.team === undefined ? filterTeams : [scope.team];
    if (reps.length + teams.length > 1) return undefined;
    const all = quotas({rep: reps[0] ?? '', team: teams[0] ?? ''});
    const exact = all.find(({start, end}) => start === period.start && end === period.end);
    if (!isProrated) return exact && {value: exact.value, exact};
    const value = exact ? ofNumber(exact.value) : prorated(all, period);
    return value && {value: toNumber(reps.length > 0 ? times(value, activeShare(reps[0], context)) : value), exact};
  };
}

function reportOf(reports: ListColumn | undefined, row: number): Report | undefined {
  const entry = reports?.offsets[row] ?? 0;
  if (!reports || entry === reports.offsets[row + 1]) return undefined;
  const text = (name: string) => {
    const column = reports.fields.get(name);
    return column?.type === 'text' ? textAt(column, entry) : '';
  };
  const next = reports.fields.get('next');
  const due = next?.type === 'time' ? next.ms[entry] : NaN;
  return {name: text('name'), every: text('every'), audience: text('audience'), next: Number.isNaN(due) ? '' : isoText(due).slice(0, 10)};
}

function activeShare(idOrName: string, {dataset, window, zone}: Context): Fraction {
  const {reps, find, activeIn} = peopleOf(dataset);
  const place = find(idOrName);
  const whole = {...window, end: atWall(window.period.end, zone)};
  return place < 0 ? fraction(1) : activeIn(reps[place], whole);
}

/** Whether a figure builds up from nothing over its period. */
export function isSum<K extends Kpi>(kpi: K): kpi is Extract<K, {kind: 'flow'}> {
  return kpi.kind === 'flow' && !kpi.denominator && !kpi.per;
}

/** A figure with its target, where it has one: the given, else that of the table. */
export function withTarget<R extends Result>(
  result: R,
  kpi: Kpi,
  context: Context,
  given?: TargetInput,
  scope?: Partial<TargetScope>
): R & Pick<Result, 'target'> {
  const wanted = findTarget(kpi, context, given, scope);
  return wanted ? {...result, target: assessTarget(kpi, result, wanted, context)} : result;
}

/** The share of a target of its period that an even pace has come to by now, of what builds up from nothing; 0 before it begins. */
export function evenShare({asOf, params, working, window: {period}}: Context): number {
  return asOf.wall <= period.start ? 0 : toNumber(progressAt(asOf.wall, period.start, period.end, working, params.seasonalProfile));
}

/**
 * Pace, status, required rate and linear forecast. Sums and counts build up: half the period, half the target; a stock builds up from its opening.
 * A level (a ratio, a duration, an average) is compared as it stands. Where lower is better the target is a ceiling.
 */
function assessTarget(kpi: Kpi, {value: actual, parts, window}: Result, wanted: Target, {asOf, params, working}: Context): TargetResult {
  const {value: target, start, end, owner, report} = wanted;
  const totalDays = daysBetween(start, end, working);
  const elapsedDays = Math.max(0, daysBetween(start, Math.min(asOf.wall, end), working));
  const base = {
    target,
    totalDays,
    elapsedDays,
    attainment: actual === null || target <= 0 ? null : ratio(ofNumber(actual), ofNumber(target)),
    ...(owner && {owner}),
    ...(report && {report})
  };
  if (asOf.wall <= start) return {...base, status: 'not-started'};
  if (actual === null || !Number.isFinite(totalDays)) return {...base, status: 'no-data'};

  const isOver = asOf.wall >= end;
  const isCeiling = kpi.better === 'lower';
  const isReached = isCeiling ? actual <= target : actual >= target;
  const isFromNothing = isSum(kpi);
  const isOwnWindow = window.start === isoText(start);
  const opening =
    kpi.kind === 'stock' ? (wanted.baseline ?? (isOwnWindow && parts ? parts.opening * (kpi.factor ?? 1) : undefined)) : undefined;
  const from = isFromNothing ? 0 : opening !== undefined && target > opening ? opening : undefined;
  // Exact, so that what is met to the last cent is met, and nine tenths are nine tenths.
  const [all, gone] = [totalDays, elapsedDays].map((days) => fraction(Math.round(days * DAY), DAY));
  const progress = progressAt(asOf.wall, start, end, working, params.seasonalProfile);
  const [way, done] = [target, actual].map((figure) => subtract(ofNumber(figure), ofNumber(from ?? 0)));
  const due = from === undefined ? way : times(way, progress);
  const share = divide(done, due);
  const isOnTrack = compareFractions(done, due) * (isCeiling ? -1 : 1) >= 0;
  // The share of what is expected; where more of a level is worse (a ceiling, a score below 0), what it is over counts against it.
  const isMoreWorse = isCeiling !== due.over < 0n;
  const quality = share && isMoreWorse ? subtract(fraction(2), share) : share;
  const isNear = quality && compareFractions(quality, ofNumber(params.atRisk ?? AT_RISK)) >= 0;
  const running = isOnTrack ? 'on-track' : isNear ? 'at-risk' : 'off-track';
  const isDone = isReached && (isOver || (from !== undefined && !isCeiling));
  const status = isDone ? 'achieved' : isOver ? 'missed' : running;
  if (from === undefined) return {...base, status};
  const remaining = subtract(way, done);
  return {
    ...base,
    status,
    expectedToDate: toNumber(plus(ofNumber(from), due)),
    ...(!isFromNothing && {progress: ratio(done, way) ?? 0}),
    pace: due.over > 0n ? ratio(done, due) : null,
    remaining: toNumber(remaining),
    requiredPerDay: ratio(remaining, subtract(all, gone)),
    currentPerDay: ratio(done, gone),
    forecast: isTelling(progress, params) ? toNumber(plus(ofNumber(from), divide(done, progress) ?? done)) : null
  };
}

function ratio(over: Fraction, under: Fraction): number | null {
  const share = divide(over, under);
  return share ? toNumber(share) : null;
}
