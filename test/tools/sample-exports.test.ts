import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import type {Dataset} from '../../src/dataset/dataset.js';
import {measure} from '../../src/engine.js';
import {readBody} from '../../src/source/reading.js';

const folder = mkdtempSync(join(tmpdir(), 'sample-exports-'));

function generate(args: readonly string[], TZ = 'UTC'): string {
  return execFileSync(process.execPath, ['demo/sample/generate.js', ...args], {encoding: 'utf8', stdio: 'pipe', env: {...process.env, TZ}});
}

/** An export of `rows` deals, read as a page reads it. */
async function exported(format: string, rows: number): Promise<Dataset> {
  const file = join(folder, `${format}-${String(rows)}`);
  generate(['--format', format, '--rows', String(rows), '--output', file]);
  const body = new Blob([readFileSync(file)]).stream();
  const [dataset] = await readBody(body, [{assumeZone: 'Europe/Stockholm'}], {maxBytes: Infinity});
  return dataset;
}

const asOf = '2026-11-23';
const query = {period: '2026', asOf, timeZone: 'Europe/Stockholm', currency: 'SEK'};

describe('exports made to be tried', () => {
  afterAll(() => {
    rmSync(folder, {recursive: true});
  });

  it.each([
    ['salesforce', 'salesforce'],
    ['hubspot', 'hubspot'],
    ['pipedrive', 'pipedrive'],
    ['csv-sv', 'plain'],
    ['ndjson', 'plain'],
    ['parquet', 'plain']
  ])('%s is known as %s and has the figures of the others', async (format, preset) => {
    const dataset = await exported(format, 1500);
    expect(dataset.problem).toBeUndefined();
    expect(dataset.issues).toEqual([]);
    expect(dataset.rows.deals).toEqual({read: 1500, accepted: 1500, rejected: 0});
    expect(dataset.recognised.get('deals')?.preset).toBe(preset);
    expect([...(dataset.recognised.get('deals')?.fields.keys() ?? [])]).toEqual(
      expect.arrayContaining(['id', 'name', 'ownerId', 'customerId', 'amount', 'createdAt', 'closedAt'])
    );
    const first = await exported('ndjson', 1500);
    const sales = measure(dataset, {kpi: 'total-sales', ...query});
    expect(sales.n).toBeGreaterThan(100);
    expect(sales.value).toBe(measure(first, {kpi: 'total-sales', ...query}).value);
    expect(measure(dataset, {kpi: 'win-rate', ...query}).value).toBe(measure(first, {kpi: 'win-rate', ...query}).value);
    // Some write the day of a creation, some its second.
    const [cycle, exact] = [dataset, first].map((each) => measure(each, {kpi: 'sales-cycle-length', ...query}).value ?? NaN);
    expect(Math.abs(cycle - exact)).toBeLessThan(1);
  });

  it('are the same every time, in any zone', () => {
    const texts = ['UTC', 'Asia/Kathmandu'].map((zone) => generate(['--format', 'hubspot', '--rows', '50', '--output', '-'], zone));
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0].trim().split('\n')).toHaveLength(51);
  });

  it.each([
    [['--format', 'xlsx'], 'unknown format: xlsx'],
    [['--format', 'ndjson', '--rows', 'many'], 'not a number of rows: many'],
    [['--format', 'parquet', '--output', '-'], 'not for the screen: parquet']
  ])('%j is refused', (args, message) => {
    expect(() => generate(args)).toThrow(message);
  });
});
