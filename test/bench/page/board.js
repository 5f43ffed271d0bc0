import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright';
import {browser as found} from '../../../scripts/browser.js';
import {built} from './build.js';

// `npm run bench:board` shows leaderboards of 50 and of 5,000 reps on as many deals, all rows wanted, and sorts, searches and turns them. They take
// turns in one page, without motion; medians; `first` is from the records handed over to the rows laid out, the others from the press to the same. Read the ratios.

const ROUNDS = 31;

const folder = mkdtempSync(join(tmpdir(), 'sales-kpi-bench-'));
process.on('exit', () => rmSync(folder, {recursive: true}));
await built(folder, ['ours']);
const {path, sandbox, args} = await found();
const browser = await chromium.launch({executablePath: path, chromiumSandbox: sandbox, args});
const page = await browser.newPage({viewport: {width: 1000, height: 2400}, reducedMotion: 'reduce'});
await page.addScriptTag({path: join(folder, 'cdn', 'sales-kpi-elements.iife.js')});
await page.waitForFunction(() => customElements.get('rep-leaderboard'));

const took = await page.evaluate(measured, ROUNDS);
await browser.close();

console.log(`| deals: 50,000 | 50 reps, ms | 5,000 reps, ms | ratio |\n| --- | ---: | ---: | ---: |`);
for (const [name, [few, many]] of Object.entries(took))
  console.log(`| ${name} | ${few.toFixed(1)} | ${many.toFixed(1)} | ${(many / few).toFixed(2)} |`);

/** In the page. */
async function measured(rounds) {
  const datasetOf = (reps, targets) => ({
    deals: {
      id: Array.from({length: 50_000}, (_, index) => `d${index}`),
      ownerId: Array.from({length: 50_000}, (_, index) => `Rep ${((index * 7919) % reps) + 1}`),
      amount: Array.from({length: 50_000}, (_, index) => ((index * 104_729) % 90_001) + 100),
      status: Array.from({length: 50_000}, (_, index) => (index % 7 > 4 ? 'lost' : 'won')),
      createdAt: Array.from({length: 50_000}, () => '2026-06-01'),
      closedAt: Array.from({length: 50_000}, (_, index) => (index % 3 ? '2026-11-10' : '2026-08-10'))
    },
    ...(targets && {
      targets: Array.from({length: reps}, (_, index) => {
        return {repId: `Rep ${index + 1}`, kpi: 'sales-per-rep', value: 100_000 + index, start: '2026-10-01', end: '2027-01-01'};
      })
    }),
    settings: {asOf: '2026-11-23', currency: 'SEK'}
  });
  const boardsOf = async (asked, targets = false) => {
    const boards = [];
    for (const reps of [50, 5000]) {
      const element = document.createElement('rep-leaderboard');
      Object.assign(element, {top: 5000, ...asked, data: datasetOf(reps, targets)});
      document.body.append(element);
      await element.updateComplete;
      await element.loadComplete;
      if (!element.result) throw new Error(element.shadowRoot.textContent.replace(/\s+/g, ' '));
      boards.push(element);
    }
    return boards;
  };
  const shadow = (element, selector) => element.shadowRoot.querySelectorAll(selector);
  const laidOut = async (element) => {
    await element.updateComplete;
    return element.offsetHeight + element.shadowRoot.querySelector('table').offsetHeight;
  };
  const sortBy = (index) => (element) => shadow(element, '[part=sort]')[index].click();
  const search = (text) => (element) => {
    const [input] = shadow(element, '[part=search]');
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  const first = (element, round) => (element.asOf = `2026-11-${23 + (round % 2)}`);
  const plain = await boardsOf({});
  const beside = await boardsOf({columns: ['win-rate']});
  const acts = {
    'first, records read': [first, plain],
    'first, with another KPI': [first, beside],
    'first, of a ratio': [first, await boardsOf({kpi: 'win-rate'})],
    'first, with targets': [first, await boardsOf({}, true)],
    'by change': [sortBy(1), beside],
    'by change, turned round': [sortBy(1), beside],
    'by another KPI': [sortBy(2), beside],
    'by value': [sortBy(0), beside],
    'a letter searched': [search('r'), beside],
    'search cleared': [search(''), beside]
  };
  const times = Object.fromEntries(Object.keys(acts).map((name) => [name, [[], []]]));
  for (let round = 0; round < rounds; round++)
    for (const [name, [act, boards]] of Object.entries(acts))
      for (const index of round % 2 ? [1, 0] : [0, 1]) {
        const element = boards[index];
        await laidOut(element);
        const start = performance.now();
        act(element, round);
        await laidOut(element);
        times[name][index].push(performance.now() - start);
        await new Promise(requestAnimationFrame);
      }
  const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  return Object.fromEntries(Object.entries(times).map(([name, lists]) => [name, lists.map(median)]));
}
