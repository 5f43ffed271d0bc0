import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Where} from './kpi.js';
import {peopleOf} from './people.js';
import type {People, RepAttribute} from './people.js';
import type {Context, Filter} from './query.js';

/** Which codes of a column pass: `allowed[code + 1]`, the first for a missing value. */
export interface Mask {
  readonly codes: Int32Array;
  readonly allowed: Uint8Array;
}

/** A predicate of a definition as masks; undefined when the table lacks a column it needs. */
export function whereMasks(table: Table, where: Where): Mask[] | undefined {
  const masks: Mask[] = [];
  for (const [name, wanted] of Object.entries(where)) {
    const column = columnOf(table, name, 'text');
    if (!column) return undefined;
    masks.push(mask(column, value => [wanted].flat().includes(value)));
  }
  return masks;
}

/**
 * The reader's filter as masks: a column of the table, or an attribute of the row's owner.
 *
 * @throws RangeError `unknown filter: x` when it is neither
 */
export function filterMasks(table: Table, filter: Filter, {dataset}: Context): Mask[] {
  const people = peopleOf(dataset);
  return Object.entries(filter).map(([name, wanted]) => {
    const values = [wanted].flat();
    const column = columnOf(table, name, 'text');
    const owner = columnOf(table, 'ownerId', 'text');
    if (column && name !== 'ownerId') return mask(column, value => values.includes(value));
    if (!owner || !['ownerId', 'rep', 'team', 'region', 'manager'].includes(name)) {
      throw new RangeError(`unknown filter: ${name}; ${table.name} has ${[...table.columns.keys()].join(', ')}`);
    }
    return mask(owner, value => values.some(wantedValue => ownerIs(value, name, wantedValue, people)));
  });
}

function ownerIs(owner: string, name: string, wanted: string, {find, reps}: People): boolean {
  const rep = find(owner);
  if (name === 'ownerId' || name === 'rep') return rep >= 0 && rep === find(wanted);
  return reps[rep]?.attribute(name as RepAttribute) === wanted;
}

function mask({codes, values}: TextColumn, isAllowed: (value: string) => boolean): Mask {
  const allowed = new Uint8Array(values.length + 1);
  values.forEach((value, code) => (allowed[code + 1] = Number(isAllowed(value))));
  return {codes, allowed};
}
