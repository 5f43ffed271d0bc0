import {deepStrictEqual} from 'node:assert';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright';
import {browser as found} from '../../../scripts/browser.js';
import {built, scripts, scriptSize} from './build.js';
import {load, longestTask} from './load.js';
import {served} from './pages.js';
import {writeWorkload} from './workload.js';

// `npm run bench:page` loads, in Chromium, pages that fetch deals and half as many leads and show a win rate, 24 months of sales, the top 20 of
// 200 reps and a funnel of six stages: written by hand (the bound), with our elements, and with chart libraries that get the figures of the same
// hand-written loop. The contenders take turns; read the ratios, not the milliseconds. `--rows 1000` and `--only ours,bound` measure less.

const {values} = parseArgs({options: {rows: {type: 'string'}, only: {type: 'string'}, rounds: {type: 'string'}}});
const contenders = values.only?.split(',') ?? Object.keys(scripts);
const unknown = contenders.find((name) => !(name in scripts));
if (unknown) throw new RangeError(`unknown contender: ${unknown}`);

const cases = [
  {title: '1,000 deals, JSON', rows: 1_000, rounds: 15},
  {title: '50 widgets on 10,000 deals, JSON', rows: 10_000, rounds: 7, board: 'fifty'},
  {title: '100,000 deals, JSON and, last, CSV', rows: 100_000, rounds: 7, isRefreshed: true, hasCsv: true},
  {title: '1,000,000 deals, JSON', rows: 1_000_000, rounds: 3}
].filter(({rows}) => !values.rows || rows === Number(values.rows));
if (cases.length === 0) throw new RangeError(`unknown number of rows: ${values.rows}`);

const folder = mkdtempSync(join(tmpdir(), 'sales-kpi-bench-'));
process.on('exit', () => rmSync(folder, {recursive: true}));
process.on('SIGINT', () => process.exit(130));

const outDir = join(folder, 'scripts');
await built(outDir, contenders);
const server = await served(outDir, fileOf);
const {path, sandbox, args} = await found();
const browser = await chromium.launch({executablePath: path, chromiumSandbox: sandbox, args});
for (const each of cases) await measured(each);
await browser.close();
server.close();

function fileOf(rows, name) {
  return join(folder, String(rows), name);
}

async function measured({title, rows, rounds: usual, board = 'four', isRefreshed = false, hasCsv = false}) {
  mkdirSync(join(folder, String(rows)));
  writeWorkload(rows, (name) => fileOf(rows, name));
  const rounds = Number(values.rounds ?? usual);
  const ways = contenders.map((name) => ({name, contender: name, format: 'json', loads: [], tasks: []}));
  if (hasCsv && contenders.includes('ours')) ways.push({name: 'ours, CSV', contender: 'ours', format: 'csv', loads: [], tasks: []});
  let count = 0;
  const url = ({contender, format}) => `http://127.0.0.1:${server.address().port}/page/${contender}/${board}/${format}/${rows}/${count++}`;

  for (let round = 0; round < rounds; round++)
    for (const way of ways) {
      if (way.failed) continue;
      try {
        way.loads.push(await load(browser, url(way), isRefreshed && way.format === 'json'));
        if (round < 3) way.tasks.push(await longestTask(browser, url(way)));
      } catch (error) {
        way.failed = String(error.message).split('\n')[0];
      }
    }
  rmSync(join(folder, String(rows)), {recursive: true});

  const good = ways.filter(({failed}) => !failed);
  compare(good.filter(({contender}) => contender === 'bound' || contender === 'ours'));
  console.log(`\n${title}, medians of ${rounds}\n`);
  report(good, rows, isRefreshed);
  for (const {name, failed} of ways) if (failed) console.log(`\n${name} was left out: ${failed}`);
}

/** What ours shows is what the hand-written page shows, digit by digit: how a currency or a unit is set is the taste of each. */
function compare(ways) {
  for (const when of ['texts', 'textsAfter']) {
    const [first, ...others] = ways.flatMap(({name, loads}) =>
      loads.filter((one) => one[when]).map((one) => ({name, texts: digits(one[when])}))
    );
    for (const {name, texts} of others) deepStrictEqual(texts, first.texts, `${name} shows other figures than ${first.name}`);
  }
}

function digits(texts) {
  return texts.map((widget) => widget.map((text) => text.replace(/[^\d.,%+-]/g, '')));
}

function report(ways, rows, isRefreshed) {
  const of = (list, value) => median(list.map(value));
  const bound = ways.find(({name}) => name === 'bound');
  const ratio = (way, value) => (bound ? (of(way.loads, value) / of(bound.loads, value)).toFixed(2) : '–');
  const painted = (one) => one.painted;
  const updated = (one) => one.updated;
  const line = (title, ...cells) => console.log(`| ${title.padEnd(10)} | ${cells.map((cell) => cell.padStart(16)).join(' | ')} |`);
  const heads = ['painted, ms', 'ratio', 'longest task, ms', 'memory, MB', 'bytes a row', 'scripts, gzip kB'];
  const more = isRefreshed ? ['update, ms', 'update, ratio'] : [];
  line('', ...heads, ...more);
  line('-'.repeat(10), ...[...heads, ...more].map(() => `${'-'.repeat(15)}:`));
  for (const way of ways) {
    const memory = of(way.loads, (one) => one.memory);
    const isUpdated = way.loads[0].updated !== undefined;
    line(
      way.name,
      of(way.loads, painted).toFixed(0),
      ratio(way, painted),
      median(way.tasks).toFixed(0),
      memory.toFixed(1),
      ((memory * 1e6) / (rows * 1.5)).toFixed(0),
      scriptSize(outDir, way.contender).toFixed(1),
      ...(isRefreshed ? (isUpdated ? [of(way.loads, updated).toFixed(0), ratio(way, updated)] : ['–', '–']) : [])
    );
  }
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
