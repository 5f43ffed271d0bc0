import {readDataset} from '../dataset/create-dataset.js';
import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {Scanner} from '../scan/scanner.js';
import {readColumnar} from './columnar.js';
import {decode} from './decode.js';

/** From here on bytes are scanned as they come: of less JSON.parse makes rows before a scanner has warmed up. */
const scannedBytes = 400_000;

/** So many at once: what arrived while the page was busy may be megabytes. */
const stepBytes = 512_000;

/** Reads bytes into a dataset a set of options: scanned as they come where they are many and plain, else as text when all are there. */
export class BytesReader {
  readonly #wanted: readonly DatasetOptions[];
  readonly #scanners: Scanner[];
  /** All there were: one of them at the end may show that the text must be read in another way. */
  #chunks: Uint8Array[] = [];
  #size = 0;
  /** Chunks that are scanned whole, and how much of the next is. */
  #scanned = 0;
  #at = 0;

  constructor(wanted: readonly DatasetOptions[]) {
    this.#wanted = wanted;
    this.#scanners = wanted.map((options) => new Scanner(options));
  }

  keep(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }

  /** Reads on in what was kept, when there is enough; false when none is left. */
  scan(): boolean {
    if (this.#size < scannedBytes || this.#scanned === this.#chunks.length) return false;
    const chunk = this.#chunks[this.#scanned];
    const part = chunk.subarray(this.#at, (this.#at += stepBytes));
    for (const scanner of this.#scanners) scanner.push(part);
    if (this.#at < chunk.length) return true;
    this.#at = 0;
    return ++this.#scanned < this.#chunks.length;
  }

  /** Lets go of all that was kept. */
  release(): Uint8Array[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks;
  }

  /** No more come. `pause` is waited for between two steps. */
  async end(pause?: () => Promise<void> | undefined): Promise<Dataset[]> {
    const values = this.#scanned ? this.#scanners.map((scanner) => scanner.end()) : [];
    if (values.length && !values.includes(undefined)) {
      this.#chunks = [];
      const datasets: Dataset[] = [];
      for (const [at, options] of this.#wanted.entries()) datasets.push(await inSteps(values[at], options, pause));
      return datasets;
    }
    const bytes = this.#bytes();
    const columnar = await readColumnar(bytes, this.#wanted);
    if (columnar) return columnar;
    const {text, notes} = decode(bytes);
    const datasets: Dataset[] = [];
    for (const options of this.#wanted) {
      const dataset = await inSteps(text, options, pause);
      datasets.push({...dataset, notes: [...notes, ...dataset.notes]});
    }
    return datasets;
  }

  #bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.release()) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}

async function inSteps(input: unknown, options: DatasetOptions, pause?: () => Promise<void> | undefined): Promise<Dataset> {
  const steps = readDataset(input, options);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
    await pause?.();
  }
}
