import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import type {Limits} from './reading.js';
import type {Answer, RequestInitHook} from './request.js';
import {schedule} from './refresh.js';
import {askOften, type Pause} from './retry.js';

/** Somebody who shows what a source gives. */
export interface Follower {
  /** Follows until it is aborted. */
  readonly signal: AbortSignal;
  /** Asks anew so many milliseconds after the last time; the smallest of all followers counts. */
  readonly every?: number | undefined;
  /** Somebody else, or the clock, asks anew: to load again now is to wait with them. */
  readonly onAsk?: () => void;
  /** Why and until when the request pauses; undefined when it goes on. */
  readonly onPause?: (pause?: Pause) => void;
}

/** An address as one user sees it: the answer in hand, the request under way, and who follows. */
export interface Source {
  readonly url: URL;
  readonly hook: RequestInitHook;
  readonly followers: Map<AbortSignal, Follower>;
  /** Lets go of the answer. */
  readonly forget: () => void;
  answer?: Answer;
  request?: Shared | undefined;
  /** Why and until when that request asks nobody. */
  pause?: Pause | undefined;
  /** When it was asked last, in milliseconds since 1970. */
  askedAt: number;
  /** Which part of the interval the next refresh waits. */
  early: number;
  timer?: ReturnType<typeof setTimeout>;
  forgetting?: ReturnType<typeof setTimeout>;
}

/** A request that any number of elements wait for. */
interface Shared {
  readonly controller: AbortController;
  readonly wanted: Map<string, DatasetOptions>;
  readonly limits: Limits;
  readonly answer: Promise<Answer>;
  waiting: number;
}

/** A dataset of an answer. */
export interface Found {
  readonly dataset: Dataset;
  readonly answer: Answer;
}

/** How to read an answer, and for whom. */
export interface Wish {
  readonly options: DatasetOptions;
  readonly maxBytes: number;
  /** Takes no answer in hand. */
  readonly reload: boolean;
  readonly follower?: Follower | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A page of an app that is left and come back to finds its figures. */
const memoryMilliseconds = 60_000;

/** By hook, that is by identity, then by address: answers are never shared between identities. */
const sources = new WeakMap<RequestInitHook, Map<string, Source>>();

export function sourceOf(url: URL, hook: RequestInitHook): Source {
  const own = sources.get(hook) ?? new Map<string, Source>();
  sources.set(hook, own);
  const source: Source = own.get(url.href) ?? {
    url,
    hook,
    followers: new Map(),
    forget: () => {
      if (own.get(url.href) === source) own.delete(url.href);
    },
    askedAt: 0,
    early: 1 - Math.random() / 10
  };
  own.set(url.href, source);
  return source;
}

/**
 * The answer in hand, or that of the request under way, or of a new one, as read with these options.
 * Failures are forgotten; an answer once good stays in hand when asking anew fails.
 */
export async function find(source: Source, {options, maxBytes, reload, follower, signal}: Wish): Promise<Found> {
  const key = JSON.stringify(options);
  for (let isAnew = reload; ; isAnew = false) {
    const {answer, request} = source;
    const found = answer && foundIn(answer, key);
    if (found && !found.dataset.problem && !request && !isAnew) return found;
    const shared = request ?? start(source, isAnew, follower?.signal);
    // In vain when its body is being read already: then the next is asked.
    shared.wanted.set(key, options);
    shared.limits.maxBytes = Math.max(shared.limits.maxBytes, maxBytes);
    if (source.pause) follower?.onPause?.(source.pause);
    try {
      const found = foundIn(await joined(source, shared, signal), key);
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

/** Asks, and tells all followers but the one who wants it. */
function start(source: Source, fresh: boolean, asker?: AbortSignal): Shared {
  const controller = new AbortController();
  const {url, hook, answer: last, followers} = source;
  const wanted = new Map<string, DatasetOptions>();
  const limits = {maxBytes: 0};
  const onPause = (pause?: Pause) => {
    source.askedAt = Date.now();
    source.pause = pause;
    for (const follower of followers.values()) follower.onPause?.(pause);
  };
  const answer = askOften({url, hook, fresh, wanted, limits, last}, controller.signal, onPause);
  const request: Shared = {controller, wanted, limits, answer, waiting: 0};
  source.request = request;
  rest(source);
  const settle = (answer?: Answer) => {
    if (source.request !== request) return;
    // An answer that nobody can read takes no good one's place.
    if (answer && [...answer.datasets.values()].some(({problem}) => !problem)) source.answer = answer;
    end(source);
  };
  answer.then(settle, () => {
    settle();
  });
  for (const [each, follower] of followers) if (each !== asker) follower.onAsk?.();
  return request;
}

function end(source: Source): void {
  source.request = source.pause = undefined;
  rest(source);
}

/** Waits with the others. Who leaves ends the request only as the last. */
function joined(source: Source, request: Shared, signal?: AbortSignal): Promise<Answer> {
  request.waiting++;
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(signal?.reason as Error);
      if (--request.waiting || source.request !== request) return;
      request.controller.abort();
      end(source);
    };
    signal?.addEventListener('abort', leave);
    void request.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
  });
}

/** Is told of every request and keeps the answer in hand while it follows. */
export function follow(source: Source, follower: Follower): void {
  const {signal} = follower;
  if (source.followers.has(signal) || signal.aborted) return;
  source.followers.set(signal, follower);
  signal.addEventListener(
    'abort',
    () => {
      source.followers.delete(signal);
      rest(source);
    },
    {once: true}
  );
  rest(source);
}

/** Sets the clock of a source for what it now waits for: the next refresh, or to be forgotten. */
function rest(source: Source): void {
  clearTimeout(source.forgetting);
  schedule(source, () => void start(source, true));
  if (source.followers.size || source.request) return;
  if (source.answer) source.forgetting = setTimeout(source.forget, memoryMilliseconds);
  else source.forget();
}
