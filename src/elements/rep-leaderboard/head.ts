import {html, nothing, type TemplateResult} from 'lit';
import type {Order, SortKey} from '../../view/leaderboard-columns.js';

/** The head of a column of figures: a button that sorts by it, the best first, and pressed again the worst. */
export function head(column: SortKey, {sort, isReversed}: Order, sortBy: (id: string, isReversed: boolean) => void): TemplateResult {
  const isSorted = column === sort;
  const order = (column.direction === 'higher') === isReversed ? 'ascending' : 'descending';
  return html`<th class=${classOf(column, isSorted)} scope="col" aria-sort=${isSorted ? order : nothing}>
    <button part="sort" @click=${() => sortBy(column.id, isSorted && !isReversed)}>${column.label}</button>
  </th>`;
}

/** What the stylesheet makes room for, first of all that which the rows are in order of. */
export function classOf(column: SortKey, isSorted: boolean): string {
  return `column ${column.id === 'value' ? '' : partOf(column)} ${isSorted ? 'sorted' : ''}`;
}

/** The part that a figure beside the value is. */
export function partOf({id}: SortKey): string {
  return id === 'attainment' ? 'quota' : id === 'improvement' ? id : 'other';
}
