import {expect} from '@open-wc/testing';
import {load} from '../../src/source/load.js';
import {failure} from './failure.js';
import {fastClock} from './fake-clock.js';

const fixture = (name: string) => new URL(`./fixtures/${name}`, import.meta.url).href;

describe('from a real server', () => {
  let restore: () => void;
  beforeEach(() => (restore = fastClock(20)));
  afterEach(() => restore());

  it('a file is loaded', async () => {
    const before = Date.now();
    const {dataset, loadedAt, url} = await load({src: fixture('deals.csv?year=2026'), options: {}});
    expect(dataset.rows.deals).to.deep.equal({read: 2, accepted: 2, rejected: 0});
    expect(loadedAt).to.be.within(before, Date.now());
    expect(url).to.equal(fixture('deals.csv'));
  });

  for (const [name, code, status] of [
    ['login.html', 'sign-in', 200],
    ['empty.csv', 'empty', 200],
    ['no-such-file.csv', 'not-found', 404]
  ] as const)
    it(`${name} fails as ${code}`, async () => {
      expect(await failure({src: fixture(name), options: {}})).to.include({code, status, url: fixture(name)});
    });

  it('that is none, a load fails as unreachable', async () => {
    expect((await failure({src: 'http://localhost:1/deals.csv', options: {}})).code).to.equal('unreachable');
  });

  it('that lets no other origin read, a load fails as cors', async () => {
    const elsewhere = new URL(fixture('deals.csv'));
    elsewhere.hostname = elsewhere.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    expect((await failure({src: elsewhere.href, options: {}})).code).to.equal('cors');
  });

  it('a blob: is loaded until it is revoked', async () => {
    const blobs = [0, 1].map(() => URL.createObjectURL(new Blob(['id,amount,status\n1,5,won\n'])));
    URL.revokeObjectURL(blobs[1]);
    expect((await load({src: blobs[0], options: {}})).dataset.rows.deals.accepted).to.equal(1);
    expect((await failure({src: blobs[1], options: {}})).code).to.equal('unreachable');
  });
});
