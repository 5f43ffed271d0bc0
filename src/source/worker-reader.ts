import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {unpack, type PackedDataset} from './packed-dataset.js';
import {workerName, type WorkerRequest} from './worker-side.js';

/** A worker that has not said hello by then is one that the page's policy or its host keeps from working. */
const helloMilliseconds = 1000;

/** A reading in a worker. */
export interface WorkerReading {
  push(chunk: Uint8Array): void;
  end(): Promise<Dataset[]>;
  /** Nobody waits for it any more. */
  stop(): void;
}

/** One a page, while there is anything to read. */
let shared: Promise<Worker | undefined> | undefined;
let isRefused = false;
let last = 0;
let readings = 0;

/** Starts a reading in the worker of this page; undefined where there can be none, and then reading is for who asked. */
export async function startWorker(wanted: readonly DatasetOptions[]): Promise<WorkerReading | undefined> {
  if (isRefused) return undefined;
  readings++;
  shared ??= greeted();
  const worker = await shared;
  if (!worker) {
    readings--;
    return undefined;
  }
  const id = ++last;
  const send = (message: WorkerRequest, transfer: Transferable[] = []): void => {
    worker.postMessage(message, transfer);
  };
  const leave = new AbortController();
  const {signal} = leave;
  const read = new Promise<Dataset[]>((resolve, reject) => {
    worker.addEventListener(
      'message',
      ({data}: MessageEvent<{id: number; datasets?: PackedDataset[]; error?: Error}>) => {
        if (data.id !== id) return;
        if (data.datasets) resolve(data.datasets.map(unpack));
        else reject(data.error ?? new Error());
      },
      {signal}
    );
    // It broke under way, and its bytes with it: the next try does without.
    const fail = (event: Event) => {
      isRefused = true;
      reject(Object.assign(new Error(event.type), {name: 'WorkerLost'}));
    };
    worker.addEventListener('error', fail, {signal});
    worker.addEventListener('messageerror', fail, {signal});
  });
  // It may break while bytes still come: who asks at the end hears of it then.
  read.catch(() => undefined);
  send({id, wanted});
  return {
    push: (chunk) => {
      // What arrives is nobody else's; of a part of a buffer a copy goes.
      const own = chunk.byteLength === chunk.buffer.byteLength ? chunk : chunk.slice();
      send({id, chunk: own}, [own.buffer as ArrayBuffer]);
    },
    end: () => {
      send({id, isEnd: true});
      return read;
    },
    stop: () => {
      leave.abort();
      send({id, isEnd: false});
      if (--readings) return;
      shared = undefined;
      worker.terminate();
    }
  };
}

/** A worker that is known to work. */
async function greeted(): Promise<Worker | undefined> {
  const worker = started();
  const isWorking = await new Promise<boolean>((resolve) => {
    if (!worker) {
      resolve(false);
      return;
    }
    worker.onmessage = () => {
      resolve(true);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(false);
    };
    setTimeout(resolve, helloMilliseconds, false);
  });
  if (isWorking) return worker;
  worker?.terminate();
  isRefused = true;
  shared = undefined;
  return undefined;
}

interface Policy {
  createScriptURL(url: string): URL;
}

/** Of a page that requires Trusted Types; types have no word for it. */
declare const trustedTypes: undefined | {createPolicy(name: string, rules: {createScriptURL: (url: string) => string}): Policy};

/** Made once: a page that lists policies may allow each name once. Throws where it does not list this one. */
let policy: Policy | undefined;
function trusted(url: string): string | URL {
  if (typeof trustedTypes === 'undefined') return url;
  policy ??= trustedTypes.createPolicy(workerName, {createScriptURL: (own) => own});
  return policy.createScriptURL(url);
}

/** From this very file; where that lies elsewhere, through a script of the page that imports it. */
function started(): Worker | undefined {
  const url: string | undefined = import.meta.url;
  try {
    if (!url || typeof Worker === 'undefined') return undefined;
    const options: WorkerOptions = {type: 'module', name: workerName};
    // A document of no address of its own has the origin of the page it is in, which `location` does not say.
    if (new URL(url).origin === origin) return new Worker(trusted(url), options);
    const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(url)}`], {type: 'text/javascript'}));
    try {
      return new Worker(trusted(script), options);
    } finally {
      // It is read when the worker starts, not before.
      setTimeout(() => {
        URL.revokeObjectURL(script);
      }, helloMilliseconds);
    }
  } catch {
    // A page may forbid workers, or scripts from strings.
    return undefined;
  }
}
