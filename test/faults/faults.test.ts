import {executeServerCommand} from '@web/test-runner-commands';
import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../src/elements/kpi-card/define.js';
import type {KpiErrorEvent} from '../../src/elements/events.js';
import type {KpiCard} from '../../src/elements/kpi-card/define.js';
import type {KpiState} from '../../src/elements/states.js';
import {fastClock} from '../source/fake-clock.js';

/** What a fault comes to: the state, what it says, its code, and how often the server is asked. */
interface Outcome {
  readonly state: KpiState;
  readonly says?: RegExp;
  readonly code?: string;
  readonly requests: number;
  readonly value?: string;
}

const ready: Outcome = {state: 'ready', requests: 1, value: '350'};
const fails = (code: string, says: RegExp, requests = 1): Outcome => ({
  state: code === 'sign-in' ? 'signin' : 'error',
  code,
  says,
  requests
});

/** By number and name: the fault, what a first load comes to and, where that is not the same, a refresh of good figures. */
const table: readonly (readonly [name: string, fault: string, first: Outcome, refreshed?: Partial<Outcome>])[] = [
  ['1: an answer after 50 ms', 'late', ready],
  ['2: an answer after 5 s', 'slow', ready],
  ['3: no answer', 'never', fails('timeout', /No answer in time/, 4)],
  ['4: an answer that stalls', 'stalls', fails('stalled', /The answer stopped after 1 kB/, 4)],
  ['5: an answer that drips', 'drips', fails('slow', /Not done in 60 s/, 2)],
  ['7: a reset in the middle', 'reset', fails('interrupted', /The answer was cut off/, 4)],
  ['8: a length that is too long', 'too-long', fails('interrupted', /The answer was cut off/, 4)],
  ['9: a chunk that is cut', 'cut-chunk', fails('interrupted', /The answer was cut off/, 4)],
  ['10: a connection that ends between two rows', 'close-delimited', {...ready, value: '100'}],
  ['10: fewer rows than the file says it has', 'trailer', fails('row-count', /Not the rows that were expected 2 instead of 3/)],
  ['11: a login page', 'login', fails('sign-in', /Sign in to see the figures The file is a web page/)],
  ['12: a redirect to a login page here', 'login-here', fails('sign-in', /Sign in to see the figures/)],
  ['13: a redirect to a login page elsewhere', 'login-elsewhere', fails('sign-in', /Sign in to see the figures/, 2)],
  ['14: 401', '401', fails('sign-in', /Sign in to see the figures.*HTTP 401/)],
  ['14: 403', '403', fails('no-access', /No access Ask whoever keeps the export/)],
  ['15: 404', '404', fails('not-found', /Nothing at this address/)],
  ['15: 410', '410', fails('not-found', /Nothing at this address/)],
  ['16: 429 for 2 s', 'limited-2', {...ready, requests: 2}],
  ['16: 429 until a date', 'limited-date', {...ready, requests: 2}],
  ['16: 429 until nobody knows when', 'limited-garbage', {...ready, requests: 2}],
  ['17: 500, 502, 504, then an answer', 'failing-thrice', {...ready, requests: 4}],
  ['18: 503 for ever', '503', fails('server', /The server failed Wait a little/, 4)],
  ['20: 0 bytes', 'empty', fails('empty', /An empty answer/)],
  ['20: 204', '204', {state: 'empty', requests: 1, says: /No rows/}, {state: 'empty', says: /No rows/}],
  ['21: an empty list', 'no-rows', {state: 'empty', requests: 1, says: /No rows/}, {state: 'empty', says: /No rows/}],
  ['22: JSON that is cut', 'cut-json', fails('unreadable', /Not valid JSON at byte 24/)],
  ['22: JSON with more behind it', 'trailing-json', fails('unreadable', /Not valid JSON at byte 27/)],
  ['23: a web page by its content type, rows by its text', 'wrong-type', ready],
  ['23: delimited text by its content type, JSON by its text', 'wrong-type-json', ready],
  ['24: 600 MB in a small gzip', 'bomb', fails('too-large', /Larger than 25 MB/)],
  ['24: 600 MB in a small file', 'bomb-file', fails('too-large', /Larger than 25 MB/)],
  ['24: 30 MB', 'large', fails('too-large', /Larger than 25 MB/)],
  ['25: gzip that is none', 'bad-gzip', fails('bad-gzip', /could not be unpacked/)]
];

let count = 0;
const address = (fault: string, then = '') => `/faults/${fault}/${++count}${then && `?then=${then}`}`;
const asked = async (src: string) => Number(await (await fetch(`/faults/count/${/\d+(?=\?|$)/.exec(src)?.[0]}`)).text());
const elsewhere = (src: string) => {
  const url = new URL(src, location.href);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.href;
};

const part = (element: KpiCard, name: string) => element.shadowRoot?.querySelector(`[part=${name}]`);
const text = (element: KpiCard, name: string) => part(element, name)?.textContent.replace(/\s+/g, ' ').trim();
const value = (element: KpiCard) => element.shadowRoot?.querySelector('[part=value] .spoken')?.textContent;

async function card(properties: Partial<KpiCard>): Promise<KpiCard> {
  const element = await fixture<KpiCard>(html`<kpi-card period="2026-07" as-of="2026-07-31"></kpi-card>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
}

describe('on a bad day an element comes through', () => {
  let restore: () => void;
  let events: KpiErrorEvent['detail'][];
  const listen = ({detail}: KpiErrorEvent) => events.push(detail);

  beforeEach(() => {
    restore = fastClock(50);
    events = [];
    document.addEventListener('kpi-error', listen);
  });

  afterEach(() => {
    restore();
    document.removeEventListener('kpi-error', listen);
  });

  for (const [name, fault, first, refreshed] of table)
    describe(`F${name}`, () => {
      it('at first', async () => {
        const src = address(fault);
        const element = await card({src: `${src}?token=secret`});
        expect(element.matches(':state(loading)')).to.be.true;
        await element.loadComplete;
        expect(element.matches(`:state(${first.state})`), first.state).to.be.true;
        expect(value(element)).to.equal(first.value);
        if (first.says) expect(text(element, 'message')).to.match(first.says);
        expect(await asked(src), 'requests').to.equal(first.requests);
        expect(events.map(({code}) => code)).to.deep.equal(first.code ? [first.code] : []);
        for (const {url} of events) expect(url).to.equal(new URL(src, location.href).href);
        expect(!!part(element, 'retry')).to.equal(!!first.code);
      });

      it('when it refreshes: good figures stay', async () => {
        const src = address('good', fault);
        const element = await card({src});
        await element.loadComplete;
        expect(value(element)).to.equal('400');
        const refresh = element.refresh();
        await element.updateComplete;
        expect([element.matches(':state(ready)'), part(element, 'frame')?.ariaBusy, value(element)]).to.deep.equal([true, 'true', '400']);
        await refresh;
        const {state, says, requests} = {...first, ...(first.code && {state: 'stale'}), ...refreshed};
        expect(element.matches(`:state(${state})`), state).to.be.true;
        expect(element.matches(':state(signin)'), 'signin').to.equal(first.code === 'sign-in');
        if (state === 'stale') {
          expect(value(element)).to.equal('400');
          expect(text(element, 'stale')).to.match(/^Not refreshed: figures of .*Try again$/);
          if (first.code === 'sign-in') expect(text(element, 'stale')).to.contain('Sign in to see the figures');
        } else if (says) expect(text(element, 'message')).to.match(says);
        else expect(value(element)).to.equal(first.value);
        expect(await asked(src), 'requests').to.equal(1 + requests);
        expect(events.map(({code}) => code)).to.deep.equal(first.code ? [first.code] : []);
      });
    });

  it('F6: a server that is not there', async () => {
    const element = await card({src: 'http://localhost:1/deals.csv'});
    await element.loadComplete;
    expect(text(element, 'message')).to.match(/^The data could not be reached Network, CORS or the page’s policy/);
    expect(events.map(({code, attempt, url}) => [code, attempt, url])).to.deep.equal([['unreachable', 4, 'http://localhost:1/deals.csv']]);
  });

  it('F6: no connection: nobody is asked until it is back', async () => {
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    const src = address('good', 'good');
    const element = await card({src});
    await waitUntil(() => element.shadowRoot?.querySelector('.patience')?.textContent.includes('Offline'));
    expect(element.matches(':state(loading)')).to.be.true;
    expect(await asked(src)).to.equal(0);
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await element.loadComplete;
    expect([value(element), await asked(src)]).to.deep.equal(['400', 1]);

    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    const refresh = element.refresh();
    await waitUntil(() => element.matches(':state(stale)'));
    expect(text(element, 'stale')).to.match(/Offline\. Try again$/);
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await refresh;
    expect([element.matches(':state(ready)'), await asked(src)]).to.deep.equal([true, 2]);
    expect(events).to.be.empty;
  });

  it('F10: rows that do not come, where the page says how many there are', async () => {
    const src = address('close-delimited');
    const element = await card({src, expectedRows: 2});
    await element.loadComplete;
    expect(text(element, 'message')).to.match(/^Not the rows that were expected 1 instead of 2: the export was perhaps cut off\./);
    element.expectedRows = 1;
    await element.loadComplete;
    expect([value(element), await asked(src)]).to.deep.equal(['100', 1]);
  });

  it('F23: how the file is not what the server says, where it says how the data was read', async () => {
    for (const [fault, lines] of [
      ['wrong-type', ['sent as another kind of file than it is (Content-Type)']],
      ['wrong-type-json', ['sent as another kind of file than it is (Content-Type)']],
      ['good', []]
    ] as const) {
      const element = await card({src: address(fault)});
      await element.loadComplete;
      expect([...(part(element, 'left-out')?.querySelectorAll('li') ?? [])].map(({textContent}) => textContent.trim())).to.deep.equal(
        lines
      );
    }
  });

  it('F24: 600 MB in a small gzip take no more than 64 MB', async () => {
    restore();
    for (const fault of ['bomb', 'bomb-file']) {
      const watching = executeServerCommand<{first: number; most: number}, undefined>('heap-peak');
      await aTimeout(500);
      const element = await card({src: address(fault)});
      await element.loadComplete;
      expect(element.matches(':state(error)')).to.be.true;
      const {first, most} = await watching;
      expect(most - first).to.be.within(1, 64_000_000);
    }
  });

  it('F14: a token that has run out: the page is asked for another', async () => {
    const src = address('401');
    const tokens = ['old', 'new'];
    const element = await card({src, requestInit: () => ({headers: {authorization: tokens.shift() ?? ''}})});
    await element.loadComplete;
    expect([value(element), await asked(src)]).to.deep.equal(['350', 2]);
    expect(events).to.be.empty;
  });

  it('F16: 429 for an hour: says until when, 10 minutes at most, and leaves no timer', async () => {
    const src = address('limited-3600');
    const element = await card({src});
    const time = (ms: number) => new Intl.DateTimeFormat('en', {timeStyle: 'short'}).format(Date.now() + ms);
    const word = () => element.shadowRoot?.querySelector('.patience')?.textContent.trim();
    await waitUntil(() => word() !== 'Still loading …');
    expect([600_000, 590_000].map((ms) => `The server limits requests until ${time(ms)}`)).to.include(word());
    element.remove();
    expect(await asked(src)).to.equal(1);
  });

  it('F18: 503 for ever, on a hundred elements: four requests in all, an error each, and all recover together', async () => {
    const src = address('503');
    const box = await fixture<HTMLElement>(html`<div>${Array.from({length: 100}, () => html`<kpi-card src=${src}></kpi-card>`)}</div>`);
    const elements = [...box.children] as KpiCard[];
    await Promise.all(elements.map(({loadComplete}) => loadComplete));
    expect(await asked(src)).to.equal(4);
    expect(events.map(({code, attempt}) => `${code} ${attempt}`)).to.deep.equal(Array.from({length: 100}, () => 'server 4'));
    await elements[0].refresh();
    expect(await asked(src), 'one tries again, all wait with it').to.equal(8);
    expect(elements.every((element) => element.matches(':state(error)'))).to.be.true;
  });

  it('an answer for a hundred elements: one request', async () => {
    const src = address('late');
    const box = await fixture<HTMLElement>(
      html`<div>${Array.from({length: 100}, () => html`<kpi-card src=${src} period="2026-07"></kpi-card>`)}</div>`
    );
    const elements = [...box.children] as KpiCard[];
    await Promise.all(elements.map(({loadComplete}) => loadComplete));
    expect(await asked(src)).to.equal(1);
    expect(new Set(elements.map(({records}) => records)).size).to.equal(1);
  });

  it('F19: nothing has changed: the figures are as new as the answer, and not read again', async () => {
    const src = address('not-modified');
    const element = await card({src});
    await element.loadComplete;
    const {records} = element;
    let loads = 0;
    element.addEventListener('kpi-load', () => loads++);
    await element.refresh();
    expect([element.matches(':state(ready)'), value(element), await asked(src), loads]).to.deep.equal([true, '350', 2, 0]);
    expect(element.records).to.equal(records);
  });

  for (const [fault, requestInit] of [
    ['no-cors', undefined],
    ['any-origin', () => ({credentials: 'include'}) as const]
  ] as const)
    it(`F26: ${fault}: names the origin that the server must allow`, async () => {
      const src = address(fault);
      const element = await card({src: elsewhere(src), requestInit});
      await element.loadComplete;
      expect(text(element, 'message')).to.contain(`It must allow ${location.origin} (CORS)`);
      expect(events.map(({code}) => code)).to.deep.equal(['cors']);
      expect(await asked(src)).to.equal(1);
      await element.refresh();
      expect([element.matches(':state(error)'), await asked(src)]).to.deep.equal([true, 2]);
    });

  it('F27: a slow old answer after a fast new one', async () => {
    const [slow, fast] = [address('slow'), address('good')];
    const element = await card({src: slow});
    await waitUntil(async () => (await asked(slow)) === 1, 'it was asked', {timeout: 10_000});
    element.src = fast;
    await element.loadComplete;
    expect(value(element)).to.equal('400');
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    expect([value(element), await asked(slow), await asked(fast)]).to.deep.equal(['400', 1, 1]);
  });
});
