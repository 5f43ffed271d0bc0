import type {Dataset} from '../dataset/dataset.js';
import {resolveAsOf} from '../calendar/moment.js';
import type {AsOf, MomentInput} from '../calendar/moment.js';
import {resolvePeriod} from '../calendar/period.js';
import type {PeriodInput} from '../calendar/period.js';
import type {WorkingDays} from '../calendar/working-days.js';
import {openWindow} from '../calendar/window.js';
import type {Compare, Window} from '../calendar/window.js';
import type {Kpi} from './kpi.js';
import type {TargetInput} from './target.js';

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

/** When people work: days of the week (1 is Monday), hours of the day, and dates when nobody does. */
export interface WorkingTime {
  readonly days?: readonly number[];
  readonly start?: number;
  readonly end?: number;
  readonly holidays?: readonly string[];
}

/** What one KPI alone needs. */
export interface Params {
  /** `sales-cycle-length`: which outcomes count. Default `won`. */
  readonly population?: 'won' | 'lost' | 'closed';
  /** `sales-cycle-length`: where a cycle starts: at the creation of the deal (default) or of its lead (`leadId`), at the first activity, or where it entered a stage. */
  readonly startFrom?: 'created' | 'lead' | 'first-activity' | (string & {});
  /** `sales-cycle-length`: the time that a reopened deal was closed is no part of its cycle. */
  readonly subtractClosedTime?: boolean;
  /** `lead-conversion-rate`: conversions later than this many days after the creation do not count. */
  readonly conversionWindow?: number;
  /** `customer-acquisition-cost`: the categories of cost that count. Default sales and marketing. */
  readonly categories?: readonly string[];
  /** `customer-acquisition-cost`: months by which the costs precede the customers. Default 0. */
  readonly costLag?: number;
  /** `customer-lifetime-value`: years a customer stays; default estimated from the customers lost. And the share of revenue that is margin. */
  readonly retentionYears?: number;
  readonly grossMargin?: number;
  /** `lead-response-time`, variant `within-sla`: the limit. Default an hour. */
  readonly slaSeconds?: number;
  /** Durations: only the time within working hours counts. */
  readonly businessHours?: WorkingTime;
  /** Retention and churn: what a customer is. `subscriptions`: who has one; `orders`: who orders, in the period or within `inactivityDays`. Default the table of customers. */
  readonly customerBasis?: 'subscriptions' | 'orders';
  readonly inactivityDays?: number;
  /** MRR and what rests on it: weeks and days a year has. Default 52 and 365. */
  readonly weeksPerYear?: number;
  readonly daysPerYear?: number;
  /** Subscriptions: a cancelled one is lost at its end (default), or as soon as it is cancelled: what is left is committed. */
  readonly churnRecognition?: 'at-end' | 'on-cancel';
  /** Money: every amount at the latest rate before the as-of, in place of the rate of its own date, so that rates move no trend. */
  readonly constantCurrency?: boolean;
  /** Counts of deals by rep: one for the owner (default), or for each the share that the splits say. */
  readonly countCredit?: 'owner' | 'split';
  /** `win-rate`: open deals count as not won in the period in which they get so many days old. Default never. */
  readonly staleAfterDays?: number;
  /** `average-purchase-value`: smaller purchases do not count. */
  readonly minAmount?: number;
  /** `employee-satisfaction`: smaller groups are suppressed. Default 5. */
  readonly minGroup?: number;
  /** Targets: from which share of the expected on one is at risk rather than off track. Default 0.9. */
  readonly atRisk?: number;
  /** Targets and forecasts: the share of a period that must have passed before its pace is drawn out. Default 0.1. */
  readonly minElapsed?: number;
  /** Targets of sums: those of other periods count by days, and a rep's by the days he or she was active. Default off. */
  readonly prorate?: boolean;
  /** KPIs per rep: reps who joined or left in the period count for the share of it they were active, not as one each. */
  readonly fte?: boolean;
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
  readonly params: Params;
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
  if (!isWithin(weekStart, 0, 7)) throw new RangeError(`unknown start of the week: ${weekStart}; 1 is Monday, 0 or 7 Sunday`);
  if (!isWithin(fiscalYearStart, 1, 12))
    throw new RangeError(`unknown start of the fiscal year: ${fiscalYearStart}; 1 is January, 12 December`);
  if (!['calendar', 'working-days'].includes(compareBy)) throw new RangeError(`unknown way to compare: ${compareBy}`);
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

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
