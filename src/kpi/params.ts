import {oneOf} from '../dataset/one-of.js';
import {minorUnits} from './minor-units.js';

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
  /**
   * MRR and what rests on it: whose discounts (`discountAmount`, which the amount is net of) are taken off. `always` (ChartMogul, default), only those
   * whose `discountDuration` is `forever` (Stripe), or `never` (Paddle).
   */
  readonly discountPolicy?: 'always' | 'forever' | 'never';
  /** Subscriptions: a cancelled one is lost at its end (default), or as soon as it is cancelled: what is left is committed. */
  readonly churnRecognition?: 'at-end' | 'on-cancel';
  /** Money: every amount at the latest rate before the as-of, in place of the rate of its own date, so that rates move no trend. */
  readonly constantCurrency?: boolean;
  /** Counts of deals by rep: one for the owner (default), or for each the share that the splits say. */
  readonly countCredit?: 'owner' | 'split';
  /** Sums by rep: what a split credits is rounded to minor units of the currency, by largest remainder, so that the parts add to the whole. Default exact. */
  readonly roundSplits?: boolean;
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
  /**
   * Targets and linear forecasts of a whole period: the shares of it due at the end of each of so many equal parts (calendar months where they come
   * out even), rising to 1. `[0.2, 0.4, 0.6, 1]` has two fifths due in the last quarter of a year. Default even.
   */
  readonly seasonalProfile?: readonly number[];
  /** Targets of sums: those of other periods count by days, and a rep's by the days he or she was active. Default off. */
  readonly prorate?: boolean;
  /** KPIs per rep: reps who joined or left in the period count for the share of it they were active, not as one each. */
  readonly fte?: boolean;
}

/** As they are computed with. */
export interface Asked extends Params {
  /** How the credit of splits is rounded, where it is. */
  readonly rounding?: typeof minorUnits;
}

/** What those that are a choice may be. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  population: ['won', 'lost', 'closed'],
  customerBasis: ['subscriptions', 'orders'],
  churnRecognition: ['at-end', 'on-cancel'],
  countCredit: ['owner', 'split'],
  discountPolicy: ['always', 'forever', 'never']
};

/**
 * The parameters that are given. One that is not understood would give another figure than the page thinks it has; what no KPI knows changes none.
 *
 * @throws RangeError `unknown population: all; known are won, lost, closed`, `not a number from 0 on: slaSeconds -1`
 */
export function readParams(params: Params): Asked {
  const given = Object.entries(params).filter(([, value]: [string, unknown]) => value !== null && value !== undefined);
  for (const [name, value] of given as [string, unknown][]) {
    if (Object.hasOwn(CHOICES, name)) oneOf(name, String(value), CHOICES[name]);
    if (typeof value === 'number' && !(value >= 0 && value < Infinity)) throw new RangeError(`not a number from 0 on: ${name} ${value}`);
  }
  const {seasonalProfile: profile = [1]} = params;
  if (profile.at(-1) !== 1 || profile.some((share, index) => !(share >= (profile[index - 1] ?? 0))))
    throw new RangeError(`not shares that rise to 1: ${profile.join(', ')}`);
  return {...Object.fromEntries(given), ...(params.roundSplits && {rounding: minorUnits})};
}
