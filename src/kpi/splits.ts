import type {Table} from '../dataset/column.js';
import {columnOf, entriesOf} from '../dataset/columns-of.js';
import {remembered} from '../dataset/remembered.js';
import type {Groups} from './groups.js';
import {ownersOf} from './people.js';
import type {Context} from './query.js';

interface Share {
  readonly group: number;
  /** `units / 10 ** scale` of the row. */
  readonly units: number;
  /** What they are of, where that is not the amount of the row. */
  readonly unit?: number | undefined;
}

export interface SplitCredit {
  readonly scale: number;
  /** Who is credited with what of a row, the wanted only: without splits all of it is its owner's; what the shares leave over is nobody's. */
  readonly of: (row: number) => readonly Share[];
}

/** How the rows of a table are split between reps; undefined when the table has no splits. */
export function splitCredit(
  table: Table,
  groups: Groups,
  isWanted: (idOrName: string) => boolean,
  money?: Context
): SplitCredit | undefined {
  const splits = columnOf(table, 'splits', 'list');
  const [reps, parts] = [splits?.fields.get('repId'), splits?.fields.get('share')];
  if (!splits || reps?.type !== 'text' || parts?.type !== 'decimal') return undefined;
  const owners = ownersOf(table);
  const groupsOf = (column: typeof owners) => {
    const group = column && groups.of(column);
    const wanted = column?.values.map(isWanted);
    const isNobodyWanted = isWanted('');
    return (code: number, units: number, unit?: number): Share[] => {
      const isCredited = code < 0 ? isNobodyWanted : wanted?.[code];
      return isCredited ? [{group: code < 0 || !group ? 0 : group[code], units, unit}] : [];
    };
  };
  const [toOwner, toRep, whole] = [groupsOf(owners), groupsOf(reps), 10 ** parts.scale];
  const round = money?.params.rounding?.(table, parts.scale, money.currency);
  return {
    scale: parts.scale,
    of(row) {
      const entries = entriesOf(splits, row).map((entry) => ({code: reps.codes[entry], units: parts.units[entry] || 0}));
      if (entries.length === 0) return toOwner(owners ? owners.codes[row] : -1, whole);
      const rest = entries.reduce((left, {units}) => left - units, whole);
      const all = rest > 0 ? [...entries, {code: -1, units: rest}] : entries;
      const rounded = round?.(
        row,
        all.map(({units}) => units)
      );
      return all.flatMap(({code, units}, index) => toRep(code, rounded?.parts[index] ?? units, rounded?.minorUnit));
    }
  };
}

/** The rows of which the shares exceed the whole. */
export const splitOver = remembered((table: Table): ReadonlySet<number> => {
  const splits = columnOf(table, 'splits', 'list');
  const parts = splits?.fields.get('share');
  const found = new Set<number>();
  for (let row = 0; splits && parts?.type === 'decimal' && row < table.length; row++) {
    let rest = 10 ** parts.scale;
    for (let entry = splits.offsets[row]; entry < splits.offsets[row + 1]; entry++) rest -= parts.units[entry] || 0;
    if (rest < 0) found.add(row);
  }
  return found;
});
