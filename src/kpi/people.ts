import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import type {TimeColumn} from '../dataset/column.js';
import type {Window} from '../calendar/window.js';

/** What a rep belongs to, as the `reps` table says. */
export type RepAttribute = 'team' | 'region' | 'manager';

export interface Rep {
  readonly id: string;
  readonly name: string;
  readonly attribute: (name: RepAttribute) => string;
  /** Whether the rep was there at any time in the window. Without an activity table everybody always is. */
  readonly isActive: (window: Window) => boolean;
  /** Listed in the `reps` table, not only named by a row. */
  readonly isListed: boolean;
}

/** Everybody who can be credited: the `reps` table, then those whom rows name besides. */
export interface People {
  readonly reps: readonly Rep[];
  /** Index of the rep with this id, else with this name; -1 for nobody. */
  readonly find: (idOrName: string) => number;
}

const known = new WeakMap<Dataset, People>();

export function peopleOf(dataset: Dataset): People {
  let people = known.get(dataset);
  if (!people) known.set(dataset, (people = readPeople(dataset)));
  return people;
}

function readPeople(dataset: Dataset): People {
  const reps: Rep[] = [];
  const byId = new Map<string, number>();
  const byName = new Map<string, number>();
  const table = dataset.tables.get('reps');
  const [ids, names] = [columnOf(table, 'id', 'text'), columnOf(table, 'name', 'text')];
  const attributes = {team: columnOf(table, 'team', 'text'), region: columnOf(table, 'region', 'text'), manager: columnOf(table, 'manager', 'text')};
  const [from, to] = [columnOf(table, 'activeFrom', 'time'), columnOf(table, 'activeTo', 'time')];

  for (let row = 0; row < (table?.length ?? 0); row++) {
    const id = textAt(ids, row);
    const name = textAt(names, row) || id;
    byId.set(id, reps.length);
    if (!byName.has(name)) byName.set(name, reps.length);
    reps.push({
      id,
      name,
      isListed: true,
      attribute: attribute => textAt(attributes[attribute], row),
      isActive: ({start, end}) => !isAtOrAfter(from, row, end) && !endsBy(to, row, start)
    });
  }
  for (const owner of ownersIn(dataset)) {
    if (byId.has(owner) || byName.has(owner)) continue;
    byId.set(owner, reps.length);
    reps.push({id: owner, name: owner, isListed: false, attribute: () => '', isActive: () => !table});
  }
  return {reps, find: idOrName => byId.get(idOrName) ?? byName.get(idOrName) ?? -1};
}

function* ownersIn(dataset: Dataset): Generator<string> {
  for (const table of dataset.tables.values()) {
    if (table.name === 'reps') continue;
    yield* columnOf(table, 'ownerId', 'text')?.values ?? [];
    const splits = columnOf(table, 'splits', 'list')?.fields.get('repId');
    if (splits?.type === 'text') yield* splits.values;
  }
}

function isAtOrAfter(column: TimeColumn | undefined, row: number, moment: Window['end']): boolean {
  return (column?.ms[row] ?? NaN) >= (column?.wall[row] ? moment.wall : moment.instant);
}

function endsBy(column: TimeColumn | undefined, row: number, moment: Window['start']): boolean {
  return (column?.ms[row] ?? NaN) <= (column?.wall[row] ? moment.wall : moment.instant);
}
