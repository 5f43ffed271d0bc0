import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/kpi-card/define.js';
import type {KpiCard} from '../../src/elements/kpi-card/define.js';
import {load} from '../../src/source/load.js';
import {fastClock} from './fake-clock.js';
import {failure} from './failure.js';
import {fakeFetch, type FakeFetch} from './fake-fetch.js';

const files: Record<string, string> = {
  'deals.csv': 'Nr;Värde;status;closed\n1;1,5;won;01/07/2026\n2;2;won;02/07/2026\n',
  'leads.csv': 'id,created\n7,2026-07-01\n',
  'history.csv': 'dealId,stage,at\n1,Proposal,2026-06-01\n'
};

const plain = {deals: {src: 'deals.csv', dateFormat: 'dmy', fields: {id: 'Nr', amount: 'Värde'}}, leads: {src: '../night/leads.csv'}};
const frictionless = {
  name: 'exports',
  resources: [
    {
      name: 'deals',
      path: 'deals.csv',
      dialect: {delimiter: ';'},
      schema: {
        fields: [{name: 'Nr'}, {name: 'closed', type: 'date', format: '%d/%m/%Y'}, {name: 'Värde', type: 'number', decimalChar: ','}]
      }
    },
    {name: 'leads', data: [{id: '7', createdAt: '2026-07-01'}]}
  ]
};

describe('a dataset whose tables lie in files of their own', () => {
  let fake: FakeFetch | undefined;
  let slow: () => void;
  let folder: string;
  let count = 0;

  beforeEach(() => {
    slow = fastClock(50);
    folder = new URL(`/night-${++count}/night/`, document.baseURI).href;
  });

  afterEach(() => {
    slow();
    fake?.restore();
  });

  /** Serves these files beside `night.json`. */
  const serve = (night: unknown, lacking = '') =>
    (fake = fakeFetch(({url}) => {
      const name = url.split('/').at(-1) ?? '';
      const body = name === 'night.json' ? JSON.stringify(night) : files[name];
      return name === lacking ? new Response('', {status: 404}) : new Response(body);
    }));
  const asked = () => fake?.calls.map(({url}) => url.replace(folder, '')).sort();

  it('is read from all of them, each relative to it and in its own way', async () => {
    serve({settings: {currency: 'SEK'}, ...plain});
    const {dataset} = await load({src: `${folder}night.json`, options: {}});
    expect(asked()).to.deep.equal(['deals.csv', 'leads.csv', 'night.json']);
    expect(dataset.rows).to.deep.equal({deals: {read: 2, accepted: 2, rejected: 0}, leads: {read: 1, accepted: 1, rejected: 0}});
    expect(dataset.settings.currency).to.equal('SEK');
    expect(dataset.recognised.get('deals')?.fields.get('amount')).to.equal('Värde');
    expect(dataset.references).to.be.undefined;
  });

  it('has the rows that stand in it too, and stage changes at their deals', async () => {
    serve({deals: [{id: '1', amount: 5, status: 'won', closedAt: '2026-07-01'}], stageHistory: {src: 'history.csv'}});
    const {dataset} = await load({src: `${folder}night.json`, options: {}});
    expect(dataset.rows.deals.accepted).to.equal(1);
    expect(dataset.tables.get('deals')?.columns.get('stageHistory')?.type).to.equal('list');
  });

  it('may be a Frictionless Data Package', async () => {
    const fields = {id: 'Nr', amount: 'Värde'};
    serve(frictionless);
    const {dataset} = await load({src: `${folder}night.json`, options: {fields}});
    expect(dataset.rows).to.deep.equal({leads: {read: 1, accepted: 1, rejected: 0}, deals: {read: 2, accepted: 2, rejected: 0}});
  });

  it('is the same to all who ask for it, and asks for a file once', async () => {
    serve(plain);
    const request = {src: `${folder}night.json`, options: {}};
    const [one, two] = await Promise.all([load(request), load(request)]);
    const three = await load(request);
    expect(new Set([one, two, three].map(({dataset}) => dataset)).size).to.equal(1);
    expect(fake?.calls).to.have.length(3);
  });

  it('fails with the file that fails', async () => {
    serve(plain, 'leads.csv');
    expect(await failure({src: `${folder}night.json`, options: {}})).to.include({code: 'not-found', url: `${folder}leads.csv`});
  });

  it('refers no further than once, and to each table once', async () => {
    serve({deals: {src: 'night.json'}});
    expect(await failure({src: `${folder}night.json`, options: {}})).to.include({code: 'unreadable'});
    fake?.restore();
    serve({deals: plain.deals, more: {...plain.deals, table: 'deals'}});
    const {problem} = await failure({src: `${folder}night.json`, options: {}, reload: true});
    expect(problem).to.deep.include({code: 'duplicate-header', table: 'deals'});
  });

  it('gives the headers of the page to its own origin alone', async () => {
    serve({deals: plain.deals, leads: {src: 'https://elsewhere.example/leads.csv'}});
    const requestInit = () => ({headers: {authorization: 'secret'}});
    await load({src: `${folder}night.json`, options: {}, requestInit});
    const told = fake?.calls.map(({url, init}) => [url.split('/').at(-1), new Headers(init.headers).get('authorization')]);
    expect(told).to.deep.equal([
      ['night.json', 'secret'],
      ['deals.csv', 'secret'],
      ['leads.csv', null]
    ]);
  });

  it('may be handed over, or stand in the element: then relative to the page', async () => {
    serve({});
    for (const hand of [
      (element: KpiCard, dataset: object) => (element.data = dataset),
      (element: KpiCard, dataset: object) => {
        const script = Object.assign(document.createElement('script'), {type: 'application/json', textContent: JSON.stringify(dataset)});
        element.replaceChildren(script);
      }
    ]) {
      const element = await fixture<KpiCard>(html`<kpi-card period="2026-07" as-of="2026-07-31"></kpi-card>`);
      const src = new URL(`${folder}deals.csv`).pathname.slice(1);
      hand(element, {deals: {...plain.deals, src: `../../${src}`}});
      await new Promise((resolve) => element.addEventListener('kpi-load', resolve, {once: true}));
      expect(element.records?.rows.deals.accepted).to.equal(2);
    }
    expect(new Set(asked())).to.deep.equal(new Set(['deals.csv']));
  });
});
