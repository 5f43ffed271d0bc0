import {columnOf, textAt} from '../dataset/columns-of.js';
import {DAY} from '../calendar/civil.js';
import {parseMoment} from '../calendar/moment.js';
import type {MomentInput} from '../calendar/moment.js';
import type {Kpi} from './kpi.js';
import type {Context} from './query.js';
import {toNumber, decimal} from './fraction.js';

/** What should be reached: a number for the whole period, or one with a window of its own, half-open. */
export type TargetInput = number | {readonly value: number; readonly start?: MomentInput; readonly end?: MomentInput};

export type TargetStatus = 'achieved' | 'missed' | 'on-track' | 'at-risk' | 'off-track' | 'not-started' | 'no-data';

/** A figure against its target. Amounts are in the KPI's unit, days are local days. */
export interface TargetResult {
  readonly target: number;
  /** Actual over target. */
  readonly attainment: number | null;
  readonly status: TargetStatus;
  readonly elapsedDays: number;
  readonly totalDays: number;
  /** Of sums and counts, which build up over the period: what an even pace would have given by now. */
  readonly expectedToDate?: number;
  readonly pace?: number | null;
  readonly remaining?: number;
  readonly requiredPerDay?: number | null;
  readonly currentPerDay?: number | null;
  /** At the present pace, at the end of the period; from a tenth of it on. */
  readonly forecast?: number | null;
  readonly owner?: string;
}

/** Below this share of the expected a target is off track; from it on, at risk. */
const AT_RISK = 0.9;

/** The wanted target: the given one, or that of the `targets` table for the same KPI, period and rep (none: of the whole). */
export function findTarget(kpi: Kpi, context: Context, given: TargetInput | undefined, rep = ''): {value: number; start: number; end: number; owner?: string} | undefined {
  const {period} = context.window;
  if (given !== undefined) {
    const {value, start, end} = typeof given === 'number' ? {value: given} : given;
    const wall = (moment: MomentInput | undefined, otherwise: number) => (moment === undefined ? otherwise : parseMoment(moment, context.zone).wall);
    return {value, start: wall(start, period.start), end: wall(end, period.end)};
  }
  const table = context.dataset.tables.get('targets');
  const values = columnOf(table, 'value', 'decimal');
  const [start, end] = [columnOf(table, 'start', 'time'), columnOf(table, 'end', 'time')];
  const [ids, reps, teams, owners] = ['kpi', 'repId', 'team', 'owner'].map(name => columnOf(table, name, 'text'));
  for (let row = 0; row < (table?.length ?? 0); row++) {
    const isWanted = textAt(ids, row) === kpi.id && textAt(reps, row) === rep && textAt(teams, row) === '';
    if (!isWanted || start?.ms[row] !== period.start || end?.ms[row] !== period.end || !values) continue;
    const owner = textAt(owners, row);
    return {value: toNumber(decimal(values.units[row] ?? 0, values.scale)), start: period.start, end: period.end, ...(owner && {owner})};
  }
  return undefined;
}

/**
 * Pace, status, required rate and linear forecast. Sums and counts build up: half the period, half the target. A level (a ratio, a duration,
 * an average) is compared as it stands. Where lower is better the target is a ceiling.
 */
export function assessTarget(kpi: Kpi, actual: number | null, wanted: {value: number; start: number; end: number; owner?: string}, context: Context): TargetResult {
  const {value: target, start, end} = wanted;
  const now = Math.min(context.asOf.wall, end);
  const [totalDays, elapsedDays] = [(end - start) / DAY, Math.max(0, (now - start) / DAY)];
  const base = {target, totalDays, elapsedDays, attainment: actual === null || target <= 0 ? null : actual / target, ...(wanted.owner && {owner: wanted.owner})};
  if (elapsedDays === 0) return {...base, status: 'not-started'};
  if (actual === null || !Number.isFinite(totalDays)) return {...base, status: 'no-data'};
  const isOver = elapsedDays === totalDays;
  const isCeiling = kpi.better === 'lower';
  const isReached = isCeiling ? actual <= target : actual >= target;
  if (kpi.kind !== 'flow' || kpi.denominator || kpi.per) {
    const isNear = isCeiling ? actual <= target * (2 - AT_RISK) : actual >= target * AT_RISK;
    return {...base, status: isReached ? (isOver ? 'achieved' : 'on-track') : isOver ? 'missed' : isNear ? 'at-risk' : 'off-track'};
  }
  const expectedToDate = (target * elapsedDays) / totalDays;
  const pace = expectedToDate > 0 ? actual / expectedToDate : null;
  const remaining = target - actual;
  const onPace = isCeiling ? 1 / (pace ?? 1) : (pace ?? 1);
  const status = isReached && (isOver || !isCeiling) ? 'achieved' : isOver ? 'missed' : onPace >= 1 ? 'on-track' : onPace >= AT_RISK ? 'at-risk' : 'off-track';
  return {
    ...base,
    status,
    expectedToDate,
    pace,
    remaining,
    requiredPerDay: isOver ? null : remaining / (totalDays - elapsedDays),
    currentPerDay: actual / elapsedDays,
    forecast: elapsedDays / totalDays >= 0.1 ? (actual * totalDays) / elapsedDays : null
  };
}
