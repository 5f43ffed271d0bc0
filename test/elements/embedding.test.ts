import {aTimeout, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import '../../src/index.js';
import {KpiCard, type KpiErrorEvent, type KpiLoadEvent} from '../../src/index.js';
import {fakeFetch, never, someAddress, type FakeFetch} from '../source/fake-fetch.js';
import {choose} from './choose.js';

const csv = 'id,ownerId,amount,status,createdAt,closedAt\n1,Rep 04,100,won,2026-07-01,2026-07-15\n2,Rep 07,250,won,2026-07-01,2026-07-20\n';
const rows = [1, 2].map((id) => ({
  id,
  ownerId: `Rep 0${id}`,
  amount: 100 * id,
  status: 'won',
  createdAt: '2026-07-01',
  closedAt: '2026-07-15'
}));
const tags = ['kpi-card', 'kpi-trend', 'rep-leaderboard', 'funnel-chart'] as const;

const value = (element: Element) => element.shadowRoot?.querySelector('[part=value] .spoken')?.textContent;
const heading = (element: Element) => element.shadowRoot?.querySelector('h3')?.textContent.trim();

/** A card whose view counts how often it is computed. */
class CountingCard extends KpiCard {
  views = 0;

  protected override view(...given: Parameters<KpiCard['view']>): ReturnType<KpiCard['view']> {
    this.views++;
    return super.view(...given);
  }
}
if (!customElements.get('counting-card')) customElements.define('counting-card', CountingCard);

async function card(properties: Partial<KpiCard> = {}): Promise<CountingCard> {
  const element = await fixture<CountingCard>(html`<counting-card period="2026-07" as-of="2026-07-31"></counting-card>`);
  Object.assign(element, properties);
  await element.loadComplete;
  return element;
}

describe('an element on a page', () => {
  let fake: FakeFetch | undefined;
  afterEach(() => {
    fake?.restore();
    fake = undefined;
  });

  describe('takes its records', () => {
    const script = (text: string) => {
      const element = document.createElement('script');
      element.type = 'application/json';
      element.textContent = text;
      return element;
    };

    for (const [name, data] of [
      ['as rows', rows],
      ['as a dataset', {deals: rows, settings: {currency: 'SEK'}}],
      ['as columns', {deals: {id: [1, 2], amount: [100, 200], status: ['won', 'won'], closedAt: ['2026-07-15', '2026-07-16']}}],
      ['as the text of a CSV', 'id,amount,status,closedAt\n1,300,won,2026-07-15\n'],
      ['as the text of a JSON', JSON.stringify(rows)]
    ] as const)
      it(name, async () => expect(value(await card({data}))).to.match(/300/));

    it('from a JSON script inside it, there from the start, changed for another or added later', async () => {
      const element = await card();
      for (const amount of [5, 7]) {
        element.replaceChildren(script(JSON.stringify([{...rows[0], amount}])));
        await oneEvent(element, 'kpi-load');
        expect(value(element)).to.equal(String(amount));
      }
      element.replaceChildren();
      await waitUntil(() => element.matches(':state(empty)'));
      const parsed = await fixture<KpiCard>(
        `<kpi-card period="2026-07" as-of="2026-07-31"><script type="application/json">${JSON.stringify(rows)}</script></kpi-card>`
      );
      await parsed.loadComplete;
      expect(value(parsed)).to.equal('300');
      expect(parsed.innerText.trim(), 'the script is not shown').not.to.contain('amount');
    });

    it('from a script once the page is parsed: until then its text may not be whole', async () => {
      const parse = (state: DocumentReadyState) => Object.defineProperty(document, 'readyState', {value: state, configurable: true});
      parse('loading');
      try {
        const [element, bare] = [await card(), await card()];
        const json = script('[{"id": 1, "amount"');
        element.append(json);
        await element.updateComplete;
        for (const each of [element, bare]) expect(each.matches(':state(loading)')).to.be.true;
        json.textContent = JSON.stringify(rows);
        parse('interactive');
        document.dispatchEvent(new Event('DOMContentLoaded'));
        await element.loadComplete;
        expect(value(element)).to.equal('300');
        expect(bare.matches(':state(empty)')).to.be.true;
      } finally {
        Reflect.deleteProperty(document, 'readyState');
      }
    });

    it('from `data` before `src` before the script', async () => {
      fake = fakeFetch(() => new Response(csv));
      const element = await card({src: someAddress(), data: rows});
      element.append(script(JSON.stringify([rows[0]])));
      await element.loadComplete;
      expect(fake.calls).to.be.empty;
      expect(value(element)).to.equal('300');
      element.data = undefined;
      await element.loadComplete;
      expect(value(element)).to.equal('350');
      element.src = undefined;
      await element.loadComplete;
      expect(value(element)).to.equal('100');
    });

    it('from a data: address, without a request', async () => {
      fake = fakeFetch(never);
      expect(value(await card({src: `data:text/csv,${encodeURIComponent(csv)}`}))).to.equal('350');
      expect(fake.calls).to.be.empty;
    });

    it('of another table', async () => {
      const data = 'id,createdAt,status\n1,2026-07-02,converted\n2,2026-07-03,new\n';
      const element = await card({data, table: 'leads'});
      expect(element.records?.rows).to.deep.equal({leads: {read: 2, accepted: 2, rejected: 0}});
    });

    it('as they were when handed over: nothing in them changes', async () => {
      const freeze = (node: object): object => {
        for (const child of Object.values(node) as unknown[]) if (typeof child === 'object' && child) freeze(child);
        return Object.freeze(node);
      };
      expect(value(await card({data: freeze({deals: rows.map((row) => ({...row}))})}))).to.equal('300');
    });
  });

  describe('far from what is seen', () => {
    const isLaidOut = (element: Element) =>
      element.shadowRoot?.querySelector('[part=value]')?.checkVisibility({contentVisibilityAuto: true}) ?? false;

    it('is laid out when there is nothing else to do, and looks like any other then', async () => {
      const {height} = (await card({data: rows})).getBoundingClientRect();
      const page = await fixture(html`<div style="padding-top: 20000px"><kpi-card .data=${rows} as-of="2026-07-20"></kpi-card></div>`);
      const element = page.firstElementChild as KpiCard;
      const frame = element.shadowRoot?.querySelector('.frame') as Element;
      await new Promise((resolve) => {
        new MutationObserver(resolve).observe(frame, {attributeFilter: ['class']});
      });
      expect(frame.matches('.far')).to.be.true;
      expect(element.getBoundingClientRect().height, 'keeps some room').to.be.greaterThan(100);
      await waitUntil(() => !frame.matches('.far'));
      expect(isLaidOut(element)).to.be.true;
      expect(element.getBoundingClientRect().height).to.equal(height);
    });

    it('is no concern of one that is seen at first: it is never drawn without its contents', async () => {
      const element = await card({data: rows});
      expect(isLaidOut(element)).to.be.true;
      await aTimeout(100);
      element.style.marginTop = '20000px';
      await aTimeout(100);
      expect(isLaidOut(element)).to.be.true;
    });
  });

  it('shares one request with all elements of the same address', async () => {
    fake = fakeFetch(() => new Response(csv));
    const src = someAddress();
    const page = await fixture(html`<div>${tags.map((tag) => document.createElement(tag))}</div>`);
    for (const element of page.children) element.setAttribute('src', src);
    const elements = [...page.children] as KpiCard[];
    await Promise.all(elements.map((element) => element.updateComplete.then(() => element.loadComplete)));
    expect(fake.calls).to.have.length(1);
    expect(new Set(elements.map(({records}) => records)).size, 'and one reading').to.equal(1);
    expect(elements[0].records?.rows.deals.accepted).to.equal(2);
    const late = await card({src});
    expect([fake.calls.length, late.records]).to.deep.equal([1, elements[0].records]);
  });

  it('shows hostile text as text', async () => {
    const hostile = ['<img src=x onerror=alert(1)>', '${alert(1)}{{1}}', '__proto__', 'constructor'];
    const data = {deals: hostile.map((name, id) => ({...rows[0], id, ownerId: name, stage: name, amount: id === 0 ? name : 100}))};
    const page = await fixture(html`<div>${tags.map((tag) => document.createElement(tag))}</div>`);
    for (const element of page.children as Iterable<Element & Partial<KpiCard>>) {
      Object.assign(element, {data, period: '2026-07', asOf: '2026-07-31', heading: hostile[0]});
      await element.loadComplete;
      const root = element.shadowRoot;
      expect(root?.querySelectorAll('img, script'), element.localName).to.be.empty;
      expect(root?.querySelector('h3')?.textContent.trim()).to.equal(hostile[0]);
      expect(root?.textContent, 'in the row left out, or where reps and stages are named').to.contain(
        `amount: not a number: ${hostile[0]}`
      );
    }
  });

  it('takes properties set before its definition is there', async () => {
    const element: Element & Partial<KpiCard> = document.createElement('late-card');
    Object.assign(element, {data: rows, period: '2026-07', asOf: '2026-07-31', kpi: 'win-rate'});
    await fixture(html`${element}`);
    if (!customElements.get('late-card')) customElements.define('late-card', class extends KpiCard {});
    await element.loadComplete;
    expect(value(element)).to.equal('2 of 2');
    element.kpi = 'total-sales';
    await element.updateComplete;
    expect(value(element), 'and follows them after').to.equal('300');
  });

  for (const tag of tags)
    it(`can be had by class and tag: ${tag}`, () => {
      expect(document.createElement(tag)).to.be.instanceOf(customElements.get(tag));
    });

  describe('tells the page', () => {
    it('what it loaded, once it is shown, through any shadow root', async () => {
      const seen: unknown[] = [];
      const listen = (event: KpiLoadEvent) => seen.push(event.detail, value(event.composedPath()[0] as Element));
      document.addEventListener('kpi-load', listen);
      const host = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement('kpi-card');
      host.attachShadow({mode: 'open'}).append(element);
      Object.assign(element, {data: `${csv}3,Rep 07,x,won,2026-07-01,2026-07-21\n`, period: '2026-07', asOf: '2026-07-31'});
      await element.loadComplete;
      document.removeEventListener('kpi-load', listen);
      const issue = {table: 'deals', row: 3, column: 'amount', reason: 'not-a-number', value: 'x'};
      expect(seen).to.deep.equal([{rows: 2, rejected: 1, issues: [issue], latest: '2026-07-20'}, '350']);
    });

    it('what stood in the way of reading', async () => {
      const element = await fixture<KpiCard>(html`<kpi-card></kpi-card>`);
      const failed = oneEvent<KpiErrorEvent>(element, 'kpi-error');
      element.data = '[{"id": 1';
      const {detail, bubbles, composed} = await failed;
      expect([bubbles, composed]).to.deep.equal([true, true]);
      expect(detail).to.deep.include({code: 'unreadable', url: '', problem: {code: 'not-json', byte: 9}});
    });
  });

  describe('speaks the language', () => {
    it('it has words of, and says nothing in another while they load', async () => {
      const said: (string | undefined)[] = [];
      const element = new KpiCard();
      Object.assign(element, {lang: 'sv', data: rows});
      await fixture(html`<div>${element}</div>`);
      new MutationObserver(() => said.push(heading(element))).observe(element.shadowRoot as Node, {subtree: true, childList: true});
      said.push(heading(element));
      await element.loadComplete;
      said.push(heading(element));
      expect(said.filter((heard) => heard !== '' && heard !== 'Total försäljning')).to.be.empty;
      expect(said.at(-1)).to.equal('Total försäljning');
    });

    it('of the page, and follows it', async () => {
      const element = await card({data: rows});
      expect(heading(element)).to.equal('Total sales');
      const before = document.documentElement.lang;
      document.documentElement.lang = 'sv';
      await waitUntil(() => heading(element) === 'Total försäljning');
      document.documentElement.lang = before;
      await waitUntil(() => heading(element) === 'Total sales');
    });

    it('of the place it is in, across shadow roots, and of a place it moves to', async () => {
      const [swedish, english] = ['sv', 'en'].map((lang) => {
        const host = Object.assign(document.createElement('div'), {lang});
        host.attachShadow({mode: 'open'});
        return host;
      });
      await fixture(html`${swedish}${english}`);
      const element = new KpiCard();
      element.data = rows;
      for (const [host, words] of [
        [swedish, 'Total försäljning'],
        [english, 'Total sales']
      ] as const) {
        host.shadowRoot?.append(element);
        await element.loadComplete;
        expect(heading(element)).to.equal(words);
      }
    });

    for (const lang of ['', 'xx', 'en_GB', 'not a language', 'zz-ZZ-zz'])
      it(`falls back to English: lang="${lang}"`, async () => expect(heading(await card({lang, data: rows}))).to.equal('Total sales'));
  });

  describe('does nothing in vain', () => {
    it('computes its view once for the same records, query and language', async () => {
      const element = await card({data: rows});
      expect(element.views).to.equal(1);
      element.requestUpdate();
      await element.updateComplete;
      element.setAttribute('period', '2026-07');
      document.documentElement.dir = 'rtl';
      await aTimeout(0);
      await element.updateComplete;
      document.documentElement.dir = '';
      await choose(element, 'table');
      expect(element.views).to.equal(1);
      for (const change of [
        {period: '2026-06'},
        {target: 5},
        {heading: 'Sales'},
        {filter: {rep: 'Rep 01'}},
        {lang: 'sv'},
        {data: [...rows]}
      ]) {
        const {views} = element;
        Object.assign(element, change);
        await element.updateComplete;
        await element.loadComplete;
        expect(element.views, Object.keys(change)[0]).to.equal(views + 1);
      }
    });

    for (const [name, move] of [
      ['by append', (element: Element, to: Element) => to.append(element)],
      [
        'by moveBefore',
        (element: Element, to: Element) => (to as Element & {moveBefore: (node: Element, before: null) => void}).moveBefore(element, null)
      ]
    ] as const)
      it(`goes on loading when it is moved ${name}, and does not load again`, async () => {
        let answer: (response: Response) => unknown = never;
        fake = fakeFetch(() => new Promise((resolve) => (answer = resolve)));
        const to = await fixture(html`<div></div>`);
        const element = await fixture<CountingCard>(
          html`<counting-card period="2026-07" as-of="2026-07-31" src=${someAddress()}></counting-card>`
        );
        move(element, to);
        await element.updateComplete;
        answer(new Response(csv));
        await element.loadComplete;
        expect(value(element)).to.equal('350');
        await choose(element, 'table');
        move(element, await fixture(html`<div></div>`));
        await element.updateComplete;
        expect([fake.calls.length, element.views], 'figures and table stay').to.deep.equal([1, 1]);
        expect(element.shadowRoot?.querySelector('[part=table]')).to.exist;
        expect((fake.calls[0].init.signal as AbortSignal).aborted).to.be.false;
      });

    it('leaves nothing behind: no request, no event, no ear for the page', async () => {
      let answer: (response: Response) => unknown = never;
      fake = fakeFetch(() => new Promise((resolve) => (answer = resolve)));
      const element = await fixture<KpiCard>(html`<kpi-card src=${someAddress()}></kpi-card>`);
      let heard = 0;
      for (const type of ['kpi-load', 'kpi-error']) element.addEventListener(type, () => heard++);
      element.remove();
      element.requestUpdate = () => heard++;
      document.documentElement.dir = 'rtl';
      await waitUntil(() => (fake?.calls[0].init.signal as AbortSignal).aborted);
      document.documentElement.dir = '';
      answer(new Response(csv));
      await aTimeout(0);
      expect(heard).to.equal(0);
    });
  });
});
