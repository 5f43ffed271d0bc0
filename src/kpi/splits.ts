import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Groups} from './groups.js';

export interface SplitCredit {
  readonly scale: number;
  /**
   * Credits each share of a row: `share / 10 ** scale`. A row without splits is its owner's; what the shares leave over is nobody's.
   * Gives that rest: negative when they exceed the whole.
   */
  readonly each: (row: number, owner: number, credit: (group: number, share: number) => void) => number;
}

/** How the rows of a table are split between reps; undefined when the table has no splits. */
export function splitCredit(table: Table, groups: Groups): SplitCredit | undefined {
  const splits = columnOf(table, 'splits', 'list');
  const [reps, shares] = [splits?.fields.get('repId'), splits?.fields.get('share')];
  if (!splits || reps?.type !== 'text' || shares?.type !== 'decimal') return undefined;
  const groupOf = groups.of(reps);
  return {
    scale: shares.scale,
    each(row, owner, credit) {
      const [first, last] = [splits.offsets[row], splits.offsets[row + 1]];
      let rest = 10 ** shares.scale;
      if (first === last) {
        credit(owner, rest);
        return 0;
      }
      for (let entry = first; entry < last; entry++) {
        const [code, share] = [reps.codes[entry], shares.units[entry] || 0];
        rest -= share;
        credit(code < 0 ? 0 : groupOf[code], share);
      }
      if (rest > 0) credit(0, rest);
      return rest;
    }
  };
}
