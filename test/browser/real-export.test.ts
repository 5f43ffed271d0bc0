import {expect, fixture, html} from '@open-wc/testing';
import '../../src/index.js';
import type {FunnelChart, KpiCard, KpiTrend, RepLeaderboard} from '../../src/index.js';
import {choose} from '../elements/choose.js';

/** Public CRM data with independently computed figures, beside the repository of those who work on it. */
const folder = '/__wds-outside-root__/1/shared/data/';
const exports = ['sales_pipeline.csv', 'sales_pipeline.us-mdy.csv', 'sales_pipeline.dmy.csv'];

interface Truth {
  readonly maven: {
    readonly reps: {readonly value: readonly {rank: number; sales_agent: string; revenue: number}[]};
    readonly by_close_month: {readonly value: readonly {revenue: number}[]};
    readonly by_close_quarter: {readonly value: readonly {q: string; revenue: number; win_rate_pct: number}[]};
  };
}

const parts = (element: Element, part: string) => [...(element.shadowRoot?.querySelectorAll(`[part=${part}]`) ?? [])];
/** What a screen reader is told. */
const said = (node: Element) => {
  const copy = node.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
};
const heard = (element: Element, part: string) => parts(element, part).map(said);
const number = (value: number, digits = 0) => value.toLocaleString('en', {minimumFractionDigits: digits, maximumFractionDigits: digits});

async function show<E extends KpiCard | KpiTrend | RepLeaderboard | FunnelChart>(
  tag: string,
  file: string,
  attributes: Record<string, string>
): Promise<E> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = '900px';
  const element = document.createElement(tag) as E;
  for (const [name, value] of Object.entries({src: `${folder}maven-crm/${file}`, 'as-of': '2017-12-31', ...attributes}))
    element.setAttribute(name, value);
  box.append(element);
  await element.loadComplete;
  expect(element.matches(':state(ready)'), 'nothing left out').to.be.true;
  return element;
}

describe('a real CRM export, through `src`', () => {
  let truth: Truth;

  before(async function () {
    const answer = await fetch(`${folder}truth.json`);
    if (!answer.ok) {
      console.warn('SKIPPED: the real CRM data is not beside this clone; its figures on a page are not checked');
      return this.skip();
    }
    truth = (await answer.json()) as Truth;
  });

  for (const file of exports) {
    describe(file, () => {
      for (const [kpi, variant, period, value, change, basis] of [
        ['total-sales', '', '2017', '10,005,534', undefined, '4,238 deals won'],
        ['win-rate', '', '2017', '63.15%', undefined, '4,238 won of 6,711'],
        ['total-sales', '', '2017-Q4', '2,802,496', '-6.0% worse on Q3 (2.98M)', '1,196 deals won'],
        ['win-rate', '', '2017-Q4', '60.25%', '-1.2 points worse on Q3 (61.4%)', '1,196 won of 1,985'],
        ['sales-cycle-length', '', '2017', '57 days', undefined, '4,238 deals'],
        ['sales-cycle-length', 'mean', '2017', '51.78 days', undefined, '4,238 deals']
      ] as const)
        it(`${kpi} ${variant} ${period}: ${value}`, async () => {
          const card = await show<KpiCard>('kpi-card', file, {kpi, variant, period});
          expect(heard(card, 'value')).to.deep.equal([value]);
          expect(heard(card, 'basis')).to.deep.equal([basis]);
          if (change) expect(heard(card, 'change')).to.deep.equal([change]);
        });

      it('compares the fourth quarter with the third, to the last unit', async () => {
        const sales = await show<KpiCard>('kpi-card', file, {period: '2017-Q4'});
        expect(sales.result?.comparison?.value).to.equal(2_982_255);
        const rate = await show<KpiCard>('kpi-card', file, {kpi: 'win-rate', period: '2017-Q4'});
        await choose(rate, 'table');
        const rows = [...(rate.shadowRoot?.querySelectorAll('tbody tr') ?? [])].slice(0, 2).map((row) => [...row.children].map(said));
        expect(rows).to.deep.equal([
          ['Q4 2017', '60.25%'],
          ['Q3 2017', '61.41%']
        ]);
      });

      it('ranks the reps as they sold', async () => {
        const board = await show<RepLeaderboard>('rep-leaderboard', file, {period: '2017'});
        const first = truth.maven.reps.value.slice(0, 10);
        expect(first[0]).to.include({sales_agent: 'Darcel Schlecht', revenue: 1_153_214});
        expect(heard(board, 'name')).to.deep.equal(first.map(({sales_agent}) => sales_agent));
        expect(heard(board, 'value').slice(0, 10)).to.deep.equal(first.map(({revenue}) => number(revenue)));
      });

      it('draws the months', async () => {
        const trend = await show<KpiTrend>('kpi-trend', file, {period: '2017', grain: 'month', compare: 'none'});
        await choose(trend, 'table');
        const cells = [...(trend.shadowRoot?.querySelectorAll('tbody td') ?? [])].map(said);
        expect(cells).to.deep.equal(['0', '0', ...truth.maven.by_close_month.value.map(({revenue}) => number(revenue))]);
      });

      for (const [stages, counts] of [
        ['', ['8,800', '8,300', '4,238']],
        ['Prospecting;Engaging;Closed;Won', ['8,800', '8,300', '6,711', '4,238']]
      ] as const)
        it(`counts how far the deals came${stages && `, as ${stages}`}`, async () => {
          const chart = await show<FunnelChart>('funnel-chart', file, {period: 'all', ...(stages && {stages})});
          expect(heard(chart, 'count')).to.deep.equal(counts);
        });
    });
  }
});
