import {expect, fixture, html} from '@open-wc/testing';
import type {KpiCard} from '../../src/index.js';
import {day, parquetFile} from '../source/columnar-files.js';

const bytes = parquetFile({
  id: ['text', ['1']],
  amount: ['cents', [123_450n]],
  status: ['text', ['won']],
  createdAt: ['day', [day('2026-01-05')]],
  closedAt: ['day', [day('2026-02-28')]]
});
const src = `data:application/vnd.apache.parquet;base64,${btoa(String.fromCharCode(...bytes))}`;
const own = (path: string) => new URL(path, import.meta.url).href;

describe('a page of the built file that gets a Parquet file', () => {
  const path = own('../../dist/cdn/sales-kpi-elements.js');

  /** What its card shows. */
  async function shown(head: string): Promise<string> {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    frame.srcdoc = `<!doctype html><html lang="en">${head}
      <script type="module" src="${path}"></script><kpi-card period="2026" as-of="2026-12-31" src="${src}"></kpi-card>`;
    await fixture(html`<div>${frame}</div>`);
    await loaded;
    const card = frame.contentDocument?.querySelector('kpi-card') as KpiCard;
    await card.loadComplete;
    return card.shadowRoot?.querySelector('[part=value] .spoken, [part=message]')?.textContent.replace(/\s+/g, ' ') ?? '';
  }

  before(async function () {
    if ((await fetch(path, {method: 'HEAD'})).ok) return;
    console.warn('SKIPPED: nothing is built yet, so a page without hyparquet is not checked');
    this.skip();
  });

  it('says what it needs where there is no reader', async () => {
    // The test server finds every package, so this one is taken away again, under the address that it was given.
    const chunk = await (await fetch(path.replace('elements.js', 'elements.file-columns.js'))).text();
    const address = /import\(["']([^"']*hyparquet[^"']*)/.exec(chunk)?.[1];
    expect(address).to.be.a('string');
    const imports = {[new URL(address ?? '', location.origin).href]: 'data:text/javascript,throw%200'};
    expect(await shown(`<script type="importmap">${JSON.stringify({imports})}</script>`)).to.include(
      'To read Parquet files, install hyparquet'
    );
  });

  it('reads it where there is one', async () => {
    expect(await shown('')).to.equal('1,234.50');
  });
});
