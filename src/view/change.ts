import type {Direction, Unit} from '../kpi/kpi.js';
import type {Comparison} from '../kpi/result.js';
import {periodText} from './dates.js';
import type {Format} from './format.js';

/** A change in words, a sign and a tone; never the colour alone. Without a change, `against` alone says why. */
export interface ChangeView {
  readonly tone: 'good' | 'bad' | 'muted';
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
  const {value, change, window, reason} = comparison;
  const period = periodText(window, false, format);
  const none = {tone: 'muted', arrow: '', text: '', verdict: ''} as const;
  if (value === null || change === null) {
    return {...none, against: window.start && reason ? `${period}: ${text.reasons[reason]}` : text.noComparison};
  }
  const against = text.on(period, format.figure(value, unit).short);
  const shown = changeText(comparison, change, unit, format);
  if (!shown) return {...none, text: text.unchanged, against};
  const isGood = change > 0 === (better === 'higher');
  return {
    tone: isGood ? 'good' : 'bad',
    arrow: change > 0 ? '▲' : '▼',
    text: shown,
    against,
    verdict: isGood ? text.better : text.worse
  };
}

/** Empty when the change vanishes at the precision shown: the neutral band. */
function changeText({relativeChange}: Comparison, change: number, unit: Unit, {text, figure, signed}: Format): string {
  if (unit === 'ratio') {
    const points = Math.round(change * 1000) / 10;
    return points === 0 ? '' : text.points(signed(points, 'points'));
  }
  if (unit === 'days' || unit === 'seconds') {
    const size = Math.round(Math.abs(change) * 10) / 10;
    return size === 0 ? '' : (change < 0 ? text.shorter : text.longer)(figure(size, unit).short);
  }
  if (unit === 'score') return Math.round(change * 10) === 0 ? '' : text.points(signed(change, 'points'));
  if (relativeChange === null) return change === 0 ? '' : signed(change, unit);
  return Math.round(relativeChange * 1000) === 0 ? '' : signed(relativeChange, 'ratio');
}
