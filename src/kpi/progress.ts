import {DAY, add, monthsBetween} from '../calendar/civil.js';
import {daysBetween} from '../calendar/working-days.js';
import type {WorkingDays} from '../calendar/working-days.js';
import {divide, fraction, ofNumber, plus, subtract, times, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Params} from './params.js';

/**
 * How much of what a period should bring is due at a moment: the share of its days that are gone or, with a seasonal profile, what that says.
 *
 * @param profile the shares due at the end of each of so many equal parts, of calendar months where they come out even; within a part by its days
 */
export function progressAt(
  moment: number,
  start: number,
  end: number,
  working: WorkingDays | undefined,
  profile: readonly number[] = [1]
): Fraction {
  const months = monthsBetween(start, end) / profile.length;
  const isByMonth = Number.isInteger(months) && add(start, months * profile.length, 'month') === end;
  const boundAt = (part: number) => (isByMonth ? add(start, months * part, 'month') : start + ((end - start) * part) / profile.length);
  const part = profile.findIndex((_, index) => moment < boundAt(index + 1));
  if (part < 0) return fraction(1);
  const daysTo = (until: number) => Math.round(daysBetween(boundAt(part), until, working) * DAY);
  const gone = divide(fraction(daysTo(moment)), fraction(daysTo(boundAt(part + 1))));
  const before = ofNumber(part > 0 ? profile[part - 1] : 0);
  const due = ofNumber(profile[part]);
  return gone ? plus(before, times(subtract(due, before), gone)) : due;
}

/** Whether enough of a period has passed to draw its pace out. */
export function isTelling(progress: Fraction, {minElapsed = 0.1}: Params): boolean {
  return progress.over > 0n && toNumber(progress) >= minElapsed;
}
