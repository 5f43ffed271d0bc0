import type {Groups} from './groups.js';

/** Groups shown one by one. */
const MOST = 5;

/** The largest five groups, the largest first; all others, whom nobody owns among them, are the first group of these. */
export function largest(groups: Groups, sizes: readonly number[]): Groups {
  const top = [...sizes.keys()]
    .filter((place) => place > 0 && sizes[place] !== 0)
    .sort((a, b) => sizes[b] - sizes[a])
    .slice(0, MOST);
  return {
    ...groups,
    labels: [groups.labels[0], ...top.map((place) => groups.labels[place])],
    of: (column) => groups.of(column).map((place) => top.indexOf(place) + 1)
  };
}
