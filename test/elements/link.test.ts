import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/index.js';
import type {KpiSelectEvent} from '../../src/elements/events.js';
import type {KpiElement} from '../../src/elements/kpi-element.js';
import {createDataset, funnel, measure, recordsOf} from '../../src/engine.js';
import type {FunnelChart} from '../../src/elements/funnel-chart/define.js';
import type {KpiCard} from '../../src/elements/kpi-card/define.js';
import type {KpiTrend} from '../../src/elements/kpi-trend/define.js';
import type {RepLeaderboard} from '../../src/elements/rep-leaderboard/define.js';

type Deal = [ownerId: string, amount: number, status: string, stage: string, closedAt: string | null, region?: string];

const deals = (
  [
    ['r1', 900, 'won', 'Won', '2026-11-03', 'North'],
    ['r1', 100, 'lost', 'Proposal', '2026-11-04', 'South'],
    ['r2', 600, 'won', 'Won', '2026-10-05', 'North'],
    ['r2', 50, 'lost', 'Lead', '2026-11-06', 'South'],
    ['r2', 70, 'open', 'Proposal', null, 'South'],
    ['r1', 30, 'open', 'Lead', null, 'North']
  ] as Deal[]
).map(([ownerId, amount, status, stage, closedAt, region], index) => ({
  id: `d${index}`,
  ownerId,
  amount,
  status,
  stage,
  closedAt,
  region,
  createdAt: '2026-10-01'
}));
const company = {
  deals,
  reps: [
    {id: 'r1', name: 'Rep 01'},
    {id: 'r2', name: 'Rep 02'}
  ],
  activities: [{id: 'a1', type: 'call', status: 'done', at: '2026-11-02'}],
  settings: {currency: 'SEK', asOf: '2026-11-30', stages: ['Lead', 'Proposal', 'Won']}
};
const dataset = createDataset(company);
const scope = {period: '2026-Q4', asOf: '2026-11-30'};

interface Page {
  readonly sales: KpiCard;
  readonly rate: KpiCard;
  readonly trend: KpiTrend;
  readonly board: RepLeaderboard;
  readonly stages: FunnelChart;
  readonly all: readonly KpiElement<never>[];
}

let page: Page;

const find = (element: Element, selector: string) => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} in <${element.localName}>`);
  return found;
};
const nth = (element: Element, selector: string, index: number) => {
  const found = element.shadowRoot?.querySelectorAll<HTMLElement>(selector)[index];
  if (!found) throw new Error(`no ${selector} in <${element.localName}>`);
  return found;
};
const settled = () => Promise.all(page.all.map(({loadComplete}) => loadComplete));
const told = (element: Element) => element.shadowRoot?.querySelector('[part=subtitle] [role=status]')?.textContent;
const selection = (element: Element) => element.shadowRoot?.querySelector('[part=selection] bdi')?.textContent;

/** A page as its author writes it: the elements of one group, and no script but the records. */
async function linked(group = 'sales', data: unknown = company): Promise<Page> {
  const box = await fixture(html`
    <div>
      <kpi-card group=${group} period="2026-Q4" kpi="total-sales" .data=${data}></kpi-card>
      <kpi-card group=${group} period="2026-Q4" kpi="win-rate" .data=${data}></kpi-card>
      <kpi-trend group=${group} period="2026-Q4" grain="month" .data=${data}></kpi-trend>
      <rep-leaderboard group=${group} period="2026-Q4" kpi="total-sales" .data=${data}></rep-leaderboard>
      <funnel-chart group=${group} period="2026-Q4" .data=${data}></funnel-chart>
    </div>
  `);
  const all = [...box.children] as KpiElement<never>[];
  const [sales, rate, trend, board, stages] = box.children;
  page = {sales, rate, trend, board, stages, all} as unknown as Page;
  await settled();
  return page;
}

describe('elements of one group', () => {
  beforeEach(() => linked());

  it('show the rep alone who is chosen in one of them, and say so; that one shows all, and who is chosen', async () => {
    const {sales, board, stages, trend} = page;
    find(board, '[part=name]').click();
    await settled();
    expect(sales.result?.value).to.equal(measure(dataset, {kpi: 'total-sales', ...scope, filter: {rep: 'r1'}}).value);
    expect(stages.result?.n).to.equal(3);
    expect([sales, stages, trend].map(selection)).to.deep.equal(Array(3).fill('only Rep 01'));
    expect(board.result?.value).to.equal(1500);
    expect(selection(board)).to.equal('Rep 01 selected');
    expect(find(board, '[part=name]').getAttribute('aria-pressed')).to.equal('true');
    expect(find(board, '[part~=chosen]').textContent).to.contain('Rep 01');
  });

  it('tell a screen reader once, where the reader is', async () => {
    const {board, sales} = page;
    find(board, '[part=name]').click();
    await settled();
    expect(told(board)).to.equal('Rep 01 selected. Escape clears it');
    expect(told(sales)).to.equal('');
    find(board, '[part=name]').click();
    await settled();
    expect(told(board)).to.equal('Selection cleared');
  });

  it('leave what they said of an earlier selection unsaid when another is made elsewhere', async () => {
    const {board, stages} = page;
    find(board, '[part=name]').click();
    await settled();
    find(stages, '[part=stage]').click();
    await settled();
    expect(told(board)).to.equal('');
    expect(told(stages)).to.equal('Lead selected. Escape clears it');
  });

  it('are judged by no target of the whole while a part is shown', async () => {
    const {board, stages, sales} = page;
    const status = () => sales.shadowRoot?.querySelector('[part=target] b')?.textContent;
    sales.target = 100_000;
    await settled();
    expect(status()).to.equal('Off track');
    for (const [element, part] of [
      [board, '[part=name]'],
      [stages, '[part=stage]']
    ] as const) {
      find(element, part).click();
      await settled();
      expect(status(), part).to.equal(undefined);
      document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
      await settled();
      expect(status()).to.equal('Off track');
    }
  });

  it('show all again after a second click', async () => {
    const {board, sales} = page;
    for (let time = 0; time < 2; time++) {
      find(board, '[part=name]').click();
      await settled();
    }
    expect(sales.result?.value).to.equal(1500);
    expect(board.shadowRoot?.querySelector('[part~=chosen], [part=selection]')).to.equal(null);
  });

  it('show all again after Escape, wherever on the page the focus is, or after the button beside the name', async () => {
    const {board, sales} = page;
    const choose = async () => {
      find(board, '[part=name]').click();
      await settled();
      expect(sales.result?.value).to.equal(900);
    };
    await choose();
    (document.activeElement as HTMLElement).blur();
    await sendKeys({press: 'Escape'});
    await settled();
    expect(sales.result?.value).to.equal(1500);
    await choose();
    find(sales, '[part=clear]').click();
    await settled();
    expect(sales.result?.value).to.equal(1500);
    expect(sales.shadowRoot?.activeElement).to.equal(find(sales, '[part=menu-button]'));
  });

  it('leave the selection when Escape closes a menu', async () => {
    const {board, sales} = page;
    find(board, '[part=name]').click();
    await settled();
    find(sales, '[part=menu-button]').click();
    await waitUntil(() => sales.shadowRoot?.activeElement?.role === 'menuitem');
    await sendKeys({press: 'Escape'});
    await settled();
    expect(selection(sales)).to.equal('only Rep 01');
  });

  it('show the records of a stage alone', async () => {
    const {sales, rate, board, stages} = page;
    nth(stages, '[part~=stage]', 1).click();
    await settled();
    // The four deals that came to the proposal: two won, one lost, one open.
    expect(rate.result?.value).to.be.closeTo(2 / 3, 1e-12);
    expect(sales.result?.value).to.equal(1500);
    expect(board.result?.n).to.equal(2);
    expect(selection(rate)).to.equal('only Proposal');
    expect(find(stages, '[part~=chosen]').getAttribute('aria-pressed')).to.equal('true');
    expect((stages.result as unknown as {rows: unknown}).rows).to.deep.equal(funnel(dataset, scope).rows);
  });

  it('show a bucket alone, but for what shows time', async () => {
    const {sales, board, trend} = page;
    const chart = find(trend, '[part=chart]');
    chart.focus();
    await sendKeys({press: 'Home'});
    await sendKeys({press: 'Enter'});
    await settled();
    expect([sales, board].map(({result}) => result?.value)).to.deep.equal([600, 600]);
    expect([sales, board].map(selection)).to.deep.equal(['only Oct 2026', 'only Oct 2026']);
    expect(trend.result?.window.end).to.equal('2027-01-01');
    // The first Escape hides the readout.
    await sendKeys({press: 'Escape'});
    await settled();
    expect(sales.result?.value).to.equal(600);
    expect(trend.shadowRoot?.querySelector('.band')).not.to.equal(null);
    await sendKeys({press: 'Escape'});
    await settled();
    expect(sales.result?.value).to.equal(1500);
  });

  it('show what several selections have in common', async () => {
    const {sales, board, stages, rate} = page;
    find(board, '[part=name]').click();
    nth(stages, '[part~=stage]', 1).click();
    await settled();
    expect(rate.result?.value).to.equal(0.5);
    expect(selection(rate)).to.equal('only Rep 01, Proposal');
    await sendKeys({press: 'Escape'});
    await settled();
    expect(selection(sales)).to.equal(undefined);
  });

  it('show a segment alone, within the filter that an element has of its own', async () => {
    const {board, sales} = page;
    board.groupBy = 'region';
    sales.filter = {region: ['South']};
    await settled();
    find(board, '[part=name]').click();
    await settled();
    expect(selection(sales)).to.equal('only North');
    expect(sales.result?.n).to.equal(0);
    expect(page.rate.result?.value).to.equal(1);
  });

  it('say so where the records cannot be told apart by what is chosen, and show them all', async () => {
    const {rate, stages} = page;
    Object.assign(rate, {kpi: 'sales-activities'});
    await settled();
    nth(stages, '[part~=stage]', 1).click();
    await settled();
    expect(rate.result?.value).to.equal(1);
    expect(selection(rate)).to.equal('for all, not only Proposal');
  });

  it('keep the selection when the records are other ones', async () => {
    const {stages, sales, rate} = page;
    nth(stages, '[part~=stage]', 1).click();
    await settled();
    const more = {...company, deals: [...deals, {...deals[1], id: 'more'}]};
    for (const element of page.all) element.data = more;
    await settled();
    expect(selection(sales)).to.equal('only Proposal');
    expect(rate.result?.value).to.equal(0.5);
  });

  it('do not follow when the page prevents it', async () => {
    page.board.addEventListener('kpi-select', (event) => {
      event.preventDefault();
    });
    find(page.board, '[part=name]').click();
    await settled();
    expect(page.sales.result?.value).to.equal(1500);
    expect(selection(page.board)).to.equal(undefined);
  });

  it('let go of what was chosen in an element that leaves', async () => {
    find(page.board, '[part=name]').click();
    await settled();
    page.board.remove();
    await settled();
    expect(page.sales.result?.value).to.equal(1500);
  });

  it('are no longer heard of in the page when they have left it', () => {
    const heard: string[] = [];
    const methods = ['addEventListener', 'removeEventListener'] as const;
    for (const name of methods) {
      const method = document[name].bind(document);
      document[name] = (type: string, ...more: [never]) => {
        if (type === 'keydown') heard.push(name);
        method(type, ...more);
      };
    }
    find(page.board, '[part=name]').click();
    for (const element of page.all) element.remove();
    for (const name of methods) Reflect.deleteProperty(document, name);
    expect(heard).to.deep.equal(methods);
  });

  it('are others than those of another group', async () => {
    const first = page;
    await linked('marketing');
    find(page.board, '[part=name]').click();
    await settled();
    expect([page.sales, first.sales].map(({result}) => result?.value)).to.deep.equal([900, 1500]);
  });

  it('compute once a change, however much is chosen at once', async () => {
    let times = 0;
    const {sales, board} = page;
    const queries = sales as unknown as {view: (...given: unknown[]) => unknown};
    const view = queries.view.bind(sales);
    queries.view = (...given) => {
      times++;
      return view(...given);
    };
    nth(board, '[part=name]', 0).click();
    nth(board, '[part=name]', 1).click();
    await settled();
    expect([times, sales.result?.value]).to.deep.equal([1, 600]);
  });

  it('are accessible while something is chosen', async () => {
    find(page.board, '[part=name]').click();
    await settled();
    for (const element of page.all) await expect(element).to.be.accessible();
  });
});

describe('kpi-select', () => {
  const heard = async (choose: (page: Page) => unknown): Promise<KpiSelectEvent> => {
    await linked();
    let event: KpiSelectEvent | undefined;
    page.all[0].parentElement?.addEventListener('kpi-select', (selected) => (event = selected), {once: true});
    choose(page);
    if (!event) throw new Error('nothing was selected');
    return event;
  };

  it('has the ids of the records behind a row of the leaderboard', async () => {
    const {detail} = await heard(({board}) => {
      find(board, '[part=name]').click();
    });
    const {numerator} = recordsOf(dataset, {kpi: 'total-sales', ...scope, filter: {rep: 'r1'}});
    expect([detail.filter, detail.recordIds, detail.isSelected]).to.deep.equal([{rep: 'r1'}, numerator, true]);
  });

  it('has the ids of the deals that count at a stage, as many as it says', async () => {
    const {detail} = await heard(({stages}) => {
      nth(stages, '[part~=stage]', 1).click();
    });
    expect(detail.recordIds).to.have.members(['d0', 'd1', 'd2', 'd4']);
    expect(detail.recordIds).to.have.length(funnel(dataset, scope).rows[1].reached);
  });

  it('tells when something is no longer chosen', async () => {
    await linked();
    const told: boolean[] = [];
    page.board.addEventListener('kpi-select', ({detail}) => told.push(detail.isSelected));
    find(page.board, '[part=name]').click();
    await sendKeys({press: 'Escape'});
    expect(told).to.deep.equal([true, false]);
  });
});
