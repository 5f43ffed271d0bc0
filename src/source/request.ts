import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {shown} from './address.js';
import {bytesOfDataUrl} from './data-url.js';
import {type Limits, readBody, type ReadingError} from './reading.js';
import {retryAt} from './retry-after.js';
import {refusal, SourceError, type SourceErrorCode} from './source-error.js';

/**
 * Gives the fetch options of a request, tokens among them; called with the full address before each, and once more after 401 and 403.
 * Headers are meant for that address alone: with some, a redirect counts as `sign-in`, unless the options say `redirect: 'follow'`.
 */
export type RequestInitHook = (url: string) => RequestInit | undefined | Promise<RequestInit | undefined>;

/** What an address gave. */
export interface Answer {
  /** By set of options, as JSON. */
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly status: number;
  /** When it was complete, in milliseconds since 1970. */
  readonly loadedAt: number;
  readonly wasRedirected: boolean;
  /** What the server knows this answer by: asked with these, it may say that nothing has changed. */
  readonly validators: HeadersInit;
}

/** What is asked of an address. */
export interface Question {
  readonly url: URL;
  readonly hook: RequestInitHook;
  /** Goes past the browser's cache. */
  readonly fresh: boolean;
  /** How to read what comes, by the options as JSON; those that are there when the body begins. */
  readonly wanted: ReadonlyMap<string, DatasetOptions>;
  readonly limits: Limits;
  /** The answer in hand. */
  readonly last: Answer | undefined;
}

/** Chunks that may lie ready, so that the network need not wait for the reading of those before. */
const ahead = {highWaterMark: 256};

const milliseconds = {firstByte: 15_000, idle: 10_000, total: 60_000};

/** Asks once. Rejects with a SourceError or, as soon as `outer` is aborted, with the reason of that, even while a hook hangs. */
export function ask({url, hook, fresh, wanted, limits, last}: Question, attempt: number, outer: AbortSignal): Promise<Answer> {
  const controller = new AbortController();
  const {signal} = controller;
  const isNetwork = url.protocol.startsWith('http');
  return new Promise((resolve, reject) => {
    // What it means when the step now taken throws. What is thrown does not say: engines differ in that.
    let step: SourceErrorCode;
    let response: Response | undefined;
    let received = 0;
    let isJson = false;
    // Every failure ends the exchange, and the first one counts: an abort makes the step throw too.
    const fail = (code: SourceErrorCode, cause?: unknown) => {
      const bytes = code === 'too-large' ? limits.maxBytes : received;
      const detail = {status: response?.status, attempt, bytes, retryAt: retryAt(response?.headers), cause};
      controller.abort(new SourceError(code, shown(url), detail));
    };
    const timer = (ms: number, code: SourceErrorCode) => setTimeout(fail, ms, code);
    const total = timer(milliseconds.total, 'slow');
    let silence = timer(milliseconds.firstByte, 'timeout');
    const stop = () => {
      clearTimeout(total);
      clearTimeout(silence);
    };
    outer.onabort = () => {
      controller.abort(outer.reason);
    };
    signal.onabort = () => {
      stop();
      reject(signal.reason as Error);
    };
    const heard = (size: number) => {
      signal.throwIfAborted();
      received += size;
      clearTimeout(silence);
      silence = timer(milliseconds.idle, 'stalled');
    };
    const isInHand = (key: string) => last?.datasets.has(key) && !last.datasets.get(key)?.problem;

    const respond = async () => {
      if (url.protocol === 'data:') {
        step = 'interrupted';
        return new Response(bytesOfDataUrl(url));
      }
      step = 'sign-in';
      const given = hook(url.href);
      // The first request goes out in this very task, before any element is drawn; a later one once all have said how they read it.
      const init = given instanceof Promise || last ? await given : given;
      step = 'unreachable';
      const headers = new Headers(init?.headers);
      const redirect = [...headers].length ? 'manual' : 'follow';
      // Elsewhere these would need the server's leave.
      if (fresh && last && url.origin === location.origin && [...wanted.keys()].every(isInHand))
        new Headers(last.validators).forEach((value, name) => {
          headers.set(name, value);
        });
      return fetch(url.href, {cache: fresh ? 'no-cache' : 'default', redirect, ...init, headers, signal});
    };
    const exchange = async () => {
      response = await respond();
      step = 'interrupted';
      const {status, headers, redirected: wasRedirected} = response;
      const loadedAt = () => {
        stop();
        return Date.now();
      };
      if (status === 304 && last) {
        resolve({...last, loadedAt: loadedAt()});
        return;
      }
      const code = refusal(response);
      if (code) fail(code);
      heard(0);
      // 204 is an answer without rows, a body without bytes is none.
      const {body} = status === 204 ? new Response('[]') : response;
      const pass = new TransformStream<Uint8Array, Uint8Array>(
        {
          transform(chunk, next) {
            if (!received) isJson = /^\W*[[{]/.test(String.fromCharCode(...chunk.subarray(0, 9)));
            heard(chunk.length);
            next.enqueue(chunk);
          },
          flush() {
            stop();
            step = 'unreadable';
          }
        },
        undefined,
        ahead
      );
      const keys = [...wanted.keys()];
      const datasets = await readBody(
        (body ?? new Blob().stream()).pipeThrough(pass),
        [...wanted.values()],
        limits,
        Number(headers.get('content-length'))
      );
      const [etag, modified, type] = ['etag', 'last-modified', 'content-type'].map((name) => headers.get(name) ?? '');
      const isOther = /html|xml|image|pdf|script/.test(type) || (/json|csv/.test(type) && /json/.test(type) !== isJson);
      const noted = (dataset: Dataset): Dataset => (isOther ? {...dataset, notes: [{code: 'content-type'}, ...dataset.notes]} : dataset);
      resolve({
        datasets: new Map(keys.map((key, at) => [key, noted(datasets[at])])),
        status,
        loadedAt: loadedAt(),
        wasRedirected,
        validators: {...(etag && {'if-none-match': etag}), ...(modified && {'if-modified-since': modified})}
      });
    };
    exchange().catch((cause: unknown) => {
      // Packed on the way, and not even a first byte of it could be unpacked.
      const isBadlyPacked = step === 'interrupted' && !received && response?.headers.has('content-encoding');
      const name = (cause as {name?: ReadingError}).name;
      if (name === 'BadGzip' || isBadlyPacked) step = 'bad-gzip';
      else if (name === 'TooLarge') step = 'too-large';
      else if (name === 'WorkerLost') step = 'interrupted';
      else if (isNetwork && !navigator.onLine && (step === 'unreachable' || step === 'interrupted')) step = 'offline';
      if (cause instanceof SourceError) controller.abort(cause);
      else fail(step, cause);
    });
  });
}
