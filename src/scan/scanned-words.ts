import type {Words} from '../dataset/coded.js';
import type {PackedWords} from '../dataset/column.js';
import {wordsOf} from './words-of.js';

/** So many are put together one by one. */
const few = 100;

/** So many new ones, less eight for each that was there, show that they nearly all differ. */
const enough = 4096;

/**
 * Texts met so far as bytes, each once: found again by their bytes, without a string being made of any. Where nearly all differ, as names do, they are
 * not looked for any more: hardly anybody asks which are the same, and to find that one is new takes several times as long as to keep it.
 */
export class ScannedWords implements Words {
  length = 0;
  isPlain = true;
  /** Each stands there once. */
  isDistinct = true;
  /** Cells that are no text of their own bytes: nested values, texts with escapes. They stand behind the others. */
  readonly odd: unknown[] = [];
  #isAscii = true;
  #bytes: Uint8Array = new Uint8Array(4096);
  /** Where each text ends; it starts where the one before it does. */
  #ends: Uint32Array = new Uint32Array(256);
  /** So far each is greater than the one before, as the ids of an export often are: then a greater one needs no looking for. */
  #isRising = true;
  /** By open addressing, never more than half full: code + 1 in the lower bits, which `slots.length - 1` masks, above them the hash. */
  #slots = new Int32Array();
  #differing = 0;
  #values: unknown[] | undefined;
  #asked = 0;
  /** Rows often repeat the word of the row before. */
  #last = -1;

  static of({bytes, ends, isDistinct}: PackedWords): ScannedWords {
    const words = new ScannedWords();
    [words.#bytes, words.#ends, words.length, words.isDistinct] = [bytes, ends, ends.length, isDistinct];
    return words;
  }

  /** The code of the text that stands in `source` from `start` up to, not including, `end`. */
  add(source: Uint8Array, start: number, end: number): number {
    if (this.#last >= 0 && this.#equals(this.#last, source, start, end)) return this.#last;
    if (this.#isRising) {
      if (this.#isAbove(source, start, end)) return (this.#last = this.#append(source, start, end));
      this.#isRising = false;
      this.#rehash();
    }
    if (!this.isDistinct) return (this.#last = this.#append(source, start, end));
    const hash = hashOf(source, start, end);
    const mask = this.#slots.length - 1;
    const tag = hash & ~mask;
    let slot = hash & mask;
    for (let found = this.#slots[slot]; found; found = this.#slots[(slot = (slot + 1) & mask)])
      if ((found & ~mask) === tag && this.#equals((found & mask) - 1, source, start, end)) {
        this.#differing -= 8;
        return (this.#last = (found & mask) - 1);
      }
    this.#last = this.#append(source, start, end);
    this.#slots[slot] = tag | this.length;
    if (this.length * 2 > mask) this.#rehash();
    if (++this.#differing === enough) this.isDistinct = false;
    return this.#last;
  }

  /** Whether it comes behind all there are, which rise, in the order of their bytes. */
  #isAbove(source: Uint8Array, start: number, end: number): boolean {
    const {length} = this;
    if (!length) return true;
    const [bytes, to] = [this.#bytes, this.#ends[length - 1]];
    for (let at = length > 1 ? this.#ends[length - 2] : 0; at < to; at++, start++) {
      if (start === end || source[start] < bytes[at]) return false;
      if (source[start] > bytes[at]) return true;
    }
    return start < end;
  }

  /** From the end on: ids differ there. */
  #equals(word: number, source: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let to = this.#ends[word];
    if (to - (word ? this.#ends[word - 1] : 0) !== end - start) return false;
    for (let at = end; at > start;) if (bytes[--to] !== source[--at]) return false;
    return true;
  }

  #append(source: Uint8Array, start: number, end: number): number {
    const word = this.length++;
    const from = word ? this.#ends[word - 1] : 0;
    const to = from + end - start;
    while (to > this.#bytes.length) this.#bytes = larger(this.#bytes);
    if (word === this.#ends.length) this.#ends = larger(this.#ends);
    const bytes = this.#bytes;
    for (let at = start, into = from; at < end; at++) {
      const byte = source[at];
      bytes[into++] = byte;
      if (byte < 32 || byte > 126) {
        if (byte > 127) this.#isAscii = false;
        // The controls and spaces of two bytes begin with 0xc2, some of three are spaces.
        if (byte < 128 || byte === 0xc2 || byte > 0xdf) this.isPlain = false;
      }
    }
    if (source[start] === 32 || source[end - 1] === 32) this.isPlain = false;
    this.#ends[word] = to;
    return word;
  }

  /** Makes room for twice as many at least. */
  #rehash(): void {
    const mask = (1 << (34 - Math.clz32(this.length | 127))) - 1;
    const slots = new Int32Array(mask + 1);
    let start = 0;
    for (let word = 0; word < this.length; word++) {
      const end = this.#ends[word];
      const hash = hashOf(this.#bytes, start, end);
      let slot = hash & mask;
      while (slots[slot]) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~mask) | (word + 1);
      start = end;
    }
    this.#slots = slots;
  }

  /** No more are added: what only adding needs is let go. Throws TypeError where the bytes are no UTF-8. */
  close(): void {
    this.#slots = new Int32Array();
    this.#bytes = this.#bytes.slice(0, this.length && this.#ends[this.length - 1]);
    this.#ends = this.#ends.slice(0, this.length);
    if (!this.#isAscii) new TextDecoder('utf-8', {fatal: true}).decode(this.#bytes);
  }

  /** The same, each once, and which of them each of these is. */
  distinct(): {words: ScannedWords; places: Uint32Array} {
    const words = new ScannedWords();
    words.#differing = -Infinity;
    let start = 0;
    const places = this.#ends.map((end) => {
      const place = words.add(this.#bytes, start, end);
      start = end;
      return place;
    });
    words.close();
    return {words, places};
  }

  at(place: number): unknown {
    if (this.#values || place >= this.length || this.#asked++ > few) return this.values[place];
    const bytes = this.#bytes.subarray(place && this.#ends[place - 1], this.#ends[place]);
    return wordsOf({bytes, ends: Uint32Array.of(bytes.length)})[0];
  }

  get values(): readonly unknown[] {
    return (this.#values ??= (wordsOf(this.packed) as unknown[]).concat(this.odd));
  }

  /** Of no use before the words are closed. */
  get packed(): PackedWords {
    return {bytes: this.#bytes, ends: this.#ends, isDistinct: this.isDistinct};
  }
}

/** Four bytes at a time. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 3 < end; at += 4) {
    hash = Math.imul(hash ^ (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x5bd1e995);
  return hash ^ (hash >>> 13);
}

function larger<T extends Uint8Array | Uint32Array>(array: T): T {
  const grown = new (array.constructor as new (length: number) => T)(array.length * 2);
  grown.set(array);
  return grown;
}
