import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {fromData} from '../source/from-data.js';
import {load} from '../source/load.js';
import {SourceError} from '../source/source-error.js';

/** Where an element's records come from: `data` before `src` before the JSON script inside it. */
export interface RecordsInput {
  readonly data: unknown;
  readonly src: string | undefined;
  readonly inline: string | undefined;
  readonly options: DatasetOptions;
}

export interface RecordsHost extends ReactiveControllerHost {
  readonly recordsInput: RecordsInput;
  recordsLoaded(dataset: Dataset): void;
  recordsFailed(error: SourceError): void;
}

/**
 * The records behind an element, good ones kept: while new ones load and when a refresh fails, the last good stay.
 * Another input that fails drops them, since they are not of that input. The newest request wins.
 */
export class Records implements ReactiveController {
  dataset?: Dataset | undefined;
  /** When the records shown were complete, in milliseconds since 1970. */
  loadedAt = 0;
  /** Why the last attempt failed. */
  error?: unknown;
  isLoading = false;
  complete: Promise<void> = Promise.resolve();
  readonly #host: RecordsHost;
  #wanted: readonly unknown[] = [];
  #shown: readonly unknown[] = [];
  #abort = new AbortController();

  constructor(host: RecordsHost) {
    this.#host = host;
    host.addController(this);
  }

  /** A move in the page disconnects and connects at once: the source keeps the request for the moment in between. */
  hostConnected(): void {
    if (this.isLoading) void this.reload(false);
  }

  hostDisconnected(): void {
    this.#abort.abort();
  }

  hostUpdate(): void {
    const {data, src, inline, options} = this.#host.recordsInput;
    const wanted = [data, src, inline, JSON.stringify(options)];
    if (wanted.some((value, index) => value !== this.#wanted[index])) {
      this.#wanted = wanted;
      void this.reload(false);
    }
  }

  /** Asks anew. Resolves when the answer is shown or has failed. */
  reload(isAnew = true): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.isLoading = true;
    return (this.complete = this.#load(this.#host.recordsInput, this.#wanted, isAnew, this.#abort.signal));
  }

  async #load(input: RecordsInput, wanted: readonly unknown[], reload: boolean, signal: AbortSignal): Promise<void> {
    try {
      const {dataset, loadedAt} = await read(input, reload, signal);
      if (signal.aborted) return;
      [this.#shown, this.dataset, this.loadedAt, this.error] = [wanted, dataset, loadedAt, undefined];
      if (dataset) this.#host.recordsLoaded(dataset);
    } catch (error) {
      if (signal.aborted) return;
      if (wanted !== this.#shown) this.dataset = undefined;
      this.error = error;
      if (error instanceof SourceError) this.#host.recordsFailed(error);
      else reportError(error);
    }
    this.isLoading = false;
    this.#host.requestUpdate();
  }
}

async function read(
  {data, src, inline, options}: RecordsInput,
  reload: boolean,
  signal: AbortSignal
): Promise<{dataset?: Dataset; loadedAt: number}> {
  if (data === undefined && src !== undefined) return load({src, options, reload, signal});
  const given = data ?? inline;
  if (given === undefined) return {loadedAt: 0};
  const dataset = fromData(given, options);
  if (dataset.problem) throw new SourceError('unreadable', '', {problem: dataset.problem});
  return {dataset, loadedAt: Date.now()};
}
