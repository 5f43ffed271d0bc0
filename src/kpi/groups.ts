import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {peopleOf} from './people.js';
import type {RepAttribute} from './people.js';
import type {Context} from './query.js';

/** What the rows of a breakdown are. Group 0 is the unassigned; a row of the table goes to the groups of `label` or, by its splits, to several. */
export interface Groups {
  readonly size: number;
  /** The group of each code of a column that names the group's members; -1 is not asked for. */
  readonly of: (column: TextColumn) => Int32Array;
  /** The column that names the member. */
  readonly column: string;
}

export interface GroupLabel {
  readonly id: string;
  readonly name: string;
  /** Index of the rep, for a group that is one. */
  readonly rep?: number;
}

/** All in one group: a figure that is not broken down. */
export const whole: Groups = {size: 1, column: '', of: ({values}) => new Int32Array(values.length)};

/**
 * The groups of a breakdown by `rep`, by an attribute of the rep (`team`, `region`, `manager`) or by a column of the table.
 *
 * @throws RangeError `unknown breakdown: x`
 */
export function groupsBy(by: string, table: Table, {dataset}: Context): {groups: Groups; labels: GroupLabel[]} {
  const people = peopleOf(dataset);
  const labels: GroupLabel[] = [{id: '', name: ''}];
  if (by === 'rep' || by === 'ownerId') {
    labels.push(...people.reps.map(({id, name}, rep) => ({id, name, rep})));
    return {labels, groups: {size: labels.length, column: 'ownerId', of: column => mapValues(column, owner => people.find(owner) + 1)}};
  }
  const own = columnOf(table, by, 'text');
  const isAttribute = !own && ['team', 'region', 'manager'].includes(by);
  if (!own && !isAttribute) throw new RangeError(`unknown breakdown: ${by}; ${table.name} has ${[...table.columns.keys()].join(', ')}`);
  const indexOf = new Map<string, number>([['', 0]]);
  const attributeOf = (owner: string) => people.reps[people.find(owner)]?.attribute(by as RepAttribute) ?? '';
  const names = own ? own.values : people.reps.map(rep => rep.attribute(by as RepAttribute));
  for (const name of names) {
    if (indexOf.has(name)) continue;
    indexOf.set(name, labels.length);
    labels.push({id: name, name});
  }
  const of = (column: TextColumn) => mapValues(column, value => indexOf.get(own ? value : attributeOf(value)) ?? 0);
  return {labels, groups: {size: labels.length, column: own ? by : 'ownerId', of}};
}

function mapValues({values}: TextColumn, group: (value: string) => number): Int32Array {
  return Int32Array.from(values, group);
}
