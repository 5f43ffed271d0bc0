import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Dataset} from '../../dataset/dataset.js';
import type {Kpi} from '../../kpi/kpi.js';
import type {Query} from '../../kpi/query.js';
import type {TargetInput} from '../../kpi/target.js';
import {bullet} from '../../marks/bullet.js';
import {spark} from '../../marks/spark.js';
import {hostStyles} from '../../styles/host.styles.js';
import {lineStyles} from '../../styles/line.styles.js';
import {cardView} from '../../view/card.js';
import type {CardView} from '../../view/card.js';
import type {ChangeView} from '../../view/change.js';
import type {Format} from '../../view/format.js';
import type {TargetView} from '../../view/target.js';
import {KpiElement} from '../kpi-element.js';
import {targetAttribute} from '../target-attribute.js';
import {cardStyles} from './kpi-card.styles.js';

/**
 * One KPI as a headline number, with its change, its target and the trend that led up to it.
 *
 * @tag kpi-card
 * @slot heading - Replaces the KPI's own name.
 * @slot - A `<script type="application/json">` with the records, for pages that allow no script of their own.
 * @fires {KpiLoadEvent} kpi-load - New data is shown.
 * @fires {KpiErrorEvent} kpi-error - A source could not be loaded or read; figures shown before stay.
 * @csspart frame - The box around it all.
 * @csspart heading - The name of the KPI.
 * @csspart subtitle - What the number is in, and its period.
 * @csspart value - The headline number.
 * @csspart change - The change, its direction and what it is on.
 * @csspart target - The target's bar and its words.
 * @csspart spark - The small trend.
 * @csspart basis - What the number rests on.
 * @csspart notes - Rows left out, figures not refreshed.
 * @csspart table - The figures as a table.
 * @csspart table-toggle - The button that shows the table.
 * @csspart message - In place of the number: empty, or an error with what to do.
 * @cssprop [--kpi-value-size=2.25em] - The size of the headline number.
 */
export class KpiCard extends KpiElement<CardView> {
  static override styles = [hostStyles, lineStyles, cardStyles];

  /** The KPI to show: an id of the catalog or, as a property, a definition of your own. */
  @property() kpi: string | Kpi = 'total-sales';
  /** A named variant of its formula. */
  @property() variant?: string;
  /** What should be reached in the period; default that of the dataset's `targets`. */
  @property({converter: targetAttribute}) target?: TargetInput;

  protected get query(): Query {
    const {kpi, variant, target} = this;
    return {...this.scope, kpi, ...(variant && {variant}), ...(target !== undefined && {target})};
  }

  protected override view(dataset: Dataset, format: Format): CardView {
    return cardView(dataset, this.query, this.heading, format);
  }

  protected override draw(card: CardView): TemplateResult {
    const isRtl = this.matches(':dir(rtl)');
    return html`
      ${
        card.figure
          ? html`<p class="figure" part="value" title=${card.figure.full}>
              <span aria-hidden="true">${card.figure.text}<span class="unit">${card.figure.unit}</span></span
              ><span class="spoken">${card.figure.full}</span>
            </p>`
          : html`<p class="figure muted" part="value">–</p>
              <p class="small" part="reason">${card.reason}</p>`
      }
      ${card.change ? changeTemplate(card.change) : nothing} ${card.target ? targetTemplate(card.target, isRtl) : nothing}
      ${
        card.spark
          ? html`<svg class="spark" part="spark" viewBox="0 0 100 38" preserveAspectRatio="none" aria-hidden="true">
              ${spark(card.spark, isRtl)}
            </svg>`
          : nothing
      }
      ${card.basis ? html`<p class="small basis" part="basis">${card.basis}</p>` : nothing}
    `;
  }

  protected override skeleton(): TemplateResult {
    return skeleton;
  }
}

const skeleton = html`<i class="w40"></i><i class="figure w60"></i><i class="w80"></i><i class="spark"></i>`;

function changeTemplate({tone, arrow, text, against, verdict}: ChangeView): TemplateResult {
  return html`<p class="change" part="change">
    ${text ? html`<b class=${tone === 'neutral' ? 'muted' : tone}>${arrow} ${text}</b>` : nothing}
    ${verdict ? html`<span class="spoken">(${verdict})</span>` : nothing} <span class="muted">${against}</span>
  </p>`;
}

function targetTemplate({share, expected, tone, status, text}: TargetView, isRtl: boolean): TemplateResult {
  return html`<div class="target" part="target">
    ${expected === undefined ? nothing : html`<svg class="bullet" aria-hidden="true">${bullet(share, expected, isRtl)}</svg>`}
    <p class="small"><b class=${tone}>${status}</b> · ${text}</p>
  </div>`;
}
