import {aliases, prefixes, tableAliases} from './aliases.js';
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

function addAliases(names: Names, fields: ReadonlyMap<string, unknown>, text: string): void {
  for (const line of text.trim().split('\n')) {
    const [field = '', words = ''] = line.split(': ');
    if (!fields.has(field)) continue;
    words.split(' ').forEach((word, index) => {
      if (!names.has(word)) names.set(word, {field, rank: index + 1});
    });
  }
}

const namesOf = new Map<string, Names>();

function names(table: string): Names {
  let known = namesOf.get(table);
  if (!known) {
    const fields = schema.get(table) ?? new Map<string, unknown>();
    known = new Map([...fields.keys()].map((field) => [plainName(field), {field, rank: 0}]));
    // `closed` by itself is a date as often as a flag; the flag is spelled out.
    addAliases(known, fields, tableAliases[table] ?? '');
    addAliases(known, fields, aliases);
    namesOf.set(table, known);
  }
  return known;
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
  const known = names(table);
  const prefix = (prefixes[table] ?? '').split(' ');
  const plain = headers.map(plainName);
  const fields = new Map<string, number>();
  const ranks = new Map<string, number>();
  for (const [field, header] of Object.entries(overrides)) {
    const index = plain.indexOf(plainName(header));
    if (index >= 0 && schema.get(table)?.has(field)) {
      fields.set(field, index);
      ranks.set(field, -1);
    }
  }
  const taken = new Set(fields.values());
  let twice: string | undefined;
  plain.forEach((name, index) => {
    if (taken.has(index)) return;
    const start = prefix.find((word) => word && name.startsWith(word)) ?? '';
    const match = known.get(name) ?? known.get(name.slice(start.length));
    if (!match) return;
    if (plain.indexOf(name) < index) twice ??= headers[index];
    if (match.rank < (ranks.get(match.field) ?? Infinity)) {
      fields.set(match.field, index);
      ranks.set(match.field, match.rank);
    }
  });
  return {fields, twice};
}
