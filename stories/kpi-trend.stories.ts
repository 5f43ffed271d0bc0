import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/elements/kpi-trend/define.js';
import type {KpiTrend} from '../src/elements/kpi-trend/define.js';

const meta: Meta<KpiTrend> = {
  title: 'Elements/kpi-trend',
  component: 'kpi-trend',
  tags: ['autodocs'],
  args: {src: '/data/sample.json'}
};
export default meta;

type Story = StoryObj<KpiTrend>;

const won = (closedAt: string, amount: number) => ({id: closedAt, status: 'won', createdAt: closedAt, closedAt, amount});

/** Sums and counts are columns from zero. The running month is hatched, the twelve months before stand behind, ticks are the targets. */
export const Columns: Story = {};

/** Rates, averages and durations are a line; an axis that does not start at zero says so. */
export const Line: Story = {args: {kpi: 'win-rate', compare: 'year-ago'}};

/** By week, with nothing behind. */
export const Weeks: Story = {args: {kpi: 'sales-cycle-length', period: 'last-12-weeks', compare: 'none'}};

/** Daily for two months: the names of the days thin out as the width shrinks. */
export const Days: Story = {args: {period: 'last-60-days', grain: 'day'}};

/** Quarters of all the data there is. */
export const Quarters: Story = {args: {kpi: 'average-purchase-value', period: 'all', grain: 'quarter'}};

/** Refunds larger than sales hang from the zero line. */
export const Negative: Story = {
  args: {
    src: undefined,
    data: [won('2026-01-05', 400), won('2026-02-05', -250), won('2026-03-05', 900), won('2026-06-05', -600)],
    period: '2026-01/2026-06',
    asOf: '2026-06-30',
    compare: 'none'
  }
};

/** Months without a case are gaps, not zeros. */
export const Gaps: Story = {
  args: {
    ...Negative.args,
    kpi: 'average-purchase-value',
    variant: 'deals',
    data: [won('2026-01-05', 40), won('2026-02-05', 60), won('2026-05-05', 50)]
  }
};

/** A line where columns are usual. */
export const SalesAsLine: Story = {args: {shape: 'line', compare: 'none'}};

/** The mean of three months each. */
export const MovingAverage: Story = {args: {movingAverage: 3, compare: 'none'}};

/** The year so far, towards its target at an even pace, and where it comes to. */
export const Cumulative: Story = {args: {cumulative: true, period: 'this-year', compare: 'year-ago'}};

/** What is normal variation, and what is none. */
export const Limits: Story = {args: {kpi: 'win-rate', limits: true, compare: 'none'}};

/** The same target in every bucket. */
export const OneTarget: Story = {args: {kpi: 'win-rate', target: 0.33, compare: 'none'}};

/** What to know of a day. */
export const Annotations: Story = {
  args: {
    annotations: [
      {date: '2026-03-10', text: 'Price rise'},
      {date: '2026-08-24', text: 'New team in the north'}
    ]
  }
};

/** The largest five reps, and all others together. */
export const ByRep: Story = {args: {breakdown: 'rep'}};

/** A chart a team, to one scale. */
export const TeamsSideBySide: Story = {args: {breakdown: 'team', multiples: true}};

/** Two trends of a group point at the same month. */
export const OneCrosshair: Story = {
  render: () => html`
    <kpi-trend src="/data/sample.json" group="sales" compare="none"></kpi-trend>
    <kpi-trend src="/data/sample.json" group="sales" kpi="win-rate" compare="none"></kpi-trend>
  `
};

/** A series of one. */
export const OneBucket: Story = {args: {period: 'last-month', grain: 'month'}};

/** Nothing to measure yet. */
export const NothingYet: Story = {args: {kpi: 'win-rate', period: '2040'}};

/** No rows at all. */
export const Empty: Story = {args: {src: undefined, data: []}};

/** A source that is not there: the cause and what to do. */
export const Failed: Story = {args: {src: '/data/nothing-here.json'}};
