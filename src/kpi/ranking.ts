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

interface Candidate {
  readonly group: number;
  readonly value: Fraction;
  readonly numerator: Fraction | undefined;
}

/**
 * The rank of each group that has one, in display order. Ties are ties of the exact value.
 * A rate of very few cases is not ranked: 1 of 1 does not beat 40 of 60.
 */
export function placesOf(
  figures: readonly Figure[],
  labels: readonly GroupLabel[],
  {unit, better}: Kpi,
  options: RankingOptions
): Map<number, number> {
  const {ranking = 'competition', minSample = 5, language, rankBy} = options;
  if (!['competition', 'dense', 'ordinal'].includes(ranking)) throw new RangeError(`unknown ranking: ${ranking}`);
  const compare = (a: Candidate, b: Candidate) =>
    better === 'lower' ? compareFractions(a.value, b.value) : compareFractions(b.value, a.value);
  const inTie = (a: Candidate, b: Candidate) => (a.numerator && b.numerator ? compareFractions(b.numerator, a.numerator) : 0);
  const byName = ({group: a}: Candidate, {group: b}: Candidate) =>
    labels[a].name.localeCompare(labels[b].name, language) || labels[a].id.localeCompare(labels[b].id, language);
  const candidates = figures
    .flatMap(({value, numerator, n}, group): Candidate[] => {
      if (!value || group === 0 || (unit === 'ratio' && n < minSample)) return [];
      return [{group, numerator, value: rankBy === 'wilson' && unit === 'ratio' ? bound(value, n, better) : value}];
    })
    .sort((a, b) => compare(a, b) || inTie(a, b) || byName(a, b));
  const places = new Map<number, number>();
  let [dense, first] = [0, 0];
  candidates.forEach((candidate, index) => {
    if (index === 0 || compare(candidates[index - 1], candidate) !== 0) [dense, first] = [dense + 1, index + 1];
    places.set(candidate.group, ranking === 'dense' ? dense : ranking === 'ordinal' ? index + 1 : first);
  });
  return places;
}

/** Wilson's bound of a share at 95 %: what it is at least, or of what should be low at most, given how few cases there are. */
function bound(share: Fraction, n: number, better: Direction): Fraction {
  const [p, z] = [toNumber(share), 1.96];
  const spread = (better === 'lower' ? -z : z) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return ofNumber((p + (z * z) / (2 * n) - spread) / (1 + (z * z) / n));
}
