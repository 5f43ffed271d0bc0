import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright';
import {browser as found} from '../../../scripts/browser.js';
import {built} from './build.js';
import {served} from './pages.js';
import {writeWorkload} from './workload.js';

// `node test/bench/page/selection.js` chooses a rep on a page of 20 linked elements over 100,000 deals, and measures until all of them show it, beside
// one loop over the same rows in the same page that sums what the rep sold for as many elements. Read the ratio, and the longest task.

const rows = 100_000;
const rounds = 7;

const folder = mkdtempSync(join(tmpdir(), 'sales-kpi-bench-'));
process.on('exit', () => rmSync(folder, {recursive: true}));
const outDir = join(folder, 'scripts');
const fileOf = (count, name) => join(folder, String(count), name);
mkdirSync(join(folder, String(rows)));
writeWorkload(rows, (name) => fileOf(rows, name));
await built(outDir, ['ours']);
const server = await served(outDir, fileOf);
const {path, sandbox, args} = await found();
const browser = await chromium.launch({executablePath: path, chromiumSandbox: sandbox, args});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/page/ours/linked/json/${rows}/0`);
const {loop, settled, longest} = await page.evaluate(measured, rounds);
const middle = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
console.log(`20 linked elements, ${rows} deals, medians of ${rounds}`);
console.log(`one loop ${middle(loop).toFixed(1)} ms, a selection ${middle(settled).toFixed(1)} ms`);
console.log(`ratio ${(middle(settled) / middle(loop)).toFixed(2)}, longest task ${longest ? `${longest.toFixed(0)} ms` : 'below 50 ms'}`);
await browser.close();
server.close();

/** Runs in the page. */
async function measured(times) {
  const elements = [...document.querySelectorAll('[group]')];
  await Promise.all(elements.map(({localName}) => customElements.whenDefined(localName)));
  const complete = () => Promise.all(elements.map(({loadComplete}) => loadComplete));
  await complete();
  const board = elements.find(({localName}) => localName === 'rep-leaderboard');
  const deals = (await (await fetch(document.body.dataset.source)).json()).deals;
  const names = board.shadowRoot.querySelectorAll('[part=name]');
  const result = {loop: [], settled: [], longest: 0};
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) result.longest = Math.max(result.longest, duration);
  }).observe({type: 'longtask'});
  await new Promise((done) => setTimeout(done, 500));
  result.longest = 0;
  for (let time = 0; time < times; time++) {
    const rep = deals[time].ownerId;
    let start = performance.now();
    const sums = new Map();
    for (const {ownerId, status, amount, closedAt} of deals)
      if (ownerId === rep && status === 'won') sums.set(closedAt?.slice(0, 7), (sums.get(closedAt?.slice(0, 7)) ?? 0) + amount);
    result.loop.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 100));
    start = performance.now();
    names[time].click();
    await complete();
    result.settled.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 100));
  }
  return result;
}
