import {createDataset} from '../dataset/create-dataset.js';
import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {readColumnar} from './columnar.js';
import {decode} from './decode.js';
import {unpacked} from './gzip.js';

/** What a body may be; raised while it comes when somebody joins who takes more. */
export interface Limits {
  /** The most bytes, once unpacked. */
  maxBytes: number;
}

/** Ends the reading of a body for its size. */
export class TooLarge extends Error {}

/**
 * The datasets of a body as it arrives, one a set of options: the only place where bytes become records. Neither bytes nor text are kept;
 * a set of options that comes later asks the address anew, which the browser's cache answers.
 * Rejects with TooLarge, BadGzip, or as the body breaks off.
 */
export async function readBody(body: ReadableStream<Uint8Array>, wanted: readonly DatasetOptions[], limits: Limits): Promise<Dataset[]> {
  const bytes = await allBytes(body, limits);
  const columnar = await readColumnar(bytes, wanted);
  if (columnar) return columnar;
  const {text, notes} = decode(bytes);
  return wanted.map((options) => {
    const dataset = createDataset(text, options);
    return {...dataset, notes: [...notes, ...dataset.notes]};
  });
}

async function allBytes(body: ReadableStream<Uint8Array>, limits: Limits): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpacked(body)) {
    size += chunk.length;
    if (size > limits.maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  size = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes;
}
