import type {Unit} from '../kpi/kpi.js';
import type {Figures} from '../kpi/result.js';
import type {Format} from './format.js';
import type {FigureText} from './numbers.js';

/** Of fewer cases than this a percentage says more than is known: it is 2 of 5, not 40 %. */
const FEW = 10;

/** Whether a figure is a share of so few cases that they are named one by one. */
export function isFew({value, numerator, denominator, n}: Figures, unit: Unit): boolean {
  return unit === 'ratio' && value !== null && n === denominator && n < FEW && Number.isInteger(numerator);
}

/** `2 of 5`, the first number large. */
export function casesText({numerator, denominator}: Figures, {text, count}: Format): FigureText {
  const first = count(numerator ?? 0);
  const whole = text.ofTarget(first, count(denominator ?? 0));
  return {parts: [[first], [whole.slice(first.length), true]], text: whole, unit: '', short: whole, full: whole};
}
