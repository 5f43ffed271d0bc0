import type {TextColumn} from './column.js';
import type {Cells, Reading} from './reading.js';

/** What a cell says as text; null is missing, undefined is nothing that text can say. */
function textOf(cell: unknown): string | null | undefined {
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

/** Text as dictionary codes, trimmed; lone surrogates become U+FFFD. A row with another control character than tab and line end is left out. */
export function textColumn(cells: Cells, length: number, reading: Reading): TextColumn {
  const codes = new Int32Array(length).fill(-1);
  const values: string[] = [];
  const known = new Map<string, number>();
  for (let index = 0; index < length; index++) {
    const text = textOf(cells(index));
    if (!text) {
      if (text === undefined) reading.reject(index, typeof cells(index) === 'number' ? 'number-out-of-range' : 'unexpected-value');
      continue;
    }
    let code = known.get(text);
    if (code === undefined) {
      let value = text;
      if (!isPlain(text)) {
        value = text.trim().replace(/\p{Cs}/gu, '\ufffd');
        if (/[^\P{Cc}\t\n\r]/u.test(value)) {
          reading.reject(index, 'control-character');
          continue;
        }
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

/** The same column in other words: `word` gives them once a distinct value; a row whose value has none is rejected by the caller. */
export function recode(column: TextColumn, word: (value: string) => string | undefined, reject: (index: number) => void): TextColumn {
  const values: string[] = [];
  const recoded = column.values.map((value) => {
    const other = word(value);
    if (other === undefined) return -2;
    const code = values.indexOf(other);
    return code < 0 ? values.push(other) - 1 : code;
  });
  const codes = column.codes.map((code, index) => {
    const other = code < 0 ? -1 : recoded[code];
    if (other < -1) reject(index);
    return Math.max(other, -1);
  });
  return {type: 'text', codes, values};
}
