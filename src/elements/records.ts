import {Task, TaskStatus} from '@lit/task';
import type {ReactiveControllerHost} from 'lit';
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
 * Another input that fails drops them, since they are not of that input.
 */
export class Records {
  dataset?: Dataset;
  /** When the records shown were complete, in milliseconds since 1970. */
  loadedAt = 0;
  /** Why the last attempt failed. */
  error?: unknown;
  #key = '';
  #isReload = false;
  readonly #task: Task<readonly unknown[], void>;

  constructor(host: RecordsHost) {
    this.#task = new Task(host, {
      args: () => {
        const {data, src, inline, options} = host.recordsInput;
        return [data, src, inline, JSON.stringify(options)];
      },
      task: (_, {signal}) => this.#load(host, signal)
    });
  }

  get isLoading(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** Asks anew. Resolves when the answer is shown or has failed. */
  async reload(): Promise<void> {
    this.#isReload = true;
    await this.#task.run();
  }

  get complete(): Promise<void> {
    return this.isLoading ? this.#task.taskComplete : Promise.resolve();
  }

  async #load(host: RecordsHost, signal: AbortSignal): Promise<void> {
    const {data, src, inline, options} = host.recordsInput;
    const reload = this.#isReload;
    this.#isReload = false;
    const key = JSON.stringify([src, inline, data === undefined, options]);
    try {
      const {dataset, loadedAt} = await read({data, src, inline, options}, reload, signal);
      signal.throwIfAborted();
      [this.#key, this.dataset, this.loadedAt, this.error] = [key, dataset, loadedAt, undefined];
      if (dataset) host.recordsLoaded(dataset);
    } catch (error) {
      if (signal.aborted) return;
      if (key !== this.#key) this.dataset = undefined;
      this.error = error;
      if (error instanceof SourceError) host.recordsFailed(error);
      else reportError(error);
    }
  }
}

async function read({data, src, inline, options}: RecordsInput, reload: boolean, signal: AbortSignal): Promise<{dataset: Dataset | undefined; loadedAt: number}> {
  if (data === undefined && src !== undefined) return load({src, options, reload, signal});
  const given = data ?? inline;
  const dataset = given === undefined ? undefined : fromData(given, options);
  if (dataset?.problem) throw new SourceError('unreadable', '', {problem: dataset.problem});
  return {dataset, loadedAt: Date.now()};
}
