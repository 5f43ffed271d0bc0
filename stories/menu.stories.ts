import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/index.js';
import type {KpiCard} from '../src/index.js';
import {choose} from '../test/elements/choose.js';

/** What every element has behind its "…": its table, how it is computed, and itself as CSV, SVG, PNG and on the clipboard. */
const meta: Meta = {title: 'Elements/Menu', tags: ['autodocs']};
export default meta;

type Story = StoryObj;

const first = async (canvas: HTMLElement): Promise<KpiCard> => {
  const [element] = canvas.querySelectorAll<KpiCard>('kpi-card, rep-leaderboard, funnel-chart');
  await element.loadComplete;
  return element;
};

/** Wherever the element stands and however small it is, the menu is whole. */
export const Opened: Story = {
  render: () => html`<kpi-card src="/data/sample.json" period="this-quarter" style="inline-size: 160px"></kpi-card>`,
  play: async ({canvasElement}) => {
    const element = await first(canvasElement);
    element.shadowRoot?.querySelector<HTMLElement>('[part=menu-button]')?.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(element.shadowRoot?.querySelectorAll('[role=menuitem]')).toHaveLength(7));
  }
};

/** The formula in words, its parts with their counts, the dates, what was left out, who answers for it and where it is from. */
export const HowIsThisComputed: Story = {
  render: () => html`<kpi-card src="/data/sample.json" kpi="win-rate" period="this-quarter"></kpi-card>`,
  play: async ({canvasElement}) => {
    const element = await first(canvasElement);
    await choose(element, 'explanation');
    await waitFor(() => expect(element.shadowRoot?.querySelectorAll('dialog dt').length).toBeGreaterThan(6));
  }
};

/** The records behind the figure, a page at a time, to look through and to take along. */
export const Records: Story = {
  render: () => html`<kpi-card src="/data/sample.json" kpi="win-rate" period="this-quarter"></kpi-card>`,
  play: async ({canvasElement}) => {
    const element = await first(canvasElement);
    await choose(element, 'records');
    await waitFor(() => expect(element.shadowRoot?.querySelectorAll('dialog tbody tr').length).toBeGreaterThan(9));
  }
};

/** The same element as an image for a white slide, and for a dark one that shows through. */
export const OnSlides: Story = {
  render: () => html`
    <div style="display: grid; gap: 12px; grid-template-columns: 1fr 1fr">
      <rep-leaderboard src="/data/sample.json" period="this-quarter"></rep-leaderboard>
      <div style="display: grid; gap: 12px; align-content: start">
        <img alt="The leaderboard on a white slide" style="inline-size: 100%; background: #fff" />
        <img alt="The leaderboard on a dark slide" style="inline-size: 100%; background: #1b2a41" />
      </div>
    </div>
  `,
  play: async ({canvasElement}) => {
    const element = await first(canvasElement);
    const images = canvasElement.querySelectorAll('img');
    for (const [index, scheme] of (['light', 'dark'] as const).entries())
      images[index].src = URL.createObjectURL(await element.toPNG({scheme, background: 'none'}));
    await waitFor(() => expect([...images].map(({naturalWidth}) => naturalWidth)).toEqual([2560, 2560]));
  }
};
