import type {LitElement, ReactiveController} from 'lit';
import {isoText} from '../calendar/civil.js';
import type {Dataset} from '../dataset/dataset.js';
import {latestIn} from '../dataset/latest.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {fromData} from '../source/from-data.js';
import {load} from '../source/load.js';
import {SourceError} from '../source/source-error.js';
import {KpiErrorEvent, KpiLoadEvent} from './events.js';

/** Where an element's records come from: `data` before `src` before the JSON script inside it. */
export interface RecordsInput {
  readonly data?: unknown;
  readonly src?: string | undefined;
  readonly inline?: string | undefined;
  readonly options: DatasetOptions;
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
  error: unknown;
  isLoading = false;
  complete: Promise<unknown> = Promise.resolve();
  readonly #host: LitElement;
  #input: RecordsInput = {options: {}};
  /** The records shown, if any, are of another input. */
  #isOther = false;
  #abort = new AbortController();

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** A move in the page disconnects and connects at once: the source keeps the request for the moment in between. */
  hostConnected(): void {
    if (this.isLoading) void this.load(false);
  }

  hostDisconnected(): void {
    this.#abort.abort();
  }

  read(input: RecordsInput): void {
    this.#input = input;
    this.#isOther = true;
    void this.load(false);
  }

  /** Resolves when the answer, if `isAnew` a new one, is shown or has failed. */
  load(isAnew: boolean): Promise<unknown> {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.isLoading = true;
    this.#host.requestUpdate();
    return (this.complete = this.#load(isAnew, this.#abort.signal));
  }

  async #load(isAnew: boolean, signal: AbortSignal): Promise<void> {
    let event: Event | undefined;
    try {
      const {dataset, loadedAt} = await read(this.#input, isAnew, signal);
      if (signal.aborted) return;
      Object.assign(this, {dataset, loadedAt, error: undefined});
      this.#isOther = false;
      event = dataset && new KpiLoadEvent(account(dataset, loadedAt));
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      if (this.#isOther) this.dataset = undefined;
      if (error instanceof SourceError) event = new KpiErrorEvent(error);
      else reportError(error);
    }
    this.isLoading = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (event) this.#host.dispatchEvent(event);
  }
}

async function read(
  {data, src, inline, options}: RecordsInput,
  reload: boolean,
  signal: AbortSignal
): Promise<{dataset?: Dataset; loadedAt: number}> {
  if (data == null && src) return load({src, options, reload, signal});
  const loadedAt = Date.now();
  const given = data ?? inline;
  if (given === undefined) return {loadedAt};
  const dataset = fromData(given, options);
  if (dataset.problem) throw new SourceError('unreadable', '', {problem: dataset.problem});
  return {dataset, loadedAt};
}

function account({rows, issues, tables}: Dataset, loadedAt: number): KpiLoadEvent['detail'] {
  const counts = Object.values(rows);
  const latest = Math.max(...[...tables.values()].map((table) => latestIn(table, loadedAt) ?? -Infinity));
  const sum = (kind: 'accepted' | 'rejected') => counts.reduce((so, count) => so + count[kind], 0);
  return {rows: sum('accepted'), rejected: sum('rejected'), issues, latest: Number.isFinite(latest) ? isoText(latest) : null};
}
