import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import '../src/index.js';
import type {FunnelChart, KpiTrend, RepLeaderboard} from '../src/index.js';

type Element = FunnelChart | KpiTrend | RepLeaderboard;

/** Elements of the same `group`: what is chosen in one, the others show alone, until it is chosen again or Escape is pressed. */
const meta: Meta = {
  title: 'Elements/Linked',
  tags: ['autodocs'],
  render: () => html`
    <div style="display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr))">
      <kpi-card group="sales" src="/data/sample.json" period="this-quarter"></kpi-card>
      <kpi-trend group="sales" src="/data/sample.json" compare="year-ago"></kpi-trend>
      <rep-leaderboard group="sales" src="/data/sample.json" top="5"></rep-leaderboard>
      <funnel-chart group="sales" src="/data/sample.json"></funnel-chart>
    </div>
  `
};
export default meta;

type Story = StoryObj;

/** Presses Enter on what a reader comes to by keyboard. */
async function press(canvas: HTMLElement, tag: string, target: string): Promise<void> {
  const element = canvas.querySelector<Element>(tag);
  if (!element) throw new Error(`no ${tag} in the story`);
  await element.updateComplete;
  await element.loadComplete;
  element.shadowRoot?.querySelector<HTMLElement>(target)?.focus();
  await userEvent.keyboard('{Enter}');
}

/** The names of what is chosen, as each of the four tells them. */
const told = (canvas: HTMLElement) =>
  [...canvas.querySelectorAll<Element>('[group]')].map((element) => element.shadowRoot?.querySelector('[part=selection] bdi')?.textContent);

const follows =
  (tag: string, target: string, name: RegExp) =>
  async ({canvasElement}: {canvasElement: HTMLElement}) => {
    await press(canvasElement, tag, target);
    await waitFor(() => expect(told(canvasElement).filter((text) => !name.test(text ?? ''))).toEqual([]));
  };

export const NothingChosen: Story = {};

/** The leaderboard keeps all of its rows. */
export const Rep: Story = {play: follows('rep-leaderboard', '[part=name]', /Rep 04/)};

export const Stage: Story = {play: follows('funnel-chart', '[part~=stage]', /Lead/)};

/** The trend marks it among the others. */
export const Month: Story = {play: follows('kpi-trend', '[part=chart]', /Nov/)};

/** Deals of the rep that are at the stage. */
export const RepAndStage: Story = {
  play: async ({canvasElement}) => {
    await press(canvasElement, 'rep-leaderboard', '[part=name]');
    await press(canvasElement, 'funnel-chart', '[part~=stage]');
    await waitFor(() => expect(told(canvasElement)[0]).toMatch(/Rep 04.*Lead/));
  }
};

/** What the keyboard took up it can let go of, from wherever it is. */
export const LetGo: Story = {
  play: async ({canvasElement}) => {
    await press(canvasElement, 'rep-leaderboard', '[part=name]');
    await waitFor(() => expect(told(canvasElement)[0]).toMatch(/Rep 04/));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(told(canvasElement).filter(Boolean)).toEqual([]));
  }
};
