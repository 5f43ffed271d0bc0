import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {shown} from './address.js';
import {bytesOfDataUrl} from './data-url.js';
import {BadGzip} from './gzip.js';
import {type Limits, readBody, TooLarge} from './reading.js';
import {refusal, SourceError, type SourceErrorCode} from './source-error.js';

/**
 * Gives the fetch options of a request, tokens among them; called with the full address before each.
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
}

const milliseconds = {firstByte: 15_000, idle: 10_000, total: 60_000};

/** Asks once. Rejects with a SourceError or, as soon as `controller` is aborted, with the reason of that, even while a hook hangs. */
export function ask({url, hook, fresh, wanted, limits}: Question, controller: AbortController): Promise<Answer> {
  const {signal} = controller;
  return new Promise((resolve, reject) => {
    // What it means when the step now taken throws. What is thrown does not say: engines differ in that.
    let step: SourceErrorCode;
    let status: number | undefined;
    // Every failure ends the exchange, and the first one counts: an abort makes the step throw too.
    const fail = (code: SourceErrorCode, cause?: unknown) => {
      controller.abort(new SourceError(code, shown(url), {status, cause}));
    };
    const timer = (ms: number) => setTimeout(fail, ms, 'timeout');
    const total = timer(milliseconds.total);
    let silence = timer(milliseconds.firstByte);
    const stop = () => {
      clearTimeout(total);
      clearTimeout(silence);
    };
    signal.onabort = () => {
      stop();
      reject(signal.reason as Error);
    };
    const heard = () => {
      signal.throwIfAborted();
      clearTimeout(silence);
      silence = timer(milliseconds.idle);
    };

    const respond = async () => {
      if (url.protocol === 'data:') {
        step = 'interrupted';
        return new Response(bytesOfDataUrl(url));
      }
      step = 'sign-in';
      const init = await hook(url.href);
      step = 'unreachable';
      return fetch(url.href, {cache: fresh ? 'no-cache' : 'default', redirect: init?.headers ? 'manual' : 'follow', ...init, signal});
    };
    const exchange = async () => {
      const response = await respond();
      step = 'interrupted';
      status = response.status;
      const code = refusal(response);
      if (code) fail(code);
      heard();
      // 204 is an answer without rows, a body without bytes is none.
      const {body} = status === 204 ? new Response('[]') : response;
      const pass = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, next) {
          heard();
          next.enqueue(chunk);
        },
        flush() {
          stop();
          step = 'unreadable';
        }
      });
      const keys = [...wanted.keys()];
      const datasets = await readBody((body ?? new Blob().stream()).pipeThrough(pass), [...wanted.values()], limits);
      resolve({datasets: new Map(keys.map((key, at) => [key, datasets[at]])), status, loadedAt: Date.now()});
    };
    exchange().catch((cause: unknown) => {
      if (cause instanceof TooLarge) step = 'too-large';
      if (cause instanceof BadGzip) step = 'bad-gzip';
      fail(navigator.onLine ? step : 'offline', cause);
    });
  });
}
