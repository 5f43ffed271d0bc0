import type {Moment} from '../calendar/moment.js';
import type {Window} from '../calendar/window.js';
import {isAliveAt, isIn} from './intervals.js';
import type {Interval} from './intervals.js';

/**
 * From the opening of a window to its closing. In heads a customer counts 1, in money its monthly amount.
 * opening + new + reactivation + expansion − contraction − churn + fx = closing. `retained` are those of the opening that are still there,
 * `bought` those who also bought in it, `ended` everyone who left in the window and is not back, `joined` everyone whose first start ever lies in it, gone again or not (both in heads alone).
 */
export type Term =
  | 'opening'
  | 'closing'
  | 'new'
  | 'reactivation'
  | 'expansion'
  | 'contraction'
  | 'churn'
  | 'fx'
  | 'retained'
  | 'bought'
  | 'ended'
  | 'joined';

const UNMOVED = {new: 0, reactivation: 0, expansion: 0, contraction: 0, churn: 0, fx: 0, retained: 0};

/**
 * Tells with which windows the bridge of a customer becomes another than in the window before: 1 where something starts or ends from the opening of the
 * one to the closing of the other. What it has told is overwritten by the next. The windows are in
 * chronological order.
 */
export function turnsIn(windows: readonly Window[]): (intervals: readonly Interval[]) => Uint8Array {
  const [starts, ends] = (['start', 'end'] as const).map((bound) =>
    (['instant', 'wall'] as const).map((clock) => Float64Array.from(windows, (window) => window[bound][clock]))
  );
  const turns = new Uint8Array(windows.length);
  return (intervals) => {
    turns.fill(0);
    for (const {start, isWallStart, end, isWallEnd} of intervals) {
      markTurns(turns, start, starts[Number(isWallStart)], ends[Number(isWallStart)]);
      markTurns(turns, end, starts[Number(isWallEnd)], ends[Number(isWallEnd)]);
    }
    return turns;
  };
}

function markTurns(turns: Uint8Array, ms: number, starts: Float64Array, ends: Float64Array): void {
  for (let window = 0; window < starts.length; window++) {
    const isAhead = ms < starts[window];
    if (isAhead !== ms < ends[window] || (window > 0 && isAhead !== ms < starts[window - 1])) turns[window] = 1;
  }
}

/** The bridge of one customer, and whether it bought in the window; in heads without a `weight`. */
export function bridgeOf<I extends Interval>(
  intervals: readonly I[],
  weight: ((interval: I, rateAt: Moment) => number) | undefined,
  {start, end}: Window,
  hasBought = false
): Readonly<Record<Term, number>> {
  const at = (boundary: Moment, rateAt = boundary) => {
    const alive = intervals.filter((interval) => isAliveAt(interval, boundary));
    if (alive.length === 0) return undefined;
    // In heads, two subscriptions are still one customer.
    return weight ? alive.reduce((sum, interval) => sum + weight(interval, rateAt), 0) : 1;
  };
  const [opening, closing, unmoved] = [at(start), at(end), at(end, start)];
  const isOld = intervals.some(({start: since, isWallStart}) => since < (isWallStart ? start.wall : start.instant));
  const joined = !isOld && intervals.some(({start: since, isWallStart}) => isIn(since, isWallStart, start, end));
  const ended = closing === undefined && intervals.some(({end: until, isWallEnd}) => isIn(until, isWallEnd, start, end));
  const base = {
    opening: opening ?? 0,
    closing: closing ?? 0,
    ...UNMOVED,
    ended: Number(ended && !weight),
    joined: Number(joined && !weight),
    bought: Number(hasBought && opening !== undefined)
  };
  if (opening === undefined) return closing === undefined ? base : {...base, [joined ? 'new' : 'reactivation']: closing};
  if (closing === undefined || unmoved === undefined) return {...base, churn: opening};
  const change = unmoved - opening;
  return {
    ...base,
    retained: Math.min(opening, unmoved),
    expansion: Math.max(0, change),
    contraction: Math.max(0, -change),
    fx: closing - unmoved
  };
}
