import {plainName} from '../dataset/plain-name.js';
import {ScannedTable} from '../dataset/raw-table.js';
import {schema} from '../dataset/schema.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {JsonRows} from './json-rows.js';
import {
  afterSpace,
  atEnd,
  closeBrace,
  closeBracket,
  colon,
  comma,
  cut,
  openBracket,
  openBrace,
  parsed,
  quote,
  stringEnd,
  valueEnd
} from './json-tokens.js';
import {NotPlain, ScannedRows} from './scanned-rows.js';

/** Reads JSON: rows, or a dataset object of tables of rows. Whatever else the object holds is parsed as it is. */
export class JsonScanner {
  readonly #options: DatasetOptions;
  /** What stood before each table's rows are done: its key and its rows. */
  readonly #entries: [string, unknown][] = [];
  #rows: ScannedRows | undefined;
  #reader: JsonRows | undefined;
  #isList = false;
  #state: 'start' | 'key' | 'row' | 'done' = 'start';
  /** Something stands before: a comma must come before the next. */
  #isNext = false;

  constructor(options: DatasetOptions) {
    this.#options = options;
  }

  /** Reads as far as whole rows go and returns where they end. Throws NotPlain. */
  scan(bytes: Uint8Array, at: number, end: number): number {
    for (let next = at; next !== cut; next = this.#step(bytes, at, end)) at = afterSpace(bytes, next);
    return at;
  }

  /** What was read, as a value. Throws NotPlain where it does not end as it should. */
  close(): object {
    if (this.#state !== 'done') throw new NotPlain();
    const entries = this.#entries.map(([key, value]) => [key, value instanceof ScannedRows ? new ScannedTable(value.close()) : value]);
    return this.#isList ? (entries[0][1] as ScannedTable) : (Object.fromEntries(entries) as object);
  }

  #step(bytes: Uint8Array, at: number, end: number): number {
    if (at >= end) return cut;
    switch (this.#state) {
      case 'start':
        this.#isList = bytes[at] === openBracket;
        if (this.#isList) this.#open('', this.#options.table);
        else if (bytes[at] === openBrace) this.#state = 'key';
        else throw new NotPlain();
        return at + 1;
      case 'key':
        if (bytes[at] === closeBrace) {
          this.#state = 'done';
          return at + 1;
        }
        return this.#key(bytes, at, end);
      case 'row':
        if (bytes[at] === closeBracket) {
          this.#state = this.#isList ? 'done' : 'key';
          this.#isNext = true;
          return at + 1;
        }
        return this.#row(bytes, at, end);
      default:
        throw new NotPlain();
    }
  }

  #open(key: string, table: string | undefined): void {
    this.#rows = new ScannedRows(table, this.#options);
    this.#reader = new JsonRows(this.#rows);
    this.#entries.push([key, this.#rows]);
    this.#state = 'row';
    this.#isNext = false;
  }

  #row(bytes: Uint8Array, at: number, end: number): number {
    if (this.#isNext) {
      if (bytes[at] !== comma) throw new NotPlain();
      at = afterSpace(bytes, at + 1);
    }
    at = this.#reader?.read(bytes, at, end) ?? cut;
    if (at !== cut) this.#isNext = true;
    return at;
  }

  #key(bytes: Uint8Array, at: number, end: number): number {
    if (this.#isNext) {
      if (bytes[at] !== comma) throw new NotPlain();
      at = afterSpace(bytes, at + 1);
    }
    if (bytes[at] !== quote) return atEnd(at, end);
    const keyEnd = stringEnd(bytes, at, end);
    if (keyEnd === cut) return cut;
    const mark = afterSpace(bytes, keyEnd);
    if (bytes[mark] !== colon) return atEnd(mark, end);
    const start = afterSpace(bytes, mark + 1);
    const key = parsed(bytes, at, keyEnd) as string;
    // Twice the same key: the later one would count, in the place of the first.
    if (this.#entries.some(([other]) => other === key) || /^\d+$/.test(key)) throw new NotPlain();
    const table = [...schema.keys()].find((known) => plainName(known) === plainName(key));
    if (table && bytes[start] === openBracket) {
      const first = afterSpace(bytes, start + 1);
      if (first >= end) return cut;
      if (bytes[first] === openBrace) {
        this.#open(key, table);
        return first;
      }
    }
    const stop = valueEnd(bytes, start, end);
    if (stop === cut) return cut;
    this.#entries.push([key, parsed(bytes, start, stop)]);
    this.#isNext = true;
    return stop;
  }
}
