import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Stage} from '../../dataset/settings.js';
import type {FunnelMode, FunnelQuery} from '../../kpi/funnel-query.js';
import {legend} from '../../marks/legend.js';
import {chartStyles} from '../../styles/chart.styles.js';
import {hostStyles} from '../../styles/host.styles.js';
import type {FunnelStageView} from '../../view/funnel-stage.js';
import type {FunnelOptions, FunnelView} from '../../view/funnel.js';
import {KpiElement} from '../kpi-element.js';
import {daysAttribute} from '../number-attribute.js';
import {tableTemplate} from '../table.js';
import {funnelStyles} from './funnel-chart.styles.js';
import {stageTemplate} from './stage.js';

/** Of so many stages there is room for all side by side. */
const FEW = 8;

/**
 * How far the deals or leads created in a period came: each stage in the order of selling, with what went on, what is still there and what was lost.
 *
 * @tag funnel-chart
 * @fires {KpiSelectEvent} kpi-select - The reader chose a stage.
 * @csspart heading - The name of the chart.
 * @csspart subtitle - What is counted, the period and the as-of.
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
 * @csspart time - The median time that deals stay in a stage.
 * @csspart group - The funnel of one group.
 * @csspart group-name - Its name.
 * @csspart earlier - The cohort compared with, at a stage.
 * @csspart provisional - How many deals had too little time to tell.
 * @csspart stalled - The open deals that stand longer in their stage than most did, and their value.
 * @csspart reason - Why there is nothing to show.
 * @csspart note - What the reader should know of the stages.
 * @csspart message - In place of the chart: empty, or an error with what to do.
 */
export class FunnelChart extends KpiElement<FunnelView> {
  static override styles = [hostStyles, chartStyles, funnelStyles];

  protected readonly viewName = 'funnelView';

  /**
   * `today`, `this-` or `last-` with `week`, `month`, `quarter` or `year`, `last-12-months`, `year-to-date`, `2026`, `2026-Q3`, `2026-07`,
   * `2026-W30`, `2026-07-01/2026-09-30`, or `all`; with `fiscal-` before it that of the fiscal year. The deals created in it are followed up to
   * the as-of: those of the last quarter are all there and had some time.
   */
  @property({useDefault: true}) period = 'last-quarter';
  /**
   * When a deal counts at a stage: it came so far (`reached`), entered it (`touched`), skipped none (`strict`), stands there open (`snapshot`), or entered
   * it in the period, whenever it was created (`throughput`).
   */
  @property({useDefault: true}) mode: FunnelMode = 'reached';
  /** What is measured: deals (`count`) or their `amount` at the as-of. */
  @property({useDefault: true}) measure: 'count' | 'amount' = 'count';
  /** What shares are of: the stage before (`previous`) or the `first`. */
  @property({useDefault: true}) basis: 'first' | 'previous' = 'previous';
  /** One funnel for each of the largest five groups and one for all others: `rep`, `team`, `region`, `manager` or a column. */
  @property() breakdown?: string;
  /** The time a deal is given, `90d`: while open ones had less of it, the funnel is marked provisional. */
  @property({attribute: 'window', converter: daysAttribute}) maturity?: number;
  /** In the order of selling: `Lead;Qualified;Closed;Won`, as a property also `{id, label, outcome}`. Default the dataset's, else told from their names. */
  @property({converter: {fromAttribute: stagesOf}}) stages?: readonly (string | Stage)[];

  /** The stage whose numbers are read out. */
  @state() private active = -1;
  /** The stage that Tab comes to. */
  @state() private stop = 0;

  protected get query(): FunnelQuery {
    const {mode, stages, measure, maturity, table} = this;
    return {...this.scope, mode, measure, maturity, table: table === 'leads' ? table : 'deals', ...(stages?.length && {stages})};
  }

  protected get viewOptions(): FunnelOptions {
    const {heading, basis, breakdown} = this;
    return {heading, basis, breakdown};
  }

  protected override draw({groups, widest, legend: kinds, provisional, note, reason, stalled}: FunnelView): TemplateResult {
    const all = groups.flatMap(({stages}) => stages);
    const {count = '', counts = []} = all[this.active] ?? {};
    const isCut = counts.length > 0;
    let index = -1;
    return html`
      ${reason && html`<p class="small" part="reason">${reason}</p>`}
      ${provisional && html`<p class="small warn" part="provisional">${provisional}</p>`}
      ${
        all.length > 0
          ? html`<div
              class="groups"
              part="stages"
              role="toolbar"
              aria-labelledby="heading"
              @keydown=${this.#move}
              @pointerleave=${this.#back}
              @focusout=${this.#hide}
            >
              ${groups.map(
                ({name, stages}) =>
                  html`<div class="group" part="group" role="group" aria-label=${name || nothing}>
                    ${name && html`<b class="name" part="group-name"><bdi>${name}</bdi></b>`}
                    <div class="stages ${all.length <= FEW ? 'few' : ''}">
                      ${stages.map((stage, place) => this.#stage(stage, ++index, all.length - 1, place === stages.length - 1))}
                      <b class="count widest" aria-hidden="true">${widest}</b>
                    </div>
                  </div>`
              )}
            </div>`
          : nothing
      }
      ${
        kinds.length > 0
          ? html`<p class="small legend" part="legend" aria-hidden="true">
              ${isCut ? html`<b>${count} =</b>` : ''}${legend(
                kinds,
                false,
                counts.map((figure, place) => (place > 0 ? `+ ${figure}` : figure))
              )}
            </p>`
          : nothing
      }
      ${note && html`<p class="small note" part="note">${note}</p>`}
      ${
        stalled &&
        html`<details class="small" part="stalled">
          <summary><bdi>${stalled.title}</bdi></summary>
          <p>${stalled.meaning}</p>
          ${tableTemplate(stalled.table)} ${stalled.more && html`<p>${stalled.more}</p>`}
        </details>`
      }
      <p class="spoken" role="status">
        ${isCut ? `${count}: ${counts.map((figure, place) => `${figure} ${kinds[place][1]}`).join(', ')}` : ''}
      </p>
    `;
  }

  #stage(view: FunnelStageView, index: number, most: number, isLast: boolean): TemplateResult {
    const {stage, label, filter} = view;
    return stageTemplate(view, {
      isActive: index === this.active,
      isChosen: this.group ? this.chosen('stage') === JSON.stringify({...filter, stage}) : undefined,
      isStop: index === Math.min(this.stop, most),
      isLast,
      point: () => (this.active = index),
      focus: () => (this.active = this.stop = index),
      choose: () =>
        this.select({stage, filter: {...filter, stage}}, label, ({stageRecords}, dataset) =>
          stageRecords(dataset, {...this.query, filter: {...this.query.filter, ...filter}}, stage)
        )
    });
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
    const [before, after] = [this.stop - 1, this.stop + 1];
    const [left, right] = this.matches(':dir(rtl)') ? [after, before] : [before, after];
    const ways: Readonly<Record<string, number>> = {ArrowUp: before, ArrowDown: after, ArrowLeft: left, ArrowRight: right};
    const to = {...ways, Home: 0, End: buttons.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  };

  /** Stages, side by side where there is room, and some lines of small print below. */
  protected override skeleton(): TemplateResult {
    const stages = this.stages ?? [1, 2, 3, 4, 5];
    return html`<div class="stages few">${stages.map(() => html`<i class="stage"></i>`)}</div>
      <i></i><i></i><i></i><i></i>`;
  }
}

/** `Lead; Qualified; Won` -> its names. */
function stagesOf(text: string | null): string[] | undefined {
  return text
    ?.split(';')
    .map((name) => name.trim())
    .filter(Boolean);
}
