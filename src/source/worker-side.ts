import type {DatasetOptions} from '../dataset/settings.js';
import {BytesReader} from './bytes-reader.js';
import {pack} from './packed-dataset.js';

/** What a worker is called that is one of ours. */
export const workerName = 'sales-kpi-elements';

/** What is asked of a worker, one reading after or beside the other. */
export type WorkerRequest =
  | {readonly id: number; readonly wanted: readonly DatasetOptions[]}
  | {readonly id: number; readonly chunk: Uint8Array}
  | {readonly id: number; readonly isEnd: boolean};

/** The part of a worker's scope that is used here, which is not in the types of a page. */
interface WorkerScope {
  onmessage: (event: MessageEvent<WorkerRequest>) => void;
  postMessage: (message: unknown, transfer?: readonly unknown[]) => void;
}

/** Reads what the page sends. */
function serve(scope: WorkerScope): void {
  const readers = new Map<number, BytesReader>();
  const answer = async (id: number, reader: BytesReader): Promise<void> => {
    try {
      const packed = (await reader.end()).map(pack);
      const buffers = new Set(packed.flatMap(({buffers}) => [...buffers]));
      scope.postMessage({id, datasets: packed.map(({message}) => message)}, [...buffers]);
    } catch (error) {
      scope.postMessage({id, error});
    }
  };
  scope.onmessage = ({data}) => {
    const reader = readers.get(data.id);
    if ('wanted' in data) readers.set(data.id, new BytesReader(data.wanted));
    else if ('chunk' in data) {
      reader?.keep(data.chunk);
      while (reader?.scan());
    } else {
      readers.delete(data.id);
      if (reader && data.isEnd) void answer(data.id, reader);
    }
  };
  scope.postMessage('hello');
}

// The file is loaded by pages and by their workers.
if (typeof document === 'undefined' && (globalThis as {name?: string}).name === workerName) serve(globalThis as unknown as WorkerScope);
