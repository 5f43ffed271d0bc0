import type {Window} from '../calendar/window.js';
import {divide, fraction, times, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Figures, Issue, Reason} from './result.js';

/** What a kind computes for one group and window, still exact. Without a `value` there is a `reason`. */
export interface Figure {
  readonly value?: Fraction | undefined;
  readonly reason?: Reason | undefined;
  readonly numerator?: Fraction | undefined;
  readonly denominator?: Fraction | undefined;
  readonly n: number;
  readonly open?: number | undefined;
  readonly parts?: Readonly<Record<string, Fraction>>;
  /** What it is of, where that is another stretch than the window it stands for. */
  readonly own?: Pick<Window, 'period' | 'asOf'> | undefined;
  /** Of money: the currency it came out in. */
  readonly currency?: string | undefined;
  readonly excluded: readonly Issue[];
  readonly issues: readonly Issue[];
}

/** A share and what it is of, so many times; without a whole, or of one of nothing or less (credits exceed sales), there is none. */
export function quotient(
  numerator: Fraction | undefined,
  denominator?: Fraction,
  factor = 1
): Pick<Figure, 'value' | 'reason' | 'numerator' | 'denominator'> {
  const share = numerator && (!denominator ? numerator : denominator.over > 0n ? divide(numerator, denominator) : undefined);
  return {
    value: share && factor !== 1 ? times(share, fraction(factor)) : share,
    reason: share ? undefined : 'empty-denominator',
    numerator,
    denominator
  };
}

/** The one place where exact figures become doubles. A window that lies ahead has no value. */
export function toFigures(figure: Figure, {status}: Window): Figures {
  const reason = status === 'future' ? 'not-started' : figure.reason;
  const number = (exact: Fraction | undefined) => (exact ? toNumber(exact) : null);
  return {
    value: reason ? null : number(figure.value),
    numerator: number(figure.numerator),
    denominator: number(figure.denominator),
    n: figure.n,
    status,
    ...(reason && {reason})
  };
}
