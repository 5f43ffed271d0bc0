import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Grain} from '../../calendar/civil.js';
import type {Kpi} from '../../kpi/kpi.js';
import type {SeriesQuery} from '../../kpi/series.js';
import {axis} from '../../marks/axis.js';
import {labelStyles} from '../../marks/labels.js';
import {legend} from '../../marks/legend.js';
import {SMALL} from '../../marks/small-multiples.js';
import {PLOT} from '../../marks/trend-plot.js';
import {chartStyles} from '../../styles/chart.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {lineStyles} from '../../styles/line.styles.js';
import type {Format} from '../../view/format.js';
import type {Annotation} from '../../view/remarks.js';
import type {TrendOptions, TrendView} from '../../view/trend.js';
import {KpiElement} from '../kpi-element.js';
import {numberAttribute} from '../number-attribute.js';
import {chart} from './chart.js';
import {Crosshair} from './crosshair.js';
import {trendStyles} from './kpi-trend.styles.js';

/**
 * A KPI over time: columns for sums and counts, a line for rates, averages and durations, with what came before and the targets.
 * Arrow keys, Home and End walk the buckets, Enter selects one, Escape hides the readout and then clears the selection. Trends of the same `group` point
 * at the same bucket.
 *
 * @tag kpi-trend
 * @fires {KpiSelectEvent} kpi-select - A bucket was clicked or chosen with Enter; `bucket` is its key, as `2026-03`.
 * @csspart subtitle - What the values are in, and their period.
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
 * @csspart table - The figures as a table.
 * @csspart message - In place of the chart: nothing to measure, empty, or an error with what to do.
 */
export class KpiTrend extends KpiElement<TrendView> {
  static override styles = [hostStyles, lineStyles, chartStyles, trendStyles, labelStyles];

  protected readonly viewName = 'trendView';
  protected override readonly isOverTime = true;

  /** The KPI to show: an id of the catalog or, as a property, a definition of your own. */
  @property({useDefault: true}) kpi: string | Kpi = 'total-sales';
  /** A named variant of its formula. */
  @property() variant?: string;
  /** `day`, `week`, `month`, `quarter` or `year`; default by the length of the period. */
  @property() grain?: Grain;
  /**
   * `today`, `this-` or `last-` with `week`, `month`, `quarter` or `year`, `last-12-months`, `year-to-date`, `2026`, `2026-Q3`, `2026-07`,
   * `2026-W30`, `2026-07-01/2026-09-30`, or `all`; with `fiscal-` before it that of the fiscal year. The running month is the last of the
   * twelve.
   */
  @property({useDefault: true}) period = 'last-12-months';
  /** `column` or `line`; default columns for sums and counts, a line for the others. */
  @property() shape?: 'column' | 'line';
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
  /** `rep`, `team`, `region`, `manager` or a column: a line for each of the largest five and one for all others together, where that does not flatten them. */
  @property() breakdown?: string;
  /** Broken down, a chart each instead of a line each. */
  @property({type: Boolean}) multiples = false;

  readonly #crosshair = new Crosshair(this, (bucket, name) => {
    this.select({bucket, filter: {}}, name);
  });

  protected get query(): SeriesQuery {
    const {kpi, variant, grain} = this;
    return {...this.scope, kpi, variant: variant || undefined, grain: grain || undefined};
  }

  protected get viewOptions(): TrendOptions {
    const {heading, shape, movingAverage, cumulative, limits, annotations, breakdown} = this;
    const target = this.isWhole ? this.target : undefined;
    return {heading, shape, movingAverage, isCumulative: cumulative, hasLimits: limits, target, annotations, breakdown};
  }

  protected override draw(view: TrendView, {text}: Format): TemplateResult {
    const {buckets, reason, tick, isLine, lines, remarks} = view;
    this.#crosshair.show(view);
    if (reason) return html`<div class="message" part="message">${reason}</div>`;
    const isBeside = this.multiples && lines.length > 0;
    const scale = axis(view.marks, !isLine && lines.length === 0, isBeside ? SMALL : PLOT, view.size);
    const start = scale.ticks[0];
    const chosen = buckets.findIndex(({key}) => key === this.chosen('bucket'));
    return html`
      ${chart(view, scale, this.#crosshair, chosen < 0 ? undefined : chosen, isBeside, this.isRtl)}
      ${
        remarks.length > 0
          ? html`<ol class="small remarks" part="remarks">
              ${remarks.map(({text: told}) => html`<li><bdi>${told}</bdi></li>`)}
            </ol>`
          : ''
      }
      <p class="small legend" part="legend">${legend(view.legend, isLine)} ${view.aside} ${start > 0 ? text.axisFrom(tick(start)) : ''}</p>
    `;
  }

  protected override skeleton(): TemplateResult {
    return html`<i class="plot"></i>`;
  }
}
