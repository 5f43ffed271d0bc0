import type {ListColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {isoText} from '../calendar/civil.js';
import {atWall, parseMoment} from '../calendar/moment.js';
import type {MomentInput} from '../calendar/moment.js';
import {activeIn} from './active-reps.js';
import {fraction, ofNumber, times, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import {isSum} from './kpi.js';
import type {Kpi} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';
import {prorated, quotasOf} from './quota.js';
import type {Quota, TargetScope} from './quota.js';

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
  const {reps, find} = peopleOf(dataset);
  const place = find(idOrName);
  const whole = {...window, end: atWall(window.period.end, zone)};
  return place < 0 ? fraction(1) : activeIn(dataset, reps[place], whole);
}
