import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {remembered} from '../dataset/remembered.js';

export interface Rep {
  readonly id: string;
  readonly name: string;
  /** Row of the `reps` table; undefined of one who is only named by other rows. */
  readonly row: number | undefined;
}

/** Everybody who can be credited: the `reps` table, then those whom rows name besides. */
export interface People {
  readonly reps: readonly Rep[];
  /** Index of the rep with this id, else with this name; -1 for nobody. */
  readonly find: (idOrName: string) => number;
  /** The team, region or manager of a rep; empty when it is not said. */
  readonly attributeOf: (idOrName: string, attribute: string) => string;
}

export const peopleOf = remembered(readPeople);

function readPeople(dataset: Dataset): People {
  const reps: Rep[] = [];
  const places = new Map<string, number>();
  const table = dataset.tables.get('reps');
  const [ids, names] = ['id', 'name'].map((name) => columnOf(table, name, 'text'));
  const called = new Map<string, string>();
  const call = (given: TextColumn | undefined, by: TextColumn | undefined) =>
    by?.codes.forEach((_, row) => {
      const [id, name] = [textAt(given, row), textAt(by, row)];
      if (name && !called.has(id)) called.set(id, name);
    });
  call(ids, names);
  for (const each of dataset.tables.values()) call(ownersOf(each), columnOf(each, 'ownerName', 'text'));
  const add = (id: string, row?: number) => places.set(id, reps.push({id, name: called.get(id) ?? id, row}) - 1);
  const findByName = () => {
    for (const [place, {name}] of reps.entries()) if (!places.has(name)) places.set(name, place);
  };
  for (let row = 0; row < (table?.length ?? 0); row++) add(textAt(ids, row), row);
  findByName();
  for (const owner of ownersIn(dataset)) if (!places.has(owner)) add(owner);
  findByName();
  const find = (idOrName: string) => places.get(idOrName) ?? -1;
  return {
    reps,
    find,
    attributeOf: (idOrName, attribute) => textAt(columnOf(table, attribute, 'text'), reps[find(idOrName)]?.row ?? -1)
  };
}

function* ownersIn(dataset: Dataset): Generator<string> {
  for (const table of dataset.tables.values()) {
    if (table.name === 'reps') continue;
    yield* ownersOf(table)?.values ?? [];
    for (const list of ['splits', 'repIds', 'ownerHistory']) {
      const reps = columnOf(table, list, 'list')?.fields;
      for (const column of [reps?.get('repId'), reps?.get('ownerId')]) if (column?.type === 'text') yield* column.values;
    }
  }
}

/** Whose a row is: orders and the like name the rep. */
export function ownersOf(table: Table): TextColumn | undefined {
  return columnOf(table, 'ownerId', 'text') ?? columnOf(table, 'repId', 'text');
}
