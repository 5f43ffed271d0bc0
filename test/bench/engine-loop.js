import {deepStrictEqual} from 'node:assert';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {built} from './built.js';
import {byHand} from './by-hand.js';
import {datasetOf, dealColumns, filledOn, stages} from './columns.js';

// `npm run bench:engine` computes a dashboard of deals that lie in columns already: win rate this quarter and last, 24 months of sales, 200 reps
// ranked, a funnel of six stages. Beside it stands one pass written by hand over the same columns, which gives the same figures and can do nothing
// else. They take turns in one process; medians. Read the ratios, not the milliseconds.
//
// `first` is the dashboard of a dataset not asked before, with all that the engine works out and keeps about it; `another period` the same dashboard
// of the quarter, months and year before, asked of a dataset that has answered once. Both are compared with the whole pass by hand.

const folder = mkdtempSync(join(tmpdir(), 'sales-kpi-bench-'));
process.on('exit', () => rmSync(folder, {recursive: true}));
const {funnel, measure, rank, series} = await import(await built(folder));

/** What a page asks once is asked of a warm engine here; a cold one is what `npm run bench` shows beside reading. */
const rounds = new Map([
  [10_000, 300],
  [100_000, 60],
  [1_000_000, 21]
]);
const scope = {asOf: filledOn, timeZone: 'UTC', currency: 'SEK'};
const [now, earlier] = [dashboardOf(2026, 6, 9), dashboardOf(2025, 3, 6)];

console.log(`| deals | by hand, ms | first | another period | bytes/row kept |\n| ---: | ---: | ---: | ---: | ---: |`);
for (const [count, times] of rounds) {
  const columns = dealColumns(count);
  const took = {hand: [], first: [], again: []};
  for (let round = 0; round < times; round++) {
    const dataset = datasetOf(columns);
    const expected = timed(took.hand, () => byHand(columns, now.bounds));
    deepStrictEqual(
      timed(took.first, () => answers(dataset, now)),
      expected
    );
    const other = byHand(columns, earlier.bounds);
    deepStrictEqual(
      timed(took.again, () => answers(dataset, earlier)),
      other
    );
  }
  const hand = median(took.hand);
  const kept = keptBy(columns);
  const ratio = (list) => (median(list) / hand).toFixed(2);
  console.log(
    `| ${count.toLocaleString('en')} | ${hand.toFixed(2)} | ${ratio(took.first)} | ${ratio(took.again)} | ${(kept / count).toFixed(1)} |`
  );
  if (count === 1_000_000) calls(columns, times);
}

/** What the engine keeps of a dataset that it has answered for. */
function keptBy(columns) {
  const dataset = datasetOf(columns);
  const empty = heap();
  for (const dashboard of [now, earlier]) answers(dataset, dashboard);
  const kept = heap() - empty;
  return dataset.tables.size > 0 ? kept : 0;
}

/** Each call alone, of a dataset that was asked before and of one that was not. */
function calls(columns, times) {
  const all = {
    'measure, with comparison and target': (dataset) => measure(dataset, {...scope, kpi: 'total-sales', period: '2026-Q3', target: 1e9}),
    'measure of a median': (dataset) => measure(dataset, {...scope, kpi: 'sales-cycle-length', period: '2026-Q3'}),
    'series of 24 months': (dataset) => series(dataset, {...scope, kpi: 'total-sales', period: now.months, grain: 'month'}),
    'rank of 200 reps, with change of rank': (dataset) => rank(dataset, {...scope, kpi: 'sales-per-rep', period: '2026-Q3'}),
    funnel: (dataset) => funnel(dataset, {...scope, period: '2026', stages})
  };
  console.log(`\n| 1,000,000 deals, ms | first | again |\n| --- | ---: | ---: |`);
  for (const [name, call] of Object.entries(all)) {
    const [first, again] = [[], []];
    for (let round = 0; round < times; round++) {
      const dataset = datasetOf(columns);
      timed(first, () => call(dataset));
      timed(again, () => call(dataset));
    }
    console.log(`| ${name} | ${median(first).toFixed(1)} | ${median(again).toFixed(1)} |`);
  }
}

/** What to ask: a quarter that ends before the month `end`, the 24 months up to it, the deals created in the year; as text, and as bounds by hand. */
function dashboardOf(year, start, end) {
  const at = (month) => Date.UTC(year, month);
  const stop = Math.min(at(end), Date.parse(filledOn) + 86_400_000);
  const quarter = {start: at(start), end: stop};
  return {
    quarter: `${year}-Q${end / 3}`,
    months: `${new Date(at(end - 24)).toISOString().slice(0, 7)}/P24M`,
    year: String(year),
    bounds: {
      quarter,
      // While the quarter runs, the one before is cut at the same age: 2 months and 15 days.
      before: {start: at(start - 3), end: stop < at(end) ? at(start - 1) + 15 * 86_400_000 : at(start)},
      months: Array.from({length: 25}, (_, index) => at(end - 24 + index)),
      created: {start: at(0), end: at(12)}
    }
  };
}

function answers(dataset, {quarter, months, year}) {
  const rate = measure(dataset, {...scope, kpi: 'win-rate', period: quarter});
  const sales = series(dataset, {...scope, kpi: 'total-sales', period: months, grain: 'month'});
  const ranked = rank(dataset, {...scope, kpi: 'sales-per-rep', period: quarter, compare: 'none'});
  const stairs = funnel(dataset, {...scope, period: year, stages});
  return {
    winRate: rate.value,
    winRateBefore: rate.comparison.value,
    months: sales.buckets.map(({value}) => value),
    reps: ranked.rows.map(({value}) => value),
    reached: stairs.rows.map(({reached}) => reached)
  };
}

function timed(list, work) {
  const start = performance.now();
  const result = work();
  list.push(performance.now() - start);
  return result;
}

function heap() {
  for (let time = 0; time < 4; time++) globalThis.gc();
  const {heapUsed, arrayBuffers} = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
