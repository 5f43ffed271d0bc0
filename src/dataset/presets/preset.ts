import type {NoteCode} from '../dataset.js';

/** How the export of one CRM is known and read. Names are as `plainName` gives them: letters and digits in lower case. */
export interface Preset {
  /** A line a table: `deals: dealname dealstage, recordid dealname`. Headers that stand together nowhere else; any of the lists is enough. */
  readonly signs: string;
  /**
   * A line a field, or several of the same names: `amount: value total`, the likeliest first. Names joined by + are one field in several
   * columns, of which a row fills one: `closedAt: wontime+losttime`.
   */
  readonly aliases: string;
  /** Words that may go before a name, a line a table. Alone such a word is the name, by which other tables often refer to the row. */
  readonly prefixes?: string;
  /** Headers of dates on which a deal came to a stage, and the stage as `replace` makes it of the header. They make up a stage history. */
  readonly stageDates?: readonly [RegExp, string];
  /** Values of a status that no other CRM has: `won: 10`. */
  readonly outcomes?: string;
  /** What a reader should know of a field that such an export gives: field -> note. */
  readonly notes?: Readonly<Record<string, NoteCode>>;
}

/** Word -> the name of its line: what it stands for. */
export function meanings(text: string | undefined): (word: string) => string | undefined {
  const known = new Map(Array.from(linesOf(text), ([meaning, words]) => words.map((word) => [word, meaning] as const)).flat());
  return (word) => known.get(word);
}

const known = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Name -> words, of lines such as `name: word word`. Taken apart once. */
export function linesOf(text = ''): ReadonlyMap<string, readonly string[]> {
  const found = known.get(text);
  if (found) return found;
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split(': '));
  const words = new Map(lines.flatMap(([names, words = '']) => names.split(' ').map((name) => [name, words.split(' ')] as const)));
  known.set(text, words);
  return words;
}
