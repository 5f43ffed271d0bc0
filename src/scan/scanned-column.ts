import {cellOf, code, type Coded} from '../dataset/coded.js';
import {ScannedWords} from './scanned-words.js';

/** What plain cells of a column are read as at once. */
export type Mode = 'text' | 'decimal' | 'time';

/** Codes of odd cells count down from here. */
const firstOdd = -16;

/** A column while rows are added to it. Rows that say nothing of it are missing. */
export class ScannedColumn implements Coded {
  readonly header: string;
  readonly mode: Mode;
  readonly words = new ScannedWords();
  codes: Int32Array;
  numbers: Float64Array;
  /** Some words may be of no row, or not in the order of the rows. */
  isLoose = false;

  constructor(header: string, mode: Mode, capacity: number) {
    this.header = header;
    this.mode = mode;
    this.codes = new Int32Array(capacity).fill(code.missing);
    this.numbers = new Float64Array(mode === 'text' ? 0 : capacity);
  }

  grow(capacity: number): void {
    const {codes, numbers} = this;
    this.codes = new Int32Array(capacity).fill(code.missing, codes.length);
    this.codes.set(codes);
    if (!numbers.length) return;
    this.numbers = new Float64Array(capacity);
    this.numbers.set(numbers);
  }

  /** A cell that is no text of its own bytes. */
  addOdd(row: number, cell: unknown): void {
    this.codes[row] = firstOdd - this.words.odd.push(cell) + 1;
  }

  /** No more rows. Throws TypeError where texts are no UTF-8. */
  close(length: number): void {
    const {words, numbers} = this;
    // Codes of text are kept as they are, the others are read over once more.
    this.codes = this.mode === 'text' ? this.codes.slice(0, length) : this.codes.subarray(0, length);
    this.numbers = numbers.subarray(0, length);
    words.close();
    if (!this.isLoose && !words.odd.length) return;
    words.isPlain = false;
    this.codes.forEach((kind, row) => {
      if (kind <= firstOdd) this.codes[row] = words.length + firstOdd - kind;
    });
  }

  get distinct(): Coded['distinct'] {
    return codedText(this.codes, this.words).distinct;
  }

  readonly cell = (row: number): unknown => cellOf(this, row);
}

export function codedText(codes: Int32Array, words: ScannedWords): Coded {
  const distinct = (): Coded => {
    const {words: own, places} = words.distinct();
    return codedText(
      codes.map((kind) => (kind < 0 ? kind : places[kind])),
      own
    );
  };
  return {codes, words, numbers: new Float64Array(), distinct: words.isDistinct ? undefined : distinct};
}
