import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {loadFigures} from './computing.js';

/** What a body may be; raised while it comes when somebody joins who takes more. */
export interface Limits {
  /** The most bytes, once unpacked. */
  maxBytes: number;
}

/** Why a body could not be read, beside its own breaking off. Told by the name: what reads may be a file of its own. */
export type ReadingError = 'TooLarge' | 'BadGzip' | 'WorkerLost';

/**
 * The datasets of a body as it arrives, one a set of options: the only place where bytes become records. Neither bytes nor text are kept;
 * a set of options that comes later asks the address anew, which the browser's cache answers.
 * Rejects with an error whose name is a ReadingError, or as the body breaks off.
 */
export async function readBody(
  body: ReadableStream<Uint8Array>,
  wanted: readonly DatasetOptions[],
  limits: Limits,
  expected?: number
): Promise<Dataset[]> {
  return (await loadFigures()).readBody(body, wanted, limits, expected);
}
