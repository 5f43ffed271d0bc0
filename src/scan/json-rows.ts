import {code} from '../dataset/coded.js';
import {
  afterSpace,
  atEnd,
  backslash,
  closeBrace,
  colon,
  comma,
  cut,
  openBrace,
  openBracket,
  parsed,
  quote,
  stringEnd,
  valueEnd
} from './json-tokens.js';
import {timeOf} from './numbers.js';
import type {ScannedColumn} from './scanned-column.js';
import {NotPlain, type ScannedRows} from './scanned-rows.js';

const powers = Float64Array.from({length: 16}, (_, power) => 10 ** power);

/** Where what stands at `at` ends when it is `expected`, else `cut`. */
function passed(bytes: Uint8Array, at: number, expected: Uint8Array | undefined): number {
  if (!expected) return cut;
  for (let index = 0; index < expected.length; index++, at++) if (bytes[at] !== expected[index]) return cut;
  return at;
}

/** Reads one object after the other into the columns of `rows`. */
export class JsonRows {
  readonly #rows: ScannedRows;
  /** The columns' keys as bytes, up to and with the closing quote. */
  readonly #keys: Uint8Array[] = [];
  /** Which column came last behind each: the first of a row at 0, that behind the column at a place one further. */
  readonly #next: number[] = [];
  /** What stood between the two values then, the key and all around it. */
  readonly #leads: Uint8Array[] = [];
  readonly #known = new Map<string, number>();

  constructor(rows: ScannedRows) {
    this.#rows = rows;
  }

  /** Reads the object that starts at `at` and returns where it ends, or `cut`, and then nothing of it counts. Throws NotPlain. */
  read(bytes: Uint8Array, at: number, end: number): number {
    const row = this.#rows.length;
    if (bytes[at] !== openBrace) return atEnd(at, end);
    at++;
    for (let before = 0; ;) {
      // Rows mostly have their keys in the same order, and write them alike.
      let start = passed(bytes, at, this.#leads[before]);
      if (start === cut) {
        let from = afterSpace(bytes, at);
        if (bytes[from] === closeBrace) {
          this.#rows.endRow();
          return from + 1;
        }
        if (before) {
          if (bytes[from] !== comma) return atEnd(from, end);
          from = afterSpace(bytes, from + 1);
        }
        if (bytes[from] !== quote) return atEnd(from, end);
        let place = -1;
        let next = cut;
        while (next === cut && ++place < this.#keys.length) next = passed(bytes, from + 1, this.#keys[place]);
        if (next === cut) {
          next = stringEnd(bytes, from, end);
          if (next === cut) return cut;
          place = this.#place(bytes, from, next);
        }
        next = afterSpace(bytes, next);
        if (bytes[next] !== colon) return atEnd(next, end);
        start = afterSpace(bytes, next + 1);
        if (start >= end) return cut;
        this.#next[before] = place;
        this.#leads[before] = bytes.slice(at, start);
      }
      const place = this.#next[before];
      // The row may have it twice, and then the later one counts.
      if (place < before) this.#rows.columns[place].isLoose = true;
      before = place + 1;
      at = this.#value(bytes, start, end, this.#rows.columns[place], row);
      if (at === cut) return cut;
    }
  }

  /** The place of the column of a key out of turn. */
  #place(bytes: Uint8Array, start: number, end: number): number {
    const key = parsed(bytes, start, end) as string;
    let place = this.#known.get(key);
    if (place === undefined) {
      // An object puts keys that are whole numbers first.
      if (/^\d+$/.test(key)) throw new NotPlain();
      place = this.#rows.columns.length;
      this.#known.set(key, place);
      this.#keys.push(bytes.slice(start + 1, end));
      this.#rows.add(key, this.#rows.typeOf(key));
    }
    return place;
  }

  #value(bytes: Uint8Array, at: number, end: number, column: ScannedColumn, row: number): number {
    const byte = bytes[at];
    if (byte === quote) return this.#text(bytes, at + 1, end, column, row);
    if (byte === 45 || (byte >= 48 && byte <= 57)) return this.#number(bytes, at, end, column, row);
    const stop = valueEnd(bytes, at, end);
    if (stop === cut) return cut;
    if (byte === 110 && stop - at === 4 && bytes[at + 1] === 117 && bytes[at + 2] === 108 && bytes[at + 3] === 108)
      column.codes[row] = code.missing;
    else if (byte === openBrace || byte === openBracket) column.addOdd(row, parsed(bytes, at, stop));
    else if (typeof parsed(bytes, at, stop) === 'boolean') column.codes[row] = column.words.add(bytes, at, stop);
    else throw new NotPlain();
    return stop;
  }

  #text(bytes: Uint8Array, start: number, end: number, column: ScannedColumn, row: number): number {
    let at = start;
    while (bytes[at] !== quote) {
      if (bytes[at] === backslash) {
        const stop = stringEnd(bytes, start - 1, end);
        if (stop !== cut) column.addOdd(row, parsed(bytes, start - 1, stop));
        return stop;
      }
      if (bytes[at] < 32) return atEnd(at, end);
      at++;
    }
    const length = at - start;
    if (column.mode === 'time' && (length === 10 || length === 20 || length === 24)) {
      const time = timeOf(bytes, start, length);
      if (time === time) {
        column.numbers[row] = time;
        column.codes[row] = length === 10 ? code.date : length === 20 ? code.instant : code.milliseconds;
        return at + 1;
      }
    }
    column.codes[row] = length ? column.words.add(bytes, start, at) : code.missing;
    return at + 1;
  }

  /** A number. As text it is what its digits say, where those are the usual ones. */
  #number(bytes: Uint8Array, start: number, end: number, column: ScannedColumn, row: number): number {
    let at = bytes[start] === 45 ? start + 1 : start;
    const whole = at;
    let digits = 0;
    for (; bytes[at] >= 48 && bytes[at] <= 57; at++) digits = digits * 10 + bytes[at] - 48;
    const length = at - whole;
    let decimals = 0;
    if (bytes[at] === 46) {
      for (at++; bytes[at] >= 48 && bytes[at] <= 57; at++, decimals++) digits = digits * 10 + bytes[at] - 48;
      if (!decimals) return atEnd(at, end);
    }
    if (at >= end) return cut;
    if (!length || (length > 1 && bytes[whole] === 48)) throw new NotPlain();
    const isUsual = length + decimals < 16 && (bytes[at] | 32) !== 101;
    if (column.mode === 'text' && isUsual && decimals < 7 && (decimals ? bytes[at - 1] !== 48 : bytes[whole] !== 48 || whole === start)) {
      column.codes[row] = column.words.add(bytes, start, at);
      return at;
    }
    let value = digits / powers[decimals];
    if (whole > start) value = -value;
    if (!isUsual) {
      at = valueEnd(bytes, start, end);
      if (at === cut) return cut;
      value = parsed(bytes, start, at) as number;
    }
    if (column.mode === 'decimal' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) {
      column.numbers[row] = value;
      column.codes[row] = code.number;
    } else column.addOdd(row, value);
    return at;
  }
}
