import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {expect, fn, userEvent} from 'storybook/test';
import '../src/elements/rep-leaderboard/define.js';
import type {RepLeaderboard} from '../src/elements/rep-leaderboard/define.js';

type Settings = Partial<
  Pick<
    RepLeaderboard,
    | 'src'
    | 'data'
    | 'kpi'
    | 'variant'
    | 'period'
    | 'compare'
    | 'asOf'
    | 'groupBy'
    | 'columns'
    | 'sort'
    | 'ranking'
    | 'top'
    | 'bottom'
    | 'pageSize'
    | 'me'
    | 'mask'
    | 'minSample'
    | 'filter'
    | 'heading'
  >
> & {'kpi-select'?: (event: Event) => void};

const meta: Meta<Settings> = {
  title: 'Elements/rep-leaderboard',
  component: 'rep-leaderboard',
  tags: ['autodocs'],
  args: {
    src: '/data/sample.json',
    kpi: 'sales-per-rep',
    period: 'this-quarter',
    groupBy: 'rep',
    columns: [],
    sort: 'value',
    ranking: 'competition',
    top: 10,
    bottom: 0,
    mask: false,
    minSample: 5
  },
  argTypes: {
    period: {control: 'select', options: ['this-month', 'this-quarter', 'last-quarter', '2026', 'last-12-months', 'all']},
    columns: {control: 'object'},
    sort: {control: 'inline-radio', options: ['value', 'improvement', 'attainment']},
    groupBy: {control: 'select', options: ['rep', 'team', 'region', 'manager', 'product']}
  },
  render: ({
    src,
    data,
    kpi,
    variant,
    period,
    compare,
    asOf,
    groupBy,
    ranking,
    top,
    minSample,
    filter,
    heading,
    'kpi-select': select,
    ...more
  }) =>
    html`<rep-leaderboard
      src=${ifDefined(src)}
      variant=${ifDefined(variant)}
      period=${ifDefined(period)}
      compare=${ifDefined(compare)}
      as-of=${ifDefined(asOf)}
      group-by=${ifDefined(groupBy)}
      ranking=${ifDefined(ranking)}
      top=${ifDefined(top)}
      min-sample=${ifDefined(minSample)}
      heading=${ifDefined(heading)}
      sort=${ifDefined(more.sort)}
      bottom=${ifDefined(more.bottom)}
      page-size=${ifDefined(more.pageSize)}
      me=${ifDefined(more.me)}
      ?mask=${more.mask}
      .columns=${more.columns}
      .kpi=${kpi}
      .data=${data}
      .filter=${filter}
      @kpi-select=${select}
    ></rep-leaderboard>`
};

export default meta;

type Story = StoryObj<Settings>;

const sale = (ownerId: string, amount: number, index = 0) => ({
  id: `${ownerId} ${index}`,
  ownerId,
  amount,
  status: amount > 0 ? 'won' : 'lost',
  createdAt: '2026-10-01',
  closedAt: '2026-11-10'
});
const inline = {src: undefined, asOf: '2026-11-23'};

const loaded = async (canvas: HTMLElement): Promise<RepLeaderboard> => {
  const element = canvas.querySelector('rep-leaderboard');
  if (!element) throw new Error('no leaderboard in the story');
  await element.updateComplete;
  await element.loadComplete;
  return element;
};

/** Places with what was gained or lost since the quarter before, bars with the tick of an even pace, attainment of quotas. Two share the third place. */
export const SalesPerRep: Story = {};

export const TopThree: Story = {args: {top: 3}};

export const EveryRep: Story = {args: {top: 100}};

/** One's own row is marked, and shown wherever it stands. */
export const OwnRow: Story = {args: {top: 5, me: 'Rep 18'}};

export const BothEnds: Story = {args: {top: 3, bottom: 3}};

/** The keyboard turns the pages; a name is searched on all of them. */
export const Pages: Story = {
  args: {pageSize: 8},
  play: async ({canvasElement}) => {
    const element = await loaded(canvasElement);
    element.shadowRoot?.querySelector<HTMLElement>('[part=pages] button:last-child')?.focus();
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    await expect(element.shadowRoot?.querySelector('[part=pages] [role=status]')?.textContent).toContain('9–16');
  }
};

/** Other KPIs of the same reps. A press on the head of a column sorts by it, a second one turns the order round. */
export const OtherKpis: Story = {
  args: {columns: ['win-rate', 'sales-cycle-length']},
  play: async ({canvasElement}) => {
    const element = await loaded(canvasElement);
    element.shadowRoot?.querySelector<HTMLElement>('th.other button')?.focus();
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    await expect(element.shadowRoot?.querySelector('[aria-sort]')?.textContent.trim()).toBe('Win rate');
  }
};

export const MostImproved: Story = {args: {sort: 'improvement', top: 5}};

export const ByAttainment: Story = {args: {sort: 'attainment', top: 5}};

/** Out of politeness only: the records are in the page. */
export const Masked: Story = {args: {mask: true, me: 'Rep 18', top: 5}};

/** Rates of fewer than five cases are shown, muted and without a bar, and say why. */
export const WinRateWithSmallSamples: Story = {args: {kpi: 'win-rate', period: 'this-month', top: 30}};

/** Shorter is better. */
export const SalesCycleLength: Story = {args: {kpi: 'sales-cycle-length'}};

export const DealsWon: Story = {args: {variant: 'count'}};

export const Teams: Story = {args: {groupBy: 'team'}};

export const Regions: Story = {args: {groupBy: 'region'}};

/** The quotas of a manager's reps are added up. */
export const Managers: Story = {args: {groupBy: 'manager'}};

/** Any column of the table makes groups. */
export const Products: Story = {args: {groupBy: 'product', heading: 'Sales by product'}};

/** Ties numbered 1, 1, 2. */
export const DenseRanking: Story = {args: {ranking: 'dense', top: 5}};

export const NothingCompared: Story = {args: {compare: 'none', top: 5}};

export const Filtered: Story = {args: {filter: {region: 'North'}, heading: 'Sales per rep, North'}};

/** A click anywhere in a row, or its name by keyboard, tells the page who was chosen. */
export const Choosing: Story = {
  args: {top: 5, 'kpi-select': fn()},
  play: async ({canvasElement, args}) => {
    const element = await loaded(canvasElement);
    const [first] = element.shadowRoot?.querySelectorAll<HTMLElement>('[part=name]') ?? [];
    first.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args['kpi-select']).toHaveBeenCalledOnce();
  }
};

export const ZeroAndLost: Story = {args: {...inline, data: [sale('Rep 01', 5400), sale('Rep 02', 1200), sale('Rep 03', 0)]}};

export const LongNames: Story = {
  args: {
    ...inline,
    data: [
      sale('Key accounts of the northern region, together with the partners who bring them', 5400),
      sale('<img src=x onerror=alert(1)>', 4100),
      sale('مندوب المبيعات الأول', 1200)
    ]
  }
};

const picture = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Only from where it is safe to ask; of the second, which is an SVG, there are initials. */
export const Pictures: Story = {
  args: {
    ...inline,
    data: {
      deals: [sale('r1', 5400), sale('r2', 1200)],
      reps: [
        {id: 'r1', name: 'Rep 01', avatar: picture},
        {id: 'r2', name: 'Rep 02', avatar: 'data:image/svg+xml,<svg/>'}
      ]
    }
  }
};

/** Fifty rows are in the page at a time. */
export const FiveThousandReps: Story = {
  args: {...inline, top: 5000, data: Array.from({length: 5000}, (_, index) => sale(`Rep ${index + 1}`, 100 * (5000 - index)))}
};

export const OneRep: Story = {args: {...inline, data: [sale('Rep 01', 1234567)]}};

/** A deal credited in full to two: the rows are more than the total, and the table says so. */
export const SplitsBeyondTheTotal: Story = {
  args: {
    ...inline,
    data: [
      {
        ...sale('Rep 01', 1000),
        splits: [
          {repId: 'Rep 01', share: 1},
          {repId: 'Rep 02', share: 1}
        ]
      }
    ]
  }
};

export const NoDealsInThePeriod: Story = {args: {...inline, data: [sale('Rep 01', 1000)], period: '2019'}};

export const NoRows: Story = {args: {...inline, data: []}};

/** Rows that could not be read are counted and listed. */
export const RowsLeftOut: Story = {args: {...inline, data: [sale('Rep 01', 1000), {...sale('Rep 02', 900), closedAt: '2026-02-30'}]}};

export const NotFound: Story = {args: {src: '/data/nothing.json'}};

/** Bars below the names, figures shortened. */
export const Narrow: Story = {
  args: {top: 5},
  decorators: [(story) => html`<div style="max-inline-size: 180px">${story()}</div>`]
};

export const Medium: Story = {
  args: {top: 5},
  decorators: [(story) => html`<div style="max-inline-size: 360px">${story()}</div>`]
};
