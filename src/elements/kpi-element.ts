import {LitElement} from 'lit';
import type {CSSResultGroup, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Compare} from '../calendar/window.js';
import type {Dataset} from '../dataset/dataset.js';
import {latestIn} from '../dataset/latest.js';
import {isoText} from '../calendar/civil.js';
import type {Filter, Scope} from '../kpi/query.js';
import type {Result} from '../kpi/result.js';
import {formatFor} from '../view/format.js';
import type {Format} from '../view/format.js';
import type {SourceError} from '../source/source-error.js';
import {KpiErrorEvent, KpiLoadEvent, KpiSelectEvent} from './events.js';
import type {KpiSelectDetail} from './events.js';
import {filterAttribute} from './filter-attribute.js';
import {frame} from './frame.js';
import type {FrameView} from './frame.js';
import {LanguageController} from './language.js';
import {Records} from './records.js';
import type {RecordsHost, RecordsInput} from './records.js';
import {hostStyles} from '../styles/host.styles.js';

export type KpiState = 'loading' | 'ready' | 'partial' | 'stale' | 'empty' | 'error';

/**
 * What the four elements share: records from `src`, `data` or a JSON script inside, one view computed from them when an input changes,
 * and the states around it. A subclass says what to compute (`view`, pure) and how it looks (`draw`).
 */
export abstract class KpiElement<View extends FrameView> extends LitElement implements RecordsHost {
  static override styles: CSSResultGroup = hostStyles;

  /** Address of the export: JSON or CSV; http(s), `data:` or `blob:`. */
  @property() src?: string;
  /** The records themselves: rows, a dataset object, or columns. Beats `src`. */
  @property({attribute: false}) data?: unknown;
  /** The table that an array of rows or a CSV is. */
  @property() table = 'deals';
  /** Order of day and month where the dates do not tell: `dmy`, `mdy` or `ymd`. */
  @property({attribute: 'date-format'}) dateFormat?: string;
  /** Decimal sign where the numbers do not tell: `.` or `,`. */
  @property() decimal?: string;
  /** `this-month`, `last-quarter`, `last-12-months`, `2026`, `2026-Q3`, `2026-07`, `2026-07-01/2026-09-30`, `all`. */
  @property() period = 'this-month';
  /** `previous` (like for like while the period runs), `previous-full`, `year-ago` or `none`. */
  @property() compare: Compare = 'previous';
  /** The day the report is true for; default the dataset's, else now. */
  @property({attribute: 'as-of'}) asOf?: string;
  /** IANA zone in which days begin; default the dataset's, else UTC. Never the reader's. */
  @property({attribute: 'time-zone'}) timeZone?: string;
  /** Reporting currency, ISO 4217; default the dataset's. */
  @property() currency?: string;
  /** Only these rows: `region=North;product=A,B`. */
  @property({converter: filterAttribute}) filter?: Filter;
  /** Replaces the KPI's own name. */
  @property() heading?: string;

  @state() private inline?: string;
  @state() private isTable = false;

  readonly #language = new LanguageController(this);
  readonly #records = new Records(this);
  readonly #internals = this.attachInternals();
  #now = Date.now();
  #memo?: {dataset: Dataset; key: string; view?: View; mistake?: unknown};

  /** The figures as the engine gives them; undefined until there are any. */
  get result(): Result | undefined {
    return this.#memo?.view?.result;
  }

  /** The records as they were read, with the account of what was left out. */
  get records(): Dataset | undefined {
    return this.#records.dataset;
  }

  /** Resolves when what was asked for is shown or has failed. */
  get loadComplete(): Promise<boolean> {
    return this.#records.complete.then(() => this.updateComplete);
  }

  /** Asks the source anew; figures shown stay until the answer is there. */
  async refresh(): Promise<void> {
    await this.#records.reload();
    await this.updateComplete;
  }

  /** What is asked of the engine. */
  protected abstract get query(): Scope;
  protected abstract view(dataset: Dataset, format: Format): View;
  protected abstract draw(view: View, format: Format): TemplateResult;
  /** The shape of what comes. */
  protected abstract skeleton(): TemplateResult;

  protected get scope(): Scope {
    const {period, compare, timeZone, currency, filter} = this;
    const asOf = this.asOf ?? this.records?.settings.asOf ?? this.#now;
    const scope = {period, compare, asOf, timeZone: timeZone || undefined, currency: currency || undefined, filter};
    return Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined));
  }

  /** Tells the page what the reader chose; false when the page prevents what follows. */
  protected select(detail: Omit<KpiSelectDetail, 'kpi'>): boolean {
    return this.dispatchEvent(new KpiSelectEvent({kpi: this.result?.kpi ?? '', ...detail, filter: {...this.filter, ...detail.filter}}));
  }

  get recordsInput(): RecordsInput {
    const {table, dateFormat, decimal} = this;
    const options = {table, ...(dateFormat && {dateFormat}), ...(decimal && {decimal})};
    return {data: this.data, src: this.src, inline: this.inline, options};
  }

  recordsLoaded(dataset: Dataset): void {
    this.#now = Date.now();
    void this.updateComplete.then(() => {
      const counts = Object.values(dataset.rows);
      const sum = (pick: (count: (typeof counts)[number]) => number) => counts.reduce((total, count) => total + pick(count), 0);
      const latest = Math.max(...[...dataset.tables.values()].map((table) => latestIn(table, this.#now) ?? -Infinity));
      const detail = {rows: sum(({accepted}) => accepted), rejected: sum(({rejected}) => rejected), issues: dataset.issues};
      this.dispatchEvent(new KpiLoadEvent({...detail, latest: Number.isFinite(latest) ? isoText(latest) : null}));
    });
  }

  recordsFailed({code, status, url, attempt, problem}: SourceError): void {
    this.dispatchEvent(new KpiErrorEvent({code, ...(status !== undefined && {status}), url, attempt, ...(problem && {problem})}));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readInline();
    // Inside a page that is still being parsed the script's text may not be whole yet.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#readInline, {once: true});
  }

  protected override render(): TemplateResult {
    const format = formatFor(this.#language.language);
    const {dataset, error, loadedAt, isLoading} = this.#records;
    const memo = dataset && this.#computed(dataset, format);
    const isEmpty = dataset !== undefined && Object.values(dataset.rows).every(({read}) => read === 0);
    const kpiState = this.#stateOf(memo?.mistake ?? error, dataset, isEmpty, memo?.view);
    this.#internals.states.clear();
    this.#internals.states.add(kpiState);
    return frame({
      state: kpiState,
      view: memo?.view,
      mistake: memo?.mistake,
      error,
      loadedAt,
      isLoading,
      hasInput: this.data !== undefined || this.src !== undefined || this.inline !== undefined,
      isTable: this.isTable,
      heading: this.heading,
      format,
      draw: (view) => this.draw(view, format),
      skeleton: () => this.skeleton(),
      toggleTable: this.#toggleTable,
      retry: () => void this.refresh(),
      readInline: this.#readInline
    });
  }

  /** The view, computed once for the same records, query and language. A wrong setting of the page's author is told to the console, once. */
  #computed(dataset: Dataset, format: Format): {view?: View; mistake?: unknown} {
    let key = '';
    try {
      key = JSON.stringify([this.query, this.viewOptions, this.heading, format.language]);
      if (this.#memo?.dataset === dataset && this.#memo.key === key) return this.#memo;
      this.#memo = {dataset, key, view: this.view(dataset, format)};
    } catch (mistake) {
      this.#memo = {dataset, key, mistake};
      reportError(mistake);
    }
    return this.#memo;
  }

  /** Whatever else the view depends on. */
  protected get viewOptions(): unknown {
    return undefined;
  }

  #stateOf(error: unknown, dataset: Dataset | undefined, isEmpty: boolean, view: View | undefined): KpiState {
    if (error !== undefined) return view ? 'stale' : 'error';
    if (!dataset) return this.#records.isLoading ? 'loading' : 'empty';
    return isEmpty ? 'empty' : view?.leftOut ? 'partial' : 'ready';
  }

  readonly #toggleTable = (): void => {
    this.isTable = !this.isTable;
  };

  readonly #readInline = (): void => {
    this.inline = this.querySelector('script[type="application/json"]')?.textContent ?? undefined;
  };
}
