import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ifDefined} from 'lit/directives/if-defined.js';
import {type Dataset} from '../../dataset/dataset.js';
import {type Stage} from '../../dataset/settings.js';
import {stageRecords, type FunnelMode, type FunnelQuery} from '../../kpi/funnel.js';
import {funnelBar} from '../../marks/funnel-bars.js';
import {legend} from '../../marks/legend.js';
import {chartStyles} from '../../styles/chart.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import {type Format} from '../../view/format.js';
import {funnelView, type FunnelStageView, type FunnelView} from '../../view/funnel.js';
import {KpiElement} from '../kpi-element.js';
import {funnelStyles} from './funnel-chart.styles.js';

/**
 * How far the deals created in a period came: each stage in the order of selling, with what went on, what is still there and what was lost.
 *
 * @tag funnel-chart
 * @slot heading - Replaces the chart's own name.
 * @slot - A `<script type="application/json">` with the records, for pages that allow no script of their own.
 * @fires {KpiLoadEvent} kpi-load - New data is shown.
 * @fires {KpiErrorEvent} kpi-error - A source could not be loaded or read; figures shown before stay.
 * @fires {KpiSelectEvent} kpi-select - The reader chose a stage.
 * @csspart frame - The box around it all.
 * @csspart heading - The name of the chart.
 * @csspart subtitle - What is counted, the period and the as-of.
 * @csspart selection - What is chosen in the group.
 * @csspart clear - The button that lets go of it.
 * @csspart stages - All stages.
 * @csspart stage - The button that a stage is; with it `chosen`.
 * @csspart label - The name of a stage.
 * @csspart bar - The bar of a stage.
 * @csspart advanced - Of a bar, what went on.
 * @csspart open - Of a bar, what is still there.
 * @csspart lost - Of a bar, what was lost.
 * @csspart count - How many deals reached a stage.
 * @csspart step - The share that goes on from a stage; at the last, the share of all.
 * @csspart legend - What the parts of a bar are; with their numbers while a stage is pointed at or focused.
 * @csspart reason - Why there is nothing to show.
 * @csspart note - What the reader should know of the stages.
 * @csspart notes - Rows left out, figures not refreshed.
 * @csspart table - The figures as a table.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The menu.
 * @csspart menu-item - What can be chosen in it.
 * @csspart menu-message - What came of it, when there is something to say.
 * @csspart explanation - The dialog that says how the figures were computed.
 * @csspart explanation-close - The button that closes it.
 * @csspart message - In place of the chart: empty, or an error with what to do.
 */
export class FunnelChart extends KpiElement<FunnelView> {
  static override styles = [hostStyles, chartStyles, funnelStyles];

  /** The deals created in it are followed up to the as-of. The last quarter by default: all of its deals are there and had some time. */
  @property() override period = 'last-quarter';
  /** When a deal counts at a stage: it came so far (`reached`), entered it (`touched`), skipped none (`strict`), or stands there open (`snapshot`). */
  @property() mode: FunnelMode = 'reached';
  /** In the order of selling: `Lead;Qualified;Closed;Won`, as a property also `{id, label, outcome}`. Default the dataset's, else told from their names. */
  @property({converter: {fromAttribute: stagesOf}}) stages?: readonly (string | Stage)[];

  /** The stage whose numbers are read out. */
  @state() private active = -1;
  /** The stage that Tab comes to. */
  @state() private stop = 0;

  protected get query(): FunnelQuery {
    const {mode, stages} = this;
    return {...this.scope, mode, ...(stages?.length && {stages})};
  }

  protected override view(dataset: Dataset, format: Format): FunnelView {
    return funnelView(dataset, this.query, this.heading, format);
  }

  protected override draw({stages, widest, legend: kinds, note, reason}: FunnelView): TemplateResult {
    const counts = stages[this.active]?.counts ?? [];
    return html`
      ${reason && html`<p class="small" part="reason">${reason}</p>`}
      ${
        stages.length > 0
          ? html`<div
              class="stages"
              part="stages"
              role="toolbar"
              aria-orientation="vertical"
              aria-labelledby="heading"
              @keydown=${this.#move}
              @pointerleave=${this.#back}
              @focusout=${this.#hide}
            >
              ${stages.map((stage, index) => this.#stage(stage, index, stages.length - 1))}
              <b class="count widest" aria-hidden="true">${widest}</b>
            </div>`
          : nothing
      }
      ${kinds.length > 0 ? html`<p class="small legend" part="legend" aria-hidden="true">${legend(kinds, false, counts)}</p>` : nothing}
      ${note && html`<p class="small" part="note">${note}</p>`}
      <p class="spoken" role="status">${counts.map((figure, index) => `${figure} ${kinds[index][1]}`).join(', ')}</p>
    `;
  }

  #stage({stage, label, count, share, parts, step}: FunnelStageView, index: number, last: number): TemplateResult {
    const isChosen = this.chosen('stage') === stage;
    return html`<button
      class="stage ${index === this.active ? 'on' : ''} ${isChosen ? 'chosen' : ''}"
      part=${isChosen ? 'stage chosen' : 'stage'}
      aria-pressed=${ifDefined(this.group && isChosen)}
      tabindex=${index === Math.min(this.stop, last) ? 0 : -1}
      @click=${(event: Event) => {
        // Safari focuses no button that is tapped; the focus keeps its numbers shown.
        (event.currentTarget as HTMLElement).focus();
        this.select({stage, filter: {stage}}, label, (dataset) => stageRecords(dataset, this.query, stage));
      }}
      @focus=${() => (this.active = this.stop = index)}
      @pointerenter=${() => (this.active = index)}
    >
      <span class="label" part="label" title=${label}><bdi>${label}</bdi></span>
      <span class="track">${funnelBar(share, parts)}<b class="count" part="count">${count}</b></span>
      <span class=${index === last ? 'step overall' : 'step muted'} part="step">${step}</span>
    </button>`;
  }

  readonly #hide = (): void => {
    this.active = -1;
  };

  /** A pointer that leaves gives way to the focus, if there is one. */
  readonly #back = (): void => {
    this.active = this.shadowRoot?.activeElement?.matches('.stage') ? this.stop : -1;
  };

  readonly #move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#hide();
    const buttons = [...(event.currentTarget as Element).querySelectorAll('button')];
    const to = {ArrowUp: this.stop - 1, ArrowDown: this.stop + 1, Home: 0, End: buttons.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };

  protected override skeleton(): TemplateResult {
    return html`<i></i><i></i><i></i>`;
  }
}

/** `Lead; Qualified; Won` -> its names; none at all is the default. */
function stagesOf(text: string | null): string[] | undefined {
  const names = (text ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length > 0 ? names : undefined;
}
