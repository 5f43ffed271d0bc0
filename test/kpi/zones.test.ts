import {afterAll, expect, it} from 'vitest';
import {createDataset, funnel, measure, series} from '../../src/engine.js';
import type {Query} from '../../src/engine.js';
import cases from './kpi-cases.json' with {type: 'json'};

const own = process.env.TZ;
afterAll(() => {
  process.env.TZ = own;
});

/** Every worked example, read and computed afresh. */
function figures(): string {
  const all = (cases as unknown as {kpi: string; params: Query; data: Record<string, unknown>}[]).filter(
    ({kpi}) => !['target', 'trend-xmr'].includes(kpi)
  );
  return JSON.stringify(
    all.map(({kpi, params, data}) => {
      const dataset = createDataset(data);
      const query = {...params, params: params as Query['params'], kpi};
      return kpi === 'funnel' ? funnel(dataset, query) : [measure(dataset, query), series(dataset, {...query, grain: 'day'})];
    })
  );
}

it('no figure depends on the zone of the machine', () => {
  const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu', 'Etc/GMT+12'];
  const offsets = new Set<number>();
  const results = zones.map((zone) => {
    process.env.TZ = zone;
    offsets.add(new Date(2026, 0, 1).getTimezoneOffset());
    return figures();
  });
  expect(offsets.size).toBe(zones.length);
  expect(new Set(results).size).toBe(1);
});
