import {deepStrictEqual, equal} from 'node:assert';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {built} from './built.js';
import {writeDeals} from './deals.js';

// `npm run bench` reads exports of 100,000 and 1,000,000 deals and computes a dashboard from each, beside `JSON.parse` of the same rows.
// Read the ratios, not the milliseconds. Every reading is a process of its own (see once.js), the ways take turns, and medians are shown.
// It takes about two minutes and half a gigabyte of temporary files, which it removes.

const rounds = new Map([
  [100_000, 7],
  [1_000_000, 3]
]);

const ways = {
  'JSON.parse of the text': ['json', 'parse'],
  'JSON text': ['json', 'text'],
  'CSV text': ['csv', 'text'],
  'rows, parsed before': ['json', 'rows']
};

const folder = mkdtempSync(join(tmpdir(), 'sales-kpi-bench-'));
process.on('exit', () => rmSync(folder, {recursive: true}));
process.on('SIGINT', () => process.exit(130));

const engine = await built(join(folder, 'engine'));
for (const [count, times] of rounds) {
  const files = {json: join(folder, 'deals.json'), csv: join(folder, 'deals.csv')};
  writeDeals(count, files.json, files.csv);
  const runs = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < times; round++)
    for (const [name, [file, way]] of Object.entries(ways)) runs[name].push(once(files[file], way, count));
  // However the deals were read, their figures are the same.
  const answers = Object.values(runs).flatMap((list) => list.flatMap(({figures}) => figures ?? []));
  for (const figures of answers) deepStrictEqual(figures, answers[0]);
  const sizes = Object.entries(files).map(([name, file]) => `${(statSync(file).size / 1e6).toFixed(1)} MB of ${name.toUpperCase()}`);
  console.log(`\n${count.toLocaleString('en')} deals, ${sizes.join(', ')}, medians of ${times}\n`);
  report(runs, count);
}

/** One reading in a process of its own. All rows must count; else it did not do the work. */
function once(file, way, count) {
  const program = fileURLToPath(new URL('once.js', import.meta.url));
  const run = JSON.parse(execFileSync(process.execPath, ['--expose-gc', program, engine, file, way], {encoding: 'utf8', maxBuffer: 1e8}));
  equal(run.length, count, `rows were left out: ${JSON.stringify({problem: run.problem, issues: run.issues})}`);
  return run;
}

function report(runs, count) {
  const line = (title, ...cells) => console.log(`| ${title.padEnd(40)} | ${cells.map((cell) => cell.padStart(9)).join(' | ')} |`);
  const read = ({took}) => took.read;
  const names = Object.keys(runs['JSON text'][0].figures);
  const figures = ({took}) => names.reduce((sum, name) => sum + took[name], 0);
  const parse = median(runs['JSON.parse of the text'].map(read));
  const row = (title, list, duration, bytes = '') => {
    const ms = median(list.map(duration));
    line(title, ms.toFixed(1), (ms / parse).toFixed(2), bytes);
  };

  line('', 'ms', 'ratio', 'bytes/row');
  line('-'.repeat(40), ...Array.from({length: 3}, () => '--------:'));
  for (const [way, list] of Object.entries(runs)) row(way, list, read, (median(list.map(({bytes}) => bytes)) / count).toFixed(0));
  for (const way of ['JSON text', 'CSV text']) row(`${way} and the figures`, runs[way], (run) => read(run) + figures(run));
  row('the figures alone', runs['JSON text'], figures);
  for (const name of names) row(`- ${name}`, runs['JSON text'], ({took}) => took[name]);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
