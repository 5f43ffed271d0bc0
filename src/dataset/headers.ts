import {aliases, prefixes} from './aliases.js';
import {type FieldType, schema} from './schema.js';

/** A name as it is compared: letters and digits alone, in lower case. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How files name a field, the likeliest first. The empty name is what remains of a header that is a prefix alone. */
function namesOf(field: string, type: FieldType): string[] {
  const isId = /.Ids?$/.test(field);
  const line = aliases.split('\n').find((words) => words.split(': ')[0].split(' ').includes(field));
  const roots = [plainName(field).replace(isId ? /ids?$/ : /at$/, ''), ...(line?.split(': ')[1].split(' ') ?? [])];
  const endings = isId ? ['id', '', 'name'] : type === 'time' ? ['at', 'date', 'datum', 'on', 'time', ''] : ['', 'name'];
  const names = endings.flatMap((ending) => roots.map((root) => root + ending));
  return field === 'name' ? [...names, ''] : names;
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
  // No name is like that of a column without a header.
  const plain = headers.map((header) => plainName(header) || '-');
  const words = (prefixes[table] ?? table.slice(0, -1)).split(' ');
  const bare = plain.map((name) => name.slice(words.find((word) => name.startsWith(word))?.length ?? 0));
  const fields = new Map<string, number>();
  const taken = new Set<number>();
  const likeliest: ((field: string, type: FieldType) => readonly string[])[] = [
    (field) => (field in overrides ? [plainName(overrides[field])] : []),
    (field) => [plainName(field)],
    namesOf
  ];
  for (const names of likeliest)
    for (const [field, type] of schema.get(table) ?? []) {
      const index = names(field, type)
        .flatMap((name) => [plain.indexOf(name), bare.indexOf(name)])
        .find((place) => place >= 0 && !taken.has(place));
      if (index === undefined || fields.has(field)) continue;
      fields.set(field, index);
      taken.add(index);
    }
  return {fields, twice: headers.find((_, index) => plain.indexOf(plain[index]) < index && taken.has(plain.indexOf(plain[index])))};
}
