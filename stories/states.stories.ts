import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, waitFor} from 'storybook/test';
import '../src/index.js';
import type {KpiCard, KpiState} from '../src/index.js';

type Settings = Partial<Pick<KpiCard, 'src' | 'data' | 'lang' | 'period' | 'table' | 'maxBytes' | 'expectedRows'>>;

const tags = ['kpi-card', 'kpi-trend', 'rep-leaderboard', 'funnel-chart'];

/** What every element does while it loads, and with data that is incomplete, empty, out of reach or not what it should be. */
const meta: Meta<Settings> = {
  title: 'Elements/States',
  args: {lang: 'en'},
  argTypes: {lang: {control: 'select', options: ['en', 'sv']}},
  render: (settings) => html`
    <div style="display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr))">
      ${tags.map((tag) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(settings)) Reflect.set(element, name, value);
        return element;
      })}
    </div>
  `
};

export default meta;

type Story = StoryObj<Settings>;

/** Passes when all four come to a state. */
const comesTo =
  (state: KpiState): NonNullable<Story['play']> =>
  async ({canvasElement}) => {
    for (const element of canvasElement.querySelectorAll<KpiCard>(`:is(${tags.join()})`)) {
      if (state !== 'loading') await element.loadComplete;
      await expect(element.matches(`:state(${state})`)).toBe(true);
    }
  };

const text = (type: string, content: string) => `data:${type},${encodeURIComponent(content)}`;
const csv = (content: string) => text('text/csv', content);

/** A server that gives these answers, one after the other, and then none. */
const server = (...answers: Response[]): Pick<Story, 'beforeEach'> => ({
  beforeEach: () => {
    const real = window.fetch.bind(window);
    const left = [...answers];
    window.fetch = (input, init) => {
      if (!(input as string).includes('/scripted/')) return real(input, init);
      const answer = left.shift();
      return answer ? Promise.resolve(answer.clone()) : new Promise(() => undefined);
    };
    return () => {
      window.fetch = real;
    };
  }
});

const good = 'id,ownerId,amount,status,stage,createdAt,closedAt\n1,Rep 04,500,won,Lead,2026-06-01,2026-07-05\n';

/** The shape of what comes, after 300 ms; a word after 3 s. */
export const Loading: Story = {args: {src: '/scripted/never.json'}, ...server(), play: comesTo('loading')};

export const Ready: Story = {
  args: {src: csv(good), period: '2026'},
  play: comesTo('ready')
};

/** Some rows could not be read: how many of how many, and each with its reason. */
export const Partial_: Story = {
  name: 'Partial',
  args: {src: '/data/sample.json'},
  play: comesTo('partial')
};

/** A refresh failed: the last good figures stay, with their age and the cause. */
export const Stale: Story = {
  args: {src: '/scripted/stale.json', period: '2026'},
  ...server(new Response(good), new Response('', {status: 404})),
  play: async (context) => {
    const elements = [...context.canvasElement.querySelectorAll<KpiCard>(`:is(${tags.join()})`)];
    await Promise.all(elements.map((element) => element.loadComplete));
    await Promise.all(elements.map((element) => element.refresh()));
    await comesTo('stale')(context);
  }
};

/** No rows is not 0. */
export const Empty: Story = {args: {data: []}, play: comesTo('empty')};

export const HeaderOnly: Story = {args: {src: csv('id,amount,status,closedAt\n')}, play: comesTo('empty')};

export const NoSource: Story = {play: comesTo('empty')};

/** The address gives a web page: a session has ended. */
export const SignIn: Story = {args: {src: text('text/html', '<!doctype html><title>Sign in</title>')}, play: comesTo('signin')};

export const NotFound: Story = {args: {src: '/data/nothing.json'}, play: comesTo('error')};

/** After four tries, some seconds apart. */
export const ServerFails: Story = {
  args: {src: '/scripted/fails.json'},
  ...server(...Array.from({length: 4}, () => new Response('', {status: 503}))),
  play: comesTo('error')
};

/** The server asks for a pause: once it is more than a moment, the reader is told how long. */
export const Limited: Story = {
  args: {src: '/scripted/limited.json'},
  ...server(new Response('', {status: 429, headers: {'retry-after': '3600'}})),
  play: async (context) => {
    await comesTo('loading')(context);
    for (const element of context.canvasElement.querySelectorAll<KpiCard>(`:is(${tags.join()})`))
      await waitFor(() => expect(element.shadowRoot?.querySelector('.patience')?.textContent).toContain('limits requests until'));
  }
};

export const NoAccess: Story = {
  args: {src: '/scripted/forbidden.json'},
  ...server(new Response('', {status: 403})),
  play: comesTo('error')
};

/** More than `max-bytes` allows. */
export const TooLarge: Story = {args: {src: csv(good.repeat(9)), maxBytes: 100, period: '2026'}, play: comesTo('error')};

/** Other rows than `expected-rows` says: the export is not whole, so there is no figure. */
export const RowsLacking: Story = {args: {src: csv(good), expectedRows: 2, period: '2026'}, play: comesTo('error')};

export const EmptyFile: Story = {args: {src: csv('')}, play: comesTo('error')};

export const CutFile: Story = {args: {src: text('application/json', '[{"id": 1, "amount"')}, play: comesTo('error')};

export const UnknownColumns: Story = {args: {src: csv('colour,shape\nred,round\n')}, play: comesTo('error')};

/** Never guessed: the message names the attribute that settles it. */
export const AmbiguousDates: Story = {args: {src: csv('id,amount,status,closedAt\n1,500,won,01/02/2026\n')}, play: comesTo('error')};

/** A mistake of the page's author: the reader sees something calm, the console says what to change. */
export const SetUpWrongly: Story = {
  args: {src: '/data/sample.json', period: 'soon'},
  beforeEach: () => {
    const report = window.reportError.bind(window);
    window.reportError = (error) => {
      console.info(String(error));
    };
    return () => {
      window.reportError = report;
    };
  },
  play: comesTo('error')
};
