import type {DataProblem} from './dataset.js';
import {label, readDelimited} from './delimited.js';
import {matchHeaders, recognise} from './headers.js';
import {isMissing, type RawTable} from './reading.js';

/** The title and the filters above the table of a report have at most so many lines. */
const mostAbove = 40;
/** Its totals and notices below at most so many. */
const mostBelow = 20;

/** Longer than any sum; the pattern need not look at more. */
const longestSum = 60;

/** A sum: no words but a currency, and no date. */
const sum = /^(?!.*\d[-/]\d)[^\p{L}]*(?:\p{L}{2,3})?[^\p{L}]*\d[^\p{L}]*(?:\p{L}{2,3})?\.?$/u;

/** Where the header of a table starts: behind the title and the filters that a report has above it, with how many lines those are. */
export function linesAbove(text: string, preset: string | undefined): {start: number; count: number} {
  const none = {start: 0, count: 0};
  // A line that says what divides the fields is no title.
  if (/^sep=/i.test(text)) return none;
  const lines = Array.from(text.slice(0, 20_000).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)).slice(0, mostAbove);
  for (const [count, {1: line, index: start}] of lines.entries()) {
    const headers = fieldsOf(line).filter(Boolean);
    if (headers.length > 2 || (headers.length && !count)) {
      const {table = 'deals', because} = recognise(headers, preset);
      if (because.length || matchHeaders(table, headers).fields.size > 1) return {start, count};
    }
    // More than a title or a filter is a header that nobody knows.
    if (headers.length > 2) return none;
  }
  return none;
}

function fieldsOf(line: string): readonly string[] {
  try {
    return readDelimited(`${line}\n`).headers;
  } catch {
    return [];
  }
}

/** The rows without the totals and notices that a report has below them, how many lines those are, and a line that counts other rows than there are. */
export function withoutLinesBelow(raw: RawTable): {raw: RawTable; count: number; miscounted?: DataProblem | undefined} {
  const {headers, columns, places, broken, line} = raw;
  const read = places.length + broken.size;
  let [first, whole, count, isReport] = [read, places.length, 0, false];
  let counting = '';
  if (!line || headers.length < 2) return {raw, count};
  for (; first > Math.max(0, read - mostBelow); first--) {
    const row = first - 1;
    const isWhole = places[whole - 1] === row;
    const cells = isWhole ? columns.map((cells) => String(cells(whole - 1))) : fieldsOf(line(row));
    const filled = cells.filter((cell) => !isMissing(cell)).map((cell) => cell.trim());
    const [text, ...others] = filled;
    const all = filled.join(' ');
    const isLabel =
      (!isWhole && label.test(all)) || (label.test(text ?? '') && others.every((cell) => cell.length < longestSum && sum.test(cell)));
    // Lines of a single text may be anything that the report says of itself.
    if (text && !isLabel && (isWhole || others.length)) break;
    if (isWhole) whole--;
    if (text) count++;
    isReport ||= isLabel;
    // The last counts all.
    if (isLabel && /record|row|rader|trailer/i.test(all)) counting ||= all;
  }
  if (!isReport) return {raw, count: 0};
  const expected = Number(/\d[\d.,\s]*/.exec(counting)?.[0].replace(/\D/g, '') ?? first);
  return {
    raw: {
      ...raw,
      places: Array.prototype.slice.call(places, 0, whole) as number[],
      broken: new Map([...broken].filter(([row]) => row < first))
    },
    count,
    miscounted: expected === first ? undefined : {code: 'row-count', seen: [counting], rows: [first, expected]}
  };
}
