import type {RowReason} from './dataset.js';
import {Unreadable, type RawTable} from './reading.js';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** The delimiter that splits the header into the most fields; where there is none, every line is one field. */
function sniff(text: string): number {
  const header = (/(?:"[^"]*"|[^"\r\n]+)*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  let best = -1;
  let most = 1;
  // A comma is the likeliest to stand in a header for itself.
  for (const delimiter of '\t;|,') {
    const fields = header.split(delimiter).length;
    if (fields > most) {
      most = fields;
      best = delimiter.charCodeAt(0);
    }
  }
  return best;
}

function longer(places: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(places.length * 2);
  copy.set(places);
  return copy;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\n|\r/).length;
}

/** Rows of delimited text (comma, semicolon, tab or bar; told by the header or by a `sep=` line) as columns of text. Throws Unreadable. */
export function readDelimited(text: string): RawTable {
  const separator = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
  const delimiter = separator ? separator[1].charCodeAt(0) : sniff(text);
  const end = text.length;
  const headers: string[] = [];
  const broken = new Map<number, RowReason>();
  /** Where each field starts and ends, row by row: text is cut out only when its column is read. */
  let starts = new Uint32Array((end >> 3) + 64);
  let ends = new Uint32Array(starts.length);
  let fields = 0;
  const places: number[] = [];
  let at = separator ? separator[0].length : 0;
  /** The header is row -1. */
  let row = -1;
  /** Rows up to the last that holds anything. */
  let length = 0;
  for (; at < end; row++) {
    const line = at;
    const first = fields;
    let blank = true;
    for (;;) {
      let from = at;
      let close = NaN;
      if (text.charCodeAt(at) === quote) {
        do {
          close = text.indexOf('"', at + 1);
          if (close < 0) throw new Unreadable({code: 'unclosed-quote', line: lineAt(text, from)});
          at = close + 1;
        } while (text.charCodeAt(at) === quote);
        blank &&= close === from + 1;
      }
      for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === delimiter || code === lineFeed || code === carriageReturn) break;
        if (code > 32) blank = false;
      }
      if (fields === starts.length) {
        starts = longer(starts);
        ends = longer(ends);
      }
      // A quoted field starts behind its quote, by which it is known again; one that goes on after its quotes is taken as it stands.
      const quoted = close === at - 1;
      if (quoted) from++;
      starts[fields] = from;
      ends[fields++] = quoted ? close : at;
      if (at === end || text.charCodeAt(at) !== delimiter) break;
      at++;
    }
    const width = headers.length;
    if (row < 0) {
      for (let place = 0; place < fields; place++) headers.push(cut(place));
      fields = 0;
    } else if (fields !== first + width) {
      const short = fields < first + width;
      broken.set(row, short ? 'too-few-fields' : 'too-many-fields');
      // A last line that alone is short and does not end is the edge at which the file was cut.
      if (short && at === end && !blank && broken.size === 1) throw new Unreadable({code: 'truncated', line: lineAt(text, line)});
      fields = first;
    } else places.push(row);
    if (!blank) length = row + 1;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  for (let after = length; after < row; after++) broken.delete(after);
  while (places.length && places[places.length - 1] >= length) places.pop();

  function cut(place: number): string {
    const start = starts[place];
    const field = text.slice(start, ends[place]);
    return text.charCodeAt(start - 1) === quote ? field.replaceAll('""', '"') : field;
  }
  const columns = headers.map((_, column) => (index: number) => cut(index * headers.length + column));
  return {headers, columns, places, broken};
}
