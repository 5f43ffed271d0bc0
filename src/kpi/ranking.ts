import {compareFractions} from './fraction.js';
import type {Figure} from './figure.js';
import type {Direction, Unit} from './kpi.js';

/** How ties are numbered: 1,1,3 (competition), 1,1,2 (dense) or 1,2,3 (ordinal). */
export type Ranking = 'competition' | 'dense' | 'ordinal';

/** Compares exact values, the better one first. */
export function byValue(better: Direction): (a: Figure, b: Figure) => number {
  const sign = better === 'higher' ? -1 : 1;
  return (a, b) => (a.value && b.value ? sign * compareFractions(a.value, b.value) : Number(!a.value) - Number(!b.value));
}

/** A rate of very few cases is shown but not ranked: 1 of 1 does not beat 40 of 60. */
export function isRanked(figure: Figure, unit: Unit, minSample: number): boolean {
  return figure.value !== undefined && (unit !== 'ratio' || figure.n >= minSample);
}

/** Ranks of figures sorted best first; true ties (of the exact values) share one. */
export function ranks(sorted: readonly Figure[], better: Direction, ranking: Ranking): number[] {
  const compare = byValue(better);
  let dense = 0;
  let first = 0;
  return sorted.map((figure, index) => {
    const previous = sorted[index - 1];
    if (!previous || compare(previous, figure) !== 0) {
      dense++;
      first = index + 1;
    }
    return {competition: first, dense, ordinal: index + 1}[ranking];
  });
}
