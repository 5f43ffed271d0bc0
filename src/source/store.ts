import {ask, type Answer, type RequestInitHook} from './request.js';

/** An address as one user sees it: the answer in hand and the request under way. */
export interface Source {
  answer?: Answer;
  request?: Shared;
}

/** A request that any number of elements wait for. */
interface Shared {
  readonly controller: AbortController;
  readonly answer: Promise<Answer>;
  waiting: number;
  leaving?: ReturnType<typeof setTimeout>;
}

/** A move in the DOM is a leave and a return in the same turn. */
const graceMilliseconds = 100;

/** By hook, that is by identity, then by address: answers are never shared between identities. */
const sources = new WeakMap<RequestInitHook, Map<string, Source>>();

export function sourceOf({href}: URL, hook: RequestInitHook): Source {
  const own = sources.get(hook) ?? new Map<string, Source>();
  sources.set(hook, own);
  const source = own.get(href) ?? {};
  own.set(href, source);
  return source;
}

/**
 * The answer in hand, or that of the request under way, or of a new one. `reload` takes none in hand.
 * Failures are forgotten; an answer once good stays in hand when asking anew fails.
 */
export async function answerOf(source: Source, url: URL, hook: RequestInitHook, reload: boolean, signal?: AbortSignal): Promise<Answer> {
  const {answer, request} = source;
  if (answer && !request && !reload) return answer;
  try {
    return await joined(request ?? start(source, url, hook, reload), signal);
  } catch (error) {
    if (!answer || reload || signal?.aborted) throw error;
    return answer;
  }
}

function start(source: Source, url: URL, hook: RequestInitHook, fresh: boolean): Shared {
  const controller = new AbortController();
  const request: Shared = {controller, answer: ask(url, hook, fresh, controller), waiting: 0};
  const settle = (answer = source.answer) => {
    source.answer = answer;
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
