// @ts-check

/** The one seed of the sample. Another number makes another company. */
const seed = 20261156;

/**
 * A stream of chance of its own for each part of the sample, so that a change in one table leaves the others as they were.
 * A 32-bit xorshift; only sums, products and table look-ups follow, which every machine rounds alike (`Math.log` may not).
 *
 * @typedef {ReturnType<typeof random>} Random
 * @param {string} name
 */
export function random(name) {
  let state = seed;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 0x9e3779b1) ^ (state >>> 15);
  if (state === 0) state = seed;

  /** A number from 0 up to, not including, 1. */
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x100000000;
  };
  for (let i = 0; i < 8; i++) next();

  /** @param {number} probability */
  const chance = (probability) => next() < probability;

  /** A whole number, both ends included. @param {number} low @param {number} high */
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));

  /** @template T @param {readonly T[]} list */
  const pick = (list) => at(list, Math.floor(next() * list.length));

  /** @template T @param {readonly T[]} list @param {(item: T) => number} weight */
  const pickBy = (list, weight) => {
    let rest = next() * list.reduce((sum, item) => sum + weight(item), 0);
    return list.find((item) => (rest -= weight(item)) < 0) ?? at(list, list.length - 1);
  };

  /** A draw from a distribution given by its quantiles at equal steps: least, ..., median, ..., greatest. @param {readonly number[]} quantiles */
  const along = (quantiles) => {
    const place = next() * (quantiles.length - 1);
    const below = Math.floor(place);
    return at(quantiles, below) + (place - below) * (at(quantiles, below + 1) - at(quantiles, below));
  };

  return {next, chance, whole, pick, pickBy, along};
}

/** The item at an index that must exist. @template T @param {readonly T[]} list @param {number} index @returns {T} */
export function at(list, index) {
  if (!(index in list)) throw new RangeError(`no item ${index} in a list of ${list.length}`);
  return /** @type {T} */ (list[index]);
}
