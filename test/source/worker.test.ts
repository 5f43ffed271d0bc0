import {expect} from '@open-wc/testing';
import {createDataset} from '../../src/dataset/create-dataset.js';
import type {Column} from '../../src/dataset/column.js';
import type {Dataset} from '../../src/dataset/dataset.js';
import {load} from '../../src/source/load.js';
import {readBody} from '../../src/source/read-body.js';

const header = 'id,name,amount,status,closed,region';
const regions = ['Norr', 'Öst', 'Söder', ''];

/** Rows enough for a worker to be worth its start; every 1,000th cannot be read. */
const rows = Array.from({length: 100_000}, (_, row) =>
  [
    `D${String(row)}`,
    `"Deal ${String(row)}, of ${'very '.repeat(130)}many"`,
    row % 1000 ? row / 4 : 'x',
    row % 3 ? 'won' : 'lost',
    `2026-0${String((row % 9) + 1)}-15`,
    regions[row % 4]
  ].join(',')
);
const text = [header, ...rows].join('\n');

const RealWorker = window.Worker;
const workers: Worker[] = [];

/** Replaces the page's workers by what `start` gives. */
function workersAre(start: (url: string | URL, options?: WorkerOptions) => Worker): void {
  workers.length = 0;
  window.Worker = function (url: string | URL, options?: WorkerOptions) {
    const worker = start(url, options);
    workers.push(worker);
    return worker;
  } as unknown as typeof Worker;
}

function plain({tables, ...rest}: Dataset): unknown {
  const words = (column: Column): unknown => (column.type === 'text' ? {codes: column.codes, values: [...column.values]} : column);
  return {
    ...rest,
    tables: Array.from(tables, ([name, table]) => [
      name,
      table.length,
      Array.from(table.columns, ([field, column]) => [field, words(column)])
    ])
  };
}

/** What an address gives that nobody has asked before. */
async function read(content: string | Uint8Array<ArrayBuffer> = text): Promise<Dataset> {
  const src = URL.createObjectURL(new Blob([content]));
  try {
    return (await load({src, options: {}, maxBytes: 100_000_000})).dataset;
  } finally {
    URL.revokeObjectURL(src);
  }
}

describe('a large file', () => {
  afterEach(() => {
    window.Worker = RealWorker;
  });

  it('is read in a worker, which ends with it, as it would be here', async () => {
    let ended = 0;
    workersAre((url, options) => {
      const worker = new RealWorker(url, options);
      const end = worker.terminate.bind(worker);
      worker.terminate = () => {
        ended++;
        end();
      };
      return worker;
    });
    const dataset = await read();
    expect(workers).to.have.length(1);
    expect(ended).to.equal(1);
    expect(dataset.rows.deals).to.deep.equal({read: 100_000, accepted: 99_900, rejected: 100});
    expect(plain(dataset)).to.deep.equal(plain(createDataset(text)));
  });

  it('is read by one worker beside others', async () => {
    workersAre((url, options) => new RealWorker(url, options));
    const [one, two] = await Promise.all([read(), read(`${text}\nlast,Deal,5,won,2026-01-01,Norr`)]);
    expect(workers).to.have.length(1);
    expect([one, two].map(({rows: {deals}}) => deals.read)).to.deep.equal([100_000, 100_001]);
  });

  it('may be in another encoding', async () => {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const dataset = await read(bytes);
    expect(dataset.notes).to.deep.equal([{code: 'windows-1252'}]);
    expect(dataset.tables.get('deals')?.columns.get('region')).to.have.property('values').that.includes('Söder');
  });

  it('needs no worker when it is small', async () => {
    workersAre((url, options) => new RealWorker(url, options));
    await read([header, ...rows.slice(0, 500)].join('\n'));
    expect(workers).to.have.length(0);
  });

  it('is for a worker from its first byte on when the server says how large it is', async () => {
    workersAre((url, options) => new RealWorker(url, options));
    const few = [header, ...rows.slice(0, 500)].join('\n');
    const [dataset] = await readBody(new Blob([few]).stream(), [{}], {maxBytes: 100_000_000}, 100_000_000);
    expect(workers).to.have.length(1);
    expect(plain(dataset)).to.deep.equal(plain(createDataset(few)));
  });

  // Once refused it is not asked again, so these are last.
  it('is read here when a worker says nothing', async () => {
    workersAre(() => new RealWorker(URL.createObjectURL(new Blob([''])), {type: 'module'}));
    expect(plain(await read())).to.deep.equal(plain(createDataset(text)));
    expect(workers).to.have.length(1);
  });

  it('is read here when the page forbids workers', async () => {
    workersAre(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect((await read()).rows.deals.accepted).to.equal(99_900);
  });
});
