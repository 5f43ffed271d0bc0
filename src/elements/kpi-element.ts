import {isServer} from 'lit';
import type {CSSResultGroup, PropertyValues, TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Compare} from '../calendar/window.js';
import type {Dataset} from '../dataset/dataset.js';
import {bothFilters, isUnknownFilter} from '../kpi/both-filters.js';
import type {Params} from '../kpi/params.js';
import type {Filter, Query, Scope} from '../kpi/query.js';
import type {Result} from '../kpi/result.js';
import {figuresHere} from '../source/computing.js';
import type {Figures} from '../source/computing.js';
import {hostStyles} from '../styles/host.styles.js';
import {formatFor} from '../view/format.js';
import type {Format} from '../view/format.js';
import {kpiName} from '../view/heading.js';
import {computedOnce, type Computed} from './computed.js';
import {KpiSelectEvent} from './events.js';
import {filterAttribute} from './filter-attribute.js';
import {frame} from './frame.js';
import type {FrameView} from './frame.js';
import {Language} from './language.js';
import {Link} from './link.js';
import type {Choice} from './link.js';
import {numberAttribute} from './number-attribute.js';
import {Menu} from './menu.js';
import {choiceOf} from './selection.js';
import type {Find, Mark} from './selection.js';
import type {PictureOptions, Shown} from './shown.js';
import {SourceElement} from './source-element.js';
import {statesOf} from './states.js';
import {tableTemplate} from './table.js';

/**
 * What the four elements share: what is asked of the records, one view computed from them when an input changes, and the states around it. A subclass
 * says what to compute (`viewName`, `query`, `viewOptions`) and how it looks (`draw`).
 *
 * @slot heading - Replaces the KPI's own name.
 * @slot - A `<script type="application/json">` with the records, for pages that allow no script of their own.
 * @fires {KpiLoadEvent} kpi-load - New data is shown: how many rows were read and rejected, what is to be known of them, the latest date.
 * @fires {KpiErrorEvent} kpi-error - A source could not be loaded or read; figures shown before stay.
 * @fires {KpiSelectEvent} kpi-select - The reader chose a part of the figure, which the page may prevent, or let go of it.
 * @csspart frame - The box around it all.
 * @csspart heading - The name of the KPI.
 * @csspart subtitle - What the figures are in, and their period.
 * @csspart selection - What is chosen in the group.
 * @csspart clear - The button that lets go of it.
 * @csspart notes - The small print at the bottom.
 * @csspart left-out - The rows left out, one by one on demand.
 * @csspart stale - That the figures could not be refreshed, since when and why.
 * @csspart table - The figures as a table.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The menu.
 * @csspart menu-item - What can be chosen in it.
 * @csspart menu-message - What came of it, when there is something to say.
 * @csspart explanation - The dialog that says how the figures were computed.
 * @csspart explanation-close - The button that closes it.
 * @csspart records - The dialog that lists the records behind the figure.
 * @csspart records-close - The button that closes it.
 * @csspart records-back - The button to the page before.
 * @csspart records-on - The button to the next page.
 * @csspart records-csv - The button that downloads them.
 * @csspart skeleton - The shape of what comes, while it loads.
 * @csspart message - In place of the figures: empty, or an error with what to do.
 * @csspart retry - The button that tries again.
 * @cssstate loading - Nothing is there yet.
 * @cssstate ready - All rows count.
 * @cssstate partial - Some rows were left out.
 * @cssstate stale - The last refresh failed; the figures before it stay.
 * @cssstate empty - No rows, or no source.
 * @cssstate signin - The source asks to sign in.
 * @cssstate error - The source could not be loaded or read, or an attribute is wrong.
 * @cssprop [--kpi-font-size=14px] - The size of the text; all others follow it.
 * @cssprop [--kpi-space=4px] - The unit of all distances.
 * @cssprop [--kpi-radius=8px] - How round the corners of the box are.
 * @cssprop --kpi-color-text - Words and figures. Colours have defaults for light and dark.
 * @cssprop --kpi-color-muted - Small print, axes, what is beside the point.
 * @cssprop --kpi-color-surface - The ground of the box.
 * @cssprop --kpi-color-border - Its edge, and lines within.
 * @cssprop --kpi-color-actual - Marks of what happened.
 * @cssprop --kpi-color-previous - Marks of what it is compared with, and of what was lost.
 * @cssprop --kpi-color-target - Ticks and lines of targets; default the text's.
 * @cssprop --kpi-color-good - What is better or on track.
 * @cssprop --kpi-color-warn - What is at risk.
 * @cssprop --kpi-color-bad - What is worse or off track.
 */
export abstract class KpiElement<View extends FrameView> extends SourceElement {
  static override styles: CSSResultGroup = hostStyles;

  /** Each element has its own default. */
  abstract period: string;
  /** `previous` (like for like while the period runs), `previous-full`, `year-ago`, `52-weeks-ago` (the same days of the week) or `none`. */
  @property({useDefault: true}) compare: Compare = 'previous';
  /** How a running period is compared and paced: `calendar`, at the same day, or `working-days`, after as many of them. */
  @property({attribute: 'compare-by'}) compareBy?: 'calendar' | 'working-days';
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

  /** Resolves when what was asked for is shown or has failed. */
  get loadComplete(): Promise<unknown> {
    // On a server there is no update to wait for.
    return isServer ? Promise.resolve() : this.updateComplete.then(() => Promise.all([this.source.complete, this.#link.settled]));
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
  /** How it is shown; none of it changes a figure. */
  protected abstract get viewOptions(): unknown;
  protected abstract draw(view: View, format: Format): TemplateResult;
  /** Shows a chosen bucket among the others, not alone. */
  protected readonly isOverTime?: boolean;
  /** The shape of what comes. */
  protected abstract skeleton(): TemplateResult;

  /** What the menu's explanation and exports are of. */
  get #shown(): Shown | undefined {
    const {view, dataset} = this.#computed ?? {};
    const {format} = this.#language;
    const figures = figuresHere(this.viewName);
    if (!view || !dataset || !format || !figures) return undefined;
    return {element: this, figures, view, dataset, format, query: this.query, loadedAt: this.source.loadedAt};
  }

  protected get scope(): Scope & Pick<Query, 'compare' | 'compareBy' | 'params'> {
    const {compare, params, weekStart, fiscalYearStart} = this;
    const choices = this.#choices;
    const figures = figuresHere(this.viewName);
    const only = choices.find(({only}) => only)?.only;
    return {
      period: choices.find(({period}) => period)?.period ?? this.period,
      only: figures && this.records && only?.(figures, this.records),
      compare,
      compareBy: this.compareBy || undefined,
      params,
      weekStart,
      fiscalYearStart,
      filter: choices.reduce((filter, choice) => bothFilters(filter, choice.filter ?? {}), this.#filter),
      asOf: this.asOf || (this.records?.settings.asOf ?? this.source.loadedAt),
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

  get #choices(): readonly Choice[] {
    return this.#isFollowing ? this.#followed : [];
  }

  get #followed(): readonly Choice[] {
    return this.#link.followed.filter(({period}) => !(period && this.isOverTime));
  }

  /** Shows all that the page asks for, not the part of it that is chosen in the group: what the page says of the whole holds. */
  protected get isWhole(): boolean {
    return this.#choices.length === 0;
  }

  /** The rep, stage, bucket or segment that is chosen in the group. */
  protected chosen(kind: Choice['kind']): string | undefined {
    return this.#link.chosen(kind);
  }

  /** Tells the page and the group what the reader chose; false when the page prevents what follows. */
  protected select(mark: Mark, name: string, find?: Find): boolean {
    const asked = () => ({query: this.query, filter: this.#filter, records: this.records, kpi: this.result?.kpi ?? ''});
    return this.#link.choose(choiceOf(mark, name, asked, (detail) => this.dispatchEvent(new KpiSelectEvent(detail)), find));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('group')) this.#link.join(this.group);
    // What updates no controllers is a server.
    if (isServer) this.#language.hostUpdate();
    super.willUpdate(changed);
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
    const {dataset, pause} = this.source;
    const figures = figuresHere(this.viewName);
    const isAny = dataset && Object.values(dataset.rows).some(({read}) => read > 0);
    this.#computed = isAny && format && figures ? this.#compute(figures, dataset, format) : undefined;
    const {view, mistake} = this.#computed ?? {};
    const error = mistake ?? (view && pause?.error) ?? this.source.error;
    const states = format ? statesOf(view, error, this.isWaiting) : ['loading' as const];
    const {kpi = this.table === 'leads' ? 'lead-funnel' : 'funnel'}: Partial<Query> = this.query;
    const {states: shown} = this.#internals;
    shown.clear();
    for (const state of states) shown.add(state);
    return frame({
      state: states[0],
      isFar: this.isFar,
      heading: view?.heading ?? this.heading ?? (format && kpiName(typeof kpi === 'string' ? kpi : kpi.id, format)),
      view,
      body: !(view && format) ? this.skeleton() : this.#menu.isTable ? tableTemplate(view.table) : this.draw(view, format),
      records: this.source,
      error,
      format: format ?? formatFor('en'),
      menu: this.#menu,
      chosen: format && this.#link.template(format, this.#followed, this.#isFollowing),
      readInline: this.readInline
    });
  }

  /** Of records that do not know what is chosen, all are shown, and that they are. */
  #compute(figures: Figures, dataset: Dataset, format: Format): Computed<View> {
    this.#isFollowing = true;
    const followed = this.#followed.map(({kind, key, source}) => [kind, key, source?.()]);
    const key = JSON.stringify([this.query, this.viewOptions, format.language, followed]);
    const view = (isFollowing: boolean) => {
      this.#isFollowing = isFollowing;
      return {view: this.view(figures, dataset, format), isFollowing};
    };
    const computed = computedOnce(this.#computed, dataset, key, () => {
      try {
        return view(true);
      } catch (mistake) {
        if (followed.length === 0 || !isUnknownFilter(mistake)) throw mistake;
        return view(false);
      }
    });
    this.#isFollowing = computed.isFollowing;
    return computed;
  }

  /** By the function of that name. */
  protected view(figures: Figures, dataset: Dataset, format: Format): View {
    const compute = figures[this.viewName] as (dataset: Dataset, query: Scope, options: unknown, format: Format) => View;
    return compute(dataset, this.query, this.viewOptions, format);
  }
}
