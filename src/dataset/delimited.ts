import type {RowReason} from './dataset.js';
import {Unreadable, type RawTable} from './reading.js';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

const recordPattern = /(?:"[^"]*"|[^"\r\n]+)*/y;

/** The delimiter that splits the header into the most fields, and the first row likewise; where there is none, every line is one field. */
function sniff(text: string): number {
  recordPattern.lastIndex = 0;
  const [header = '', row = ''] = [0, 1].map(() => {
    const record = recordPattern.exec(text)?.[0] ?? '';
    recordPattern.lastIndex = record.length + (text.startsWith('\r\n', record.length) ? 2 : 1);
    return record.replace(/"[^"]*"/g, '');
  });
  let best = -1;
  let most = 1;
  for (const delimiter of ',;\t|') {
    const count = header.split(delimiter).length - 1;
    const score = 2 * count + Number(count === row.split(delimiter).length - 1);
    if (score > most) {
      most = score;
      best = delimiter.charCodeAt(0);
    }
  }
  return best;
}

/** Rows of delimited text (comma, semicolon, tab or bar; told by the header or by a `sep=` line) as columns of text. Throws Unreadable. */
export function readDelimited(text: string): RawTable {
  let at = 0;
  let line = 1;
  let delimiter = -1;
  const separator = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
  if (separator) {
    at = separator[0].length;
    line = 2;
    delimiter = separator[1].charCodeAt(0);
  } else delimiter = sniff(text);

  const end = text.length;

  /** The field at `at`; leaves `at` on what ends it. */
  function field(): string {
    if (text.charCodeAt(at) !== quote) {
      const start = at;
      for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === delimiter || code === lineFeed || code === carriageReturn) break;
      }
      return text.slice(start, at);
    }
    const opened = line;
    let value = '';
    for (;;) {
      const close = text.indexOf('"', ++at);
      if (close < 0) throw new Unreadable({code: 'unclosed-quote', line: opened});
      value += text.slice(at, close);
      at = close + 1;
      if (text.charCodeAt(at) !== quote) break;
      value += '"';
    }
    line += value.split(/\r\n|\n|\r/).length - 1;
    // What follows a closing quote belongs to the field, as spreadsheets read it.
    return text.charCodeAt(at) === delimiter || text.charCodeAt(at) === lineFeed || text.charCodeAt(at) === carriageReturn || at === end
      ? value
      : value + field();
  }

  /** Steps over a line end. */
  function nextLine(): void {
    if (text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++;
    at++;
    line++;
  }

  const headers: string[] = [];
  for (;;) {
    headers.push(field());
    if (at === end || text.charCodeAt(at) !== delimiter) break;
    at++;
  }
  nextLine();

  const width = headers.length;
  const columns = headers.map((): string[] => []);
  const broken = new Map<number, RowReason>();
  let length = 0;
  /** Rows up to the last that holds anything. */
  let filled = 0;
  while (at < end) {
    const firstLine = line;
    let index = 0;
    let blank = true;
    for (;;) {
      const value = field();
      if (value) blank &&= !value.trim();
      if (index < width) columns[index].push(value);
      index++;
      if (at === end || text.charCodeAt(at) !== delimiter) break;
      at++;
    }
    if (index > width) broken.set(length, 'too-many-fields');
    else if (index < width) {
      broken.set(length, 'too-few-fields');
      for (; index < width; index++) columns[index].push('');
    }
    length++;
    if (!blank) filled = length;
    // A last line that alone is short and does not end is the edge at which the file was cut.
    if (at === end && !blank && broken.size === 1 && broken.get(length - 1) === 'too-few-fields')
      throw new Unreadable({code: 'truncated', line: firstLine});
    nextLine();
  }
  for (let row = filled; row < length; row++) broken.delete(row);
  return {headers, columns, length: filled, broken};
}
