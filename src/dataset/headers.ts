import {plainName} from './plain-name.js';
import {plain} from './presets/plain.js';
import {linesOf, type Preset} from './presets/preset.js';
import {presets} from './presets/presets.js';
import {type FieldType, schema} from './schema.js';

/** By which preset a table is read, which table that makes it when nobody says, and the headers that told. */
export interface Recognition {
  readonly preset: string;
  readonly table: string | undefined;
  readonly because: readonly string[];
}

/** `asked` is the name of a preset, or `auto` for the first that knows the headers, else `plain`. */
export function recognise(headers: readonly string[], asked = 'auto'): Recognition {
  const names = headers.map(plainName);
  for (const [preset, {signs, stageDates}] of presets) {
    if (asked !== 'auto' && asked !== preset) continue;
    for (const [table, words] of linesOf(signs)) {
      const lists = words.join(' ').split(', ');
      const known = lists.map((list) => list.split(' ').map((word) => names.indexOf(word))).find((places) => !places.includes(-1));
      if (table && known) return {preset, table, because: known.map((place) => headers[place])};
    }
    const dates = stageDates && preset !== 'plain' ? headers.filter((header) => stageDates[0].test(header)) : [];
    if (dates.length) return {preset, table: 'deals', because: dates.slice(0, 1)};
  }
  return {preset: asked === 'auto' ? 'plain' : asked, table: undefined, because: []};
}

const plainAliases = linesOf(plain.aliases);

/** How files name a field, the likeliest first. The empty name is what remains of a header that is a prefix alone. */
export function namesOf(field: string, type: FieldType): string[] {
  const isId = /.Ids?$/.test(field);
  const roots = [plainName(field).replace(isId ? /ids?$/ : /at$/, ''), ...(plainAliases.get(field) ?? [])];
  const endings = isId ? ['id', '', 'name', 'namn'] : type === 'time' ? ['at', 'date', 'datum', 'on', 'time', ''] : ['', 'name'];
  const names = endings.flatMap((ending) => roots.map((root) => root + ending));
  return field === 'name' ? [...names, ''] : names.filter(Boolean);
}

/** Which header has the names of those whom another gives by id, `Rep` or `Rep name` beside `Rep ID`; -1 where they have none. */
export function nameBeside(headers: readonly string[], id: number): number {
  const names = headers.map(plainName);
  const [, root] = /^(.+?)ids?$/.exec(names[id] ?? '') ?? [];
  return names.findIndex((name) => root && [root, `${root}name`, `${root}namn`].includes(name));
}

/** Which column of a file holds which field. */
export interface Matched {
  /** Field -> index of its header. */
  readonly fields: Map<string, number>;
  /** Further columns of a field: it is in the first of all that has a value in a row. */
  readonly more: Map<string, readonly number[]>;
  /** A header that stands there before, or whose field does in the same words. */
  readonly twice: string | undefined;
}

/**
 * Matches the headers of `table` to its fields, by `overrides` (field -> header), then by the preset, then by the usual names.
 * Of several headers for one field the likeliest wins.
 */
export function matchHeaders(
  table: string,
  headers: readonly string[],
  overrides: Readonly<Record<string, string>> = {},
  preset: Preset = plain
): Matched {
  // No name is like that of a column without a header.
  const names = headers.map((header) => plainName(header) || '-');
  const words = [preset, plain].flatMap(({prefixes}) => linesOf(prefixes).get(table) ?? []).concat(table.slice(0, -1));
  // One word may begin like another: affärsnamn, affärstatus.
  const bare = names.map((name) => words.filter((word) => name.startsWith(word)).map((word) => name.slice(word.length)));
  const fields = new Map<string, number>();
  const more = new Map<string, readonly number[]>();
  const taken = new Set<number>();
  const aliases = preset === plain ? undefined : linesOf(preset.aliases);
  const likeliest: ((field: string, type: FieldType) => readonly string[])[] = [
    (field) => (field in overrides ? [plainName(overrides[field])] : []),
    (field) => aliases?.get(field) ?? [],
    (field) => [plainName(field)],
    namesOf
  ];
  const placesOf = (name: string): number[] =>
    name
      .split('+')
      .map((one) => [names.indexOf(one), bare.findIndex((all) => all.includes(one))].find((place) => place >= 0 && !taken.has(place)) ?? -1)
      .filter((place) => place >= 0);
  for (const namesFor of likeliest)
    for (const [field, type] of schema.get(table) ?? []) {
      if (taken.size === headers.length) break;
      // The page knows better than the usual names: without its column there is none.
      if (fields.has(field) || (field in overrides && namesFor !== likeliest[0])) continue;
      const [index, ...others] = namesFor(field, type)
        .map(placesOf)
        .find((places) => places.length) ?? [-1];
      if (index < 0) continue;
      fields.set(field, index);
      if (others.length) more.set(field, others);
      for (const place of [index, ...others]) taken.add(place);
    }
  const isAgain = (header: string, index: number): boolean => {
    const first = names.indexOf(names[index]);
    return first < index && (taken.has(first) || headers.indexOf(header) < index) && header !== '';
  };
  return {fields, more, twice: headers.find(isAgain)};
}
