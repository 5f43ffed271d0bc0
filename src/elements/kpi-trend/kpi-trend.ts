import {html, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {type Grain} from '../../calendar/civil.js';
import {type Dataset} from '../../dataset/dataset.js';
import {type Kpi} from '../../kpi/kpi.js';
import {type SeriesQuery} from '../../kpi/series.js';
import {axis} from '../../marks/axis.js';
import {labelStyles} from '../../marks/labels.js';
import {legend} from '../../marks/legend.js';
import {BOTTOM, TOP, trendPlot} from '../../marks/trend-plot.js';
import {chartStyles} from '../../styles/chart.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {lineStyles} from '../../styles/line.styles.js';
import {type Format} from '../../view/format.js';
import {trendView, type TrendBucket, type TrendView} from '../../view/trend.js';
import {KpiElement} from '../kpi-element.js';
import {trendStyles} from './kpi-trend.styles.js';

/**
 * A KPI over time: columns for sums and counts, a line for rates, averages and durations, with what came before and the targets.
 * Arrow keys, Home and End walk the buckets, Enter selects one, Escape hides the readout.
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
 * @csspart chart - The axis and the plot; one tab stop.
 * @csspart axis - The values beside the plot.
 * @csspart column - A column; with it `actual`, `running` (not over yet) or `previous`.
 * @csspart line - The line of what is complete.
 * @csspart running - The way to the bucket that is not over yet.
 * @csspart target - What should be reached in a bucket.
 * @csspart name - The name of a bucket, below it.
 * @csspart year - The year, or of days the month, that begins there.
 * @csspart value - The figure at a mark.
 * @csspart readout - What a bucket says when it is pointed at.
 * @csspart legend - What the marks are.
 * @csspart notes - Rows left out, figures not refreshed.
 * @csspart table - The figures as a table.
 * @csspart table-toggle - The button that shows the table.
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

  /** The bucket pointed at. */
  @state() private active?: number;

  #buckets: readonly TrendBucket[] = [];

  protected get query(): SeriesQuery {
    const {kpi, variant, grain} = this;
    return {...this.scope, kpi, variant: variant || undefined, grain: grain || undefined};
  }

  protected override view(dataset: Dataset, format: Format): TrendView {
    const view = trendView(dataset, this.query, this.heading, format);
    this.#buckets = view.buckets;
    return view;
  }

  protected override draw(view: TrendView, {text}: Format): TemplateResult {
    const {buckets, reason, table, tick, isLine} = view;
    if (reason) return html`<div class="message" part="message">${reason}</div>`;
    const marks = buckets.flatMap(({actual, previous, target}) => [actual, previous, target]).filter((mark) => mark !== null);
    const scale = axis(marks, !isLine, TOP, BOTTOM);
    const start = scale.ticks[0];
    const active = Math.min(this.active ?? 0, buckets.length - 1);
    const pointed = this.active === undefined ? undefined : buckets[active];
    const [title, figure] = table.rows[active];
    return html`
      <div
        class="chart"
        part="chart"
        role="application"
        tabindex="0"
        aria-label=${table.caption}
        @keydown=${this.#walk}
        @focus=${() => (this.active ??= buckets.length - 1)}
        @blur=${this.#leave}
        @pointerleave=${this.#leave}
      >
        <div class="axis" part="axis" aria-hidden="true">${scale.ticks.map((value) => html`<span>${tick(value)}</span>`)}</div>
        <svg class="plot" aria-hidden="true" @pointerdown=${this.#point} @pointermove=${this.#point} @click=${this.#choose}>
          ${trendPlot(view, scale, pointed && active, this.#isRtl)}
        </svg>
        <p
          class=${pointed ? 'readout' : 'spoken'}
          part="readout"
          role="status"
          .style=${`--_at:${((active + 0.5) / buckets.length) * 100}%`}
        >
          ${pointed && html`${title}<br /><b>${figure}</b>${pointed.details.map((line) => html`<br />${line}`)}`}
        </p>
      </div>
      <p class="small legend" part="legend">${legend(view.legend, isLine)} ${start > 0 ? text.axisFrom(tick(start)) : ''}</p>
    `;
  }

  protected override skeleton(): TemplateResult {
    return html`<i class="plot"></i>`;
  }

  get #isRtl(): boolean {
    return this.matches(':dir(rtl)');
  }

  readonly #leave = (event?: Event): void => {
    // A finger that is lifted leaves what it pointed at to be read.
    if (!(event instanceof PointerEvent && event.pointerType === 'touch')) this.active = undefined;
  };

  readonly #point = ({clientX, currentTarget}: PointerEvent): void => {
    const {left, width} = (currentTarget as Element).getBoundingClientRect();
    const share = (clientX - left) / width;
    this.#goTo(Math.floor((this.#isRtl ? 1 - share : share) * this.#buckets.length));
  };

  readonly #walk = (event: KeyboardEvent): void => {
    const {length} = this.#buckets;
    const forward = this.#isRtl ? -1 : 1;
    const step = {ArrowLeft: -forward, ArrowRight: forward, Home: -length, End: length}[event.key];
    if (step) this.#goTo((this.active ?? length - 1) + step);
    else if (event.key === 'Enter' || event.key === ' ') this.#choose();
    else if (event.key === 'Escape') this.active = undefined;
    else return;
    event.preventDefault();
  };

  #goTo(index: number): void {
    this.active = Math.max(0, Math.min(index, this.#buckets.length - 1));
  }

  readonly #choose = (): void => {
    const bucket = this.active === undefined ? undefined : this.#buckets.at(this.active);
    if (bucket) this.select({bucket: bucket.key, filter: {}});
  };
}
