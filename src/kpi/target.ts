import {DAY, isoText} from '../calendar/civil.js';
import {daysBetween} from '../calendar/working-days.js';
import {findTarget} from './find-target.js';
import type {Report, Target, TargetInput} from './find-target.js';
import {compareFractions, divide, fraction, ofNumber, plus, subtract, times, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import {isSum} from './kpi.js';
import type {Kpi} from './kpi.js';
import {isTelling, progressAt} from './progress.js';
import type {Context} from './query.js';
import type {TargetScope} from './quota.js';
import type {Result} from './result.js';

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

/** Below this share of the expected a target is off track; from it on, at risk. */
const AT_RISK = 0.9;

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
