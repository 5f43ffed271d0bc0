import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf, entriesOf, textAt} from '../dataset/columns-of.js';
import {recalled} from '../dataset/recalled.js';
import {columnNamed} from './column-named.js';
import type {Part, Where} from './kpi.js';
import {ownersOf, peopleOf} from './people.js';
import type {Context, Only} from './query.js';

/** Which codes of a column pass: `allowed[code + 1]`, the first for a missing value. */
export interface Mask {
  readonly codes: Int32Array;
  readonly allowed: Uint8Array;
}

/** The texts that a part asks for, and those that it does not let pass, as masks. */
export function whereMasks(table: Table, {where = {}, except = {}}: Pick<Part, 'where' | 'except'>): Mask[] {
  const masks = (wanted: Where, isWanted: boolean) =>
    Object.entries(wanted).flatMap(([name, values]) => {
      const column = columnOf(table, name, 'text');
      // Ids are told apart by their case, words are not, nor by what joins them: an order may be Completed, a sale a Cross Sell.
      const wordOf = (text: string) => (name.endsWith('Id') ? text : text.toLowerCase().replace(/[ _-](?=\w)/g, ''));
      const named = [values].flat().map(wordOf);
      return column ? [mask(column, (value) => named.includes(wordOf(value)) === isWanted, !isWanted)] : [];
    });
  return [...masks(where, true), ...masks(except, false)];
}

/**
 * The reader's filter as masks: columns of the table, the people that rows belong to unless that is left to `wantedPeople`, and the records asked for.
 *
 * @throws RangeError `unknown filter: x` when it is none of them
 */
export function filterMasks(table: Table, context: Context, isOfPeople = true): Mask[] {
  const masks = filtersOf(context).flatMap(([name, wanted]) => {
    if (isPeopleFilter(table, name)) return [];
    const own = columnOf(table, name, 'text');
    if (!own) throw new RangeError(`unknown filter: ${name}; known are ${knownNames(table)}`);
    return [mask(own, (value) => wanted.includes(value))];
  });
  if (context.only) masks.push(recordMask(table, context.only));
  const isWanted = isOfPeople ? wantedPeople(table, context) : undefined;
  return isWanted ? [...masks, peopleMask(table, isWanted)] : masks;
}

/** The filter by columns, each with the values it lets pass. */
function filtersOf({dataset, filter}: Context): [name: string, values: readonly string[]][] {
  return Object.entries(filter).map(([name, wanted]) => [columnNamed(dataset, name), [wanted].flat()]);
}

/** By what a table can be filtered and broken down. */
export function knownNames({columns}: Table): string {
  return ['rep', 'team', 'region', 'manager', ...[...columns].flatMap(([name, {type}]) => (type === 'text' ? name : []))].join(', ');
}

/** The rows whose owner is wanted, or one of those who took part. */
function peopleMask(table: Table, isWanted: (idOrName: string) => boolean): Mask {
  const owners = ownersOf(table);
  if (owners) return mask(owners, isWanted);
  const several = columnOf(table, 'repIds', 'list');
  const reps = several?.fields.get('repId');
  const isOne = (entry: number) => reps?.type === 'text' && isWanted(textAt(reps, entry));
  const allowed = Uint8Array.from({length: table.length + 1}, (_, row) => Number(row > 0 && entriesOf(several, row - 1).some(isOne)));
  return {codes: Int32Array.from(allowed.keys()), allowed};
}

const recall = /* @__PURE__ */ recalled<Mask>();

/** Kept, since many figures are asked for the same records. */
function recordMask(table: Table, only: Only): Mask {
  const ids = table.name === only.table && columnOf(table, 'id', 'text');
  if (!ids) throw new RangeError(`unknown filter: records of ${only.table}`);
  return recall(only, [ids], () => mask(ids, (id) => only.ids.has(id)));
}

/** Whether the filter wants what belongs to somebody; undefined when it does not ask for people. */
export function wantedPeople(table: Table, context: Context): ((idOrName: string) => boolean) | undefined {
  const {find, attributeOf} = peopleOf(context.dataset);
  const tests = filtersOf(context)
    .filter(([name]) => isPeopleFilter(table, name))
    .map(([name, values]) => {
      const reps = values.map(find);
      return (who: string) =>
        isRepAttribute(name) ? values.includes(attributeOf(who, name)) : who ? reps.includes(find(who)) : values.includes(who);
    });
  return tests.length === 0 ? undefined : (who) => tests.every((test) => test(who));
}

function isPeopleFilter(table: Table, name: string): boolean {
  const isOfPeople = ['ownerId', 'repId', 'repIds', 'splits'].some((column) => table.columns.has(column));
  return isOfPeople && (name === 'rep' || name === 'ownerId' || (isRepAttribute(name) && !table.columns.has(name)));
}

/** What a rep belongs to, as the `reps` table says. */
export type RepAttribute = 'team' | 'region' | 'manager';

export function isRepAttribute(name: string): name is RepAttribute {
  return ['team', 'region', 'manager'].includes(name);
}

function mask({codes, values}: TextColumn, isAllowed: (value: string) => boolean, isMissingAllowed = false): Mask {
  return {codes, allowed: Uint8Array.from([isMissingAllowed, ...values.map(isAllowed)], Number)};
}
