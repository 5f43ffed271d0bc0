import {columnOf, textAt} from '../dataset/columns-of.js';
import {DAY} from '../calendar/civil.js';
import {parseMoment} from '../calendar/moment.js';
import type {MomentInput} from '../calendar/moment.js';
import {decimal, toNumber} from './fraction.js';
import type {Kpi} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';

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

/** A target found: its window is wall time, half-open. */
export interface Target {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly owner?: string;
}

/** Below this share of the expected a target is off track; from it on, at risk. */
const AT_RISK = 0.9;

/** Whose target is wanted; nobody's in particular: that of the whole. */
export interface TargetScope {
  readonly rep?: string;
  readonly team?: string;
}

/**
 * The given target, else that of the `targets` table for the same KPI, period and scope. A filter by one rep or team is such a scope; under
 * any other filter, and for another variant than the default, the table has no target.
 */
export function findTarget(kpi: Kpi, context: Context, given: TargetInput | undefined, scope?: TargetScope): Target | undefined {
  const {period} = context.window;
  if (given !== undefined) {
    const {value, start, end}: Exclude<TargetInput, number> = typeof given === 'number' ? {value: given} : given;
    if (!Number.isFinite(value)) throw new RangeError(`not a target: ${value}`);
    const wall = (moment: MomentInput | undefined, otherwise: number) =>
      moment === undefined ? otherwise : parseMoment(moment, context.zone).wall;
    return {value, start: wall(start, period.start), end: wall(end, period.end)};
  }
  const {rep = [], team = [], ...others} = context.filter;
  const [reps, teams] = [[scope?.rep ?? rep].flat(), [scope?.team ?? team].flat()];
  if (kpi.isVariant || Object.keys(others).length > 0 || reps.length + teams.length > 1) return undefined;
  const table = context.dataset.tables.get('targets');
  const values = columnOf(table, 'value', 'decimal');
  const [start, end] = ['start', 'end'].map((name) => columnOf(table, name, 'time'));
  const text = (name: string, row: number) => textAt(columnOf(table, name, 'text'), row);
  const {find} = peopleOf(context.dataset);
  for (let row = 0; values && row < values.units.length; row++) {
    if (start?.ms[row] !== period.start || end?.ms[row] !== period.end || Number.isNaN(values.units[row])) continue;
    const isScope = find(text('repId', row)) === find(reps[0] ?? '') && text('team', row) === (teams[0] ?? '');
    if (!isScope || !targetIds(kpi, reps.length > 0).includes(text('kpi', row))) continue;
    const owner = text('owner', row);
    return {value: toNumber(decimal(values.units[row], values.scale)), start: period.start, end: period.end, ...(owner && {owner})};
  }
  return undefined;
}

/** What each rep has of the sales may be set under either name; together they have the target of total sales. */
function targetIds({id, ...kpi}: Kpi, isRep: boolean): string[] {
  if ((kpi.kind === 'flow' && kpi.per) || !['sales-per-rep', 'total-sales'].includes(id)) return [id];
  return isRep ? ['sales-per-rep', 'total-sales'] : ['total-sales'];
}

/**
 * Pace, status, required rate and linear forecast. Sums and counts build up: half the period, half the target. A level (a ratio, a duration,
 * an average) is compared as it stands. Where lower is better the target is a ceiling.
 */
export function assessTarget(kpi: Kpi, actual: number | null, {value: target, start, end, owner}: Target, {asOf}: Context): TargetResult {
  const totalDays = (end - start) / DAY;
  const elapsedDays = Math.max(0, (Math.min(asOf.wall, end) - start) / DAY);
  const base = {target, totalDays, elapsedDays, attainment: actual === null || target <= 0 ? null : actual / target, ...(owner && {owner})};
  if (elapsedDays === 0) return {...base, status: 'not-started'};
  if (actual === null || !Number.isFinite(totalDays)) return {...base, status: 'no-data'};

  const isOver = elapsedDays === totalDays;
  const isCeiling = kpi.better === 'lower';
  const isReached = isCeiling ? actual <= target : actual >= target;
  const isSum = kpi.kind === 'flow' && !kpi.denominator && !kpi.per;
  const expectedToDate = isSum ? (target * elapsedDays) / totalDays : target;
  const isOnTrack = isCeiling ? actual <= expectedToDate : actual >= expectedToDate;
  // The share of what is expected; where more of a level is worse (a ceiling, a score below 0), what it is over counts against it.
  const isMoreWorse = isCeiling !== expectedToDate < 0;
  const share = actual / expectedToDate;
  const quality = isMoreWorse ? (isSum ? 1 / share : 2 - share) : share;
  const running = isOnTrack ? 'on-track' : quality >= AT_RISK ? 'at-risk' : 'off-track';
  const isDone = isReached && (isOver || (isSum && !isCeiling));
  const status = isDone ? 'achieved' : isOver ? 'missed' : running;
  if (!isSum) return {...base, status};
  return {
    ...base,
    status,
    expectedToDate,
    pace: expectedToDate > 0 ? actual / expectedToDate : null,
    remaining: target - actual,
    requiredPerDay: isOver ? null : (target - actual) / (totalDays - elapsedDays),
    currentPerDay: actual / elapsedDays,
    forecast: elapsedDays / totalDays >= 0.1 ? (actual * totalDays) / elapsedDays : null
  };
}
