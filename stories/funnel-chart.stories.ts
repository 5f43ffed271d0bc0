import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {expect, userEvent} from 'storybook/test';
import '../src/elements/funnel-chart/define.js';
import type {FunnelChart} from '../src/elements/funnel-chart/define.js';
import {choose} from '../test/elements/choose.js';

type Settings = Partial<
  Pick<
    FunnelChart,
    | 'src'
    | 'data'
    | 'table'
    | 'period'
    | 'compare'
    | 'asOf'
    | 'mode'
    | 'measure'
    | 'basis'
    | 'breakdown'
    | 'maturity'
    | 'stages'
    | 'filter'
    | 'heading'
  >
>;

const meta: Meta<Settings> = {
  title: 'Elements/funnel-chart',
  component: 'funnel-chart',
  tags: ['autodocs'],
  args: {src: '/data/sample.json', period: 'last-quarter', mode: 'reached'},
  argTypes: {
    compare: {control: 'select', options: ['previous', 'year-ago', 'none']},
    breakdown: {control: 'select', options: [undefined, 'rep', 'team', 'region', 'manager']},
    period: {control: 'select', options: ['this-quarter', 'last-quarter', 'last-12-months', '2026', '2026-Q2', 'all']},
    stages: {control: 'object'}
  },
  render: ({src, data, table, period, compare, asOf, mode, measure, basis, breakdown, maturity, stages, filter, heading}) =>
    html`<funnel-chart
      src=${ifDefined(src)}
      period=${ifDefined(period)}
      mode=${ifDefined(mode)}
      table=${ifDefined(table)}
      compare=${ifDefined(compare)}
      measure=${ifDefined(measure)}
      basis=${ifDefined(basis)}
      breakdown=${ifDefined(breakdown)}
      window=${ifDefined(maturity)}
      as-of=${ifDefined(asOf)}
      heading=${ifDefined(heading)}
      .data=${data}
      .stages=${stages}
      .filter=${filter}
    ></funnel-chart>`
};

export default meta;

type Story = StoryObj<Settings>;

/** Open deals at each stage, without a history. */
const open = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([stage, count]) =>
    Array.from({length: count}, (_, index) => ({id: `${stage} ${index}`, status: 'open', stage, createdAt: '2026-08-10'}))
  );
const inline = {src: undefined, period: '2026-Q3', asOf: '2026-11-23'};

const loaded = async (canvas: HTMLElement): Promise<FunnelChart> => {
  const element = canvas.querySelector('funnel-chart');
  if (!element) throw new Error('no chart in the story');
  await element.updateComplete;
  await element.loadComplete;
  return element;
};

/** The deals created in the last quarter: solid went on, hatched still stands there, light was lost. */
export const Reached: Story = {};

/** A stage that is pointed at or focused shows its numbers in the legend. */
export const ReadOut: Story = {
  play: async ({canvasElement}) => {
    const element = await loaded(canvasElement);
    const [, second] = element.shadowRoot?.querySelectorAll<HTMLElement>('[part=stage]') ?? [];
    second.focus();
    await userEvent.keyboard('{ArrowDown}');
    await element.updateComplete;
    await expect(element.shadowRoot?.querySelector('[part=legend]')).toHaveTextContent(/\d went on .*\d still here .*\d lost/);
  }
};

/** Only deals that entered the stage count; the numbers may rise again, so there are no steps. */
export const Touched: Story = {args: {mode: 'touched'}};

/** Only deals that skipped nothing count. */
export const Strict: Story = {args: {mode: 'strict'}};

/** The pipeline as it stands, whenever its deals were created. */
export const Snapshot: Story = {args: {mode: 'snapshot'}};

/** What entered each stage in the period, whenever it was created: no cohort, so no steps. */
export const Throughput: Story = {args: {mode: 'throughput'}};

/** The bars are money; the shares too. */
export const Amounts: Story = {args: {measure: 'amount'}};

/** Every share is of the first stage. */
export const OfTheFirst: Story = {args: {basis: 'first'}};

/** No cohort beside it. */
export const Alone: Story = {args: {compare: 'none'}};

/** Open deals that had fewer than 180 days. */
export const Provisional: Story = {args: {maturity: 180}};

/** One funnel for each region, on one scale. */
export const BrokenDown: Story = {args: {breakdown: 'region'}};

/** New, contacted, converted. */
export const Leads: Story = {args: {table: 'leads'}};

/** The open deals that stand longer in their stage than three quarters of the others did. */
export const Stalled: Story = {
  args: {mode: 'snapshot', measure: 'amount'},
  play: async ({canvasElement}) => {
    const element = await loaded(canvasElement);
    const list = element.shadowRoot?.querySelector<HTMLDetailsElement>('[part=stalled]');
    await expect(list).toHaveTextContent(/stalled · .*at risk/);
    if (list) list.open = true;
  }
};

/** A running period: its youngest deals had little time. */
export const RunningPeriod: Story = {args: {period: 'this-quarter'}};

/** Stages of the page's own, and decided deals as one of them. */
export const OwnStages: Story = {
  args: {stages: [{id: 'lead', label: 'First talk'}, 'proposal', {id: 'closed', label: 'Decided', outcome: 'closed'}, 'won']}
};

/** One region. */
export const Filtered: Story = {args: {filter: {region: 'North'}, heading: 'Deals by stage, North'}};

/** No settings name the stages: their order is told from their words, and the chart says so. */
export const OrderToldFromNames: Story = {args: {...inline, data: open({Proposal: 20, Lead: 64, Qualified: 31})}};

/** Few of many stay visible. */
export const SmallStages: Story = {args: {...inline, stages: ['Lead', 'Proposal', 'Won'], data: open({Lead: 2400, Proposal: 3})}};

export const LongNames: Story = {
  args: {
    ...inline,
    stages: [
      'Needs understood and written down together with the customer',
      'Offer read, priced and answered by everyone who has a say',
      'Won'
    ],
    data: open({
      'Needs understood and written down together with the customer': 64,
      'Offer read, priced and answered by everyone who has a say': 31
    })
  }
};

const steps = Array.from({length: 15}, (_, index) => `Step ${index + 1}`);
export const FifteenStages: Story = {
  args: {...inline, stages: steps, data: open(Object.fromEntries(steps.map((stage, index) => [stage, 90 - 6 * index])))}
};

export const OneStage: Story = {args: {stages: ['Lead']}};

export const NoDealsInThePeriod: Story = {args: {period: '2019'}};

export const NoRows: Story = {args: {...inline, data: []}};

/** Rows that could not be read are counted and listed. */
export const RowsLeftOut: Story = {
  args: {...inline, data: [...open({Lead: 20, Qualified: 6}), {id: 'late', status: 'open', stage: 'Lead', createdAt: '2026-02-30'}]}
};

export const NotFound: Story = {args: {src: '/data/nothing.json'}};

/** Names above their bars. */
export const Narrow: Story = {
  decorators: [(story) => html`<div style="max-inline-size: 180px">${story()}</div>`]
};

export const Table: Story = {
  play: async ({canvasElement}) => {
    const element = await loaded(canvasElement);
    await choose(element, 'table');
    await expect(element.shadowRoot?.querySelectorAll('tbody tr')).toHaveLength(5);
  }
};
