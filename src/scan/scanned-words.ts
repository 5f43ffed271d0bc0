import type {Words} from '../dataset/coded.js';
import type {PackedWords} from '../dataset/column.js';
import {wordsOf} from './words-of.js';

/** Texts met so far as bytes, each once: found again by their bytes, without a string being made of any. */
export class ScannedWords implements Words {
  length = 0;
  isPlain = true;
  /** Cells that are no text of their own bytes: nested values, texts with escapes. They stand behind the others. */
  readonly odd: unknown[] = [];
  #isAscii = true;
  #bytes = new Uint8Array(4096);
  /** Where each text ends; it starts where the one before it does. */
  #ends = new Uint32Array(256);
  #hashes = new Int32Array(256);
  /** Hash -> code + 1, by open addressing; never more than half full. */
  #slots = new Int32Array(512);
  #values: unknown[] | undefined;
  /** Rows often repeat the word of the row before. */
  #last = -1;

  /** The code of the text that stands in `source` from `start` up to, not including, `end`. */
  add(source: Uint8Array, start: number, end: number): number {
    if (this.#last >= 0 && this.#equals(this.#last, source, start, end)) return this.#last;
    let hash = end - start;
    let at = start;
    for (; at + 3 < end; at += 4) {
      hash = Math.imul(hash ^ (source[at] | (source[at + 1] << 8) | (source[at + 2] << 16) | (source[at + 3] << 24)), 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    for (; at < end; at++) hash = Math.imul(hash ^ source[at], 0x5bd1e995);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let found = this.#slots[slot]; found; found = this.#slots[(slot = (slot + 1) & mask)])
      if (this.#hashes[found - 1] === hash && this.#equals(found - 1, source, start, end)) return (this.#last = found - 1);
    this.#slots[slot] = this.length + 1;
    return this.#append(source, start, end, hash);
  }

  /** From the end on: ids differ there. */
  #equals(word: number, source: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let to = this.#ends[word];
    if (to - (word ? this.#ends[word - 1] : 0) !== end - start) return false;
    for (let at = end; at > start;) if (bytes[--to] !== source[--at]) return false;
    return true;
  }

  #append(source: Uint8Array, start: number, end: number, hash: number): number {
    const word = this.length++;
    const from = word ? this.#ends[word - 1] : 0;
    const to = from + end - start;
    while (to > this.#bytes.length) this.#bytes = larger(this.#bytes);
    if (word === this.#ends.length) {
      this.#ends = larger(this.#ends);
      this.#hashes = larger(this.#hashes);
    }
    const bytes = this.#bytes;
    for (let at = start, into = from; at < end; at++) {
      const byte = source[at];
      bytes[into++] = byte;
      if (byte < 32 || byte > 126) {
        this.isPlain = false;
        if (byte > 127) this.#isAscii = false;
      }
    }
    if (source[start] === 32 || source[end - 1] === 32) this.isPlain = false;
    this.#ends[word] = to;
    this.#hashes[word] = hash;
    if (this.length * 2 > this.#slots.length) this.#rehash();
    return word;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let word = 0; word < this.length; word++) {
      let slot = this.#hashes[word] & mask;
      while (slots[slot]) slot = (slot + 1) & mask;
      slots[slot] = word + 1;
    }
    this.#slots = slots;
  }

  /** No more are added: what only adding needs is let go. Throws TypeError where the bytes are no UTF-8. */
  close(): void {
    this.#slots = this.#hashes = new Int32Array();
    this.#bytes = this.#bytes.slice(0, this.length && this.#ends[this.length - 1]);
    this.#ends = this.#ends.slice(0, this.length);
    if (!this.#isAscii) this.#values = this.#read();
  }

  get values(): readonly unknown[] {
    return (this.#values ??= this.#read());
  }

  /** Of no use before the words are closed. */
  get packed(): PackedWords {
    return {bytes: this.#bytes, ends: this.#ends};
  }

  #read(): unknown[] {
    return [...wordsOf(this.packed), ...this.odd];
  }
}

function larger<T extends Uint8Array | Uint32Array | Int32Array>(array: T): T {
  const grown = new (array.constructor as new (length: number) => T)(array.length * 2);
  grown.set(array);
  return grown;
}
