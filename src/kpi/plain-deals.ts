import type {Journey, Journeys} from './journey.js';
import type {Membership} from './membership.js';
import {AT_ONCE, addToCells, moveCells, placesOfKinds, replaceCells} from './row-loops.js';
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
  units: Float64Array | undefined,
  missing: number,
  isOfInterest: (journey: Journey) => boolean,
  tell: (row: number, group: number, journey: Journey) => void
): PlainDeals {
  const all = Array.from({length: kinds}, (_, kind) => ofKind(kind));
  // So many less, and a deal has no cell whatever its group.
  const none = -kinds * groups;
  const cellOf = Int32Array.from([none, ...all.map(({isGuessed, unknown}, kind) => (isGuessed || unknown.length > 0 ? none : kind))]);
  const byGroup = groupOf.map((group) => group * kinds);
  const isTold = Uint8Array.from(all, (journey) => Number(isOfInterest(journey)));
  const [counts, sums] = [new Float64Array(groups * kinds), new Float64Array(groups * kinds)];
  const places = new Uint32Array(AT_ONCE);
  return {
    take(rows, cells, others) {
      kindsOf(rows, cells);
      replaceCells(cells, cellOf);
      if (codes) moveCells(cells, rows, codes, byGroup);
      const left = addToCells(rows, cells, units, missing, counts, sums, others);
      const told = placesOfKinds(cells.subarray(0, rows.length), kinds, isTold, places);
      for (let index = 0; index < told; index++) {
        const cell = cells[places[index]];
        tell(rows[places[index]], Math.floor(cell / kinds), all[cell % kinds]);
      }
      return left;
    },
    each(visit) {
      for (const [cell, deals] of counts.entries()) if (deals > 0) visit(Math.floor(cell / kinds), all[cell % kinds], deals, sums[cell]);
    }
  };
}
