import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {createDataset} from '../../src/engine.js';
import '../../src/index.js';
import type {KpiCard, KpiLoadEvent, KpiTrend} from '../../src/index.js';

const rows = [{id: '1', owner: 'Rep 1', amount: 1250, status: 'won', createdAt: '2026-01-01', closedAt: '2026-01-02'}];
const dataset = createDataset(rows);
const value = (element: Element) => element.shadowRoot?.querySelector('[part=value]')?.textContent;

describe('a dataset that is read already', () => {
  it('is shown at once, by every element that gets it, where one has been shown before', async () => {
    const first = await fixture(html`<main><kpi-card .data=${dataset}></kpi-card><kpi-trend .data=${dataset}></kpi-trend></main>`);
    await Promise.all(Array.from(first.children, (element) => (element as KpiCard | KpiTrend).loadComplete));
    const card = document.createElement('kpi-card');
    Object.assign(card, {data: dataset, period: '2026', format: 'full'});
    const trend = document.createElement('kpi-trend');
    Object.assign(trend, {data: dataset, period: '2026'});
    const main = await fixture(html`<main></main>`);
    main.append(card, trend);
    await Promise.resolve();
    await Promise.resolve();
    expect(value(card)).to.contain('1,250');
    expect(card.shadowRoot?.querySelector('.frame')?.ariaBusy).to.equal('false');
    for (const element of [card, trend]) expect(element.records === dataset).to.be.true;
  });

  it('is told of once', async () => {
    const card = document.createElement('kpi-card');
    card.data = dataset;
    let loads = 0;
    card.addEventListener('kpi-load', () => loads++);
    (await fixture(html`<main></main>`)).append(card);
    const {detail} = await oneEvent<KpiLoadEvent>(card, 'kpi-load');
    expect(detail).to.include({rows: 1, rejected: 0, latest: '2026-01-02'});
    await card.loadComplete;
    expect(loads).to.equal(1);
  });

  it('takes the place of what was shown before', async () => {
    const card = await fixture<KpiCard>(html`<kpi-card .data=${rows} period="2026" format="full"></kpi-card>`);
    await card.loadComplete;
    card.data = createDataset([{...rows[0], amount: 990}]);
    await card.loadComplete;
    expect(value(card)).to.contain('990');
  });

  it('that could not be read is an error with what to do', async () => {
    const trend = await fixture<KpiTrend>(html`<kpi-trend .data=${createDataset('<!doctype html>')}></kpi-trend>`);
    await trend.loadComplete;
    expect(trend.matches(':state(error)')).to.be.true;
    expect(trend.shadowRoot?.querySelector('[part=message]')?.textContent).to.match(/page/i);
  });

  it('waits for nothing where loading is lazy', async () => {
    const card = await fixture<KpiCard>(html`<kpi-card loading="lazy" .data=${dataset} period="2026" format="full"></kpi-card>`);
    expect(value(card)).to.contain('1,250');
  });
});
