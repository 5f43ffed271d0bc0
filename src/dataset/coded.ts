import type {PackedWords} from './column.js';

/** The texts of a column, distinct but where `Coded` says how to make them, and values that are none, in the order in which they were first met. */
export interface Words {
  readonly length: number;
  /** Every one is of printable ASCII and letters of two bytes in UTF-8, without space around it, and used: what text columns keep as it is. */
  readonly isPlain: boolean;
  /** Put into words when first asked for: few ask for those of a column in which all differ. */
  readonly values: readonly unknown[];
  /** One of them; a few can be had without the others. */
  readonly at: (place: number) => unknown;
  readonly packed: PackedWords;
}

/**
 * The cells of a column as a reader of bytes leaves them. A code of 0 or more is the place among `words`, -1 a missing value.
 * A code below says that the cell was plain enough to be read at once into `numbers`, and how it was written:
 * -2 `2024-01-31`, -3 `2024-01-31T23:59:59Z`, -4 the same with milliseconds, all in milliseconds; -5 a number of JSON;
 * -6, -7, -8 the text of a number without a decimal, with one and with two.
 */
export interface Coded {
  readonly codes: Int32Array;
  readonly words: Words;
  readonly numbers: Float64Array;
  /** The same with each word once, where there are some that may stand there twice. */
  readonly distinct?: (() => Coded) | undefined;
}

export const code = {missing: -1, date: -2, instant: -3, milliseconds: -4, number: -5, digits: -6} as const;

/** The cell as it was written. */
export function cellOf({codes, words, numbers}: Coded, row: number): unknown {
  const kind = codes[row];
  if (kind >= 0) return words.at(kind);
  if (kind === code.missing) return undefined;
  const value = numbers[row];
  if (kind === code.number) return value;
  if (kind <= code.digits) return value.toFixed(code.digits - kind);
  const iso = new Date(value).toISOString();
  return kind === code.date ? iso.slice(0, 10) : kind === code.instant ? `${iso.slice(0, 19)}Z` : iso;
}
