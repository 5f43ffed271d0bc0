import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../src/index.js';
import type {KpiCard} from '../../src/index.js';
import type {} from './violations.js';
import {choose} from '../elements/choose.js';

const tags = ['kpi-card', 'kpi-trend', 'rep-leaderboard', 'funnel-chart'];
const rows = [1, 2, 3, 4, 5, 6].map((month) => ({
  id: month,
  ownerId: `Rep 0${month}`,
  amount: 1000 * month,
  status: 'won',
  stage: 'Lead',
  createdAt: `2026-0${month}-02`,
  closedAt: `2026-0${month}-15`
}));

const all = (element: Element, selector: string) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];

/** Waits for elements, of this page or of a frame. */
async function settle(elements: Iterable<Element>): Promise<KpiCard[]> {
  const cards = [...elements] as KpiCard[];
  for (const element of cards) {
    await customElements.whenDefined(element.localName);
    await element.loadComplete;
  }
  return cards;
}

describe('under a strict content security policy', () => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
  const own = (path: string) => new URL(path, import.meta.url).href;

  /** A page of the four elements, one of them with records of its own; `tag` is the policy's. */
  const pageOf = (script: string, allowed = policy) => `<!doctype html>
    <html lang="en">
      <meta http-equiv="Content-Security-Policy" content="${allowed}">
      <script type="module" src="${own('violations.ts')}"></script>
      ${script}
      ${tags.map((tag) => `<${tag} src="${own('../../demo/data/sample.json')}"></${tag}>`).join('')}
      <kpi-card period="2026" as-of="2026-12-31"><script type="application/json">${JSON.stringify(rows)}</script></kpi-card>
    </html>`;

  for (const [name, path, type] of [
    ['the modules', '../../src/index.ts', 'module'],
    ['the built module', '../../dist/cdn/sales-kpi-elements.js', 'module'],
    ['the built script', '../../dist/cdn/sales-kpi-elements.iife.js', '']
  ])
    it(`the four draw, switch to their tables, read out, explain themselves and are exported, with nothing in their way: ${name}`, async function () {
      if (!(await fetch(own(path), {method: 'HEAD'})).ok) {
        console.warn(`SKIPPED: nothing is built yet, so ${path} is not checked`);
        return this.skip();
      }
      const frame = document.createElement('iframe');
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      frame.width = '800';
      frame.srcdoc = pageOf(`<script ${type && `type="${type}"`} src="${own(path)}"></script>`);
      await fixture(html`<div>${frame}</div>`);
      await loaded;
      const page = frame.contentDocument;
      const elements = await settle(page?.querySelectorAll(`:is(${tags.join()})`) ?? []);
      expect(elements).to.have.length(5);
      for (const element of elements) {
        expect(all(element, '[part=message]'), element.localName).to.be.empty;
        expect(element.shadowRoot?.textContent, element.localName).to.match(/\d/);
        for (const node of all(element, '[tabindex="0"], summary')) {
          node.focus();
          node.click();
        }
        await element.updateComplete;
        if (element.localName !== 'rep-leaderboard') await choose(element, 'table');
        expect(await element.toSVG(), element.localName).to.match(/^<svg.*\d.*<\/svg>$/s);
        expect(await element.toPNG(), element.localName).to.have.property('type', 'image/png');
        expect(await element.toCSV(), element.localName).to.match(/\d/);
        await choose(element, 'explanation');
        await waitUntil(() => all(element, 'dialog dd').length > 3);
        all(element, '[part=explanation-close]')[0].click();
      }
      expect(all(elements[0], '[part=table]')).to.have.length(1);
      expect(all(elements[4], '[part=table]')).to.have.length(1);
      expect(frame.contentWindow?.violations).to.deep.equal([]);
    });

  for (const [name, names, workers] of [
    ['in a worker, where the page lists its policy', ' sales-kpi-elements', 1],
    ['by the page, where it does not, and says so once', '', 0]
  ] as const)
    it(`what is large is read ${name}`, async () => {
      const row = `won,2026-07-15,${'x'.repeat(640)}`;
      const text = `id,amount,status,closed,note\n${Array.from({length: 100_000}, (_, id) => `${String(id)},5,${row}`).join('\n')}`;
      const src = URL.createObjectURL(new Blob([text]));
      const frame = document.createElement('iframe');
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      frame.srcdoc = pageOf(
        `<script type="module" src="${own('../../src/index.ts')}"></script>`,
        `${policy.replace("connect-src 'self'", "connect-src 'self' blob:")}${names}; worker-src 'self'`
      );
      await fixture(html`<div>${frame}</div>`);
      await loaded;
      const {contentWindow: page, contentDocument: doc} = frame as unknown as {contentWindow: typeof window; contentDocument: Document};
      const RealWorker = page.Worker;
      let started = 0;
      page.Worker = function (...given: ConstructorParameters<typeof Worker>) {
        started++;
        return new RealWorker(...given);
      } as unknown as typeof Worker;
      await settle(doc.querySelectorAll(`:is(${tags.join()})`));
      const card: KpiCard = doc.createElement('kpi-card');
      Object.assign(card, {src, maxBytes: 100_000_000, period: '2026-07', asOf: '2026-07-31'});
      doc.body.append(card);
      await card.updateComplete;
      await card.loadComplete;
      URL.revokeObjectURL(src);
      expect(card.result?.value).to.equal(500_000);
      expect([started, page.violations?.length], page.violations?.join()).to.deep.equal([workers, 1 - workers]);
    });

  /** A card of the built module on a page that lets it have only these of the files beside it; undefined where nothing is built. */
  async function withFiles(files: readonly string[], attributes: string): Promise<KpiCard | undefined> {
    const path = '../../dist/cdn/sales-kpi-elements.js';
    if (!(await fetch(own(path), {method: 'HEAD'})).ok) {
      console.warn(`SKIPPED: nothing is built yet, so ${path} is not checked`);
      return undefined;
    }
    const allowed = [own(path), ...files.map((name) => own(path.replace('.js', `.${name}.js`)))];
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="script-src ${allowed.join(' ')}">
      <script type="module" src="${own(path)}"></script>
      <kpi-card ${attributes}><script type="application/json">${JSON.stringify(rows)}</script></kpi-card>`;
    await fixture(html`<div>${frame}</div>`);
    await loaded;
    const [card] = await settle(frame.contentDocument?.querySelectorAll('kpi-card') ?? []);
    return card;
  }

  it('a menu whose file does not come says so and keeps its table', async function () {
    const card = await withFiles(['figures'], 'period="2026" as-of="2026-12-31"');
    if (!card) return this.skip();
    all(card, '[part=menu-button]')[0].click();
    await waitUntil(() => all(card, '[part=menu-message]')[0]?.textContent === 'The rest of the menu could not be loaded.');
    expect(all(card, '[role=menuitem]').map((item) => item.textContent.trim())).to.deep.equal(['View as table']);
    await choose(card, 'table');
    expect(all(card, '[part=table]')).to.have.length(1);
    expect(await card.toCSV().then(() => 'done', String)).to.match(/^TypeError/);
  });

  it('an element whose file that computes does not come says so, in words, and can try again', async function () {
    const card = await withFiles([], 'kpi="win-rate"');
    if (!card) return this.skip();
    expect(card.matches(':state(error)')).to.be.true;
    expect(all(card, '[part=heading]')[0].textContent).to.equal('Win rate');
    expect(all(card, '[part=message]')[0].textContent).to.match(
      /The data could not be reached\s+Network, CORS or the page’s policy stopped it/
    );
    expect(all(card, '[part=retry]')[0].textContent).to.equal('Try again');
  });

  it('a page that would break it is caught: the test can fail', async () => {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    frame.srcdoc = pageOf('');
    await fixture(html`<div>${frame}</div>`);
    await loaded;
    frame.contentDocument?.body.setAttribute('style', 'color: red');
    await waitUntil(() => frame.contentWindow?.violations?.join().includes('style-src'));
  });
});

describe('on a hostile page', () => {
  /** What a page's rules could make illegible. */
  const looks = (element: Element) =>
    all(element, 'article, article *:not(slot)').map((node) => {
      const {color, fontSize, fontWeight, textTransform, letterSpacing, lineHeight, wordSpacing, textIndent, opacity, visibility} =
        getComputedStyle(node);
      return [
        node.className,
        color,
        fontSize,
        fontWeight,
        textTransform,
        letterSpacing,
        lineHeight,
        wordSpacing,
        textIndent,
        opacity,
        visibility
      ].join(' ');
    });
  const words = (element: Element) => element.shadowRoot?.textContent;

  for (const [name, css] of [
    ['that colours, shouts and enlarges', '* {color: red !important; text-transform: uppercase !important; font-size: 40px !important}'],
    [
      'that spaces and indents',
      '* {letter-spacing: 1em !important; word-spacing: 2em; line-height: 4 !important; text-indent: 50px; font-weight: 900}'
    ],
    ['that shrinks its root', 'html {font-size: 62.5%} body {font-size: 0.8rem; font-variant: small-caps}'],
    ['that styles bare tags', 'h3, p, b, table, td, button, svg, text, details {all: revert; color: red; display: none; font-size: 60px}']
  ])
    it(`${name} all figures look as ever`, async () => {
      const page = await fixture(html`<div>${tags.map((tag) => document.createElement(tag))}</div>`);
      for (const element of page.children) Object.assign(element, {data: rows, period: '2026', asOf: '2026-12-31'});
      const elements = await settle(page.children);
      const before = elements.map(looks);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      try {
        expect(elements.map(looks)).to.deep.equal(before);
      } finally {
        document.adoptedStyleSheets.pop();
      }
    });

  it('that reads from right to left all figures stay in order and in place', async () => {
    document.documentElement.dir = 'rtl';
    try {
      const page = await fixture(html`<div>${tags.map((tag) => document.createElement(tag))}</div>`);
      for (const element of page.children) Object.assign(element, {data: rows, period: '2026', asOf: '2026-12-31'});
      for (const element of await settle(page.children)) {
        expect(words(element)).to.match(/2026/);
        const {left, right} = element.getBoundingClientRect();
        for (const node of all(element, 'h3, p:not(.spoken), button, td, th')) {
          const box = node.getBoundingClientRect();
          expect(box.left, node.outerHTML).to.be.at.least(left);
          expect(box.right, node.outerHTML).to.be.at.most(right);
        }
      }
    } finally {
      document.documentElement.dir = '';
    }
  });

  it('that hides an element hides all of it', async () => {
    const element = await fixture<KpiCard>(html`<kpi-card .data=${rows} period="2026" as-of="2026-12-31"></kpi-card>`);
    await element.loadComplete;
    element.hidden = true;
    expect(element.getBoundingClientRect().height).to.equal(0);
    element.hidden = false;
    element.style.visibility = 'hidden';
    expect(getComputedStyle(all(element, '[part=value]')[0]).visibility).to.equal('hidden');
  });
});
