import {expect} from '@open-wc/testing';
import {load} from '../../src/source/load.js';
import type {Dataset} from '../../src/dataset/dataset.js';
import {fastClock} from './fake-clock.js';
import {failure} from './failure.js';
import {fakeFetch, someAddress, type FakeFetch} from './fake-fetch.js';

const text = 'id,owner,amount,status\n1,Åsa,100,won\n';

/** The names of owners in a dataset. */
function owners({tables}: Dataset): readonly string[] {
  const column = tables.get('deals')?.columns.get('ownerId');
  return column?.type === 'text' ? column.values : [];
}

function utf16(order: 'little' | 'big'): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [0xfeff, ...Array.from(text, (char) => char.charCodeAt(0))].forEach((code, at) => {
    view.setUint16(2 * at, code, order === 'little');
  });
  return new Uint8Array(view.buffer);
}

/** A body in pieces of `size` bytes, that ends or breaks off. */
function pieces(bytes: Uint8Array, size: number, isCut = false): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(body) {
      if (at < bytes.length) body.enqueue(bytes.slice(at, (at += size)));
      else if (isCut) body.error(new Error('cut'));
      else body.close();
    }
  });
}

const windows1252 = Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('the text of an answer', () => {
  let fake: FakeFetch | undefined;
  let slow: () => void;

  beforeEach(() => (slow = fastClock(50)));
  afterEach(() => {
    fake?.restore();
    fake = undefined;
    slow();
  });

  for (const [encoding, bytes] of new Map<string, string | Uint8Array<ArrayBuffer>>([
    ['UTF-8', text],
    ['UTF-8 with a byte order mark', `\ufeff${text}`],
    ['UTF-16, little end first', utf16('little')],
    ['UTF-16, big end first', utf16('big')],
    ['windows-1252', windows1252]
  ]))
    it(`is read from ${encoding}`, async () => {
      fake = fakeFetch(() => new Response(bytes, {headers: {'content-type': 'text/csv; charset=utf-8'}}));
      const {dataset} = await load({src: someAddress(), options: {}});
      expect(owners(dataset)).to.deep.equal(['Åsa']);
      expect([...(dataset.recognised.get('deals')?.fields.keys() ?? [])]).to.include('id');
    });

  it('is read as Windows-1252 where it is no UTF-8, though its mark says so', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...windows1252]);
    fake = fakeFetch(() => new Response(bytes));
    const {dataset} = await load({src: someAddress(), options: {}});
    expect(owners(dataset)).to.deep.equal(['Åsa']);
    expect(dataset.rows.deals.accepted).to.equal(1);
    expect(dataset.notes).to.deep.equal([{code: 'windows-1252'}]);
  });

  it('is seen for what it is, whatever the content type', async () => {
    fake = fakeFetch(() => new Response('[{"id": "1", "amount": 5, "status": "won"}]', {headers: {'content-type': 'text/html'}}));
    const {dataset} = await load({src: someAddress(), options: {}});
    expect(dataset.rows.deals.accepted).to.equal(1);
  });

  it('comes in any number of pieces', async () => {
    const bytes = new TextEncoder().encode(text);
    fake = fakeFetch(() => new Response(pieces(bytes, 1)));
    const {dataset} = await load({src: someAddress(), options: {}});
    expect(owners(dataset)).to.deep.equal(['Åsa']);
  });

  describe('packed by gzip, which its bytes tell', () => {
    const packed = async (plain: BlobPart) =>
      new Uint8Array(await new Response(new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());

    it('is unpacked, whatever the address and the type say, in any number of pieces', async () => {
      const bytes = await packed(windows1252);
      for (const size of [bytes.length, 1]) {
        fake = fakeFetch(() => new Response(pieces(bytes, size), {headers: {'content-type': 'text/csv'}}));
        expect(owners((await load({src: someAddress(), options: {}})).dataset)).to.deep.equal(['Åsa']);
        fake.restore();
      }
    });

    it('fails as bad-gzip when it is damaged or ends early, and as interrupted when the body breaks off', async () => {
      const bytes = await packed(text);
      const damaged = bytes.with(-5, bytes[bytes.length - 5] ^ 1);
      for (const [body, code] of [
        [() => pieces(damaged, 9), 'bad-gzip'],
        [() => pieces(bytes.subarray(0, -9), 9), 'bad-gzip'],
        [() => pieces(bytes.subarray(0, -9), 9, true), 'interrupted']
      ] as const) {
        fake = fakeFetch(() => new Response(body()));
        expect(await failure({src: someAddress(), options: {}})).to.include({code, status: 200});
        fake.restore();
      }
    });

    it('is counted as it is unpacked', async () => {
      const bytes = await packed(new Uint8Array(30_000_000));
      expect(bytes.length).to.be.lessThan(50_000);
      fake = fakeFetch(() => new Response(bytes));
      expect((await failure({src: someAddress(), options: {}})).code).to.equal('too-large');
    });
  });

  describe('in a data: URL', () => {
    for (const src of [
      `data:text/csv,${encodeURIComponent(text)}`,
      'data:,id,owner,amount,status%0A1,%c5sa,100,won',
      `data:text/csv;charset=utf-8;base64,${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}`,
      `DATA:text/csv;BASE64,${encodeURIComponent(btoa(String.fromCharCode(...utf16('little'))))}`,
      'data:application/json,[{"id": "1", "owner": "Åsa", "amount": 100, "status": "won"}]'
    ])
      it(`is read without a request: ${src.slice(0, 34)}…`, async () => {
        fake = fakeFetch(() => Response.error());
        const {dataset, url} = await load({src, options: {}});
        expect(owners(dataset)).to.deep.equal(['Åsa']);
        expect(url).not.to.include('sa');
        expect(fake.calls).to.be.empty;
      });

    it('goes on after a #, so no row is lost', async () => {
      const {dataset} = await load({src: 'data:,id,amount,status%0A1,100,won%0A#2,5,won%0A3,7,won', options: {}});
      expect(dataset.rows.deals.read).to.equal(3);
    });
  });

  it('is read once for each set of options', async () => {
    const src = someAddress();
    fake = fakeFetch(() => new Response('id,amount,status,closedAt\n1,100,won,01/02/2026\n'));
    const [dmy, again, mdy] = await Promise.all([
      load({src, options: {dateFormat: 'dmy'}}),
      load({src, options: {dateFormat: 'dmy'}}),
      load({src, options: {dateFormat: 'mdy'}})
    ]);
    expect(again.dataset).to.equal(dmy.dataset);
    expect(mdy.dataset).not.to.equal(dmy.dataset);
    expect(fake.calls).to.have.length(1);
    const late = await Promise.all([
      load({src, options: {dateFormat: 'dmy', decimal: ','}}),
      load({src, options: {dateFormat: 'dmy', decimal: ','}})
    ]);
    expect(late[0].dataset).to.equal(late[1].dataset);
    expect(fake.calls, 'options that come later ask again: the bytes are gone').to.have.length(2);
  });
});
