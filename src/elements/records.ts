import {isServer, type LitElement, type ReactiveController} from 'lit';
import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {fromData, isRead} from '../source/from-data.js';
import {load, type LoadRequest} from '../source/load.js';
import {figuresHere, loadFigures} from '../source/computing.js';
import type {ViewName} from '../source/computing.js';
import {withReferences} from '../source/references.js';
import type {Pause} from '../source/retry.js';
import {inTurn} from '../source/pause.js';
import {SourceError} from '../source/source-error.js';
import type {Follower} from '../source/store.js';
import {KpiErrorEvent, KpiLoadEvent} from './events.js';

/** Where an element's records come from: `data` before `src` before the JSON script inside it. */
export interface RecordsInput extends Pick<LoadRequest, 'maxBytes' | 'expectedRows' | 'requestInit'> {
  readonly data?: unknown;
  readonly src?: string | undefined;
  readonly inline?: string | undefined;
  readonly options: DatasetOptions;
  /** In seconds. */
  readonly refresh?: number | undefined;
}

/** A move in the page is a leave and a return. */
const graceMilliseconds = 100;

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
  /** Why and until when nobody is asked; set only while the reader should know. */
  pause?: Pause | undefined;
  isLoading = false;
  complete: Promise<unknown> = Promise.resolve();
  readonly #host: LitElement;
  readonly #viewName: () => ViewName;
  #input?: RecordsInput;
  /** The records shown, if any, are of another input. */
  #isOther = false;
  #attempt = new AbortController();
  /** Of this input, while the element is in the page. */
  #stay = new AbortController();
  #leaving?: ReturnType<typeof setTimeout>;

  constructor(host: LitElement, viewName: () => ViewName) {
    this.#host = host;
    this.#viewName = viewName;
    host.addController(this);
  }

  hostConnected(): void {
    clearTimeout(this.#leaving);
    if (this.#input && this.#stay.signal.aborted) this.#begin();
  }

  hostDisconnected(): void {
    this.#leaving = setTimeout(() => {
      this.#stay.abort();
      this.#attempt.abort();
    }, graceMilliseconds);
  }

  read(input: RecordsInput): void {
    this.#input = input;
    this.#isOther = true;
    const {data} = input;
    const isWhole = figuresHere(this.#viewName()) !== undefined && isRead(data) && !data.problem && !data.references;
    if (isWhole) Object.assign(this, {dataset: data, loadedAt: Date.now(), error: undefined});
    // A server waits for nothing, and asks nobody.
    if (isServer) this.isLoading = !isWhole;
    else this.#begin();
  }

  /** Resolves when the answer, if `isAnew` a new one, is shown or has failed. */
  load(isAnew: boolean): Promise<unknown> {
    const last = this.#attempt;
    this.#attempt = new AbortController();
    this.isLoading = !(figuresHere(this.#viewName()) && isRead(this.#input?.data));
    this.pause = undefined;
    if (!this.dataset) this.error = undefined;
    this.#host.requestUpdate();
    this.complete = this.#load(isAnew, this.#attempt.signal);
    // After it has joined the request under way, which would end with the last to leave.
    last.abort();
    return this.complete;
  }

  #begin(): void {
    const last = this.#stay;
    this.#stay = new AbortController();
    void this.load(false);
    last.abort();
  }

  async #load(isAnew: boolean, signal: AbortSignal): Promise<void> {
    const found = await Promise.all([loadFigures(this.#viewName()), this.#read(isAnew, signal)]).catch(async (error: unknown) => {
      // Its words come with them.
      await loadFigures(this.#viewName()).catch(() => undefined);
      return {error};
    });
    return inTurn(async () => {
      if (signal.aborted) return;
      let event: Event | undefined;
      if ('error' in found) {
        const {error} = found;
        this.error = error;
        if (this.#isOther) this.dataset = undefined;
        if (error instanceof SourceError) event = new KpiErrorEvent(error);
        else reportError(error);
      } else {
        const [{accountOf}, {dataset, loadedAt}] = found;
        if (dataset && (dataset !== this.dataset || this.#isOther)) event = new KpiLoadEvent(accountOf(dataset, loadedAt));
        Object.assign(this, {dataset, loadedAt, error: undefined});
        this.#isOther = false;
      }
      this.isLoading = false;
      this.pause = undefined;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      if (event) this.#host.dispatchEvent(event);
    });
  }

  async #read(reload: boolean, signal: AbortSignal): Promise<{dataset?: Dataset; loadedAt: number}> {
    const {data, src, inline, options, refresh, ...limits} = this.#input ?? {options: {}};
    for (const [name, value] of Object.entries({refresh, 'max-bytes': limits.maxBytes, 'expected-rows': limits.expectedRows}))
      if (Number.isNaN(value)) throw new RangeError(`not a number: ${name}`);
    const request = {options, ...limits, reload, signal, follower: this.#follower(refresh)};
    if (data == null && src) return load({...request, src});
    const loadedAt = Date.now();
    const given = data ?? inline;
    if (given === undefined) return {loadedAt};
    const dataset = await fromData(given, options);
    if (dataset.problem) throw new SourceError('unreadable', '', {problem: dataset.problem});
    return dataset.references ? withReferences({dataset, loadedAt, url: ''}, document.baseURI, request) : {dataset, loadedAt};
  }

  #follower(refresh?: number): Follower {
    return {
      signal: this.#stay.signal,
      every: refresh && refresh > 0 ? Math.max(refresh, 1) * 1000 : undefined,
      onAsk: () => void this.load(true),
      onPause: (pause) => {
        // A short pause between two tries is loading.
        const isTold = pause && ['limited', 'offline'].includes(pause.error.code);
        this.pause = isTold && this.isLoading ? pause : undefined;
        this.#host.requestUpdate();
      }
    };
  }
}
