import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {expect} from 'storybook/test';
import '../src/elements/kpi-card/define.js';
import type {KpiCard} from '../src/elements/kpi-card/define.js';
import {choose} from '../test/elements/choose.js';

type Settings = Partial<
  Pick<
    KpiCard,
    | 'src'
    | 'data'
    | 'kpi'
    | 'variant'
    | 'period'
    | 'compare'
    | 'asOf'
    | 'timeZone'
    | 'currency'
    | 'filter'
    | 'target'
    | 'thresholds'
    | 'format'
    | 'size'
    | 'rep'
    | 'team'
    | 'compareBy'
    | 'weekStart'
    | 'fiscalYearStart'
    | 'heading'
    | 'lang'
    | 'dir'
  >
>;

const meta: Meta<Settings> = {
  title: 'Elements/kpi-card',
  component: 'kpi-card',
  tags: ['autodocs'],
  args: {src: '/data/sample.json', kpi: 'total-sales', period: 'this-month', compare: 'previous'},
  argTypes: {
    period: {control: 'select', options: ['this-month', 'this-quarter', 'last-quarter', 'last-12-months', '2026', '2026-Q2', 'all']},
    filter: {control: 'object'}
  },
  render: ({src, data, kpi, variant, period, compare, asOf, timeZone, currency, filter, target, heading, lang, dir, ...more}) =>
    html`<kpi-card
      src=${ifDefined(src)}
      variant=${ifDefined(variant)}
      period=${ifDefined(period)}
      compare=${ifDefined(compare)}
      as-of=${ifDefined(asOf)}
      time-zone=${ifDefined(timeZone)}
      currency=${ifDefined(currency)}
      heading=${ifDefined(heading)}
      lang=${ifDefined(lang)}
      dir=${ifDefined(dir)}
      .data=${data}
      .kpi=${kpi ?? 'total-sales'}
      .filter=${filter}
      .target=${target}
      .thresholds=${more.thresholds}
      .format=${more.format ?? 'compact'}
      .size=${more.size ?? 'regular'}
      .rep=${more.rep}
      .team=${more.team}
      .compareBy=${more.compareBy}
      .weekStart=${more.weekStart}
      .fiscalYearStart=${more.fiscalYearStart}
    ></kpi-card>`,
  decorators: [(story) => html`<div style="max-inline-size: 320px">${story()}</div>`]
};

export default meta;

type Story = StoryObj<Settings>;

const loaded = async (canvas: HTMLElement): Promise<KpiCard> => {
  const element = canvas.querySelector('kpi-card');
  if (!element) throw new Error('no card in the story');
  await element.loadComplete;
  return element;
};

/** Won deals of one rep: `[day of closing, amount]`. */
const won = (deals: readonly (readonly [closedAt: string, amount: number])[]) => ({
  deals: deals.map(([closedAt, amount], index) => ({id: String(index), status: 'won', amount, createdAt: '2026-01-01', closedAt})),
  settings: {currency: 'SEK', asOf: '2026-07-31'}
});
const july = {src: undefined, period: '2026-07'};

/** The running month, like for like with the one before, with its target, its pace and the trend that led up to it. */
export const TotalSales: Story = {
  play: async ({canvasElement}) => {
    const element = await loaded(canvasElement);
    await expect(element.shadowRoot?.querySelector('[part=value]')).toHaveTextContent(/SEK\s\d/);
  }
};

/** Every digit. */
export const Full: Story = {args: {format: 'full'}};

/** For rows of many: the figure, its change and how the target stands. */
export const Compact: Story = {args: {size: 'compact'}};

/** Where bad ends and where good begins, as the page sees it. */
export const Thresholds: Story = {args: {kpi: 'win-rate', period: 'last-month', thresholds: [0.3, 0.35]}};

/** After as many working days of the month before, instead of at the same day. */
export const WorkingDays: Story = {args: {compareBy: 'working-days'}};

/** One rep, against the rep's own target. */
export const OneRep: Story = {args: {rep: 'Rep 04', period: 'this-quarter'}};

/** One team, against the team's own target. */
export const OneTeam: Story = {args: {team: 'Team North', period: 'this-quarter'}};

/** Weeks that begin on Sunday. */
export const WeekFromSunday: Story = {args: {period: 'this-week', weekStart: 7}};

/** A fiscal year that begins in July. */
export const FiscalYear: Story = {args: {period: 'fiscal-this-year', fiscalYearStart: 7}};

/** Of few cases the cases are named: a percentage would say more than is known. */
export const FewCases: Story = {
  args: {
    ...july,
    kpi: 'win-rate',
    data: won([
      ['2026-07-02', 1],
      ['2026-07-09', 1],
      ['2026-06-09', 1]
    ])
  }
};

/** A link below the figures. */
export const WithLink: Story = {
  render: ({src}) => html`<kpi-card src=${ifDefined(src)}><a slot="link" href="#deals">All deals of the month</a></kpi-card>`
};

/** A ratio changes in points. It has no bar: nothing builds up. */
export const WinRate: Story = {args: {kpi: 'win-rate', period: 'this-quarter'}};

/** Less is better. */
export const SalesCycleLength: Story = {args: {kpi: 'sales-cycle-length', period: 'this-quarter'}};

export const SalesPerRep: Story = {args: {kpi: 'sales-per-rep', period: 'this-quarter'}};

export const AveragePurchaseValue: Story = {args: {kpi: 'average-purchase-value', period: 'last-quarter'}};

/** The mean instead of the median. */
export const Variant: Story = {args: {kpi: 'sales-cycle-length', variant: 'mean', period: 'last-quarter'}};

/** A definition of the page's own. */
export const OwnDefinition: Story = {
  args: {
    heading: 'Deals lost',
    period: 'last-quarter',
    kpi: {
      id: 'deals-lost',
      kind: 'flow',
      unit: 'count',
      better: 'lower',
      table: 'deals',
      date: 'closedAt',
      variant: 'all',
      numerator: {where: {status: 'lost'}}
    }
  }
};

/** A period that is over: the trend ends in a dot. */
export const CompletePeriod: Story = {args: {period: 'last-quarter'}};

export const YearAgo: Story = {args: {compare: 'year-ago'}};

/** The running month on the whole of the one before. */
export const PreviousFull: Story = {args: {compare: 'previous-full'}};

export const NoComparison: Story = {args: {compare: 'none'}};

export const AllTime: Story = {args: {period: 'all'}};

/** One region; a target set for all of the sales says nothing of it. */
export const Filtered: Story = {args: {filter: {region: 'North'}, heading: 'Total sales, North'}};

export const TargetAchieved: Story = {args: {target: 3_000_000}};

export const TargetOnTrack: Story = {args: {target: 4_500_000}};

export const TargetAtRisk: Story = {args: {target: 5_200_000}};

export const TargetOffTrack: Story = {args: {target: 8_000_000}};

export const TargetMissed: Story = {args: {period: 'last-quarter', target: 99_000_000}};

/** A change that vanishes at the precision shown is none. */
export const Unchanged: Story = {
  args: {
    ...july,
    data: won([
      ['2026-07-03', 100_000],
      ['2026-06-03', 99_999]
    ])
  }
};

/** Too short a past for a trend, and nothing before it to compare with. */
export const FirstMonth: Story = {
  args: {
    ...july,
    data: won([
      ['2026-07-03', 1200.5],
      ['2026-07-20', 800]
    ])
  }
};

/** No deal was decided in the period: no rate, not 0. */
export const NothingToMeasure: Story = {
  args: {
    ...july,
    kpi: 'win-rate',
    period: '2026-05',
    data: won([
      ['2026-07-03', 1],
      ['2026-03-03', 1]
    ])
  }
};

/** Refunds outweigh the sales. */
export const BelowZero: Story = {
  args: {
    ...july,
    data: won([
      ['2026-04-03', 30_000],
      ['2026-05-03', 12_000],
      ['2026-06-03', 20_000],
      ['2026-07-03', -14_000]
    ])
  }
};

export const LargeFigures: Story = {
  args: {
    ...july,
    target: 9e12,
    data: won([
      ['2026-05-03', 4.1e12],
      ['2026-06-03', 7.2e12],
      ['2026-07-03', 6.6e12]
    ])
  }
};

export const LongHeading: Story = {args: {heading: 'Total sales of the northern region, all products, without renewals and returns'}};

/** Rows that could not be read are counted beside what the figure rests on, and listed. */
export const RowsLeftOut: Story = {
  args: {...july, data: 'id,amount,status,closedAt\n1,500,won,2026-07-05\n2,700,won,2026-02-30\n3,a lot,won,2026-07-09\n'},
  play: async ({canvasElement}) => {
    const element = await loaded(canvasElement);
    element.shadowRoot?.querySelector('summary')?.click();
    await expect(element.shadowRoot?.querySelector('[part=left-out]')).toHaveTextContent(/2 of 3 rows left out/);
  }
};

/** The figures as a table. */
export const Table: Story = {
  play: async ({canvasElement}) => {
    const element = await loaded(canvasElement);
    await choose(element, 'table');
    await expect(element.shadowRoot?.querySelectorAll('tbody tr').length).toBeGreaterThan(10);
  }
};

export const Swedish: Story = {
  args: {lang: 'sv', kpi: 'win-rate', period: 'this-quarter'},
  play: async ({canvasElement}) => {
    await loaded(canvasElement);
  }
};

/** Bars, pace and trend run the other way. */
export const RightToLeft: Story = {args: {dir: 'rtl', lang: 'ar'}};

export const Narrow: Story = {decorators: [(story) => html`<div style="inline-size: 160px">${story()}</div>`]};

const tokens = `--kpi-color-actual: #5b2a86; --kpi-color-good: #00695c; --kpi-color-surface: #fbf7ef; --kpi-color-border: #d8cfbd;
  --kpi-color-text: #2b2118; --kpi-color-muted: #6b5d4d; --kpi-font-size: 16px; --kpi-radius: 0; --kpi-space: 5px;
  color-scheme: light; font-family: Georgia, serif`;

/** The public tokens: colours, type, corners, room. */
export const Themed: Story = {decorators: [(story) => html`<div style=${tokens}>${story()}</div>`]};

/** Cards of a row are equally high; the small print stays at the bottom. */
export const InARow: Story = {
  render: ({src}) => html`
    <div style="display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); inline-size: min(1100px, 90vw)">
      <kpi-card src=${ifDefined(src)}></kpi-card>
      <kpi-card src=${ifDefined(src)} kpi="win-rate" period="this-quarter"></kpi-card>
      <kpi-card src=${ifDefined(src)} kpi="sales-cycle-length" period="this-quarter"></kpi-card>
      <kpi-card src=${ifDefined(src)} kpi="sales-per-rep" period="this-quarter"></kpi-card>
    </div>
  `,
  decorators: [(story) => html`<div style="inline-size: 1100px">${story()}</div>`]
};
