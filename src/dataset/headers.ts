import {aliases, prefixes} from './aliases.js';
import {schema} from './schema.js';

/** A name as it is compared: letters and digits alone, in lower case. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Plain name -> field and how good the match is (0 is best). */
type Names = Map<string, {readonly field: string; readonly rank: number}>;

function namesOf(table: string): Names {
  const names: Names = new Map();
  const add = (name: string, field: string, rank: number): void => {
    if (!names.has(name)) names.set(name, {field, rank});
  };
  const fields = [...(schema.get(table) ?? [])];
  for (const [field] of fields) add(plainName(field), field, 0);
  for (const [field, type] of fields) {
    const isId = /.Ids?$/.test(field);
    const line = aliases.split('\n').find((words) => words.split(': ')[0].split(' ').includes(field));
    const roots = [plainName(field).replace(isId ? /ids?$/ : /at$/, ''), ...(line?.split(': ')[1].split(' ') ?? [])];
    const endings = isId ? ['id', '', 'name'] : type === 'time' ? ['at', 'date', 'datum', 'on', 'time', ''] : [''];
    endings.forEach((ending, worse) => {
      roots.forEach((root, rank) => {
        if (root + ending) add(root + ending, field, 1 + rank + worse * roots.length);
      });
    });
    if (field === 'name') add('', field, Infinity);
  }
  return names;
}

/**
 * Which column of a file holds which field of `table`: field -> index of the header. `overrides` (field -> header) beat the aliases.
 * Of several headers for one field the likeliest wins. `twice` is a header whose field stands there in the same words before.
 */
export function matchHeaders(
  table: string,
  headers: readonly string[],
  overrides: Readonly<Record<string, string>> = {}
): {fields: Map<string, number>; twice?: string} {
  const names = namesOf(table);
  for (const [field, header] of Object.entries(overrides))
    if (schema.get(table)?.has(field)) names.set(plainName(header), {field, rank: -1});
  const words = (prefixes[table] ?? table).split(' ');
  const plain = headers.map(plainName);
  const fields = new Map<string, number>();
  const ranks = new Map<string, number>();
  let twice: string | undefined;
  plain.forEach((name, index) => {
    const prefix = words.find((word) => name.startsWith(word));
    const match = (name && names.get(name)) || (prefix && names.get(name.slice(prefix.length)));
    if (!match) return;
    const {field, rank} = match;
    if (plain.indexOf(name) < index) twice ??= headers[index];
    if (!fields.has(field) || rank < (ranks.get(field) ?? 0)) {
      fields.set(field, index);
      ranks.set(field, rank);
    }
  });
  return {fields, twice};
}
