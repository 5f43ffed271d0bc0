import {html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Dataset} from '../../dataset/dataset.js';
import type {Kpi} from '../../kpi/kpi.js';
import type {RankQuery} from '../../kpi/rank.js';
import type {Ranking} from '../../kpi/ranking.js';
import {rankBar} from '../../marks/rank-bar.js';
import type {Figures} from '../../source/computing.js';
import {hostStyles} from '../../styles/host.styles.js';
import type {Format} from '../../view/format.js';
import type {LeaderboardOptions, LeaderboardView} from '../../view/leaderboard.js';
import type {SortKey, Tag} from '../../view/leaderboard-columns.js';
import type {LeaderboardRow} from '../../view/leaderboard-row.js';
import type {Listed} from '../../view/listing.js';
import {KpiElement} from '../kpi-element.js';
import {numberAttribute} from '../number-attribute.js';
import {avatarUrl} from './avatar.js';
import {glide, heights} from './glide.js';
import {leaderboardStyles} from './rep-leaderboard.styles.js';

/**
 * Reps, teams or whatever the records name, ranked by a KPI: place, bar with the pace to quota, figure, change, attainment, other KPIs; what belongs to
 * nobody and the total below. A click on the head of a column sorts by it.
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
 * @csspart search - Where a name is looked for, from 15 rows on.
 * @csspart sort - The button in the head of a column that sorts by it.
 * @csspart row - One rep, team, ...; with it `chosen`
 * @csspart place - Its place; empty when unranked.
 * @csspart name - Its name, a button.
 * @csspart avatar - Its picture, where the data has one that may be asked for.
 * @csspart me - The mark of the reader's own row.
 * @csspart move - Places gained or lost since the compared period.
 * @csspart bar - Its bar with the tick of its pace.
 * @csspart value - Its figure.
 * @csspart improvement - Its change since the compared period, in the KPI's unit.
 * @csspart quota - The attainment of its quota.
 * @csspart other - Its figure of another KPI.
 * @csspart others - The rows between `top` and `bottom`, together.
 * @csspart unassigned - What belongs to nobody.
 * @csspart total - All rows together.
 * @csspart note - In place of a bar: why there is none; in the total, whether the rows add up to it.
 * @csspart pages - Which rows of how many are shown, and the way to the others.
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
  /** Other KPIs to show beside it, where there is room: `win-rate,sales-cycle-length`. */
  @property({converter: (text) => text?.match(/[^\s,]+/g) ?? []}) columns?: readonly string[] | undefined;
  /** What the rows are in order of, the best first: `value`, `improvement`, `attainment` or one of `columns`. Places stay those of the value. */
  @property() sort = 'value';
  /** How ties are numbered: `competition` (1, 1, 3), `dense` (1, 1, 2) or `ordinal` (1, 2, 3). */
  @property() ranking: Ranking = 'competition';
  /** How many rows are listed; those beyond are shown together. More than 50 come by pages. */
  @property({type: Number}) top = 10;
  /** How many rows of the other end are listed too. */
  @property({type: Number}) bottom = 0;
  /** Lists all rows, so many at a time, in place of the ends. */
  @property({attribute: 'page-size', converter: numberAttribute}) pageSize?: number;
  /** The reader, by id or name: whose row is marked, and shown wherever it stands. */
  @property() me?: string;
  /** Shows no name but the reader's own. For politeness only: the records are in the page all the same. */
  @property({type: Boolean}) mask = false;
  /** Rates of fewer cases are shown, but not ranked. */
  @property({type: Number, attribute: 'min-sample'}) minSample = 5;
  /** `this-month`, `last-quarter`, `last-12-months`, `2026`, `2026-Q3`, `2026-07`, `2026-07-01/2026-09-30`, `all`. */
  override period = 'this-quarter';

  /** What the reader chose to sort by. */
  @state() private sorting?: {readonly id: string; readonly isReversed: boolean} | undefined;
  @state() private search = '';
  @state() private page = 0;
  /** Addresses of pictures that did not come. */
  @state() private broken: ReadonlySet<string> = new Set();

  protected get query(): RankQuery {
    const {kpi, variant, groupBy: by, ranking, minSample} = this;
    return {...this.scope, kpi, variant: variant || undefined, by, ranking, minSample};
  }

  protected override get viewOptions(): LeaderboardOptions {
    const {heading, columns, top, bottom, pageSize, sort, me, mask} = this;
    return {heading, columns, top, bottom, pageSize, sort, me: me || undefined, mask};
  }

  protected get viewName() {
    return 'leaderboardView' as const;
  }

  protected override view({leaderboardView}: Figures, dataset: Dataset, format: Format): LeaderboardView {
    return leaderboardView(dataset, this.query, this.viewOptions, format);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('sort')) this.sorting = undefined;
  }

  /** A row that has another place comes there gliding, and takes the focus along. */
  protected override update(changed: PropertyValues): void {
    const before = heights(this.#rows());
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('tr')?.dataset.id;
    super.update(changed);
    const rows = this.#rows();
    glide(rows, before);
    if (focused !== undefined)
      rows
        .find(({dataset}) => dataset.id === focused)
        ?.querySelector('button')
        ?.focus();
  }

  #rows(): HTMLElement[] {
    return [...(this.shadowRoot?.querySelectorAll<HTMLElement>('tr[data-id]') ?? [])];
  }

  protected override draw(view: LeaderboardView, format: Format): TemplateResult {
    const {memberLabel, value, columns, rowOf, unassigned, total} = view;
    const {text} = format;
    const {id = this.sort, isReversed = false} = this.sorting ?? {};
    const sort = columns.find((column) => column.id === id) ?? value;
    const list = view.list({sort, isReversed, search: view.isSearched ? this.search : '', page: this.page});
    const row = (shown: LeaderboardRow) => this.#row(shown, value, columns, sort, format);
    const head = (column: SortKey) => this.#head(column, column === sort ? isReversed : undefined);
    return html`
      ${
        view.isSearched
          ? html`<input
              class="tools"
              part="search"
              type="search"
              aria-label=${text.search}
              placeholder=${text.search}
              .value=${this.search}
              @input=${this.#find}
            />`
          : nothing
      }
      <table part="table" aria-labelledby="heading">
        <thead>
          <tr>
            <th scope="col" aria-label=${text.rank}>#</th>
            <th class="member" scope="col">
              <span class="who"><i class="disc"></i>${memberLabel}</span>
            </th>
            <td class="bar"></td>
            ${head(value)}${columns.map(head)}
          </tr>
        </thead>
        <tbody>
          ${list.entries.map((entry) => row(rowOf(entry)))} ${unassigned && row(unassigned)}
        </tbody>
        <tfoot>
          ${row(total)}
        </tfoot>
      </table>
      ${view.isSearched || list.pages > 1 ? this.#pages(list, format) : nothing}
    `;
  }

  protected override skeleton(): TemplateResult {
    return skeleton;
  }

  /** A second click turns the order round. */
  #head(column: SortKey, isReversed: boolean | undefined): TemplateResult {
    const isSorted = isReversed !== undefined;
    const order = (column.direction === 'higher') === isReversed ? 'ascending' : 'descending';
    const sort = () => {
      this.sorting = {id: column.id, isReversed: isReversed === false};
      this.page = 0;
    };
    return html`<th class=${classOf(column, isSorted)} scope="col" aria-sort=${ifDefined(isSorted ? order : undefined)}>
      <button part="sort" @click=${sort}>${column.label}</button>
    </th>`;
  }

  readonly #find = ({target}: Event): void => {
    this.search = (target as HTMLInputElement).value;
    this.page = 0;
  };

  #pages({found, all, first, size, page, pages}: Listed, {text, count, language}: Format): TemplateResult {
    const range = new Intl.NumberFormat(language, {maximumFractionDigits: 0});
    const shown = size > 0 && pages > 1 ? range.formatRange(first + 1, first + size) : count(size);
    const button = (by: 1 | -1, sign: string) =>
      html`<button
        aria-label=${text.pages[by < 0 ? 0 : 1]}
        ?disabled=${page + by < 0 || page + by >= pages}
        @click=${() => (this.page = page + by)}
      >
        ${sign}
      </button>`;
    return html`<div class="tools pages small" part="pages">
      <span role="status">${this.search || pages > 1 ? text.ofTarget(shown, count(pages > 1 ? found : all)) : nothing}</span>
      ${pages > 1 ? [button(-1, '‹'), button(1, '›')] : nothing}
    </div>`;
  }

  /** Bar and note stand twice: in a column of their own and, where there is no room for one, below the name. */
  #row(
    {
      kind,
      id,
      name,
      initials,
      avatar,
      isMe,
      isMasked,
      place,
      isTie,
      share,
      pace,
      value,
      short,
      full,
      tag,
      cells,
      note,
      isWarning,
      title
    }: LeaderboardRow,
    first: SortKey,
    columns: readonly SortKey[],
    sort: SortKey,
    {text}: Format
  ): TemplateResult {
    const bar =
      share !== undefined
        ? html`<svg aria-hidden="true">${rankBar(share, pace, this.isRtl)}</svg>`
        : note && html`<span class="small ${isWarning ? 'warn' : ''}" part="note">${note}</span>`;
    const isChosen = id !== undefined && this.#isChosen(id);
    return html`<tr
      class="${kind} ${isMe ? 'me' : ''} ${isChosen ? 'chosen' : ''}"
      part=${id === undefined ? kind : isChosen ? 'row chosen' : 'row'}
      data-id=${ifDefined(id)}
      title=${title}
      @click=${isMasked ? nothing : () => this.#choose(id, name)}
    >
      <td part="place">${place}${isTie ? html`<span class="spoken">, ${text.tie}</span>` : nothing}</td>
      <th class="member" scope="row">
        <span class="who">
          <span class="disc" aria-hidden="true">${initials}${this.#avatar(avatar)}</span>
          ${
            id === undefined || isMasked
              ? html`<bdi>${name}</bdi>`
              : html`<button part="name" aria-pressed=${ifDefined(this.group && isChosen)}><bdi>${name}</bdi></button>`
          }
          ${isMe ? html`<span class="small" part="me">${text.you}</span>` : nothing} ${tagTemplate('move', tag)}
        </span>
        <span class="below">${bar}</span>
      </th>
      <td class="bar" part="bar">${bar}</td>
      <td class=${classOf(first, first === sort)} part="value">
        <span class="value" aria-hidden="true">${value}</span><span class="short" aria-hidden="true">${short}</span
        ><span class="spoken">${full}</span>
      </td>
      ${columns.map(
        (column, index) => html`<td class=${classOf(column, column === sort)}>${tagTemplate(partOf(column), cells[index])}</td>`
      )}
    </tr>`;
  }

  /** Over the initials, which stay where no picture comes. */
  #avatar(address: string | undefined): TemplateResult | typeof nothing {
    const url = avatarUrl(address);
    if (!url || this.broken.has(url)) return nothing;
    const drop = () => (this.broken = new Set(this.broken).add(url));
    return html`<img part="avatar" src=${url} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${drop} />`;
  }

  #choose(id: string | undefined, name: string): void {
    if (id !== undefined) this.select({...(this.groupBy === 'rep' && {rep: id}), filter: {[this.groupBy]: id}}, name);
  }

  #isChosen(id: string): boolean {
    return this.groupBy === 'rep' ? this.chosen('rep') === id : this.chosen('segment') === JSON.stringify({[this.groupBy]: id});
  }
}

const skeleton = html`<i></i><i></i><i></i><i></i><i></i><i></i>`;

function partOf({id}: SortKey): string {
  return id === 'attainment' ? 'quota' : id === 'improvement' ? id : 'other';
}

/** What the stylesheet makes room for, first of all that which the rows are in order of. */
function classOf(column: SortKey, isSorted: boolean): string {
  return `column ${column.id === 'value' ? '' : partOf(column)} ${isSorted ? 'sorted' : ''}`;
}

function tagTemplate(part: string, tag: Tag | undefined): TemplateResult | typeof nothing {
  return tag
    ? html`<span class=${tag.tone} part=${part}
        ><span aria-hidden="true">${tag.text}</span><span class="spoken">${tag.spoken ?? tag.text}</span></span
      >`
    : nothing;
}
