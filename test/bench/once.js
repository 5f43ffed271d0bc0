import {readFileSync} from 'node:fs';
import {exportedOn, stages} from './deals.js';

// One reading in a process of its own, as a page does it once and cold: nothing is compiled or allocated by a reading before it.
// node --expose-gc once.js <engine> <file> <text | parse | rows>; prints what it took as JSON.

const [engine, file, way] = process.argv.slice(2);
const {createDataset, funnel, measure, rank, series} = await import(engine);

const scope = {asOf: exportedOn, timeZone: 'Europe/Stockholm', currency: 'SEK', period: 'this-quarter'};

/** What a sales manager's dashboard shows. */
const dashboard = {
  'total sales, this quarter and the last': (dataset) => measure(dataset, {...scope, kpi: 'total-sales'}),
  'win rate': (dataset) => measure(dataset, {...scope, kpi: 'win-rate'}),
  'sales cycle, median': (dataset) => measure(dataset, {...scope, kpi: 'sales-cycle-length'}),
  'sales per rep': (dataset) => measure(dataset, {...scope, kpi: 'sales-per-rep'}),
  'sales of 12 months': (dataset) => series(dataset, {...scope, kpi: 'total-sales', period: 'last-12-months', grain: 'month'}),
  'ranking of 200 reps': (dataset) => rank(dataset, {...scope, kpi: 'sales-per-rep'}),
  'funnel of the year': (dataset) => funnel(dataset, {...scope, period: 'this-year', stages: [...stages, 'closed', 'won']})
};

const empty = heap();
let input = readFileSync(file, 'utf8');
if (way === 'rows') input = JSON.parse(input);
globalThis.gc();

const took = {};
const read = timed('read', () => (way === 'parse' ? JSON.parse(input) : createDataset(input)));
input = undefined;
const bytes = heap() - empty;
if (way === 'parse') console.log(JSON.stringify({took, bytes, length: read.length}));
else {
  const figures = {};
  for (const [name, figure] of Object.entries(dashboard)) figures[name] = timed(name, () => figure(read));
  console.log(
    JSON.stringify({took, bytes, figures, length: read.tables.get('deals')?.length, problem: read.problem, issues: read.issues.slice(0, 3)})
  );
}

function timed(name, work) {
  const start = performance.now();
  const result = work();
  took[name] = performance.now() - start;
  return result;
}

/** Bytes in use once all garbage is gone. */
function heap() {
  globalThis.gc();
  globalThis.gc();
  const {heapUsed, arrayBuffers} = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
