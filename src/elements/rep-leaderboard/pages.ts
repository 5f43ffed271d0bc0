import {html, nothing, type TemplateResult} from 'lit';
import type {Format} from '../../view/format.js';
import type {Listed} from '../../view/listing.js';

/** Which rows of how many are shown, told to those who search, and the way to the others. */
export function pagesTemplate(
  {found, all, first, size, page, pages}: Listed,
  isSearch: boolean,
  goTo: (page: number) => void,
  {text, count, language}: Format
): TemplateResult {
  const isMany = pages > 1;
  const shown = size > 0 && isMany ? new Intl.NumberFormat(language).formatRange(first + 1, first + size) : count(size);
  const button = (to: number, label: string, sign: string) =>
    html`<button aria-label=${label} ?disabled=${to < 0 || to >= pages} @click=${() => goTo(to)}>${sign}</button>`;
  return html`<div class="tools pages small" part="pages">
    <span role="status">${isSearch || isMany ? text.ofTarget(shown, count(isMany ? found : all)) : nothing}</span>
    ${isMany ? [button(page - 1, text.pages[0], '‹'), button(page + 1, text.pages[1], '›')] : nothing}
  </div>`;
}
