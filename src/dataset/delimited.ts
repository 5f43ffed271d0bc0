import type {DataProblemCode, RowReason} from './dataset.js';
import {Unreadable, type RawTable} from './reading.js';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** The delimiter that splits the header into the most fields; where there is none, every line is one field. */
function sniff(text: string): string {
  const header = (/(?:"[^"]*"|[^"\r\n]+)*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const fields = (delimiter: string): number => header.split(delimiter).length;
  // A comma is the likeliest to stand in a header for itself.
  const best = Array.from('\t;|,').reduce((best, delimiter) => (fields(delimiter) > fields(best) ? delimiter : best));
  return fields(best) > 1 ? best : '';
}

/** Rows of delimited text (comma, semicolon, tab or bar; told by the header or by a `sep=` line) as columns of text. Throws Unreadable. */
export function readDelimited(text: string): RawTable {
  const separator = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text);
  const sign = separator?.[1] ?? sniff(text);
  const delimiter = sign.charCodeAt(0);
  const end = text.length;
  const broken = new Map<number, RowReason>();
  const places: number[] = [];
  /** Where the header and each row start. */
  const lines: number[] = [];
  /** Where each field starts and ends, row by row: text is cut out only when its column is read. */
  let bounds = new Uint32Array((end >> 2) + 64);
  let used = 0;
  let width = 0;
  let at = separator?.[0].length ?? 0;

  const fail = (code: DataProblemCode, place: number): never => {
    throw new Unreadable({code, line: text.slice(0, place).split(/\r\n|\n|\r/).length});
  };
  const isBlank = (row: number): boolean =>
    !text
      .slice(lines[row], lines[row + 1])
      .replaceAll(sign, '')
      .replaceAll('""', '')
      .trim();
  const cut = (field: number): string => {
    const start = bounds[field * 2];
    const found = text.slice(start, bounds[field * 2 + 1]);
    return text.charCodeAt(start - 1) === quote ? found.replaceAll('""', '"') : found;
  };

  while (at < end) {
    const row = lines.push(at) - 1;
    const first = used;
    for (;;) {
      const from = at;
      let close = NaN;
      if (text.charCodeAt(at) === quote)
        do {
          close = text.indexOf('"', at + 1);
          if (close < 0) fail('unclosed-quote', from);
          at = close + 1;
        } while (text.charCodeAt(at) === quote);
      for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === delimiter || code === lineFeed || code === carriageReturn) break;
      }
      // A quoted field starts behind its quote, by which it is known again; one that goes on after its quotes is taken as it stands.
      const quoted = close === at - 1;
      if (used === bounds.length) {
        const all = bounds;
        bounds = new Uint32Array(used * 2);
        bounds.set(all);
      }
      bounds[used++] = from + Number(quoted);
      bounds[used++] = at - Number(quoted);
      if (at === end || text.charCodeAt(at) !== delimiter) break;
      at++;
    }
    const fields = (used - first) / 2;
    if (!row) width = fields;
    else if (fields === width) places.push(row - 1);
    else {
      broken.set(row - 1, fields < width ? 'too-few-fields' : 'too-many-fields');
      used = first;
      // A last line that alone is short and does not end is the edge at which the file was cut.
      if (fields < width && at === end && broken.size === 1 && !isBlank(row)) fail('truncated', lines[row]);
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  // Rows after the last that holds anything are none.
  for (let row = lines.length - 1; row > 0 && isBlank(row); row--) if (!broken.delete(row - 1)) places.pop();

  const headers = Array.from({length: width}, (_, column) => cut(column));
  return {headers, columns: headers.map((_, column) => (row: number) => cut((row + 1) * width + column)), places, broken, isCut: true};
}
