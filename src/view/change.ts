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
  const muted = {tone: 'muted', arrow: '', text: '', verdict: ''} as const;
  if (value === null || change === null) {
    const why = text.reasons[reason ?? 'no-comparable-period'];
    return {...muted, against: window.start ? `${period}: ${why}` : why};
  }
  const against = text.on(period, format.figure(value, unit).short);
  const shown = changeText(comparison, change, unit, format);
  if (!shown) return {...muted, text: text.unchanged, against};
  const isGood = change > 0 === (better === 'higher');
  return {
    tone: isGood ? 'good' : 'bad',
    arrow: change > 0 ? '▲' : '▼',
    text: shown,
    against,
    verdict: isGood ? text.better : text.worse
  };
}

/** Empty when the change vanishes at the one decimal shown: the neutral band. */
function changeText({relativeChange}: Comparison, change: number, unit: Unit, {text, figure, signed}: Format): string {
  const isTime = unit === 'days' || unit === 'seconds';
  const isPoints = unit === 'ratio' || unit === 'score';
  const amount = isTime || unit === 'score' ? change : 100 * (isPoints ? change : (relativeChange ?? change));
  const rounded = Math.round(amount * 10) / 10;
  if (rounded === 0) return '';
  if (isTime) return (change < 0 ? text.shorter : text.longer)(figure(Math.abs(rounded), unit).short);
  if (isPoints) return text.points(signed(rounded, 'points'));
  return relativeChange === null ? signed(change, unit) : signed(relativeChange, 'ratio');
}
