import {copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium, type Browser} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {browser as found} from '../../scripts/browser.js';

const script = 'sales-kpi-elements.iife.js';
const built = fileURLToPath(new URL(`../../dist/cdn/${script}`, import.meta.url));
const rows = [{id: '1', owner: 'Rep 04', amount: 1200, status: 'won', createdAt: '2026-10-01', closedAt: '2026-10-20'}];
const page = `<!doctype html><script src="${script}" defer></script>
  <kpi-card period="2026"><script type="application/json">${JSON.stringify(rows)}</script></kpi-card>
  <kpi-card period="2026" src="deals.json"></kpi-card>`;

if (!existsSync(built)) console.warn('SKIPPED: nothing is built yet, so no folder has the built file');

describe.skipIf(!existsSync(built))('a page opened from a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sales-kpi-folder-'));
  let browser: Browser;

  beforeAll(async () => {
    const {path, sandbox, args} = await found();
    browser = await chromium.launch({executablePath: path, chromiumSandbox: sandbox, args});
    copyFileSync(built, join(folder, script));
    writeFileSync(join(folder, 'page.html'), page);
    writeFileSync(join(folder, 'deals.json'), JSON.stringify(rows));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, {recursive: true});
  });

  it('shows the records that stand in it, and of a file beside it says what a browser forbids there', async () => {
    const opened = await browser.newPage();
    const errors: string[] = [];
    opened.on('pageerror', ({message}) => errors.push(message));
    await opened.goto(pathToFileURL(join(folder, 'page.html')).href);
    const [inline, beside] = await opened.locator('kpi-card').all();
    await inline.locator('[part~=value]').waitFor();
    expect(await inline.locator('[part~=value]').textContent()).toContain('1,200');
    const message = beside.locator('[part~=message]');
    await message.waitFor();
    expect(await message.textContent()).toContain('Open it through a web server, or put the records into the page.');
    expect(errors).toEqual([]);
  });
});
