import {shown} from './address.js';
import {readBody} from './body.js';
import {bytesOfDataUrl} from './data-url.js';
import {decode, type Decoded} from './decode.js';
import {refusal, SourceError, type SourceErrorCode} from './source-error.js';

/**
 * Gives the fetch options of a request, tokens among them; called with the full address before each.
 * Headers are meant for that address alone: with some, a redirect counts as `sign-in`, unless the options say `redirect: 'follow'`.
 */
export type RequestInitHook = (url: string) => RequestInit | undefined | Promise<RequestInit | undefined>;

/** What an address gave. */
export interface Answer extends Decoded {
  readonly status: number;
  /** When it was complete, in milliseconds since 1970. */
  readonly loadedAt: number;
}

const milliseconds = {firstByte: 15_000, idle: 10_000, total: 60_000};
const maxBytes = 25_000_000;

/**
 * Asks an address once; `fresh` goes past the browser's cache. Rejects with a SourceError or, as soon as `controller` is aborted,
 * with the reason of that, even while a hook hangs.
 */
export function ask(url: URL, hook: RequestInitHook, fresh: boolean, controller: AbortController): Promise<Answer> {
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
    const heard = (size: number) => {
      if (size > maxBytes) fail('too-large');
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
      heard(0);
      const bytes = await readBody(response.body, heard);
      stop();
      resolve({...(status === 204 ? {text: '[]', notes: []} : decode(bytes)), status, loadedAt: Date.now()});
    };
    exchange().catch((cause: unknown) => {
      fail(navigator.onLine ? step : 'offline', cause);
    });
  });
}
