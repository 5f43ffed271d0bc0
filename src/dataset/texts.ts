import type {TextColumn} from './column.js';
import type {Cells, Reading} from './reading.js';

/** What a cell says as text; null is missing, undefined is nothing that text can say. */
export function textOf(cell: unknown): string | null | undefined {
  switch (typeof cell) {
    case 'string':
      return cell;
    case 'number':
      return Number.isInteger(cell) && !Number.isSafeInteger(cell) ? undefined : String(cell);
    case 'boolean':
    case 'bigint':
      return String(cell);
    default:
      return cell === null || cell === undefined ? null : undefined;
  }
}

/** Printable ASCII without space around it needs no further look. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126) return false;
  }
  return text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32;
}

/**
 * Text as dictionary codes, trimmed; lone surrogates become U+FFFD. A row with another control character than tab and line end is left out.
 * `word` may put a value in other words, or none, which leaves the row out.
 */
export function textColumn(cells: Cells, length: number, reading?: Reading, word?: (value: string) => string | undefined): TextColumn {
  const codes = new Int32Array(length).fill(-1);
  const values: string[] = [];
  const known = new Map<string, number>();
  for (let index = 0; index < length; index++) {
    const text = textOf(cells(index));
    if (!text) {
      if (text === undefined) reading?.reject(index, typeof cells(index) === 'number' ? 'number-out-of-range' : 'unexpected-value');
      continue;
    }
    let code = known.get(text);
    if (code === undefined) {
      const plain = isPlain(text);
      let value: string | undefined = plain ? text : text.trim().replace(/\p{Cs}/gu, '\ufffd');
      if (!plain && /[^\P{Cc}\t\n\r]/u.test(value)) {
        reading?.reject(index, 'control-character');
        continue;
      }
      if (word && value) value = word(value);
      if (value === undefined) {
        reading?.reject(index, 'unexpected-value');
        continue;
      }
      if (value !== text) code = value ? known.get(value) : -1;
      code ??= values.push(value) - 1;
      known.set(text, code);
      if (value !== text) known.set(value, code);
    }
    codes[index] = code;
  }
  return {type: 'text', codes, values};
}
