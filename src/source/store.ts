import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {ask, type Answer, type RequestInitHook} from './request.js';

/** An address as one user sees it: the answer in hand and the request under way. */
export interface Source {
  readonly url: URL;
  readonly hook: RequestInitHook;
  answer?: Answer;
  request?: Shared;
}

/** A request that any number of elements wait for. */
interface Shared {
  readonly controller: AbortController;
  readonly wanted: Map<string, DatasetOptions>;
  readonly answer: Promise<Answer>;
  waiting: number;
  leaving?: ReturnType<typeof setTimeout>;
}

/** A dataset of an answer. */
export interface Found {
  readonly dataset: Dataset;
  readonly answer: Answer;
}

/** A move in the DOM is a leave and a return in the same turn. */
const graceMilliseconds = 100;
const maxBytes = 25_000_000;

/** By hook, that is by identity, then by address: answers are never shared between identities. */
const sources = new WeakMap<RequestInitHook, Map<string, Source>>();

export function sourceOf(url: URL, hook: RequestInitHook): Source {
  const own = sources.get(hook) ?? new Map<string, Source>();
  sources.set(hook, own);
  const source = own.get(url.href) ?? {url, hook};
  own.set(url.href, source);
  return source;
}

/**
 * The answer in hand, or that of the request under way, or of a new one, as read with these options. `reload` takes none in hand.
 * Failures are forgotten; an answer once good stays in hand when asking anew fails.
 */
export async function find(source: Source, options: DatasetOptions, reload: boolean, signal?: AbortSignal): Promise<Found> {
  const key = JSON.stringify(options);
  for (let isAnew = reload; ; isAnew = false) {
    const {answer, request} = source;
    const found = answer && foundIn(answer, key);
    if (found && !found.dataset.problem && !request && !isAnew) return found;
    const shared = request ?? start(source, isAnew);
    // In vain when its body is being read already: then the next is asked.
    shared.wanted.set(key, options);
    try {
      const found = foundIn(await joined(shared, signal), key);
      if (found) return found;
    } catch (error) {
      if (!found || reload || signal?.aborted) throw error;
      return found;
    }
  }
}

function foundIn(answer: Answer, key: string): Found | undefined {
  const dataset = answer.datasets.get(key);
  return dataset && {dataset, answer};
}

function start(source: Source, fresh: boolean): Shared {
  const controller = new AbortController();
  const wanted = new Map<string, DatasetOptions>();
  const {url, hook} = source;
  const request: Shared = {controller, wanted, answer: ask({url, hook, fresh, wanted, limits: {maxBytes}}, controller), waiting: 0};
  const settle = (answer?: Answer) => {
    // An answer that nobody can read takes no good one's place.
    if (answer && [...answer.datasets.values()].some(({problem}) => !problem)) source.answer = answer;
    source.request = undefined;
  };
  request.answer.then(settle, () => {
    settle();
  });
  return (source.request = request);
}

/** Waits with the others. Who leaves ends the request only as the last. */
function joined(request: Shared, signal?: AbortSignal): Promise<Answer> {
  request.waiting++;
  clearTimeout(request.leaving);
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(signal?.reason as Error);
      if (--request.waiting) return;
      request.leaving = setTimeout(() => {
        request.controller.abort();
      }, graceMilliseconds);
    };
    signal?.addEventListener('abort', leave);
    void request.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
  });
}
