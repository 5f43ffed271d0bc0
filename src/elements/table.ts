import {html} from 'lit';
import type {TemplateResult} from 'lit';
import type {TableView} from '../view/table.js';

/** A chart's figures as a plain table, scrolling by itself where it is long. */
export function tableTemplate({caption, headers, rows}: TableView): TemplateResult {
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
            ([first, ...cells]) =>
              html`<tr>
                <th scope="row"><bdi>${first}</bdi></th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  `;
}
