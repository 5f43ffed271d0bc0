/** Places of a byte buffer that hold a plain number or time, read without a string. `end` is where the last reading stopped. */

const zero = 48;

/** From 1970 on the days before each month, that after 2200 the last. */
const months = Int32Array.from({length: 231 * 12 + 1}, (_, month) => Date.UTC(1970, month) / 86_400_000);

/** Two digits as a number; not below 0 and not above 99 only where there are two. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] - zero;
  const ones = bytes[at + 1] - zero;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : -1;
}

/** Milliseconds since 1970 of `2024-01-31`, `2024-01-31T23:59:59Z` or the same with milliseconds, told by the length; NaN of any other text. */
export function timeOf(bytes: Uint8Array, at: number, length: number): number {
  if (bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return NaN;
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  if (!(year >= 1970 && year <= 2200 && month > 0 && month < 13 && day > 0 && two(bytes, at + 2) >= 0)) return NaN;
  const place = (year - 1970) * 12 + month;
  const days = months[place - 1] + day - 1;
  if (days >= months[place]) return NaN;
  const midnight = days * 86_400_000;
  if (length === 10) return midnight;
  if (bytes[at + 10] !== 84 || bytes[at + 13] !== 58 || bytes[at + 16] !== 58 || bytes[at + length - 1] !== 90) return NaN;
  const hours = two(bytes, at + 11);
  const minutes = two(bytes, at + 14);
  const seconds = two(bytes, at + 17);
  if (hours < 0 || minutes < 0 || seconds < 0 || hours > 23 || minutes > 59 || seconds > 59) return NaN;
  let ms = 0;
  if (length === 24) {
    const [tens, ones] = [two(bytes, at + 20), bytes[at + 22] - zero];
    if (bytes[at + 19] !== 46 || tens < 0 || ones < 0 || ones > 9) return NaN;
    ms = tens * 10 + ones;
  }
  return midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}

const powers = [1, 10, 100];

/** How many decimals the text between two places has when it is a plain number: at most 13 digits, then at most two decimals; else -1. */
export function decimalsAt(bytes: Uint8Array, start: number, end: number): number {
  let at = bytes[start] === 45 ? start + 1 : start;
  const whole = at;
  while (at < end && bytes[at] >= zero && bytes[at] < zero + 10) at++;
  const digits = at - whole;
  if (!digits || digits > 13 || (bytes[whole] === zero && (digits > 1 || whole > start))) return -1;
  if (at === end) return 0;
  const decimals = end - at - 1;
  if (bytes[at] !== 46 || decimals < 1 || decimals > 2) return -1;
  for (at++; at < end; at++) if (!(bytes[at] >= zero && bytes[at] < zero + 10)) return -1;
  return decimals;
}

/** The plain number between two places: the one nearest to it, as its digits and the power of ten are exact. */
export function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let decimals = 0;
  for (let at = bytes[start] === 45 ? start + 1 : start; at < end; at++)
    if (bytes[at] === 46) decimals = end - at - 1;
    else value = value * 10 + bytes[at] - zero;
  value /= powers[decimals];
  return bytes[start] === 45 ? -value : value;
}
