import type {Unit} from '../kpi/kpi.js';
import type {Comparison, Result} from '../kpi/result.js';
import {daysText, periodText} from './dates.js';
import {casesText, isFew} from './few.js';
import type {Format} from './format.js';
import {joined} from './heading.js';

/** A change in words, a sign and a tone; never the colour alone. Without a change, `against` alone says why. */
export interface ChangeView {
  readonly tone: 'good' | 'bad' | 'muted';
  readonly arrow: '▲' | '▼' | '';
  /** `+8.2%`, `2.1 points`, `11 days shorter`. */
  readonly text: string;
  /** `on 1–23 Oct (3.15M)`, and whether that is within normal variation. */
  readonly against: string;
  /** The days and the figure compared with, in full, and of sums by how much they differ. */
  readonly title?: string;
  /** `better` or `worse`, for those who do not see the colour. */
  readonly verdict: string;
}

/** `isRoutine`: the figure is within normal variation, so that its change is none to speak of; undefined when that cannot be told. */
export function changeView(
  {comparison, unit, currency, direction, ...result}: Result,
  format: Format,
  isRoutine?: boolean
): ChangeView | undefined {
  if (!comparison) return undefined;
  const {text} = format;
  const {value, change, window, reason} = comparison;
  const period = periodText(window, false, format, result.window.start);
  const muted = {tone: 'muted', arrow: '', text: '', verdict: ''} as const;
  if (value === null || change === null || reason) {
    const why = text.reasons[reason ?? 'no-comparable-period'];
    return {...muted, against: window.start ? `${period}: ${why}` : why};
  }
  const title = `${daysText(window, format)}: ${format.figure(value, unit, currency).full}${unit === 'currency' || unit === 'count' ? ` (${format.signed(change, unit)})` : ''}`;
  if (isFew(result, unit) || isFew(comparison, unit)) {
    const shown = isFew(comparison, unit) ? casesText(comparison, format) : format.figure(value, unit);
    return {...muted, title, text: text.reasons['below-minimum-sample'], against: `· ${period}: ${shown.short}`};
  }
  const variation = isRoutine === undefined ? '' : isRoutine ? text.routine : text.unusual;
  const against = joined(text.on(period, format.figure(value, unit).short), variation);
  const shown = changeText(comparison, change, unit, format);
  if (!shown) return {...muted, title, text: text.unchanged, against};
  const isGood = change > 0 === (direction === 'higher');
  return {
    tone: isRoutine ? 'muted' : isGood ? 'good' : 'bad',
    arrow: change > 0 ? '▲' : '▼',
    text: shown,
    against,
    title,
    verdict: isRoutine ? '' : isGood ? text.better : text.worse
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
  // From nothing, or nearly, a change has no percentage to speak of.
  return relativeChange === null || Math.abs(relativeChange) >= 10 ? signed(change, unit) : signed(relativeChange, 'ratio');
}
