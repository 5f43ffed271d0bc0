import {compareFractions, ofNumber, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Figure} from './figure.js';
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

/**
 * Best first. Ties are ties of the exact value. A rate of very few cases is not ranked: 1 of 1 does not beat 40 of 60.
 */
export function placesOf(figures: readonly Figure[], labels: readonly GroupLabel[], {unit, better}: Kpi, options: RankingOptions): Places {
  const {ranking = 'competition', minSample = 5, language, rankBy} = options;
  if (!['competition', 'dense', 'ordinal'].includes(ranking)) throw new RangeError(`unknown ranking: ${ranking}`);
  const values = figures.map(({value, n}, group) => {
    if (!value || group === 0 || (unit === 'ratio' && n < minSample)) return undefined;
    return rankBy === 'wilson' && unit === 'ratio' ? bound(value, n, better) : value;
  });
  const near = new Float64Array(values.map((value) => (value ? toNumber(value) : NaN)));
  const sign = better === 'lower' ? 1 : -1;
  const byValue = (a: number, b: number) => sign * compared(values[a], values[b]);
  const inTie = (a: number, b: number) => compared(figures[b].numerator, figures[a].numerator);
  const byName = (a: number, b: number) =>
    labels[a].name.localeCompare(labels[b].name, language) || labels[a].id.localeCompare(labels[b].id, language);
  const order = [...values.keys()]
    .filter((group) => values[group])
    .sort((a, b) => {
      // The nearest doubles are quick to compare; what is so close that they do not tell is compared exactly.
      const apart = near[a] - near[b];
      return Math.abs(apart) > 1e-9 * Math.abs(near[a]) ? sign * apart : byValue(a, b) || inTie(a, b) || byName(a, b);
    });
  const ranks = new Int32Array(figures.length);
  let [dense, first] = [0, 0];
  for (let index = 0; index < order.length; index++) {
    const group = order[index];
    if (index === 0 || byValue(order[index - 1], group) !== 0) [dense, first] = [dense + 1, index + 1];
    ranks[group] = ranking === 'dense' ? dense : ranking === 'ordinal' ? index + 1 : first;
  }
  return {order, ranks};
}

function compared(a: Fraction | undefined, b: Fraction | undefined): number {
  return a && b ? compareFractions(a, b) : 0;
}

/** Wilson's bound of a share at 95 %: what it is at least, or of what should be low at most, given how few cases there are. */
function bound(share: Fraction, n: number, better: Direction): Fraction {
  const [p, z] = [toNumber(share), 1.96];
  const spread = (better === 'lower' ? -z : z) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return ofNumber((p + (z * z) / (2 * n) - spread) / (1 + (z * z) / n));
}
