import type {DecimalColumn} from '../dataset/column.js';
import type {Journey, Journeys} from './journey.js';
import type {Membership} from './membership.js';
import {addToCells, moveCells} from './row-loops.js';
import type {TakeAll} from './scan.js';

/** Deals counted kind by kind: those without a history of their own, of which there is nothing to say. */
export interface PlainDeals {
  /** Counts those of the rows that are such. */
  readonly take: TakeAll;
  /** What came together: so many deals of one group and journey, with their amount. */
  readonly each: (visit: (group: number, journey: Journey, deals: number, units: number) => void) => void;
}

/**
 * @param missing what a deal without an amount adds; NaN where there is something to say of it
 * @param tell is told of each deal that is counted and of interest
 */
export function plainDeals(
  {kinds, kindsOf, ofKind}: Journeys,
  {codes, groupOf}: Membership,
  groups: number,
  amounts: DecimalColumn | undefined,
  missing: number,
  isOfInterest: (journey: Journey) => boolean,
  tell: (row: number, group: number, journey: Journey) => void
): PlainDeals {
  const all = Array.from({length: kinds}, (_, kind) => ofKind(kind));
  // So many less, and a deal has no cell whatever its group.
  const none = -kinds * groups;
  const cellOf = Int32Array.from(all, ({isGuessed, unknown}, kind) => (isGuessed || unknown.length > 0 ? none : kind));
  const byGroup = groupOf.map((group) => group * kinds);
  const isTold = all.map(isOfInterest);
  const [counts, sums] = [new Float64Array(groups * kinds), new Float64Array(groups * kinds)];
  return {
    take(rows, _, count, others) {
      const cells = kindsOf(rows, count);
      for (let index = 0; index < count; index++) cells[index] = cells[index] < 0 ? none : cellOf[cells[index]];
      if (codes) moveCells(cells, rows, count, codes, byGroup);
      const left = addToCells(rows, cells, count, amounts?.units, missing, counts, sums, others);
      for (let index = 0; index < count; index++) {
        const cell = cells[index];
        if (cell >= 0 && isTold[cell % kinds]) tell(rows[index], Math.floor(cell / kinds), all[cell % kinds]);
      }
      return left;
    },
    each(visit) {
      for (const [cell, deals] of counts.entries()) if (deals > 0) visit(Math.floor(cell / kinds), all[cell % kinds], deals, sums[cell]);
    }
  };
}
