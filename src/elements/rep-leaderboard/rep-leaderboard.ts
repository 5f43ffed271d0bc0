import {html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Kpi} from '../../kpi/kpi.js';
import type {RankQuery} from '../../kpi/rank.js';
import type {Ranking} from '../../kpi/ranking.js';
import {hostStyles} from '../../styles/host.styles.js';
import type {Format} from '../../view/format.js';
import type {LeaderboardOptions, LeaderboardView} from '../../view/leaderboard.js';
import type {Order} from '../../view/leaderboard-columns.js';
import {KpiElement} from '../kpi-element.js';
import {numberAttribute} from '../number-attribute.js';
import {avatar} from './avatar.js';
import {Glide} from './glide.js';
import {head} from './head.js';
import {pagesTemplate} from './pages.js';
import {leaderboardStyles} from './rep-leaderboard.styles.js';
import {rowTemplate, type Board} from './row.js';
import {walk} from './walk.js';

/**
 * Reps, teams or whatever the records name, ranked by a KPI: place, bar with the pace to quota, figure, change, attainment, other KPIs; what belongs to
 * nobody and the total below. A click on the head of a column sorts by it.
 * The rows are one tab stop: arrow keys, Home and End walk them, PageUp and PageDown turn the page, Enter or Space selects one, Escape clears the selection.
 *
 * @tag rep-leaderboard
 * @fires {KpiSelectEvent} kpi-select - A row was chosen: `rep` is its id, `filter` names it.
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
 * @csspart message - In place of the table: empty, or an error with what to do.
 */
export class RepLeaderboard extends KpiElement<LeaderboardView> {
  static override styles = [hostStyles, leaderboardStyles];

  protected readonly viewName = 'leaderboardView';

  /** The KPI to rank by: an id of the catalog or, as a property, a definition of your own. */
  @property({useDefault: true}) kpi: string | Kpi = 'sales-per-rep';
  /** A named variant of its formula. */
  @property() variant?: string;
  /** What a row is: `rep`, `team`, `region`, `manager`, or a column of the table. */
  @property({attribute: 'group-by', useDefault: true}) groupBy = 'rep';
  /** Other KPIs to show beside it, where there is room: `win-rate,sales-cycle-length`. */
  @property({converter: (text) => text?.match(/[^\s,]+/g) ?? []}) columns?: readonly string[] | undefined;
  /** What the rows are in order of, the best first: `value`, `improvement`, `attainment` or one of `columns`. Places stay those of the value. */
  @property({useDefault: true}) sort = 'value';
  /** How ties are numbered: `competition` (1, 1, 3), `dense` (1, 1, 2) or `ordinal` (1, 2, 3). */
  @property({useDefault: true}) ranking: Ranking = 'competition';
  /** How many rows are listed; those beyond are shown together. More than 50 come by pages. */
  @property({type: Number, useDefault: true}) top = 10;
  /** How many rows of the other end are listed too. */
  @property({type: Number, useDefault: true}) bottom = 0;
  /** Lists all rows, so many at a time, in place of the ends. */
  @property({attribute: 'page-size', converter: numberAttribute}) pageSize?: number;
  /** The reader, by id or name: whose row is marked, and shown wherever it stands. */
  @property() me?: string;
  /** Shows no name but the reader's own. For politeness only: the records are in the page all the same. */
  @property({type: Boolean}) mask = false;
  /** Rates of fewer cases are shown, but not ranked. */
  @property({type: Number, attribute: 'min-sample', useDefault: true}) minSample = 5;
  /**
   * `today`, `this-` or `last-` with `week`, `month`, `quarter` or `year`, `last-12-months`, `year-to-date`, `2026`, `2026-Q3`, `2026-07`,
   * `2026-W30`, `2026-07-01/2026-09-30`, or `all`; with `fiscal-` before it that of the fiscal year.
   */
  @property({useDefault: true}) period = 'this-quarter';

  /** What the reader chose to sort by. */
  @state() private sorting?: {readonly id: string; readonly isReversed: boolean} | undefined;
  @state() private search = '';
  @state() private page = 0;
  /** Whose name Tab comes to; where it is not listed, the first. */
  @state() private stop?: string | undefined;
  /** Addresses of pictures that did not come. */
  @state() private broken: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new Glide(this);
  }

  protected get query(): RankQuery {
    const {kpi, variant, groupBy: by, ranking, minSample} = this;
    return {...this.scope, kpi, variant: variant || undefined, by, ranking, minSample};
  }

  protected get viewOptions(): LeaderboardOptions {
    const {heading, columns, top, bottom, pageSize, sort, me, mask} = this;
    return {heading, columns, top, bottom, pageSize, sort, me: me || undefined, mask};
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('sort')) this.sorting = undefined;
    if (changed.has('groupBy')) Object.assign(this, {search: '', page: 0});
  }

  protected override draw(view: LeaderboardView, format: Format): TemplateResult {
    const {memberLabel, value, columns, isSearched, unassigned, total} = view;
    const {text} = format;
    const order = this.#order(view);
    const search = isSearched ? this.search : '';
    const list = view.list({...order, search, page: this.page});
    const rows = list.entries.map(view.rowOf);
    const names = rows.filter(({id, isMasked}) => id !== undefined && !isMasked);
    const board: Board = {
      text,
      isRtl: this.isRtl,
      value,
      columns,
      sort: order.sort,
      stop: (names.find(({id}) => id === this.stop) ?? names.at(0))?.id,
      isChosen: this.#isChosen,
      choose: this.#choose,
      picture: (address) => avatar(address, this.broken, this.#drop)
    };
    return html`
      ${
        isSearched
          ? html`<input
              class="tools"
              part="search"
              type="search"
              aria-label=${text.search}
              placeholder=${text.search}
              .value=${search}
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
            ${[value, ...columns].map((column) => head(column, order, this.#sortBy))}
          </tr>
        </thead>
        <tbody @keydown=${this.#walk} @focusin=${this.#stay}>
          ${rows.map((row) => rowTemplate(row, board))} ${unassigned && rowTemplate(unassigned, board)}
        </tbody>
        <tfoot>
          ${rowTemplate(total, board)}
        </tfoot>
      </table>
      ${isSearched || list.pages > 1 ? pagesTemplate(list, search !== '', this.#goTo, format) : nothing}
    `;
  }

  /** As high as the rows that are asked for, with search, head, total and the row of all others or the pages. */
  protected override skeleton(): TemplateResult {
    const rows = Math.min(50, this.pageSize ?? this.top + this.bottom);
    return html`${Array.from({length: rows + 4}, () => html`<i></i>`)}`;
  }

  /** The reader's, as long as there is such a column, else the page's. */
  #order({columns, value}: LeaderboardView): Order {
    const all = [value, ...columns];
    const chosen = all.find(({id}) => id === this.sorting?.id);
    return {sort: chosen ?? all.find(({id}) => id === this.sort) ?? value, isReversed: Boolean(chosen && this.sorting?.isReversed)};
  }

  readonly #sortBy = (id: string, isReversed: boolean): void => {
    this.sorting = {id, isReversed};
    this.page = 0;
  };

  readonly #find = ({target}: Event): void => {
    this.search = (target as HTMLInputElement).value;
    this.page = 0;
  };

  readonly #goTo = (page: number): void => {
    this.page = page;
  };

  readonly #walk = (event: KeyboardEvent): void => void walk(event, this);

  readonly #stay = ({target}: Event): void => {
    this.stop = (target as Element).closest('tr')?.dataset.id;
  };

  readonly #drop = (url: string): void => {
    this.broken = new Set(this.broken).add(url);
  };

  readonly #choose = (id: string, name: string): void => {
    this.select({...(this.groupBy === 'rep' && {rep: id}), filter: {[this.groupBy]: id}}, name);
  };

  readonly #isChosen = (id: string): boolean | undefined => {
    if (!this.group) return undefined;
    return this.groupBy === 'rep' ? this.chosen('rep') === id : this.chosen('segment') === JSON.stringify({[this.groupBy]: id});
  };
}
