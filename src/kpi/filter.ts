import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Part, Where} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';

/** Which codes of a column pass: `allowed[code + 1]`, the first for a missing value. */
export interface Mask {
  readonly codes: Int32Array;
  readonly allowed: boolean[];
}

/** The texts that a part asks for, and those that it does not let pass, as masks. */
export function whereMasks(table: Table, {where = {}, except = {}}: Part): Mask[] {
  const masks = (wanted: Where, isWanted: boolean) =>
    Object.entries(wanted).flatMap(([name, values]) => {
      const column = columnOf(table, name, 'text');
      return column ? [mask(column, (value) => [values].flat().includes(value) === isWanted, !isWanted)] : [];
    });
  return [...masks(where, true), ...masks(except, false)];
}

/**
 * The reader's filter as masks: a column of the table, or an attribute of the row's owner.
 *
 * @throws RangeError `unknown filter: x` when it is neither
 */
export function filterMasks(table: Table, {dataset, filter}: Context): Mask[] {
  const {find, attributeOf} = peopleOf(dataset);
  return Object.entries(filter).map(([name, wanted]) => {
    const values = [wanted].flat();
    const owner = columnOf(table, 'ownerId', 'text') ?? columnOf(table, 'repId', 'text');
    if (owner && (name === 'rep' || name === 'ownerId')) {
      const reps = values.map(find);
      return mask(owner, (value) => reps.includes(find(value)));
    }
    const own = columnOf(table, name, 'text');
    if (own) return mask(own, (value) => values.includes(value));
    if (!owner || !isRepAttribute(name)) throw new RangeError(`unknown filter: ${name}`);
    return mask(owner, (value) => values.includes(attributeOf(value, name)));
  });
}

/** What a rep belongs to, as the `reps` table says. */
export type RepAttribute = 'team' | 'region' | 'manager';

export function isRepAttribute(name: string): name is RepAttribute {
  return ['team', 'region', 'manager'].includes(name);
}

function mask({codes, values}: TextColumn, isAllowed: (value: string) => boolean, isMissingAllowed = false): Mask {
  return {codes, allowed: [isMissingAllowed, ...values.map(isAllowed)]};
}
