import {expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {BytesReader} from '../../src/source/bytes-reader.js';
import {pack, unpack} from '../../src/source/packed-dataset.js';
import {everything} from '../dataset/cells.js';

it('what another thread has read is here as it was there, a name that rows share once', async () => {
  const name = (row: number) => `Affär ${String((row * 7919) % 15_013)}`;
  const rows = Array.from({length: 16_000}, (_, row) => `D${String(row)},${name(row)},${String(row)},won,2026-07-05,Norr`);
  const text = `id,name,amount,status,closedAt,region\n${rows.join('\n')}\n`;
  const reader = new BytesReader([{}]);
  reader.keep(new TextEncoder().encode(text));
  while (reader.scan());
  const [read] = await reader.end();
  const {message, buffers} = pack(read);
  const here = unpack(structuredClone(message, {transfer: [...buffers] as ArrayBuffer[]}));
  expect(everything(here)).toEqual(everything(createDataset(text)));
  const names = here.tables.get('deals')?.columns.get('name');
  expect(names?.type === 'text' && names.values.length).toBe(15_013);
});
