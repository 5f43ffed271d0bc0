/** Equal to a half, where products of fractions have been rounded. */
const HALF = 0.5;
const TOLERANCE = 1e-9;

/**
 * The Kaplan-Meier median of waiting times, those in `waiting` not over yet: the least t with S(t) < ½, and where S is exactly ½ the midpoint to the
 * next event (t itself without one), as R's `survival` has it, so that without censoring it is the ordinary median. Undefined while S stays above ½.
 */
export function survivalMedian(events: ArrayLike<number>, waiting: ArrayLike<number>): number | undefined {
  if (waiting.length === 0) {
    const [low, high] = middles(new Float64Array(events));
    return events.length > 0 ? (low + high) / 2 : undefined;
  }
  const ended = new Float64Array(events).sort();
  const censored = new Float64Array(waiting).sort();
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

/** The two values in the middle, the same one of an odd number; NaN of none. The values change places: to sort them all would take several times as long. */
export function middles(values: Float64Array): [low: number, high: number] {
  const half = values.length >> 1;
  const high = selected(values, half);
  return [values.length % 2 === 1 ? high : values.subarray(0, half).reduce((most, value) => Math.max(most, value), -Infinity), high];
}

/** The value at a place as if they were sorted (Hoare's quickselect); those before it are no larger then. */
function selected(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left] < pivot) left++;
      while (values[right] > pivot) right--;
      if (left > right) break;
      const moved = values[left];
      values[left++] = values[right];
      values[right--] = moved;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place] ?? NaN;
}
