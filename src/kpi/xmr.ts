import {compareFractions, divide, fraction, ofNumber, plus, subtract, times, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';

/** Limits of routine variation from the mean moving range, and of the range itself (Wheeler). */
const LIMIT = 2.66;
const RANGE_LIMIT = 3.268;
/** The same from the median moving range: 3 / 0.954 and its companion, which one wild range does not widen. */
const MEDIAN_LIMIT = 3.145;
const MEDIAN_RANGE_LIMIT = 3.865;
/** Points on one side of the centre that make a run. */
const RUN = 8;

/** How limits are drawn. */
export interface LimitOptions {
  /** A baseline locked by its mean. */
  readonly mean?: number;
  /** A baseline locked to the first so many points: the others are judged by their limits. */
  readonly baseline?: number;
  /** Of the moving ranges the mean (default) or the median. */
  readonly ranges?: 'mean' | 'median';
}

export type SignalRule = 'outside-limits' | 'three-of-four' | 'run-of-8';

export interface Signal {
  /** The point at which the rule is met. */
  readonly index: number;
  readonly rule: SignalRule;
}

/** A process behaviour chart (XmR): what is routine, and what is not. */
export interface ProcessLimits {
  readonly mean: number;
  /** With `ranges: 'median'` their median. */
  readonly averageMovingRange: number;
  readonly upper: number;
  readonly lower: number;
  readonly upperRange: number;
  readonly signals: readonly Signal[];
  /** Points whose step from the one before is beyond the upper range limit. */
  readonly rangeSignals: readonly number[];
  /** Fewer than 6 points: no limits to speak of; fewer than 12: trial ones, which only a point outside can break, unless a baseline is locked. */
  readonly sample: 'none' | 'trial' | 'usual';
}

/**
 * Limits and signals of a series, in order of time; a gap (null) breaks ranges and runs. A baseline can be locked by its mean.
 * Signals are Wheeler's three, as in xmrit: outside a limit, three of four nearer to a limit than to the centre, eight on one side.
 */
export function processLimits(values: readonly (number | null)[], locked: LimitOptions = {}): ProcessLimits | undefined {
  const {mean: fixed, baseline = values.length, ranges: from} = locked;
  const exact = values.map((value) => (value === null ? null : ofNumber(value)));
  const known = exact.slice(0, baseline).filter((value) => value !== null);
  if (known.length === 0) return undefined;
  const ranges = exact.map((value, index) => {
    const before = index > 0 ? exact[index - 1] : null;
    return value === null || before === null ? null : absolute(subtract(value, before));
  });
  const centre = fixed === undefined ? average(known) : ofNumber(fixed);
  const moved = ranges.slice(0, baseline).filter((one) => one !== null);
  const range = from === 'median' ? median(moved) : average(moved);
  const [reach, upperRange] = (from === 'median' ? [MEDIAN_LIMIT, MEDIAN_RANGE_LIMIT] : [LIMIT, RANGE_LIMIT]).map((limit) =>
    times(ofNumber(limit), range)
  );
  const mean = toNumber(centre);
  const isTrial = known.length < 12 && fixed === undefined;
  const sample = known.length < 6 ? 'none' : known.length < 12 ? 'trial' : 'usual';
  return {
    mean,
    averageMovingRange: toNumber(range),
    upper: toNumber(plus(centre, reach)),
    lower: toNumber(subtract(centre, reach)),
    upperRange: toNumber(upperRange),
    signals: sample === 'none' ? [] : signalsOf(values, mean, toNumber(reach)).filter(({rule}) => !isTrial || rule === 'outside-limits'),
    rangeSignals: ranges.flatMap((one, index) => (one !== null && compareFractions(one, upperRange) > 0 ? [index] : [])),
    sample
  };
}

/** The limits of the changes since a season before, for at least two seasons; moving averages would not do, which are alike by themselves. */
export function seasonalLimits(values: readonly (number | null)[], season: number): ProcessLimits | undefined {
  if (season === 0 || values.filter((value) => value !== null).length < 2 * season) return undefined;
  return processLimits(
    values.map((value, index) => {
      const before = values[index - season] ?? null;
      return value === null || before === null ? null : toNumber(subtract(ofNumber(value), ofNumber(before)));
    })
  );
}

function signalsOf(values: readonly (number | null)[], mean: number, reach: number): Signal[] {
  let run = 0;
  return values.flatMap((value, index): Signal[] => {
    if (value === null || value === mean) {
      run = 0;
      return [];
    }
    const side = Math.sign(value - mean);
    run = Math.sign(run) === side ? run + side : side;
    const four = values.slice(Math.max(0, index - 3), index + 1);
    const far = four.filter((other) => other !== null && Math.sign(other - mean) === side && Math.abs(other - mean) > reach / 2);
    return [
      ...(Math.abs(value - mean) > reach ? [{index, rule: 'outside-limits'} as const] : []),
      ...(four.length === 4 && !four.includes(null) && far.length >= 3 && far.includes(value)
        ? [{index, rule: 'three-of-four'} as const]
        : []),
      ...(Math.abs(run) === RUN ? [{index, rule: 'run-of-8'} as const] : [])
    ];
  });
}

function average(values: readonly Fraction[]): Fraction {
  return divide(values.reduce(plus, fraction(0)), fraction(values.length)) ?? fraction(0);
}

function median(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort(compareFractions);
  const middle = [sorted.at((sorted.length - 1) >> 1), sorted.at(sorted.length >> 1)];
  return average(middle.filter((one) => one !== undefined));
}

function absolute({over, under}: Fraction): Fraction {
  return {over: over < 0n ? -over : over, under};
}
