import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Kpi} from '../../kpi/kpi.js';
import type {Query} from '../../kpi/query.js';
import type {TargetInput} from '../../kpi/find-target.js';
import {bullet} from '../../marks/bullet.js';
import {spark} from '../../marks/spark.js';
import {hostStyles} from '../../styles/host.styles.js';
import {lineStyles} from '../../styles/line.styles.js';
import type {CardOptions, CardView} from '../../view/card.js';
import {KpiElement} from '../kpi-element.js';
import {numberAttribute} from '../number-attribute.js';
import {cardStyles} from './kpi-card.styles.js';

/**
 * One KPI as a headline number, with its change, its target and the trend that led up to it.
 *
 * @tag kpi-card
 * @slot link - A link to where more is told, below the figures.
 * @csspart subtitle - What the number is in, and its period.
 * @csspart value - The headline number.
 * @csspart rating - What the thresholds say of the number.
 * @csspart reason - Why there is no number.
 * @csspart change - The change, its direction and what it is on.
 * @csspart target - The target's bar and its words.
 * @csspart spark - The small trend.
 * @csspart owner - Who answers for the target, and when it is reported.
 * @csspart basis - What the number rests on.
 * @csspart message - In place of the number: empty, or an error with what to do.
 * @cssprop [--kpi-value-size=2.25em] - The size of the headline number.
 */
export class KpiCard extends KpiElement<CardView> {
  static override styles = [hostStyles, lineStyles, cardStyles];

  protected readonly viewName = 'cardView';

  /** The KPI to show: an id of the catalog or, as a property, a definition of your own. */
  @property({useDefault: true}) kpi: string | Kpi = 'total-sales';
  /**
   * `today`, `this-` or `last-` with `week`, `month`, `quarter` or `year`, `last-12-months`, `year-to-date`, `2026`, `2026-Q3`, `2026-07`,
   * `2026-W30`, `2026-07-01/2026-09-30`, or `all`; with `fiscal-` before it that of the fiscal year.
   */
  @property({useDefault: true}) period = 'this-month';
  /** A named variant of its formula. */
  @property() variant?: string;
  /** `compact` shortens a headline from 10,000 on to three digits; `full` has every digit. */
  @property() format: 'compact' | 'full' = 'compact';
  /** `compact` is for rows of many: the figure and its change, without the bar and the small trend. */
  @property({reflect: true}) size: 'regular' | 'compact' = 'regular';
  /** Where bad ends and where good begins, in the KPI's unit: `0.25 0.3`, the larger first where less is better. The number is then rated in a word and a tone. */
  @property({converter: (text) => text?.match(/[^\s,;]+/g)?.map(Number)}) thresholds?: readonly number[] | undefined;
  /** What should be reached in the period; default that of the dataset's `targets`. */
  @property({converter: numberAttribute}) target?: TargetInput;

  protected get query(): Query {
    const {kpi, variant, target, isWhole} = this;
    return {...this.scope, kpi, variant: variant || undefined, target: isWhole ? target : undefined};
  }

  protected get viewOptions(): CardOptions {
    const {heading, thresholds, format} = this;
    return {heading, thresholds, isFull: format === 'full'};
  }

  protected override draw({figure, reason, rating, change, target, spark: trend}: CardView): TemplateResult {
    const isCompact = this.size === 'compact';
    return html`
      ${
        figure
          ? html`<p
              class="figure"
              part="value"
              title=${figure.full}
              .style=${`--_length:${figure.parts.reduce((sum, [part]) => sum + part.length, 0)}`}
            >
              <span aria-hidden="true"
                >${figure.parts.map(([part, isUnit]) => (isUnit ? html`<span class="unit">${part}</span>` : part))}</span
              ><span class="spoken">${figure.full}</span>${
                rating ? html` <b class="rating ${rating.tone}" part="rating">${rating.status}</b>` : nothing
              }
            </p>`
          : html`<p class="figure muted" part="value">–</p>
              <p class="change muted" part="reason">${reason}</p>`
      }
      ${
        change
          ? html`<p class="change" part="change" title=${change.title ?? nothing}>
              <b class=${change.tone}><span aria-hidden="true">${change.arrow}</span> ${change.text}</b>
              <span class="spoken">${change.verdict}</span> <span class="muted">${change.against}</span>
            </p>`
          : nothing
      }
      ${
        target
          ? html`<div class="target" part="target">
              ${target.expected === undefined || isCompact ? nothing : html`<svg aria-hidden="true">${bullet(target.share, target.expected)}</svg>`}
              <p class="small"><b class=${target.tone}>${target.status}</b>${isCompact ? nothing : ` · ${target.text}`}</p>
            </div>`
          : nothing
      }
      ${
        trend && !isCompact
          ? html`<svg class="spark" part="spark" viewBox="0 0 100 38" preserveAspectRatio="none" aria-hidden="true">${spark(trend)}</svg>`
          : nothing
      }
      ${
        target && !isCompact && (target.owner || target.next)
          ? html`<p class="small owner" part="owner">
              ${target.owner}${target.owner && target.next ? ' · ' : nothing}${
                target.next && html`<span class=${target.next.isOverdue ? 'warn' : ''}>${target.next.text}</span>`
              }
            </p>`
          : nothing
      }
      <slot name="link"></slot>
    `;
  }

  protected override skeleton(): TemplateResult {
    return html`<p class="figure"><i></i></p>
      <p class="change"><i></i></p>
      <i class="spark"></i>
      <div class="small notes">
        <p><i></i></p>
      </div>`;
  }
}
