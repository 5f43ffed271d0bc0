import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Dataset} from '../../dataset/dataset.js';
import type {Kpi} from '../../kpi/kpi.js';
import type {RankQuery} from '../../kpi/rank.js';
import type {Ranking} from '../../kpi/ranking.js';
import {rankBar} from '../../marks/rank-bar.js';
import {hostStyles} from '../../styles/host.styles.js';
import type {Format} from '../../view/format.js';
import {leaderboardView} from '../../view/leaderboard.js';
import type {LeaderboardRow, LeaderboardView, Tag} from '../../view/leaderboard.js';
import {KpiElement} from '../kpi-element.js';
import {leaderboardStyles} from './rep-leaderboard.styles.js';

/**
 * Reps, teams or whatever the records name, ranked by a KPI: place, bar with the pace to quota, figure, attainment; what belongs to nobody and the total below.
 *
 * @tag rep-leaderboard
 * @slot heading - Replaces the KPI's own name.
 * @slot - A `<script type="application/json">` with the records, for pages that allow no script of their own.
 * @fires {KpiLoadEvent} kpi-load - New data is shown.
 * @fires {KpiErrorEvent} kpi-error - A source could not be loaded or read; figures shown before stay.
 * @fires {KpiSelectEvent} kpi-select - A row was chosen: `rep` is its id, `filter` names it.
 * @csspart frame - The box around it all.
 * @csspart heading - The name of the KPI.
 * @csspart subtitle - What the figures are in, and their period.
 * @csspart selection - What is chosen in the group.
 * @csspart clear - The button that lets go of it.
 * @csspart table - The ranking.
 * @csspart row - One rep, team, ...; with it `chosen`
 * @csspart place - Its place; empty when unranked.
 * @csspart name - Its name, a button.
 * @csspart move - Places gained or lost since the compared period.
 * @csspart bar - Its bar with the tick of its pace.
 * @csspart value - Its figure.
 * @csspart quota - The attainment of its quota.
 * @csspart others - The rows beyond `top`, together.
 * @csspart unassigned - What belongs to nobody.
 * @csspart total - All rows together.
 * @csspart note - In place of a bar: why there is none; in the total, whether the rows add up to it.
 * @csspart notes - Rows left out, figures not refreshed.
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
 * @csspart message - In place of the table: empty, or an error with what to do.
 */
export class RepLeaderboard extends KpiElement<LeaderboardView> {
  static override styles = [hostStyles, leaderboardStyles];

  /** The KPI to rank by: an id of the catalog or, as a property, a definition of your own. */
  @property() kpi: string | Kpi = 'sales-per-rep';
  /** A named variant of its formula. */
  @property() variant?: string;
  /** What a row is: `rep`, `team`, `region`, `manager`, or a column of the table. */
  @property({attribute: 'group-by'}) groupBy = 'rep';
  /** How ties are numbered: `competition` (1, 1, 3), `dense` (1, 1, 2) or `ordinal` (1, 2, 3). */
  @property() ranking: Ranking = 'competition';
  /** How many rows are listed; those beyond are shown together. */
  @property({type: Number}) top = 10;
  /** Rates of fewer cases are shown, but not ranked. */
  @property({type: Number, attribute: 'min-sample'}) minSample = 5;
  /** `this-month`, `last-quarter`, `last-12-months`, `2026`, `2026-Q3`, `2026-07`, `2026-07-01/2026-09-30`, `all`. */
  override period = 'this-quarter';

  protected get query(): RankQuery {
    const {kpi, variant, groupBy: by, ranking, minSample} = this;
    return {...this.scope, kpi, variant: variant || undefined, by, ranking, minSample};
  }

  protected override get viewOptions(): unknown {
    return this.top;
  }

  protected override view(dataset: Dataset, format: Format): LeaderboardView {
    return leaderboardView(dataset, this.query, this.top, this.heading, format);
  }

  protected override draw({memberLabel, valueLabel, hasQuota, rows, total, result}: LeaderboardView, {text}: Format): TemplateResult {
    const row = (shown: LeaderboardRow) => this.#row(shown, hasQuota, text.tie);
    return html`
      <table part="table" aria-labelledby="heading">
        <thead>
          <tr>
            <th scope="col" aria-label=${text.rank}>#</th>
            <th class="member" scope="col">
              <span class="who"><i class="disc"></i>${memberLabel}</span>
            </th>
            <td class="bar"></td>
            <th scope="col" aria-sort=${result.direction === 'higher' ? 'descending' : 'ascending'}>${valueLabel}</th>
            ${hasQuota ? html`<th class="quota" scope="col">${text.quota}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${rows.map(row)}
        </tbody>
        <tfoot>
          ${row(total)}
        </tfoot>
      </table>
    `;
  }

  protected override skeleton(): TemplateResult {
    return skeleton;
  }

  /** Bar and note stand twice: in a column of their own and, where there is no room for one, below the name. */
  #row(
    {kind, id, name, initials, place, isTie, share, pace, value, short, full, tag, quota, note, isWarning, title}: LeaderboardRow,
    hasQuota: boolean,
    tie: string
  ): TemplateResult {
    const bar =
      share !== undefined
        ? html`<svg aria-hidden="true">${rankBar(share, pace, this.isRtl)}</svg>`
        : note && html`<span class="small ${isWarning ? 'warn' : ''}" part="note">${note}</span>`;
    const isChosen = id !== undefined && this.#isChosen(id);
    return html`<tr
      class="${kind} ${isChosen ? 'chosen' : ''}"
      part=${id === undefined ? kind : isChosen ? 'row chosen' : 'row'}
      title=${title}
      @click=${() => this.#choose(id, name)}
    >
      <td part="place">${place}${isTie ? html`<span class="spoken">, ${tie}</span>` : nothing}</td>
      <th class="member" scope="row">
        <span class="who">
          <span class="disc" aria-hidden="true">${initials}</span>
          ${id === undefined ? html`<bdi>${name}</bdi>` : html`<button part="name" aria-pressed=${ifDefined(this.group && isChosen)}><bdi>${name}</bdi></button>`}
          ${tagTemplate('move', tag)}
        </span>
        <span class="below">${bar}</span>
      </th>
      <td class="bar" part="bar">${bar}</td>
      <td part="value">
        <span class="value" aria-hidden="true">${value}</span><span class="short" aria-hidden="true">${short}</span
        ><span class="spoken">${full}</span>
      </td>
      ${hasQuota ? html`<td class="quota">${tagTemplate('quota', quota)}</td>` : nothing}
    </tr>`;
  }

  #choose(id: string | undefined, name: string): void {
    if (id !== undefined) this.select({...(this.groupBy === 'rep' && {rep: id}), filter: {[this.groupBy]: id}}, name);
  }

  #isChosen(id: string): boolean {
    return this.groupBy === 'rep' ? this.chosen('rep') === id : this.chosen('segment') === JSON.stringify({[this.groupBy]: id});
  }
}

const skeleton = html`<i></i><i></i><i></i><i></i><i></i><i></i>`;

function tagTemplate(part: string, tag: Tag | undefined): TemplateResult | typeof nothing {
  return tag
    ? html`<span class=${tag.tone} part=${part}
        ><span aria-hidden="true">${tag.text}</span><span class="spoken">${tag.spoken ?? tag.text}</span></span
      >`
    : nothing;
}
