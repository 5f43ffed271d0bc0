import type {Direction, Unit} from '../kpi/kpi.js';
import type {Comparison} from '../kpi/result.js';
import {periodText} from './dates.js';
import type {Format} from './format.js';

export type Tone = 'good' | 'bad' | 'neutral';

/** A change in words, a sign and a tone; never the colour alone. */
export interface ChangeView {
  readonly tone: Tone;
  readonly arrow: '▲' | '▼' | '';
  /** `+8.2%`, `2.1 points`, `11 days shorter`. */
  readonly text: string;
  /** `on 1–23 Oct 2026 (3.15M)`. */
  readonly against: string;
  /** `better` or `worse`, for those who do not see the colour. */
  readonly verdict: string;
}

export function changeView(comparison: Comparison | undefined, unit: Unit, better: Direction, format: Format): ChangeView | undefined {
  if (!comparison) return undefined;
  const {text} = format;
  const {value, change, relativeChange, window, reason} = comparison;
  if (value === null || change === null) {
    return {
      tone: 'neutral',
      arrow: '',
      text: '',
      verdict: '',
      against: reason ? `${text.noComparison}: ${text.reasons[reason]}` : text.noComparison
    };
  }
  const {text: figure, unit: size} = format.figure(value, unit);
  const space = unit === 'days' ? ' ' : '';
  const against = text.on(periodText(window, false, format), `${figure}${space}${size}`);
  const shown = changeText(change, relativeChange, unit, format);
  if (shown === undefined) return {tone: 'neutral', arrow: '', text: text.unchanged, against, verdict: ''};
  const isGood = change > 0 === (better === 'higher');
  return {tone: isGood ? 'good' : 'bad', arrow: change > 0 ? '▲' : '▼', text: shown, against, verdict: isGood ? text.better : text.worse};
}

/** Undefined when the change vanishes at the precision shown: the neutral band. */
function changeText(change: number, relative: number | null, unit: Unit, format: Format): string | undefined {
  const {text} = format;
  if (unit === 'ratio') {
    const points = Math.round(change * 1000) / 10;
    return points === 0 ? undefined : text.points(format.signed(points, 'points'));
  }
  if (unit === 'days') {
    const size = Math.round(Math.abs(change) * 10) / 10;
    return size === 0 ? undefined : (change < 0 ? text.shorter : text.longer)(format.figure(size, 'days').full);
  }
  if (relative === null) return change === 0 ? undefined : format.signed(change, unit);
  return Math.round(relative * 1000) === 0 ? undefined : format.signed(relative, 'ratio');
}
