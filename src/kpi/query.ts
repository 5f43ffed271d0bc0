import type {Dataset} from '../dataset/dataset.js';
import {resolveAsOf} from '../calendar/moment.js';
import type {AsOf, MomentInput} from '../calendar/moment.js';
import {oneOf} from '../dataset/one-of.js';
import {resolvePeriod} from '../calendar/period.js';
import type {PeriodInput} from '../calendar/period.js';
import type {WorkingDays} from '../calendar/working-days.js';
import {openWindow} from '../calendar/window.js';
import type {Compare, Window} from '../calendar/window.js';
import type {Kpi} from './kpi.js';
import type {Asked, Params} from './params.js';
import type {TargetInput} from './find-target.js';

/** Which rows count: column (or `rep`, `team`, `region`, `manager` of the owner) -> its allowed values. */
export type Filter = Readonly<Record<string, string | readonly string[]>>;

/** Records of one table, by id. */
export interface Only {
  readonly table: string;
  readonly ids: ReadonlySet<string>;
}

/** What to look at, and how. Everything but the period falls back to the dataset's settings. */
export interface Scope {
  /** Text in the period grammar, or half-open bounds. Default that of the target where it says its own, else `this-month`. */
  readonly period?: PeriodInput;
  /** A date (its end is meant) or an instant. Without it nothing is in the future, and periods relative to today are errors. */
  readonly asOf?: MomentInput;
  /** IANA zone in which days begin; default the dataset's, else UTC. */
  readonly timeZone?: string;
  /** Reporting currency, ISO 4217; default the dataset's, else the only one in the data. */
  readonly currency?: string;
  /** First day of the week, 1 is Monday, and first month of the fiscal year; default the dataset's, else 1. */
  readonly weekStart?: number;
  readonly fiscalYearStart?: number;
  readonly filter?: Filter;
  /** Only these records of a table. A KPI that counts another table cannot be asked so. */
  readonly only?: Only | undefined;
}

/** @typeParam K what names the KPI */
export interface Query<K = string | Kpi> extends Scope {
  /** An id of the catalog, or a definition of your own. */
  readonly kpi: K;
  readonly variant?: string;
  /** Default `previous`. */
  readonly compare?: Compare;
  /** How a running period is counted, its comparison cut and its pace drawn out: by the calendar (default), or by working days. */
  readonly compareBy?: 'calendar' | 'working-days';
  readonly target?: TargetInput;
  readonly params?: Params;
}

/** A scope made definite: what every calculation below takes. */
export interface Context {
  readonly dataset: Dataset;
  readonly zone: string;
  readonly weekStart: number;
  readonly asOf: AsOf;
  readonly window: Window;
  readonly currency: string | undefined;
  readonly filter: Filter;
  readonly only: Only | undefined;
  readonly params: Asked;
  /** How far the rates of `constantCurrency` are looked at: as far for a younger cohort as for the older one it is compared with. */
  readonly ratesAsOf: AsOf;
  /** Set when comparisons go by working days. */
  readonly working: WorkingDays | undefined;
}

/** @throws RangeError for a period, zone, date, month, day of the week or way to compare that is not one */
export function resolve(dataset: Dataset, scope: Scope & Partial<Pick<Query, 'params' | 'compareBy' | 'target'>>): Context {
  const {settings} = dataset;
  const zone = scope.timeZone ?? settings.timeZone ?? 'UTC';
  const weekStart = scope.weekStart ?? settings.weekStart ?? 1;
  const fiscalYearStart = scope.fiscalYearStart ?? settings.fiscalYearStart ?? 1;
  const {compareBy = 'calendar'} = scope;
  oneOf('start of the week', weekStart, [1, 2, 3, 4, 5, 6, 7, 0]);
  oneOf('start of the fiscal year', fiscalYearStart, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  oneOf('way to compare', compareBy, ['calendar', 'working-days']);
  const asOf = resolveAsOf(scope.asOf ?? settings.asOf, zone);
  const {start, end} = Object(scope.target) as Partial<Exclude<TargetInput, number>>;
  const period = resolvePeriod(scope.period ?? (start && end ? {start, end} : 'this-month'), {
    zone,
    today: asOf.today,
    weekStart,
    fiscalYearStart,
    fiscalYearLabel: settings.fiscalYearLabel,
    periods: settings.periods
  });
  const window = openWindow(period, asOf, zone);
  return {
    dataset,
    zone,
    weekStart,
    asOf,
    ratesAsOf: asOf,
    window,
    currency: scope.currency ?? settings.currency,
    filter: scope.filter ?? {},
    only: scope.only,
    params: scope.params ?? {},
    working: compareBy === 'working-days' ? {days: settings.workingDays ?? [1, 2, 3, 4, 5], holidays: settings.holidays ?? []} : undefined
  };
}
