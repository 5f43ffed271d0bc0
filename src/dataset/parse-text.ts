import {Unreadable} from './reading.js';

/** Text as a value where it looks like JSON, else undefined: as delimited rows. */
export function parseText(text: string): unknown {
  const start = /\S/.exec(text)?.index;
  if (start === undefined) throw new Unreadable({code: 'empty-answer'});
  const head = text.slice(start, start + 40);
  // A zip or an old compound file, as text.
  if (['PK\x03\x04', '\xd0\xcf\x11\xe0'].some((sign) => head.startsWith(sign))) throw new Unreadable({code: 'workbook'});
  if (/^<[a-z!?]/i.test(head)) throw new Unreadable({code: 'web-page'});
  if (!/^(?:[[{]|(?:null|true|false|-?[\d.]+)\s*$)/.test(head)) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ' '));
  } catch (error) {
    const rows = jsonLines(text);
    if (rows) return rows;
    throw new Unreadable({code: 'not-json', byte: stop(text, String(error))});
  }
}

/** The values of NDJSON, one a line; undefined when the first line is no whole object. A line that is none is a row that cannot be read. */
function jsonLines(text: string): unknown[] | undefined {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const read = (line: string): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      return undefined;
    }
  };
  while (!lines.at(-1)?.trim()) lines.pop();
  if (lines.length < 2 || !/^\s*\{/.test(lines[0]) || !read(lines[0])) return undefined;
  const rows = lines.map(read);
  // A last line that breaks off is the edge at which the file was cut.
  if (rows.at(-1) === undefined && !text.endsWith('\n')) throw new Unreadable({code: 'truncated', line: lines.length});
  return rows;
}

/** Where JSON broke off, in bytes of UTF-8: the end of a text that is cut, or where the engine says, if it does. What it quotes of the text says nothing. */
function stop(text: string, message: string): number | undefined {
  const [, position, line, column] = /^[^"]*?(?:position (\d+)|line (\d+) column (\d+))/.exec(message) ?? [];
  // Firefox counts lines: those before, their breaks, and what stands before the column.
  const told = line ? text.split('\n', +line - 1).join('\n').length + Number(+line > 1) + +column - 1 : Number(position);
  const place = /^[^"]*(end of|eof|unterminated)/i.test(message) ? text.length : told;
  // A surrogate is half of four bytes.
  const twoBytes = /[\u0080-\u07ff\ud800-\udfff]/g;
  const bytes = text
    .slice(0, place)
    .replace(twoBytes, '**')
    .replace(/[\u0800-\uffff]/g, '***').length;
  return Number.isNaN(place) ? undefined : bytes;
}
