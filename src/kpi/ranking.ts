import {oneOf} from '../dataset/one-of.js';
import {remembered} from '../dataset/remembered.js';
import {nearest} from './evaluate.js';
import type {Looked} from './evaluate.js';
import {compareFractions, ofNumber, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {GroupLabel} from './groups.js';
import type {Direction, Kpi} from './kpi.js';

/** How ties are numbered: 1,1,3 (competition), 1,1,2 (dense) or 1,2,3 (ordinal). */
export type Ranking = 'competition' | 'dense' | 'ordinal';

interface RankingOptions {
  readonly ranking?: Ranking;
  readonly minSample?: number;
  readonly rankBy?: 'value' | 'wilson';
  readonly language?: string;
}

/** The groups in display order, and the rank of each: 0 of one that has none and is not among them. */
export interface Places {
  readonly order: readonly number[];
  readonly ranks: Int32Array;
}

/** Best first. Ties are ties of the exact value. A rate of very few cases is not ranked: 1 of 1 does not beat 40 of 60. */
export function placesOf(
  looked: Looked,
  labels: readonly GroupLabel[],
  {unit, better}: Kpi,
  {ranking = 'competition', minSample = 5, language, rankBy = 'value'}: RankingOptions,
  isShown: (group: number) => boolean
): Places {
  oneOf('ranking', ranking, ['competition', 'dense', 'ordinal']);
  oneOf('way to rank', rankBy, ['value', 'wilson']);
  const {at, near} = unit === 'ratio' && rankBy === 'wilson' ? bounded(looked, better) : looked;
  const values = new Float64Array(labels.length).fill(NaN);
  for (let group = 1; group < labels.length; group++)
    if (isShown(group) && !(unit === 'ratio' && near.counts[group] < minSample)) values[group] = near.values[group];
  // What is so close that doubles do not tell is compared exactly.
  const sign = better === 'lower' ? 1 : -1;
  const byValue = (a: number, b: number) => {
    const apart = values[a] - values[b];
    return sign * (near.isExact || Math.abs(apart) > 1e-9 * Math.abs(values[a]) ? apart : compared(at(a).value, at(b).value));
  };
  const inTie = (a: number, b: number) =>
    near.isExact ? near.numerators[b] - near.numerators[a] : compared(at(b).numerator, at(a).numerator);
  const byName = inAlphabet(labels, language);
  const order = roughly(values, sign).sort((a, b) => byValue(a, b) || inTie(a, b) || byName(a, b));
  const ranks = new Int32Array(labels.length);
  let [dense, first] = [0, 0];
  for (let index = 0; index < order.length; index++) {
    const group = order[index];
    if (index === 0 || byValue(order[index - 1], group) !== 0) [dense, first] = [dense + 1, index + 1];
    ranks[group] = ranking === 'dense' ? dense : ranking === 'ordinal' ? index + 1 : first;
  }
  return {order, ranks};
}

/**
 * The groups that have a value, nearly in order, so that little is left to compare one by one: what is sorted are whole numbers, the first bits of which
 * say how far a value is from the first, and the last which group it is of.
 */
function roughly(values: Float64Array, sign: number): number[] {
  const bits = 32 - Math.clz32(values.length);
  let [first, last] = [Infinity, -Infinity];
  for (const value of values) {
    if (sign * value < first) first = sign * value;
    if (sign * value > last) last = sign * value;
  }
  const step = (last - first) / (2 ** (32 - bits) - 1);
  const keys = new Uint32Array(values.length);
  let count = 0;
  for (let group = 0; group < values.length; group++)
    if (!Number.isNaN(values[group])) keys[count++] = (((sign * values[group] - first) / step) << bits) | group;
  const order: number[] = [];
  for (const key of keys.subarray(0, count).sort()) order.push(key & (2 ** bits - 1));
  return order;
}

/** The place of each by name, kept: where there are thousands of ties there are thousands of times as many pairs of names. */
const alphabets = /* @__PURE__ */ remembered((_: readonly GroupLabel[]) => new Map<string | undefined, number[]>());

export function inAlphabet(labels: readonly GroupLabel[], language: string | undefined): (a: number, b: number) => number {
  const known = alphabets(labels);
  const sorted = () => {
    const places: number[] = [];
    [...labels.keys()]
      .sort((a, b) => labels[a].name.localeCompare(labels[b].name, language) || labels[a].id.localeCompare(labels[b].id, language))
      .forEach((group, place) => (places[group] = place));
    known.set(language, places);
    return places;
  };
  return (a, b) => {
    const places = known.get(language) ?? sorted();
    return places[a] - places[b];
  };
}

function compared(a: Fraction | undefined, b: Fraction | undefined): number {
  return a && b ? compareFractions(a, b) : 0;
}

function bounded(looked: Looked, better: Direction): Looked {
  const at = (group: number) => {
    const figure = looked.at(group);
    return {...figure, value: figure.value && bound(figure.value, figure.n, better)};
  };
  return {at, near: nearest(Array.from(looked.near.values, (_, group) => at(group)))};
}

/** Wilson's bound of a share at 95 %: what it is at least, or of what should be low at most, given how few cases there are. */
function bound(share: Fraction, n: number, better: Direction): Fraction {
  const [p, z] = [toNumber(share), 1.96];
  const spread = (better === 'lower' ? -z : z) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return ofNumber((p + (z * z) / (2 * n) - spread) / (1 + (z * z) / n));
}
