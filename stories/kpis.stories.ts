import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/elements/kpi-card/define.js';
import {catalog, createDataset, explain} from '../src/engine.js';
import {sv} from '../src/locales/sv.js';

/** Every KPI of the catalog, as its record defines it. */
const meta: Meta = {title: 'KPIs', tags: ['autodocs']};
export default meta;

type Story = StoryObj;

/** Each on the sample company, last quarter. */
export const OnTheSample: Story = {
  render: () => html`
    <div style="display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr))">
      ${catalog.map(({id}) => html`<kpi-card kpi=${id} period="last-quarter" src="/data/sample.json"></kpi-card>`)}
    </div>
  `
};

const empty = createDataset({deals: []});

/** Names, formulas and variants: made from the records and the dictionaries, so that it cannot go stale. */
export const Reference: Story = {
  render: () => html`
    <table>
      <thead>
        <tr>
          ${['id', 'English', 'Svenska', 'Formula', 'Unit', 'Better', 'Other variants'].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${catalog.map((kpi) => {
          const {name, formula, alternatives} = explain(empty, {kpi, period: '2026'});
          return html`
            <tr>
              <th scope="row"><code>${kpi.id}</code></th>
              <td>${name}</td>
              <td lang="sv">${sv.kpis[kpi.id]}</td>
              <td>${formula}</td>
              <td>${kpi.unit}</td>
              <td>${kpi.better}</td>
              <td>${alternatives.map((other) => html`<p><code>${other.variant}</code>: ${other.formula}</p>`)}</td>
            </tr>
          `;
        })}
      </tbody>
    </table>
  `
};
