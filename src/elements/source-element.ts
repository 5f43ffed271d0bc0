import {isServer, LitElement} from 'lit';
import type {PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Dataset} from '../dataset/dataset.js';
import {isRead} from '../source/from-data.js';
import {figuresHere, loadFigures} from '../source/computing.js';
import type {ViewName} from '../source/computing.js';
import type {RequestInitHook} from '../source/request.js';
import {fieldsAttribute} from './filter-attribute.js';
import {notWhenIdle, whenIdle} from './idle.js';
import {whetherNear} from './near.js';
import {numberAttribute} from './number-attribute.js';
import {Records} from './records.js';

/** What the records depend on. */
const inputs =
  'data src inline table preset fields dateFormat decimal assumeZone refreshInterval maxBytes expectedRows requestInit loading isNear'.split(
    ' '
  );

/** Where the records of an element come from, `src`, `data` or a JSON script inside, and how they are read. */
export abstract class SourceElement extends LitElement {
  /** Address of the export: JSON, NDJSON, CSV, Parquet or Arrow; http(s), `data:` or `blob:`. */
  @property() src?: string;
  /** The records themselves: rows, a dataset object, or columns; or what `createDataset` of the engine made of them, which is shown at once. Beats `src`. */
  @property({attribute: false}) data?: unknown;
  /** Asks `src` anew so many seconds after the last time, while the page is shown; elements of one `src` ask together, as often as the one that wants it most. */
  // eslint-disable-next-line lit/attribute-names -- the property of that name is the method
  @property({attribute: 'refresh', converter: numberAttribute}) refreshInterval?: number;
  /** The most bytes that `src` may hold, once unpacked; default 25,000,000. */
  @property({attribute: 'max-bytes', converter: numberAttribute}) maxBytes?: number;
  /** How many rows the table must have, as read: with other than these nothing is shown, since the export is not whole. */
  @property({attribute: 'expected-rows', converter: numberAttribute}) expectedRows?: number;
  /** Gives the fetch options for `src`, tokens among them, before each request and once more when they are refused. Pass one function for one user. */
  @property({attribute: false}) requestInit?: RequestInitHook;
  /** `lazy` asks for `src` only when the element comes near to what is seen of the page. */
  @property() loading: 'eager' | 'lazy' = 'eager';
  /** The table that an array of rows or a CSV is; default what its headers tell, else `deals`. */
  @property() table?: string;
  /** The CRM that wrote the file: `salesforce`, `hubspot`, `pipedrive`, `dynamics`, `zoho`, `nutshell` or `plain`; default told by its headers. */
  @property() preset?: string;
  /** Which column a field is where the headers do not tell: `amount=ARR (converted);closedAt=Signed on`. */
  @property({converter: fieldsAttribute}) fields?: Readonly<Record<string, string>>;
  /** Order of day and month where the dates do not tell: `dmy`, `mdy` or `ymd`; or what numbers count: `excel` days, `unix` seconds, `unix-ms`. */
  @property({attribute: 'date-format'}) dateFormat?: string;
  /** Decimal sign where the numbers do not tell: `.` or `,`. */
  @property() decimal?: string;
  /** IANA zone of times that name none; without it such rows are left out, since nobody can say when they were. */
  @property({attribute: 'assume-zone'}) assumeZone?: string;

  @state() private inline?: string | undefined;
  @state() private isNear = isServer;
  /** It is far outside of what is seen and there is still something else to do. */
  @state() protected isFar = false;

  /** The records and how they are coming on. */
  protected readonly source = new Records(this, () => this.viewName);

  /** What it computes of them, which comes with what computes at all. */
  protected abstract readonly viewName: ViewName;

  /** The records as they were read, with the account of what was left out. */
  get records(): Dataset | undefined {
    return this.source.dataset;
  }

  /** Asks the source anew; figures shown stay until the answer is there. */
  refresh(): Promise<unknown> {
    return this.source.load(true);
  }

  /** Whether there will be records that are not here yet. */
  protected get isWaiting(): boolean {
    const {dataset, isLoading} = this.source;
    return !dataset && (isLoading || (this.loading === 'lazy' && !this.isNear) || document.readyState === 'loading');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    whetherNear(this, this.#place);
    this.readInline();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    notWhenIdle(this.#layOut);
  }

  /** What a page has read already is shown at once, and what a server made of it stays until then. */
  protected override scheduleUpdate(): Promise<void> | undefined {
    const update = () => void super.scheduleUpdate();
    if (!figuresHere(this.viewName) && isRead(this.data)) return loadFigures(this.viewName).then(update, update);
    update();
    return undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.loading === 'lazy' && !this.isNear && !isRead(this.data)) whetherNear(this, this.#place);
    else if (inputs.some((name) => changed.has(name))) {
      const {data, src, inline, table, preset, fields, dateFormat, decimal, assumeZone} = this;
      const {refreshInterval: refresh, maxBytes, expectedRows, requestInit} = this;
      // An attribute that is taken away again leaves null.
      const options = {table: table || undefined, preset: preset || undefined, fields, dateFormat, decimal, assumeZone};
      this.source.read({data, src, inline, options, refresh, maxBytes, expectedRows, requestInit});
    }
  }

  readonly #place = (isNear: boolean): boolean => {
    this.isFar = !isNear;
    if (!isNear)
      void this.source.complete.then(() => {
        if (this.isConnected) whenIdle(this.#layOut);
      });
    if (this.loading !== 'lazy') return true;
    this.isNear ||= isNear;
    return isNear;
  };

  /** What is seen comes first. */
  readonly #layOut = (): void => {
    this.isFar = false;
  };

  /** In a page that is still being parsed the script's text may not be whole yet. */
  protected readonly readInline = (): void => {
    this.requestUpdate();
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.readInline, {once: true});
    else this.inline = this.querySelector(':scope > script[type="application/json"]')?.textContent ?? undefined;
  };
}
