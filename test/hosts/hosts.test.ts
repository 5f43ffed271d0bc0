import {expect, fixture, html} from '@open-wc/testing';
import {pages as table} from './pages.js';

interface Page {
  readonly problems?: RegExp;
  readonly shows?: 'none' | 'others';
  readonly sandbox?: string;
  readonly bundles?: readonly string[];
}

/** What a page tells of itself, once all has come to rest. */
interface Report {
  readonly texts: readonly string[];
  readonly problems: readonly string[];
  readonly requests: readonly string[];
}

const pages = Object.entries(table as Readonly<Record<string, Page>>);

async function visit(name: string, bundle: string): Promise<Report> {
  const {sandbox} = Object.fromEntries(pages)[name];
  const frame = document.createElement('iframe');
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  Object.assign(frame, {width: '900', height: '800', src: `/hosts/${encodeURIComponent(name)}/${bundle}`});
  const report = new Promise<Report>((resolve) => {
    addEventListener('message', function listen({source, data}: MessageEvent<Report>) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve(data);
    });
  });
  await fixture(html`<div>${frame}</div>`);
  return report;
}

describe('a page that has', () => {
  let plain: readonly string[];

  before(async function () {
    if (!(await fetch('/dist/cdn/sales-kpi-elements.iife.js', {method: 'HEAD'})).ok) {
      console.warn('SKIPPED: nothing is built yet, so no page has the built files');
      return this.skip();
    }
    plain = (await visit('plain', 'esm')).texts;
    expect(plain[0]).to.contain('7,500.50');
    expect(plain).to.have.length(5);
  });

  it('records in a blob: URL that it does not let be fetched says so', async () => {
    const {texts} = await visit('H7: records in a blob: URL that may not be fetched', 'esm');
    expect(texts[0]).to.match(/The data could not be reached Network, CORS or the page’s policy stopped it\..*Try again/);
  }).timeout(20_000);

  for (const [name, {problems = /^$/, shows = 'all', bundles = ['esm', 'iife']}] of pages)
    for (const bundle of bundles)
      it(`${name}: ${shows === 'none' ? 'draws nothing, and goes on' : 'shows the same as any'}, ${bundle}`, async () => {
        const report = await visit(name, bundle);
        const texts = report.texts.slice(0, 5);
        if (shows === 'all') expect(texts).to.deep.equal(plain);
        else if (shows === 'others') expect(texts.slice(1)).to.deep.equal(plain.slice(1));
        else expect(texts.filter((text) => /\d,\d/.test(text))).to.be.empty;
        expect(report.texts.slice(5).filter((text) => text !== plain[0])).to.be.empty;
        expect(report.problems.filter((problem) => !problems.test(problem))).to.be.empty;
        if (shows === 'none') expect(report.problems).not.to.be.empty;
        expect(report.requests.filter((url) => new URL(url).origin !== location.origin && !url.startsWith('data:'))).to.be.empty;
      });
});
