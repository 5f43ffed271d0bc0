import type {DecimalColumn} from '../dataset/column.js';
import type {ExactSums} from './exact-sums.js';
import type {Membership} from './membership.js';

/**
 * Adds the rows that need no second look, which are nearly all of them: of one group, with a value, which is summed as it stands. It goes through many
 * rows and so does nothing else. The rows it has dealt with are taken out of their windows (`places`), the others are left as they were.
 *
 * @param least the groups from this one on
 */
export function addPlainRows(
  rows: Uint32Array,
  places: Int32Array,
  windows: number,
  {codes, groupOf}: Membership,
  least: number,
  amounts: DecimalColumn | undefined,
  counts: Float64Array,
  {low}: ExactSums
): void {
  const units = amounts?.units;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    const place = places[index];
    const group = codes ? groupOf[codes[row] + 1] : 0;
    const cell = group * windows + place;
    const sum = low[cell] + (units ? units[row] : 0);
    // Not so of a value that is missing either.
    if (place < 0 || group < least || !(Math.abs(sum) <= Number.MAX_SAFE_INTEGER)) continue;
    counts[cell]++;
    low[cell] = sum;
    places[index] = -1;
  }
}
