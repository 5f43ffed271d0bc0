import type {Coded} from './coded.js';
import type {TextColumn} from './column.js';
import type {RowReason} from './dataset.js';
import {type Cells, type ReadCell, readCells, type Reading} from './reading.js';

/** What a cell says as text; null is missing, undefined is nothing that text can say. */
export function textOf(cell: unknown): string | null | undefined {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) return null;
  // An integer that a double may have rounded names nothing for certain.
  if (typeof cell === 'number') return Number.isInteger(cell) && !Number.isSafeInteger(cell) ? undefined : String(cell);
  return typeof cell === 'boolean' || typeof cell === 'bigint' ? String(cell) : undefined;
}

/** A column whose words are put together when first asked for. */
export function lazyText(codes: Int32Array, read: () => readonly string[]): TextColumn {
  let values: readonly string[] | undefined;
  return {
    type: 'text',
    codes,
    get values() {
      return (values ??= read());
    }
  };
}

/** A column as its reader left it. Which words are the same it is asked only when somebody asks the column. */
export function textAsRead(coded: Coded): TextColumn {
  const settled = () => (coded = coded.distinct?.() ?? coded);
  return {
    type: 'text',
    get codes() {
      return settled().codes;
    },
    get values() {
      return settled().words.values as readonly string[];
    },
    get packed() {
      return {...coded.words.packed, codes: coded.codes};
    }
  };
}

/**
 * Text as dictionary codes, trimmed; lone surrogates become U+FFFD. A row with another control character than tab and line end is left out.
 * `word` may put a value in other words, or none, which is `otherwise`: the reason to leave the row out, or null for a missing value.
 */
export function textColumn(
  cells: Cells,
  length: number,
  reading?: Reading,
  word?: (text: string) => string | undefined,
  otherwise: RowReason | null = null
): TextColumn {
  const coded = reading?.coded;
  const values: string[] = [];
  const known = new Map<unknown, number | RowReason | null>();
  const read: ReadCell<number> = (cell) => {
    let text = textOf(cell);
    if (text === undefined) return typeof cell === 'number' ? 'number-out-of-range' : 'unexpected-value';
    // Printable ASCII without space around it needs no further look.
    if (text && /[^ -~]|^ | $/.test(text)) {
      text = text.trim().replace(/\p{Cs}/gu, '\ufffd');
      if (/[^\P{Cc}\t\n\r]/u.test(text)) return 'control-character';
    }
    if (!text) return null;
    const value = word ? word(text) : text;
    if (!value) return otherwise;
    // The words of a scanner differ in their bytes, and then perhaps in the space around them alone.
    if (value === cell && !coded) return values.push(value) - 1;
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = values.push(value) - 1));
    return code;
  };
  if (coded?.words.isPlain && !word) return textAsRead(coded);
  const codes = new Int32Array(length);
  const keep = (index: number, code = -1): void => {
    codes[index] = code;
  };
  readCells(cells, length, reading, read, keep, undefined, undefined, known);
  // A text cut out of a file keeps the whole file in memory; copied this way it does not.
  return {type: 'text', codes, values: reading?.isCut ? values.map((value) => ` ${value}`.slice(1)) : values};
}
