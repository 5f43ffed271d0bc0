import {expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {BytesReader} from '../../src/source/bytes-reader.js';
import {everything} from '../dataset/cells.js';

it('much that arrives at once is read in steps, and nothing of it twice or not at all', async () => {
  const rows = Array.from({length: 60_000}, (_, row) => `D${String(row)},${String(row)}.25,won,2026-07-05`);
  const text = `id,amount,status,closedAt\n${rows.join('\n')}\n`;
  const reader = new BytesReader([{}]);
  const bytes = new TextEncoder().encode(text);
  let steps = 0;
  for (const half of [bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2)]) {
    reader.keep(half);
    do steps++;
    while (reader.scan());
  }
  const [dataset] = await reader.end();
  expect(steps).toBeGreaterThan(2);
  expect(dataset.rows).toEqual({deals: {read: 60_000, accepted: 60_000, rejected: 0}});
  expect(everything(dataset)).toEqual(everything(createDataset(text)));
});
