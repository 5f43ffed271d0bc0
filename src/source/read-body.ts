import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {BytesReader} from './bytes-reader.js';
import {isColumnar} from './columnar.js';
import {unpacked} from './gzip.js';
import {pauses} from './pause.js';
import type {Limits} from './reading.js';
import {startWorker} from './worker-reader.js';

/**
 * From here on a worker reads. What is smaller is read sooner here, in steps that nobody notices: a worker has to start, and to begin anew. Nor does
 * it make a page that requires Trusted Types report a worker it does not allow.
 */
const workerBytes = 64_000_000;

/** See reading.ts. `expected` is how many bytes the server says there are, if it does: a worker then begins with the first. */
export async function readBody(
  body: ReadableStream<Uint8Array>,
  wanted: readonly DatasetOptions[],
  limits: Limits,
  expected = 0
): Promise<Dataset[]> {
  const local = new BytesReader(wanted);
  const pause = pauses();
  let size = 0;
  let worker: Awaited<ReturnType<typeof startWorker>>;
  let isLocal = false;
  try {
    for await (const chunk of unpacked(body)) {
      isLocal ||= !size && isColumnar(chunk);
      size += chunk.length;
      if (size > limits.maxBytes) throw Object.assign(new Error(), {name: 'TooLarge'});
      if (worker) worker.push(chunk);
      else {
        local.keep(chunk);
        if (Math.max(size, expected) > workerBytes && !isLocal) {
          worker = await startWorker(wanted);
          isLocal = !worker;
        }
        if (worker) for (const kept of local.release()) worker.push(kept);
        else
          do await pause();
          while (local.scan());
      }
    }
    return worker ? await worker.end() : await local.end(pause);
  } finally {
    worker?.stop();
  }
}
