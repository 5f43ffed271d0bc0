import {expect} from '@open-wc/testing';
import {load} from '../../src/source/load.js';

const RealWorker = window.Worker;

it('a large file breaks off when its worker does, and is read here when asked for again', async () => {
  const row = `won,2026-01-15,${'x'.repeat(640)}`;
  const text = `id,amount,status,closed,note\n${Array.from({length: 100_000}, (_, id) => `${String(id)},5,${row}`).join('\n')}`;
  const src = URL.createObjectURL(new Blob([text]));
  let workers = 0;
  window.Worker = function (url: string | URL, options?: WorkerOptions) {
    workers++;
    const worker = new RealWorker(url, options);
    // Once it has said hello, before the last byte.
    worker.addEventListener('message', () => setTimeout(() => worker.dispatchEvent(new Event('error'))), {once: true});
    return worker;
  } as unknown as typeof Worker;
  try {
    const request = {src, options: {}, maxBytes: 100_000_000};
    const failure: unknown = await load(request).catch((error: unknown) => error);
    expect(failure).to.have.property('code', 'interrupted');
    const {dataset} = await load(request);
    expect([dataset.rows.deals.accepted, workers]).to.deep.equal([100_000, 1]);
  } finally {
    window.Worker = RealWorker;
    URL.revokeObjectURL(src);
  }
});
