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
  /** Where each field starts and ends, row by row: text is cut out only when its column is read, and then does not outlive it. */
  let starts = new Uint32Array((end >> 3) + 64);
  let ends = new Uint32Array((end >> 3) + 64);
  /** Fields that differ from what stands in the text. Their end is 0, their start one above their place here. */
  const unescaped: string[] = [];
  let fields = 0;
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
      let close = -1;
      let value = '';
      if (text.charCodeAt(at) === quote) {
        for (; close < 0 || text.charCodeAt(at) === quote; at = close + 1) {
          if (close >= 0) value += text.slice(from, close + 1);
          from = at + 1;
          close = text.indexOf('"', from);
          if (close < 0) throw new Unreadable({code: 'unclosed-quote', line: lineAt(text, at)});
        }
        blank &&= from === close && !value;
      }
      for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === delimiter || code === lineFeed || code === carriageReturn) break;
        if (code > 32) blank = false;
      }
      if (fields + 1 >= starts.length) {
        starts = longer(starts);
        ends = longer(ends);
      }
      if (close >= 0 && (value || at > close + 1)) {
        // What follows a closing quote belongs to the field, as spreadsheets read it.
        from = unescaped.push(value + text.slice(from, close) + text.slice(close + 1, at));
        close = 0;
      }
      starts[fields] = from;
      ends[fields++] = close < 0 ? at : close;
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
      starts.fill(0, fields, first + width);
      ends.fill(0, fields, first + width);
      fields = first + width;
    }
    if (!blank) length = row + 1;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  for (let after = length; after < row; after++) broken.delete(after);

  function cut(place: number): string {
    const start = starts[place];
    const stop = ends[place];
    return start > stop ? unescaped[start - 1] : text.slice(start, stop);
  }
  return {headers, columns: headers.map((_, column) => (index: number) => cut(index * headers.length + column)), length, broken};
}
