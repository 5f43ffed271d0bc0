import {html, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Grain} from '../../calendar/civil.js';
import type {Dataset} from '../../dataset/dataset.js';
import type {Kpi} from '../../kpi/kpi.js';
import type {SeriesQuery} from '../../kpi/series.js';
import {axis} from '../../marks/axis.js';
import {groupNames} from '../../marks/group-lines.js';
import {labelStyles} from '../../marks/labels.js';
import {legend} from '../../marks/legend.js';
import {SMALL, smallMultiples} from '../../marks/small-multiples.js';
import {LEAST, PLOT, trendPlot} from '../../marks/trend-plot.js';
import type {Figures} from '../../source/computing.js';
import {chartStyles} from '../../styles/chart.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {lineStyles} from '../../styles/line.styles.js';
import type {Format} from '../../view/format.js';
import type {Annotation} from '../../view/remarks.js';
import type {TrendBucket, TrendOptions, TrendView} from '../../view/trend.js';
import {KpiElement} from '../kpi-element.js';
import {numberAttribute} from '../number-attribute.js';
import {trendStyles} from './kpi-trend.styles.js';

/** Those on the page. */
const trends = new Set<KpiTrend>();

/**
 * A KPI over time: columns for sums and counts, a line for rates, averages and durations, with what came before and the targets.
 * Arrow keys, Home and End walk the buckets, Enter selects one, Escape hides the readout and then clears the selection. Trends of the same `group` point
 * at the same bucket.
 *
 * @tag kpi-trend
 * @slot heading - Replaces the KPI's own name.
 * @slot - A `<script type="application/json">` with the records, for pages that allow no script of their own.
 * @fires {KpiLoadEvent} kpi-load - New data is shown.
 * @fires {KpiErrorEvent} kpi-error - A source could not be loaded or read; figures shown before stay.
 * @fires {KpiSelectEvent} kpi-select - A bucket was clicked or chosen with Enter; `bucket` is its key, as `2026-03`.
 * @csspart frame - The box around it all.
 * @csspart heading - The name of the KPI.
 * @csspart subtitle - What the values are in, and their period.
 * @csspart selection - What is chosen in the group.
 * @csspart clear - The button that lets go of it.
 * @csspart chart - The axis and the plot; one tab stop.
 * @csspart axis - The values beside the plot.
 * @csspart column - A column; with it `actual`, `running` (not over yet), `forecast` (what it is to gain) or `previous`.
 * @csspart line - The line of what is complete.
 * @csspart running - The way to the bucket that is not over yet.
 * @csspart target - What should be reached in a bucket, or by then.
 * @csspart average - The moving average.
 * @csspart forecast - The way to what the running bucket, or the period, comes to at the pace so far.
 * @csspart limits - The band of normal variation.
 * @csspart mean - The mean, in the middle of it.
 * @csspart signal - The ring around a figure that is not normal variation.
 * @csspart remark - The number of a remark, above its bucket.
 * @csspart remarks - What the numbers stand for: annotations and signals.
 * @csspart names - The names of the lines, where they end.
 * @csspart multiple - A chart of one group.
 * @csspart name - The name of a bucket, below it.
 * @csspart year - The year, or of days the month, that begins there.
 * @csspart value - The figure at a mark.
 * @csspart readout - What a bucket says when it is pointed at.
 * @csspart legend - What the marks are.
 * @csspart notes - Rows left out, figures not refreshed.
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
 * @csspart message - In place of the chart: nothing to measure, empty, or an error with what to do.
 */
export class KpiTrend extends KpiElement<TrendView> {
  static override styles = [hostStyles, lineStyles, chartStyles, trendStyles, labelStyles];

  /** The KPI to show: an id of the catalog or, as a property, a definition of your own. */
  @property() kpi: string | Kpi = 'total-sales';
  /** A named variant of its formula. */
  @property() variant?: string;
  /** `day`, `week`, `month`, `quarter` or `year`; default by the length of the period. */
  @property() grain?: Grain;
  /** In the grammar of every element; the running month is the last of the twelve. */
  @property() override period = 'last-12-months';
  /** `column` or `line`; default columns for sums and counts, a line for the others. */
  @property() shape?: TrendOptions['shape'];
  /** Draws the mean of so many buckets too. */
  @property({attribute: 'moving-average', converter: numberAttribute}) movingAverage?: number;
  /** Adds a sum up over the period, towards its target. */
  @property({type: Boolean}) cumulative = false;
  /** Draws what is normal variation (XmR), and marks and names what is not. */
  @property({type: Boolean}) limits = false;
  /** What should be reached in each bucket, or in the whole period when it adds up; default that of the dataset's `targets`. */
  @property({converter: numberAttribute}) target?: number;
  /** What to know of a day: `[{date: '2026-03-10', text: 'Price rise'}]`, as an attribute JSON. */
  @property({type: Array}) annotations?: readonly Annotation[];
  /** `rep`, `team`, `region`, `manager` or a column: a line for each of the largest five and one for all others together. */
  @property() breakdown?: string;
  /** Broken down, a chart each instead of a line each. */
  @property({type: Boolean}) multiples = false;
  /** The bucket pointed at. */
  @state() private active?: number | undefined;
  /** It is pointed at in another trend of the group, which is the one to be heard. */
  @state() private isEcho = false;

  #buckets: readonly TrendBucket[] = [];
  #names: readonly string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    trends.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    trends.delete(this);
  }

  protected get query(): SeriesQuery {
    const {kpi, variant, grain} = this;
    return {...this.scope, kpi, variant: variant || undefined, grain: grain || undefined};
  }

  protected override get viewOptions(): TrendOptions {
    const {heading, shape, movingAverage, cumulative, limits, target, annotations, breakdown} = this;
    return {
      heading,
      shape: shape || undefined,
      movingAverage,
      isCumulative: cumulative,
      hasLimits: limits,
      target,
      annotations,
      breakdown: breakdown || undefined
    };
  }

  protected override get isOverTime(): boolean {
    return true;
  }

  protected get viewName() {
    return 'trendView' as const;
  }

  protected override view({trendView}: Figures, dataset: Dataset, format: Format): TrendView {
    const view = trendView(dataset, this.query, this.viewOptions, format);
    this.#buckets = view.buckets;
    this.#names = view.table.rows.map(([name]) => name);
    return view;
  }

  protected override draw(view: TrendView, {text}: Format): TemplateResult {
    const {buckets, reason, table, tick, full, isLine, lines, limits, remarks} = view;
    if (reason) return html`<div class="message" part="message">${reason}</div>`;
    const marks = [
      ...(lines.length > 0
        ? lines.flatMap(({values}) => values)
        : buckets.flatMap(({actual, previous, target, average, forecast}) => [actual, previous, target, average, forecast])),
      ...limits.flatMap((one) => (one ? [one.lower, one.upper] : []))
    ].filter((mark) => mark !== null);
    const isBeside = this.multiples && lines.length > 0;
    const scale = axis(marks, !isLine && lines.length === 0, isBeside ? SMALL : PLOT, view.size);
    const start = scale.ticks[0];
    const active = Math.min(this.active ?? 0, buckets.length - 1);
    const pointed = this.active === undefined ? undefined : buckets[active];
    const [title, figure = null] = table.rows[active];
    const chosen = buckets.findIndex(({key}) => key === this.chosen('bucket'));
    const marked = pointed ? active : chosen < 0 ? undefined : chosen;
    return html`
      <div
        class="chart ${isBeside ? 'beside' : ''} ${remarks.length > 0 ? 'remarked' : ''}"
        part="chart"
        role="application"
        tabindex="0"
        aria-label=${table.caption}
        @keydown=${this.#walk}
        @focus=${() => {
          if (this.active === undefined) this.#goTo(buckets.length - 1);
        }}
        @blur=${this.#leave}
        @pointerleave=${this.#leave}
      >
        ${
          isBeside
            ? smallMultiples(view, scale, marked, this.isRtl, this.#point, this.#choose)
            : html`<div class="axis" part="axis" aria-hidden="true">${scale.ticks.map((value) => html`<span>${tick(value)}</span>`)}</div>
                <svg class="plot" aria-hidden="true" @pointerdown=${this.#point} @pointermove=${this.#point} @click=${this.#choose}>
                  ${trendPlot(view, scale, marked, this.isRtl)}
                </svg>
                ${lines.length > 0 ? groupNames(lines, scale, LEAST) : ''}`
        }
        <p
          class=${pointed ? 'readout' : 'spoken'}
          part="readout"
          role="status"
          aria-live=${this.isEcho ? 'off' : 'polite'}
          .style=${`--_at:${((active + 0.5) / buckets.length) * 100}%`}
        >
          ${
            pointed &&
            html`${title}${lines.length > 0 ? '' : html`<br /><b>${full(figure)}</b>`}${pointed.details.map((line) => html`<br /><bdi>${line}</bdi>`)}`
          }
        </p>
      </div>
      ${
        remarks.length > 0
          ? html`<ol class="small remarks" part="remarks">
              ${remarks.map(({text: told}) => html`<li><bdi>${told}</bdi></li>`)}
            </ol>`
          : ''
      }
      <p class="small legend" part="legend">${legend(view.legend, isLine)} ${start > 0 ? text.axisFrom(tick(start)) : ''}</p>
    `;
  }

  protected override skeleton(): TemplateResult {
    return html`<i class="plot"></i>`;
  }

  readonly #leave = (event?: Event): void => {
    // A finger that is lifted leaves what it pointed at to be read.
    if (!(event instanceof PointerEvent && event.pointerType === 'touch')) this.#share(undefined);
  };

  readonly #point = ({clientX, currentTarget}: PointerEvent): void => {
    const {left, width} = (currentTarget as Element).getBoundingClientRect();
    const share = (clientX - left) / width;
    this.#goTo(Math.floor((this.isRtl ? 1 - share : share) * this.#buckets.length));
  };

  readonly #walk = (event: KeyboardEvent): void => {
    const {length} = this.#buckets;
    const forward = this.isRtl ? -1 : 1;
    const step = {ArrowLeft: -forward, ArrowRight: forward, Home: -length, End: length}[event.key];
    if (step) this.#goTo((this.active ?? length - 1) + step);
    else if (event.key === 'Enter' || event.key === ' ') this.#choose();
    else if (event.key === 'Escape' && this.active !== undefined) this.#share(undefined);
    else return;
    event.preventDefault();
  };

  #goTo(index: number): void {
    this.#share(Math.max(0, Math.min(index, this.#buckets.length - 1)));
  }

  /** Points at a bucket, and so do the trends of the same group that have it. */
  #share(index: number | undefined): void {
    this.active = index;
    this.isEcho = false;
    const key = index === undefined ? undefined : this.#buckets.at(index)?.key;
    for (const other of trends) {
      if (other === this || !this.group || other.group !== this.group) continue;
      const place = other.#buckets.findIndex((bucket) => bucket.key === key);
      other.active = place < 0 ? undefined : place;
      other.isEcho = true;
    }
  }

  readonly #choose = (): void => {
    const bucket = this.active === undefined ? undefined : this.#buckets.at(this.active);
    if (bucket) this.select({bucket: bucket.key, filter: {}}, this.#names[this.#buckets.indexOf(bucket)]);
  };
}
