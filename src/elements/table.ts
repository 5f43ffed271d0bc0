import {html} from 'lit';
import type {TemplateResult} from 'lit';
import type {TableView} from '../view/table.js';

/** A chart's figures as a plain table, scrolling by itself where it is long. */
export function tableTemplate({caption, headers, rows, text}: TableView): TemplateResult {
  return html`
    <div class="table" part="table" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <thead>
          <tr>
            ${headers.map((header) => html`<th scope="col">${header}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, ...figures]) =>
              html`<tr>
                <th scope="row"><bdi>${name}</bdi></th>
                ${figures.map((figure, index) => html`<td>${text(figure, index + 1)}</td>`)}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  `;
}
