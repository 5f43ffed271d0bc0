import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {remembered} from '../dataset/remembered.js';
import type {Window} from '../calendar/window.js';
import {columnNamed} from './column-named.js';
import type {Figure} from './figure.js';
import {isRepAttribute, knownNames} from './filter.js';
import type {Kpi} from './kpi.js';
import {ownersOf, peopleOf} from './people.js';
import type {Rep} from './people.js';
import type {Context} from './query.js';

/** What the rows of a breakdown are. Group 0 is what belongs to nobody. */
export interface Groups {
  readonly labels: readonly GroupLabel[];
  /** What a filter for one of the groups is called. */
  readonly by: string;
  /** Groups of people, who may share a row; else the rows have one column that says where they belong. */
  readonly isOfPeople: boolean;
  readonly memberIn: (table: Table) => TextColumn | undefined;
  /** The group of each code of such a column. */
  readonly of: (column: TextColumn) => Int32Array;
}

export interface GroupLabel {
  readonly id: string;
  readonly name: string;
  readonly rep?: Rep;
}

const nobody: GroupLabel = {id: '', name: ''};

/** All in one group: a figure that is not broken down. */
export const whole: Groups = {
  labels: [nobody],
  by: '',
  isOfPeople: false,
  memberIn: () => undefined,
  of: ({values}) => new Int32Array(values.length)
};

/**
 * The groups of a breakdown by `rep`, by an attribute of the rep (`team`, `region`, `manager`) or by a column of the table, which another table that is
 * counted too may have more values of.
 *
 * @throws RangeError `unknown breakdown: x`
 */
export function groupsBy(asked: string, table: Table, {dataset}: Context, other?: Table): Groups {
  const by = columnNamed(dataset, asked);
  const {reps, attributeOf} = peopleOf(dataset);
  if (by === 'rep' || by === 'ownerId') return byRep(dataset);
  const own = columnOf(table, by, 'text');
  // An empty table has no columns to know.
  if (!own && !isRepAttribute(by) && table.length > 0) throw new RangeError(`unknown breakdown: ${by}; known are ${knownNames(table)}`);
  const others = columnOf(other, by, 'text')?.values ?? [];
  const names = [...new Set(['', ...(own ? [...own.values, ...others] : reps.map(({id}) => attributeOf(id, by)))])];
  const places = new Map(names.map((name, place) => [name, place]));
  return grouped(
    by,
    own && by,
    names.map((name) => ({id: name, name})),
    (value) => places.get(own ? value : attributeOf(value, by)) ?? 0
  );
}

const byRep = /* @__PURE__ */ remembered((dataset: Dataset) => {
  const {reps, find} = peopleOf(dataset);
  return grouped('rep', undefined, [nobody, ...reps.map((rep) => ({id: rep.id, name: rep.name, rep}))], (owner) => find(owner) + 1);
});

/**
 * Whose answers they are must not be told, not even in groups that are large enough.
 *
 * @throws RangeError `unknown breakdown: rep of employee-satisfaction`
 */
export function refuseReps(kpi: Kpi, {by}: Groups): void {
  if (kpi.kind === 'flow' && kpi.minGroup && ['rep', 'repId'].includes(by)) throw new RangeError(`unknown breakdown: ${by} of ${kpi.id}`);
}

function grouped(by: string, column: string | undefined, labels: readonly GroupLabel[], group: (value: string) => number): Groups {
  return {
    by,
    labels,
    isOfPeople: column === undefined,
    memberIn: (table) => (column === undefined ? ownersOf(table) : columnOf(table, column, 'text')),
    of: remembered(({values}: TextColumn) => new Int32Array(values.map(group)))
  };
}

/** The figures of all cells, `group * windows + window`. */
export function cells(groups: Groups, windows: readonly Window[], figure: (cell: number) => Figure): Figure[][] {
  return groups.labels.map((_, group) => windows.map((_, window) => figure(group * windows.length + window)));
}
