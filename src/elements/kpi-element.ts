import {isServer, LitElement} from 'lit';
import type {CSSResultGroup, PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Compare} from '../calendar/window.js';
import type {Dataset} from '../dataset/dataset.js';
import {bothFilters, isUnknownFilter} from '../kpi/filter.js';
import {figureRecords} from '../kpi/named.js';
import type {Filter, Only, Params, Query, Scope} from '../kpi/query.js';
import type {Result} from '../kpi/result.js';
import type {RequestInitHook} from '../source/request.js';
import {isRead} from '../source/from-data.js';
import {SourceError} from '../source/source-error.js';
import {hostStyles} from '../styles/host.styles.js';
import {formatFor} from '../view/format.js';
import type {Format} from '../view/format.js';
import {kpiName} from '../view/heading.js';
import {KpiSelectEvent} from './events.js';
import type {KpiSelectDetail} from './events.js';
import {fieldsAttribute, filterAttribute} from './filter-attribute.js';
import {frame} from './frame.js';
import type {FrameView} from './frame.js';
import {Language} from './language.js';
import {Link} from './link.js';
import type {Choice} from './link.js';
import {whenNear} from './near.js';
import {numberAttribute} from './number-attribute.js';
import {Menu} from './menu.js';
import {Records} from './records.js';
import type {PictureOptions, Shown} from './shown.js';
import {tableTemplate} from './table.js';

export type KpiState = 'loading' | 'ready' | 'partial' | 'stale' | 'empty' | 'signin' | 'error';

/** What a reader chooses, as the event tells it. */
type Mark = Omit<KpiSelectDetail, 'kpi' | 'recordIds' | 'isSelected'>;

/** What the records depend on. */
const inputs =
  'data src inline table preset fields dateFormat decimal assumeZone refreshInterval maxBytes expectedRows requestInit loading isNear'.split(
    ' '
  );

/** A view, or the mistake of the page's author that stands in its way, and what it was computed from. */
interface Computed<View> {
  readonly dataset: Dataset;
  readonly key: string;
  isFollowing: boolean;
  view?: View;
  mistake?: unknown;
}

/**
 * What the four elements share: records from `src`, `data` or a JSON script inside, one view computed from them when an input changes,
 * and the states around it. A subclass says what to compute (`view`, pure) and how it looks (`draw`).
 */
export abstract class KpiElement<View extends FrameView> extends LitElement {
  static override styles: CSSResultGroup = hostStyles;

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
  /** `this-month`, `last-quarter`, `last-12-months`, `2026`, `2026-Q3`, `2026-07`, `2026-07-01/2026-09-30`, `all`. */
  @property() period = 'this-month';
  /** `previous` (like for like while the period runs), `previous-full`, `year-ago`, `52-weeks-ago` (the same days of the week) or `none`. */
  @property() compare: Compare = 'previous';
  /** How a running period is compared and paced: `calendar`, at the same day, or `working-days`, after as many of them. */
  @property({attribute: 'compare-by'}) compareBy?: Query['compareBy'];
  /** The day the report is true for; default the dataset's, else now. */
  @property({attribute: 'as-of'}) asOf?: string;
  /** IANA zone in which days begin; default the dataset's, else UTC. Never the reader's. */
  @property({attribute: 'time-zone'}) timeZone?: string;
  /** Reporting currency, ISO 4217; default the dataset's. */
  @property() currency?: string;
  /** First day of the week, 1 is Monday; default the dataset's, else Monday. */
  @property({attribute: 'week-start', converter: numberAttribute}) weekStart?: number;
  /** First month of the fiscal year, of which the `fiscal-` periods speak; default the dataset's, else January. */
  @property({attribute: 'fiscal-year-start', converter: numberAttribute}) fiscalYearStart?: number;
  /** Only these rows: `region=North;product=A,B`. */
  @property({converter: filterAttribute}) filter?: Filter;
  /** Only what belongs to this rep, by id or name; targets are then the rep's own. */
  @property() rep?: string;
  /** Only what belongs to this team; targets are then the team's own. */
  @property() team?: string;
  /** What a KPI alone needs: `{slaSeconds: 1800}`, `{customerBasis: 'subscriptions'}`. */
  @property({attribute: false}) params?: Params;
  /** Replaces the KPI's own name. */
  @property() heading?: string;
  /** Elements of the same group share what the reader chooses in one of them: the others show that rep, stage, bucket or segment alone. Chosen again, or with Escape, it is let go of. */
  @property() group?: string;

  @state() private inline?: string | undefined;
  @state() private isNear = isServer;

  readonly #records = new Records(this);
  readonly #internals = this.attachInternals();
  readonly #language = new Language(this);
  readonly #menu = new Menu(this, () => this.#shown);
  readonly #link = new Link(this);
  #computed?: Computed<View> | undefined;
  /** Off where the figure cannot be asked for what is chosen. */
  #isFollowing = true;

  /** The figures as the engine gives them; undefined until there are any. */
  get result(): Result | undefined {
    return this.#computed?.view?.result;
  }

  /** The records as they were read, with the account of what was left out. */
  get records(): Dataset | undefined {
    return this.#records.dataset;
  }

  /** Resolves when what was asked for is shown or has failed. */
  get loadComplete(): Promise<unknown> {
    // On a server there is no update to wait for.
    return isServer ? Promise.resolve() : this.updateComplete.then(() => Promise.all([this.#records.complete, this.#link.settled]));
  }

  /** Asks the source anew; figures shown stay until the answer is there. */
  refresh(): Promise<unknown> {
    return this.#records.load(true);
  }

  /** The picture of the element, as it would stand on a slide: text of an SVG that needs nothing else. */
  toSVG(options?: PictureOptions): Promise<string> {
    return this.#menu.more((more, shown) => more.toSVG(shown, options));
  }

  /** The same as a PNG, in two pixels a px unless `scale` says otherwise. */
  toPNG(options?: PictureOptions): Promise<Blob> {
    return this.#menu.more((more, shown) => more.toPNG(shown, options));
  }

  /** The figures as CSV, as spreadsheets of the page's language read it. */
  toCSV(): Promise<string> {
    return this.#menu.more((more, shown) => more.toCSV(shown));
  }

  /** Puts the PNG on the clipboard; the page allows it only when the reader has just done something. */
  copyImage(): Promise<void> {
    return this.#menu.more((more, shown) => more.copyImage(shown));
  }

  /** What is asked of the engine. */
  protected abstract get query(): Scope;
  protected abstract view(dataset: Dataset, format: Format): View;
  protected abstract draw(view: View, format: Format): TemplateResult;
  /** The shape of what comes. */
  protected abstract skeleton(): TemplateResult;

  /** Whatever else the view depends on. */
  protected get viewOptions(): unknown {
    return undefined;
  }

  /** What the menu's explanation and exports are of. */
  get #shown(): Shown | undefined {
    const {view, dataset} = this.#computed ?? {};
    const {format} = this.#language;
    if (!view || !dataset || !format) return undefined;
    return {element: this, view, dataset, format, query: this.query, loadedAt: this.#records.loadedAt};
  }

  protected get scope(): Scope & Pick<Query, 'compare' | 'compareBy' | 'params'> {
    const {compare, params, weekStart, fiscalYearStart} = this;
    const choices = this.#isFollowing ? this.#followed : [];
    const only = choices.find(({only}) => only)?.only;
    return {
      period: choices.find(({period}) => period)?.period ?? this.period,
      only: this.records && only?.(this.records),
      compare,
      compareBy: this.compareBy || undefined,
      params,
      weekStart,
      fiscalYearStart,
      filter: choices.reduce((filter, choice) => bothFilters(filter, choice.filter ?? {}), this.#filter),
      asOf: this.asOf || (this.records?.settings.asOf ?? this.#records.loadedAt),
      timeZone: this.timeZone || undefined,
      currency: this.currency || undefined
    };
  }

  get #filter(): Filter {
    return {...this.filter, ...(this.rep && {rep: this.rep}), ...(this.team && {team: this.team})};
  }

  protected get isRtl(): boolean {
    return isServer ? this.getAttribute('dir') === 'rtl' : this.matches(':dir(rtl)');
  }

  /** Whether it shows a chosen bucket among the others, not alone. */
  protected get isOverTime(): boolean {
    return false;
  }

  get #followed(): readonly Choice[] {
    return this.#link.followed.filter(({period}) => !(period && this.isOverTime));
  }

  /** The rep, stage, bucket or segment that is chosen in the group. */
  protected chosen(kind: Choice['kind']): string | undefined {
    return this.#link.chosen(kind);
  }

  /**
   * Tells the page and the group what the reader chose; false when the page prevents what follows. `name` is what the reader knows it by, `onlyIn` finds
   * the records behind a mark that no filter describes.
   */
  protected select(mark: Mark, name: string, onlyIn?: (dataset: Dataset) => Only): boolean {
    const {rep, stage, bucket, filter} = mark;
    return this.#link.choose({
      kind: bucket ? 'bucket' : stage ? 'stage' : rep ? 'rep' : 'segment',
      key: bucket ?? rep ?? JSON.stringify(filter),
      name,
      period: bucket,
      ...(onlyIn ? this.#onlyIn(onlyIn) : {filter}),
      tell: (isSelected) => this.#tell(mark, isSelected, onlyIn)
    });
  }

  /** Found once for the same records and query, however many elements follow. */
  #onlyIn(find: (dataset: Dataset) => Only): Pick<Choice, 'only' | 'source'> {
    let known: {dataset: Dataset; key: string; only: Only} | undefined;
    const source = () => JSON.stringify(this.query);
    return {
      source,
      only: (dataset) => {
        const key = source();
        if (known?.dataset !== dataset || known.key !== key) known = {dataset, key, only: find(dataset)};
        return known.only;
      }
    };
  }

  #tell(mark: Mark, isSelected: boolean, onlyIn?: (dataset: Dataset) => Only): boolean {
    const {kpi, ...query}: Scope & Partial<Query> = this.query;
    const {records} = this;
    const period = mark.bucket ?? query.period;
    const filter = bothFilters(query.filter ?? {}, mark.filter);
    const detail: KpiSelectDetail = {
      kpi: this.result?.kpi ?? '',
      ...mark,
      filter: {...this.#filter, ...mark.filter},
      isSelected,
      get recordIds() {
        const only = records && (onlyIn?.(records) ?? (kpi && figureRecords(records, {...query, kpi, period, filter})));
        return [...(only ? only.ids : [])];
      }
    };
    return this.dispatchEvent(new KpiSelectEvent(detail));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readInline();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('group')) this.#link.join(this.group);
    // What updates no controllers is a server.
    if (isServer) this.#language.hostUpdate();
    if (this.loading === 'lazy' && !this.isNear && !isRead(this.data)) whenNear(this, this.#come);
    else if (inputs.some((name) => changed.has(name))) {
      const {data, src, inline, table, preset, fields, dateFormat, decimal, assumeZone} = this;
      const {refreshInterval: refresh, maxBytes, expectedRows, requestInit} = this;
      // An attribute that is taken away again leaves null.
      const options = {table: table || undefined, preset: preset || undefined, fields, dateFormat, decimal, assumeZone};
      this.#records.read({data, src, inline, options, refresh, maxBytes, expectedRows, requestInit});
    }
  }

  /** A move that keeps what it moves connected; the language of the new place may be another. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  /** What is shown has its words. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.#language.loading) return isDone;
    await this.#language.loading;
    return this.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const {format} = this.#language;
    const {dataset, isLoading} = this.#records;
    const isAny = dataset && Object.values(dataset.rows).some(({read}) => read > 0);
    this.#computed = isAny && format ? this.#compute(dataset, format) : undefined;
    const {view, mistake} = this.#computed ?? {};
    const {pause} = this.#records;
    const error = mistake ?? (view && pause?.error) ?? this.#records.error;
    const isWaiting =
      !format || (!dataset && (isLoading || (this.loading === 'lazy' && !this.isNear) || document.readyState === 'loading'));
    const quiet = view ? (view.leftOut ? 'partial' : 'ready') : isWaiting ? 'loading' : 'empty';
    const current: KpiState =
      error === undefined || !format
        ? quiet
        : view
          ? 'stale'
          : error instanceof SourceError && error.code === 'sign-in'
            ? 'signin'
            : 'error';
    const {kpi = 'funnel'}: Partial<Query> = this.query;
    this.#internals.states.clear();
    this.#internals.states.add(current);
    return frame({
      state: current,
      heading: view?.heading ?? this.heading ?? (format && kpiName(typeof kpi === 'string' ? kpi : kpi.id, format)),
      view,
      body: !(view && format) ? this.skeleton() : this.#menu.isTable ? tableTemplate(view.table) : this.draw(view, format),
      records: this.#records,
      error,
      format: format ?? formatFor('en'),
      menu: this.#menu,
      chosen: format && this.#link.template(format, this.#followed, this.#isFollowing),
      readInline: this.#readInline
    });
  }

  /** Once for the same records, query and language. A mistake is told to the console, once. */
  #compute(dataset: Dataset, format: Format): Computed<View> {
    this.#isFollowing = true;
    const followed = this.#followed.map(({kind, key, source}) => [kind, key, source?.()]);
    const key = JSON.stringify([this.query, this.viewOptions, this.heading, format.language, followed]);
    if (this.#computed?.dataset === dataset && this.#computed.key === key) {
      this.#isFollowing = this.#computed.isFollowing;
      return this.#computed;
    }
    const computed: Computed<View> = {dataset, key, isFollowing: true};
    try {
      computed.view = this.#viewFollowing(dataset, format);
    } catch (mistake) {
      computed.mistake = mistake;
      (globalThis.reportError ?? console.error)(mistake);
    }
    computed.isFollowing = this.#isFollowing;
    return computed;
  }

  /** Of records that do not know what is chosen, all are shown, and that they are. */
  #viewFollowing(dataset: Dataset, format: Format): View {
    try {
      return this.view(dataset, format);
    } catch (mistake) {
      if (this.#followed.length === 0 || !isUnknownFilter(mistake)) throw mistake;
      this.#isFollowing = false;
      return this.view(dataset, format);
    }
  }

  readonly #come = (): void => {
    this.isNear = true;
  };

  /** In a page that is still being parsed the script's text may not be whole yet. */
  readonly #readInline = (): void => {
    this.requestUpdate();
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#readInline, {once: true});
    else this.inline = this.querySelector(':scope > script[type="application/json"]')?.textContent ?? undefined;
  };
}
