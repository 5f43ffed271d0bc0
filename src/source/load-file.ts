import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {addressOf, shown} from './address.js';
import {loadFigures} from './computing.js';
import type {RequestInitHook} from './request.js';
import {SourceError, type SourceErrorCode} from './source-error.js';
import {find, follow, type Follower, sourceOf} from './store.js';

export interface LoadRequest {
  /** Resolved against the page. */
  readonly src: string;
  /** How to read what comes. */
  readonly options: DatasetOptions;
  /** The most bytes, once unpacked; default 25 MB. Of those who wait for one answer the one who takes most counts. */
  readonly maxBytes?: number | undefined;
  /** How many rows the table must have, as read. */
  readonly expectedRows?: number | undefined;
  /** Its identity tells whose answers these are: pass one and the same function for one and the same user. */
  readonly requestInit?: RequestInitHook | undefined;
  /** Asks anew even when there is an answer. */
  readonly reload?: boolean;
  /** Keeps the answer in hand; told of what happens later. Without one the answer stays for a minute. */
  readonly follower?: Follower;
  /** Aborted when nobody needs the answer any more; others that wait for it still get it. */
  readonly signal?: AbortSignal;
}

export interface Loaded {
  readonly dataset: Dataset;
  /** When the answer was complete, in milliseconds since 1970. */
  readonly loadedAt: number;
  /** The address without credentials, query and fragment. */
  readonly url: string;
}

const noOptions: RequestInitHook = () => undefined;

/**
 * The dataset in one file: one request a page however many ask, tried again while that may help, read once for each set of options.
 * Rejects with a SourceError or, when `signal` is aborted, with its reason; with another error on the author's mistakes:
 * RangeError `unknown source: x` and what `createDataset` throws on a wrong option.
 */
export async function loadFile(request: LoadRequest): Promise<Loaded> {
  const {src, options, maxBytes = 25_000_000, requestInit = noOptions, reload = false, follower, signal} = request;
  signal?.throwIfAborted();
  const address = addressOf(src);
  const check = loadFigures().then(({checkOptions}) => {
    checkOptions(options);
  });
  const source = sourceOf(address, requestInit);
  if (follower) follow(source, follower);
  // A wrong option is told of as such, whatever comes.
  const [, {dataset, answer}] = await Promise.all([check, find(source, {options, maxBytes, reload, follower, signal})]);
  const {status, loadedAt} = answer;
  const url = shown(address);
  const {problem} = dataset;
  if (problem) {
    const {code} = problem;
    const codes: Partial<Record<typeof code, SourceErrorCode>> = {'web-page': 'sign-in', 'empty-answer': 'empty', 'row-count': 'row-count'};
    throw new SourceError(codes[code] ?? 'unreadable', url, {status, problem});
  }
  return {dataset, loadedAt, url};
}
