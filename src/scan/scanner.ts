import {DelimitedScanner} from './delimited-scanner.js';
import {JsonScanner} from './json-scanner.js';
import {afterSpace, openBrace, openBracket} from './json-tokens.js';
import {NotPlain} from './scanned-rows.js';
import type {DatasetOptions} from '../dataset/settings.js';

/** What may stand in wait of its end. */
const longestRow = 4_000_000;

/**
 * Reads the bytes of JSON or of delimited text into columns while they arrive, without a string or an object a row. It takes only what is plain:
 * UTF-8, one table of rows after the other. On anything else it gives up, and the text is for `createDataset`, which understands more
 * and says what is wrong.
 */
export class Scanner {
  readonly #options: DatasetOptions;
  #scanner: JsonScanner | DelimitedScanner | undefined;
  /** Bytes not yet read stand between `at` and `end`; a 0 follows, which stops every token. */
  #bytes = new Uint8Array(1 << 16);
  #at = 0;
  #end = 0;
  #hasGivenUp = false;

  constructor(options: DatasetOptions) {
    this.#options = options;
  }

  push(chunk: Uint8Array): void {
    if (this.#hasGivenUp) return;
    const rest = this.#end - this.#at;
    const size = rest + chunk.length;
    const from = this.#bytes;
    if (size >= from.length) this.#bytes = new Uint8Array(size * 2);
    this.#bytes.set(from.subarray(this.#at, this.#end));
    this.#bytes.set(chunk, rest);
    this.#at = 0;
    this.#end = size;
    this.#bytes[size] = 0;
    this.#try(() => {
      this.#scan(false);
      if (this.#end - this.#at > longestRow) throw new NotPlain();
    });
  }

  /** What `createDataset` takes for the text; undefined when that must see the text itself. */
  end(): unknown {
    return this.#try(() => {
      this.#scan(true);
      if (!this.#scanner || this.#at < this.#end) throw new NotPlain();
      return this.#scanner.close();
    });
  }

  #scan(isLast: boolean): void {
    this.#scanner ??= this.#start();
    if (this.#scanner) this.#at = this.#scanner.scan(this.#bytes, this.#at, this.#end, isLast);
  }

  /** JSON begins with a bracket. What else begins with a letter, a digit or a quote may be a header. */
  #start(): JsonScanner | DelimitedScanner | undefined {
    const bytes = this.#bytes;
    if (this.#end - this.#at < 3) return undefined;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
    const first = bytes[afterSpace(bytes, this.#at)];
    if (first === openBrace || first === openBracket) return new JsonScanner(this.#options);
    // A NUL behind the first letter is half of a letter of UTF-16.
    if (!/^["\p{L}\p{N}_#][^\0]/u.test(String.fromCharCode(...bytes.subarray(this.#at, this.#at + 2)))) throw new NotPlain();
    return new DelimitedScanner(this.#options);
  }

  #try<T>(work: () => T): T | undefined {
    if (this.#hasGivenUp) return undefined;
    try {
      return work();
    } catch (error) {
      // A SyntaxError is JSON's, a TypeError that of a text which is no UTF-8.
      if (!(error instanceof NotPlain || error instanceof SyntaxError || error instanceof TypeError)) throw error;
      this.#hasGivenUp = true;
      this.#bytes = new Uint8Array();
      this.#scanner = undefined;
      return undefined;
    }
  }
}
