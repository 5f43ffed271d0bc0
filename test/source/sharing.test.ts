import {expect} from '@open-wc/testing';
import {load} from '../../src/source/load.js';
import type {RequestInitHook} from '../../src/source/request.js';
import {fakeClock, type FakeClock} from './fake-clock.js';
import {csv, fakeFetch, never, someAddress, type FakeFetch} from './fake-fetch.js';
import {failure} from './failure.js';

describe('a request', () => {
  let fake: FakeFetch;
  let clock: FakeClock;
  let src: string;
  const options = {};

  beforeEach(() => {
    clock = fakeClock();
    src = someAddress();
  });

  afterEach(() => {
    fake.restore();
    clock.restore();
  });

  it('is one however many ask, before the answer and after', async () => {
    fake = fakeFetch(() => new Response(csv));
    const loads = await Promise.all(Array.from({length: 100}, () => load({src, options})));
    loads.push(await load({src, options}));
    expect(fake.calls).to.have.length(1);
    expect(new Set(loads.map(({dataset}) => dataset)).size).to.equal(1);
    expect(loads[0].dataset.rows.deals).to.deep.equal({read: 2, accepted: 2, rejected: 0});
    expect(loads[0].url).to.equal(new URL(src, document.baseURI).href);
    expect(clock.pending, 'the one that forgets the answer').to.equal(1);
    await clock.advance(60_000);
    await load({src, options});
    expect(fake.calls, 'a minute later').to.have.length(2);
  });

  it('is one for an address, however it is written', async () => {
    fake = fakeFetch(() => new Response(csv));
    await load({src, options});
    await load({src: new URL(src, document.baseURI).href, options});
    await load({src: `${src}#north`, options});
    expect(fake.calls).to.have.length(1);
    await load({src: `${src}?region=north`, options});
    expect(fake.calls).to.have.length(2);
  });

  it('is one for an identity', async () => {
    fake = fakeFetch(() => new Response(csv));
    const one: RequestInitHook = () => ({headers: {authorization: 'Bearer one'}});
    const other: RequestInitHook = () => Promise.resolve({headers: {authorization: 'Bearer other'}});
    for (const requestInit of [one, other, one, undefined]) await load({src, options, requestInit});
    expect(fake.calls.map(({init}) => new Headers(init.headers).get('authorization'))).to.deep.equal(['Bearer one', 'Bearer other', null]);
  });

  it('lets the hook see the whole address', async () => {
    fake = fakeFetch(() => new Response(csv));
    const seen: string[] = [];
    await load({
      src: `${src}?year=2026`,
      options,
      requestInit(url) {
        seen.push(url);
        return undefined;
      }
    });
    expect(seen).to.deep.equal([new URL(`${src}?year=2026`, document.baseURI).href]);
  });

  it('carries headers to no other address than its own', async () => {
    fake = fakeFetch(() => new Response(csv));
    await load({src, options});
    await load({src, options, requestInit: () => ({credentials: 'include'})});
    await load({src, options, requestInit: () => ({headers: {authorization: 'Bearer x'}})});
    await load({src, options, requestInit: () => ({headers: {authorization: 'Bearer x'}, redirect: 'follow'})});
    expect(fake.calls.map(({init}) => init.redirect)).to.deep.equal(['follow', 'follow', 'manual', 'follow']);
  });

  it('keeps its own signal, whatever the hook gives', async () => {
    fake = fakeFetch(() => new Response(csv));
    const {signal} = new AbortController();
    await load({src, options, requestInit: () => ({signal})});
    expect(fake.calls[0].init.signal).not.to.equal(signal);
  });

  it('leaves nothing on the signals of those who waited', async () => {
    fake = fakeFetch(() => new Response(csv));
    const {signal} = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) => void listeners.delete(listener);
    const loading = load({src, options, signal});
    await clock.advance(0);
    await loading;
    expect(listeners.size).to.equal(0);
  });

  it('is made anew by a reload, once for all that want one', async () => {
    fake = fakeFetch((_, count) => new Response(`${csv}3,${count},won,2026-03-01\n`));
    const first = await load({src, options});
    const [second, third, joined] = await Promise.all([
      load({src, options, reload: true}),
      load({src, options, reload: true}),
      load({src, options})
    ]);
    expect(fake.calls.map(({init}) => init.cache)).to.deep.equal(['default', 'no-cache']);
    expect(second.dataset).not.to.equal(first.dataset);
    expect(third.dataset).to.equal(second.dataset);
    expect(joined.dataset).to.equal(second.dataset);
    expect((await load({src, options})).dataset).to.equal(second.dataset);
  });

  it('that failed is forgotten', async () => {
    fake = fakeFetch((_, count) => new Response(csv, {status: count === 1 ? 404 : 200}));
    const errors = await Promise.all([failure({src, options}), failure({src, options})]);
    expect(errors.map(({code}) => code)).to.deep.equal(['not-found', 'not-found']);
    expect((await load({src, options})).dataset.rows.deals.accepted).to.equal(2);
    expect(fake.calls).to.have.length(2);
  });

  it('whose answer cannot be read is forgotten', async () => {
    fake = fakeFetch((_, count) => new Response(count === 1 ? '[{"id": 1' : csv));
    expect((await failure({src, options})).code).to.equal('unreadable');
    expect((await load({src, options})).dataset.rows.deals.accepted).to.equal(2);
  });

  it('that fails on a reload leaves the good answer to those who come later', async () => {
    fake = fakeFetch((_, count) => new Response(csv, {status: count === 1 ? 200 : 404}));
    const {dataset, loadedAt} = await load({src, options});
    const [error, meanwhile] = await Promise.all([failure({src, options, reload: true}), load({src, options})]);
    expect(error.code).to.equal('not-found');
    expect(meanwhile).to.deep.include({dataset, loadedAt});
    expect((await load({src, options})).dataset).to.equal(dataset);
    expect(fake.calls).to.have.length(2);
  });

  describe('that somebody no longer waits for', () => {
    const signalOf = (call = 0) => fake.calls[call].init.signal as AbortSignal;

    it('goes on for the others', async () => {
      let answer: (response: Response) => void = () => undefined;
      fake = fakeFetch(() => new Promise((resolve) => (answer = resolve)));
      const leaver = new AbortController();
      const stays = load({src, options});
      const leaves = load({src, options, signal: leaver.signal}).catch((reason: unknown) => reason);
      await clock.advance(0);
      leaver.abort('removed');
      expect(await leaves).to.equal('removed');
      await clock.advance(1000);
      answer(new Response(csv));
      expect((await stays).dataset.rows.deals.accepted).to.equal(2);
      expect(signalOf().aborted).to.be.false;
    });

    it('ends when the last has gone', async () => {
      fake = fakeFetch(never);
      const leavers = [new AbortController(), new AbortController()];
      const reasons = leavers.map(({signal}) => load({src, options, signal}).catch((reason: unknown) => reason));
      await clock.advance(0);
      for (const leaver of leavers) {
        expect(signalOf().aborted).to.be.false;
        leaver.abort('removed');
      }
      expect(await Promise.all(reasons)).to.deep.equal(['removed', 'removed']);
      expect(signalOf().aborted).to.be.true;
      expect(clock.pending).to.equal(0);
    });

    it('is made anew for one that comes in the same turn', async () => {
      fake = fakeFetch((_, count) => (count === 1 ? never() : new Response(csv)));
      const leaver = new AbortController();
      const left = load({src, options, signal: leaver.signal}).catch((reason: unknown) => reason);
      await clock.advance(0);
      leaver.abort('removed');
      const next = load({src, options});
      expect(await left).to.equal('removed');
      expect((await next).dataset.rows.deals.accepted).to.equal(2);
      expect(fake.calls).to.have.length(2);
    });

    it('is made again for one that comes later', async () => {
      fake = fakeFetch((_, count) => (count === 1 ? never() : new Response(csv)));
      const leaver = new AbortController();
      const left = load({src, options, signal: leaver.signal}).catch((reason: unknown) => reason);
      await clock.advance(0);
      leaver.abort('removed');
      await left;
      await clock.advance(100);
      expect((await load({src, options})).dataset.rows.deals.accepted).to.equal(2);
      expect(fake.calls).to.have.length(2);
    });

    it('is not even made for one that has gone already', async () => {
      fake = fakeFetch(() => new Response(csv));
      const reason: unknown = await load({src, options, signal: AbortSignal.abort('removed')}).catch((error: unknown) => error);
      expect(reason).to.equal('removed');
      expect(fake.calls).to.be.empty;
    });
  });
});
