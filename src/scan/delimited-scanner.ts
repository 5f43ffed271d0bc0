import {code} from '../dataset/coded.js';
import {dialectOf, isBlank} from '../dataset/delimited.js';
import {ScannedTable} from '../dataset/raw-table.js';
import {withoutLinesBelow} from '../dataset/report-lines.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {cut, quote} from './json-tokens.js';
import {decimalsAt, numberAt, timeOf} from './numbers.js';
import type {ScannedColumn} from './scanned-column.js';
import {NotPlain, ScannedRows} from './scanned-rows.js';

const lineFeed = 10;
const carriageReturn = 13;

/** Reads delimited rows, told apart as `readDelimited` does. */
export class DelimitedScanner {
  readonly #rows: ScannedRows;
  readonly #decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  #sign = '';
  /** Fields of the row found last. */
  #width = 0;
  /** Where the fields of a row start and end, and whether quotes stand within. */
  #bounds = new Int32Array(3 * 64);
  #unescaped = new Uint8Array(256);
  /** The last row of the file that holds anything. */
  #lastFilled = -1;

  constructor(options: DatasetOptions) {
    this.#rows = new ScannedRows(options.table, options);
  }

  /** Reads as far as whole rows go, with `isLast` all of them, and returns where they end. Throws NotPlain. */
  scan(bytes: Uint8Array, at: number, end: number, isLast: boolean): number {
    if (!this.#rows.columns.length) {
      at = this.#header(bytes, at, end);
      if (at === cut) return 0;
    }
    while (at < end) {
      const next = this.#row(bytes, at, end, isLast);
      if (next === cut) break;
      at = next;
    }
    return at;
  }

  close(): object {
    const {broken} = this.#rows;
    // Rows after the last that holds anything are none.
    for (const row of broken.keys()) if (row > this.#lastFilled) broken.delete(row);
    this.#rows.length = this.#lastFilled + 1 - broken.size;
    const raw = this.#rows.close();
    // What a report says below its table is no row; such lines are mostly short.
    const columns = raw.columns.map((cells) => (row: number) => cells(row) ?? '');
    const isReport = withoutLinesBelow({...raw, columns, line: () => ''}).count;
    if (isReport || [...broken.keys()].some((row) => row > this.#lastFilled - 20)) throw new NotPlain();
    return new ScannedTable(raw);
  }

  /** Reads the header, and where it is found nothing but what divides it. */
  #header(bytes: Uint8Array, at: number, end: number): number {
    let stop = at;
    for (let isQuoted = false; isQuoted || (bytes[stop] !== lineFeed && bytes[stop] !== carriageReturn); stop++) {
      if (stop >= end) return cut;
      if (bytes[stop] === quote) isQuoted = !isQuoted;
    }
    const {sign, start} = dialectOf(this.#decoder.decode(bytes.subarray(at, stop + 1)));
    // A line may say what divides the fields, and then the header is the next.
    if (sign > '~' || (start && start < stop - at)) throw new NotPlain();
    this.#sign = sign;
    const fields = this.#fields(bytes, at + start, end, false);
    if (fields === cut) return cut;
    const headers = Array.from({length: this.#width}, (_, field) => this.#decoder.decode(this.#bytesOf(bytes, field)));
    const types = this.#rows.typesOf(headers);
    // It may be the title of a report.
    if (!types) throw new NotPlain();
    headers.forEach((header, place) => this.#rows.add(header, types[place]));
    return fields;
  }

  #row(bytes: Uint8Array, at: number, end: number, isLast: boolean): number {
    const rows = this.#rows;
    const width = rows.columns.length;
    const next = this.#fields(bytes, at, end, isLast);
    if (next === cut) return cut;
    if (!this.#isBlank(bytes, at, next)) this.#lastFilled = rows.length + rows.broken.size;
    if (this.#width !== width) {
      // A last line that is short and does not end is the edge at which a file was cut.
      if (this.#width < width && bytes[next - 1] !== lineFeed && bytes[next - 1] !== carriageReturn) throw new NotPlain();
      rows.rejectRow(this.#width < width ? 'too-few-fields' : 'too-many-fields');
      return next;
    }
    for (let field = 0; field < width; field++) this.#cell(bytes, field, rows.columns[field], rows.length);
    rows.endRow();
    return next;
  }

  /** Finds the fields of the row at `at` and returns where the next row starts, or `cut`. */
  #fields(bytes: Uint8Array, at: number, end: number, isLast: boolean): number {
    const delimiter = this.#sign ? this.#sign.charCodeAt(0) : -1;
    const highest = Math.max(delimiter, carriageReturn);
    let used = 0;
    for (;;) {
      const from = at;
      let close = -2;
      let escapes = 0;
      if (bytes[at] === quote) {
        for (;;) {
          at++;
          while (bytes[at] !== quote && at < end) at++;
          if (at >= end) {
            if (isLast) throw new NotPlain();
            return cut;
          }
          close = at++;
          if (bytes[at] !== quote) break;
          escapes = 1;
        }
      }
      for (; ; at++) {
        const byte = bytes[at];
        if (byte <= highest && (byte === delimiter || byte === lineFeed || byte === carriageReturn || (!byte && at >= end))) break;
      }
      if (at >= end && !isLast) return cut;
      const isQuoted = close === at - 1;
      if (used === this.#bounds.length) {
        const all = this.#bounds;
        this.#bounds = new Int32Array(used * 2);
        this.#bounds.set(all);
      }
      this.#bounds[used++] = isQuoted ? from + 1 : from;
      this.#bounds[used++] = isQuoted ? close : at;
      this.#bounds[used++] = isQuoted ? escapes : 0;
      if (at >= end || bytes[at] !== delimiter) break;
      at++;
    }
    this.#width = used / 3;
    if (bytes[at] !== carriageReturn) return at < end ? at + 1 : at;
    // What follows may be the other half of the line's end.
    if (at + 1 >= end && !isLast) return cut;
    return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  }

  #bytesOf(bytes: Uint8Array, field: number): Uint8Array {
    const found = bytes.subarray(this.#bounds[field * 3], this.#bounds[field * 3 + 1]);
    if (!this.#bounds[field * 3 + 2]) return found;
    if (found.length > this.#unescaped.length) this.#unescaped = new Uint8Array(found.length * 2);
    let length = 0;
    for (let at = 0; at < found.length; at++) {
      if (found[at] === quote) at++;
      this.#unescaped[length++] = found[at];
    }
    return this.#unescaped.subarray(0, length);
  }

  #isBlank(bytes: Uint8Array, at: number, next: number): boolean {
    const first = bytes[this.#bounds[0]];
    if (first > 34 && first < 127 && this.#bounds[0] < this.#bounds[1]) return false;
    return isBlank(this.#decoder.decode(bytes.subarray(at, next)), this.#sign);
  }

  #cell(bytes: Uint8Array, field: number, column: ScannedColumn, row: number): void {
    const start = this.#bounds[field * 3];
    const end = this.#bounds[field * 3 + 1];
    const length = end - start;
    column.codes[row] = code.missing;
    if (!length) return;
    if (column.mode === 'time' && (length === 10 || length === 20 || length === 24)) {
      const time = timeOf(bytes, start, length);
      if (time === time) {
        column.numbers[row] = time;
        column.codes[row] = length === 10 ? code.date : length === 20 ? code.instant : code.milliseconds;
        return;
      }
    } else if (column.mode === 'decimal') {
      const decimals = decimalsAt(bytes, start, end);
      if (decimals >= 0) {
        column.numbers[row] = numberAt(bytes, start, end);
        column.codes[row] = code.digits - decimals;
        return;
      }
    }
    if (this.#bounds[field * 3 + 2]) {
      const text = this.#bytesOf(bytes, field);
      column.codes[row] = column.words.add(text, 0, text.length);
    } else column.codes[row] = column.words.add(bytes, start, end);
  }
}
