import type {Fraction} from './fraction.js';
import {toNumber} from './fraction.js';
import type {Window} from '../calendar/window.js';
import type {Figures, Issue, Reason} from './result.js';

/** What a kind computes for one group and window, still exact. Without a `value` there is a `reason`. */
export interface Figure {
  readonly value?: Fraction | undefined;
  readonly reason?: Reason | undefined;
  readonly numerator?: Fraction | undefined;
  readonly denominator?: Fraction | undefined;
  readonly n: number;
  readonly open?: number;
  /** Of money: the currency it came out in. */
  readonly currency?: string | undefined;
  readonly excluded: readonly Issue[];
  readonly issues: readonly Issue[];
}

export function noFigure(reason: Reason, issues: readonly Issue[] = []): Figure {
  return {reason, n: 0, excluded: [], issues};
}

/** The one place where exact figures become doubles. A window that lies ahead has no value. */
export function toFigures(figure: Figure, window: Window): Figures {
  const {value, numerator, denominator, n} = figure;
  const reason = window.status === 'future' ? 'not-started' : figure.reason;
  return {
    value: value && !reason ? toNumber(value) : null,
    ...(reason && {reason}),
    numerator: numerator ? toNumber(numerator) : null,
    denominator: denominator ? toNumber(denominator) : null,
    n,
    status: window.status
  };
}
