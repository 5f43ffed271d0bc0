/** Equal to a half, where products of fractions have been rounded. */
const HALF = 0.5;
const TOLERANCE = 1e-9;

/**
 * The Kaplan-Meier median of waiting times, those in `waiting` not over yet: the least t with S(t) < ½, and where S is exactly ½ the midpoint to the
 * next event (t itself without one), as R's `survival` has it, so that without censoring it is the ordinary median. Undefined while S stays above ½.
 */
export function survivalMedian(events: readonly number[], waiting: readonly number[]): number | undefined {
  const ended = Float64Array.from(events).sort();
  const censored = Float64Array.from(waiting).sort();
  let [survival, gone, left] = [1, 0, 0];
  while (gone < ended.length) {
    const time = ended[gone];
    while (left < censored.length && censored[left] < time) left++;
    const atRisk = ended.length - gone + censored.length - left;
    const before = gone;
    while (gone < ended.length && ended[gone] <= time) gone++;
    survival *= 1 - (gone - before) / atRisk;
    if (Math.abs(survival - HALF) < TOLERANCE) return gone < ended.length ? (time + ended[gone]) / 2 : time;
    if (survival < HALF) return time;
  }
  return undefined;
}
