import {createDataset} from '../dataset/create-dataset.js';
import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {addressOf, shown} from './address.js';
import type {RequestInitHook} from './request.js';
import {SourceError} from './source-error.js';
import {find, sourceOf} from './store.js';

export interface LoadRequest {
  /** Resolved against the page. */
  readonly src: string;
  /** How to read what comes. */
  readonly options: DatasetOptions;
  /** Its identity tells whose answers these are: pass one and the same function for one and the same user. */
  readonly requestInit?: RequestInitHook;
  /** Asks anew even when there is an answer. */
  readonly reload?: boolean;
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
 * The dataset at an address: one request a page however many ask, one reading an answer and set of options.
 * Rejects with a SourceError or, when `signal` is aborted, with its reason; with another error on the author's mistakes:
 * RangeError `unknown source: x` and what `createDataset` throws on a wrong option.
 */
export async function load({src, options, requestInit = noOptions, reload = false, signal}: LoadRequest): Promise<Loaded> {
  signal?.throwIfAborted();
  const address = addressOf(src);
  // Tells a wrong option before anybody is asked.
  createDataset([], options);
  const url = shown(address);
  const {dataset, answer} = await find(sourceOf(address, requestInit), options, reload, signal);
  const {status, loadedAt} = answer;
  const {problem} = dataset;
  if (!problem) return {dataset, loadedAt, url};
  const {code} = problem;
  throw new SourceError(code === 'web-page' ? 'sign-in' : code === 'empty-answer' ? 'empty' : 'unreadable', url, {status, problem});
}
