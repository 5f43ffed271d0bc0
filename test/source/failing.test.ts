import {expect} from '@open-wc/testing';
import {load, type LoadRequest} from '../../src/source/load.js';
import {SourceError} from '../../src/source/source-error.js';
import {fakeClock, type FakeClock} from './fake-clock.js';
import {csv, fakeFetch, never, someAddress, type FakeFetch} from './fake-fetch.js';
import {failure as firstFailure} from './failure.js';

const options = {};

/** A body that sends what it is told to. */
function body(): {stream: ReadableStream; send: (bytes: number) => void; close: () => void; cut: () => void} {
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      body = controller;
    }
  });
  return {
    stream,
    send: (bytes) => body?.enqueue(new Uint8Array(bytes).fill(32)),
    close: () => body?.close(),
    cut: () => body?.error(new Error('cut'))
  };
}

/** What fetch gives for a redirect it is told not to follow. */
function redirect(): Response {
  return Object.defineProperties(new Response(), {type: {value: 'opaqueredirect'}, status: {value: 0}, ok: {value: false}});
}

function opaque(): Response {
  return Object.defineProperties(new Response(), {type: {value: 'opaque'}, status: {value: 0}, ok: {value: false}});
}

describe('a load fails', () => {
  let fake: FakeFetch | undefined;
  let clock: FakeClock;
  let src: string;

  beforeEach(() => {
    clock = fakeClock();
    src = someAddress();
  });

  afterEach(() => {
    clock.restore();
    fake?.restore();
    fake = undefined;
  });

  /** The error of a load that is to fail, after all its tries. */
  async function failure(request: LoadRequest): Promise<SourceError> {
    const error = firstFailure(request);
    await clock.advance(600_000);
    expect(clock.pending, 'timers left').to.equal(0);
    return error;
  }

  for (const [status, code] of [
    [400, 'refused'],
    [401, 'sign-in'],
    [403, 'no-access'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'limited'],
    [500, 'server'],
    [503, 'server'],
    [304, 'refused'],
    [408, 'timeout'],
    [501, 'server']
  ] as const)
    it(`as ${code} on status ${status}, and reads no further`, async () => {
      fake = fakeFetch(() => new Response(status === 304 ? null : body().stream, {status}));
      const error = await failure({src, options});
      const attempt = ['limited', 'server', 'timeout'].includes(code) ? 4 : 1;
      expect(error).to.include({code, status, attempt});
      expect(fake.calls).to.have.length(attempt);
      expect(fake.calls[0].init.signal?.aborted).to.be.true;
    });

  for (const [what, respond, code, status] of [
    ['empty', () => new Response(''), 'empty', 200],
    ['nothing but blanks', () => new Response(' \n'), 'empty', 200],
    ['a web page', () => new Response('<!doctype html><title>Sign in</title>'), 'sign-in', 200],
    ['a redirect not to be followed', redirect, 'sign-in', 0],
    ['hidden', opaque, 'cors', 0],
    ['a cut JSON', () => new Response('[{"id": "1", "amount"'), 'unreadable', 200],
    ['a table of other things', () => new Response('colour,taste\nred,sweet\n'), 'unreadable', 200]
  ] as const)
    it(`as ${code} when the answer is ${what}`, async () => {
      fake = fakeFetch(respond);
      expect(await failure({src, options})).to.include({code, status});
    });

  it('with what stood in the way of reading', async () => {
    fake = fakeFetch(() => new Response('colour,taste\nred,sweet\n'));
    expect((await failure({src, options})).problem).to.deep.include({code: 'no-known-columns', seen: ['colour', 'taste']});
  });

  it('without telling credentials, query and fragment', async () => {
    fake = fakeFetch(() => new Response(null, {status: 404}));
    const error = await failure({src: 'https://ann:secret@crm.example/deals?token=secret#secret', options});
    expect(error).to.include({name: 'SourceError', url: 'https://crm.example/deals', message: 'not-found: https://crm.example/deals'});
  });

  it('as unreachable when there is no answer, with the cause', async () => {
    const cause = new TypeError('no network');
    fake = fakeFetch(() => Promise.reject(cause));
    const error = await failure({src, options});
    expect(error).to.include({code: 'unreachable', cause});
    expect(error.status).to.be.undefined;
  });

  it('as interrupted when the body breaks off', async () => {
    fake = fakeFetch(() => {
      const {stream, send, cut} = body();
      send(100);
      setTimeout(cut);
      return new Response(stream);
    });
    expect(await failure({src, options})).to.include({code: 'interrupted', status: 200, bytes: 100, attempt: 4});
    expect(fake.calls).to.have.length(4);
  });

  it('as sign-in when the hook fails, with the cause', async () => {
    fake = fakeFetch(() => new Response(csv));
    const cause = new Error('no token');
    expect(await failure({src, options, requestInit: () => Promise.reject(cause)})).to.include({code: 'sign-in', cause});
    const requestInit = () => {
      throw cause;
    };
    expect(await failure({src, options, requestInit})).to.include({code: 'sign-in', cause});
    expect(fake.calls).to.be.empty;
  });

  it('as interrupted on a data: URL with broken base64', async () => {
    expect(await failure({src: 'data:text/csv;base64,aWQ*', options})).to.include({code: 'interrupted', url: 'data:text/csv;base64'});
  });

  it('as too large beyond 25 MB, at once and whatever the length announced', async () => {
    const {stream, send} = body();
    fake = fakeFetch(() => new Response(stream, {headers: {'content-length': '10'}}));
    send(25_000_000);
    send(1);
    const error = failure({src, options});
    expect(await error).to.include({code: 'too-large', status: 200});
    expect(fake.calls[0].init.signal?.aborted).to.be.true;
  });

  it('not at 25 MB', async () => {
    const {stream, send, close} = body();
    send(25_000_000);
    close();
    fake = fakeFetch(() => new Response(stream));
    const error = failure({src, options});
    expect((await error).code).to.equal('empty');
  });

  for (const [what, response] of [
    ['no content', () => new Response(null, {status: 204})],
    ['an empty list', () => new Response('[]')]
  ] as const)
    it(`not on ${what}: that is a dataset without rows`, async () => {
      fake = fakeFetch(response);
      const {dataset} = await load({src, options});
      expect(dataset.tables.get('deals')?.length).to.equal(0);
      expect(dataset.problem).to.be.undefined;
    });

  describe('on the author’s mistakes with another error:', () => {
    for (const [what, request, message] of [
      ['a wrong address', {src: 'javascript:alert(1)', options}, 'unknown source: javascript:alert(1)'],
      [
        'a wrong table',
        {src: 'data:,id', options: {table: 'dogs'}},
        'unknown table: dogs; known are deals, stageHistory, leads, customers, orders, subscriptions, activities, costs, surveys, reps, targets, fxRates'
      ]
    ] as const)
      it(what, async () => {
        const error: unknown = await load(request).catch((reason: unknown) => reason);
        expect(error).not.to.be.instanceOf(SourceError);
        expect(error).to.be.instanceOf(Error).with.property('message', message);
      });
  });

  describe('when nothing comes', () => {
    /** Fails unless the request is given up after `ms` exactly. */
    async function givenUpAfter(ms: number, requests: FakeFetch): Promise<void> {
      const isGivenUp = () => requests.calls.at(-1)?.init.signal?.aborted;
      await clock.advance(ms - 1);
      expect(isGivenUp(), 'too early').to.be.false;
      await clock.advance(1);
      expect(isGivenUp(), 'too late').to.be.true;
    }

    it('for 15 s: as a timeout, four times', async () => {
      fake = fakeFetch(never);
      const error = firstFailure({src, options});
      await givenUpAfter(15_000, fake);
      await clock.advance(100_000);
      expect(await error).to.include({code: 'timeout', attempt: 4});
      expect(fake.calls).to.have.length(4);
    });

    it('because the hook hangs: as a timeout', async () => {
      fake = fakeFetch(() => new Response(csv));
      expect((await failure({src, options, requestInit: never})).code).to.equal('timeout');
      expect(fake.calls).to.be.empty;
    });

    it('for 10 s after a part: as stalled, with how much there was', async () => {
      const bodies: ReturnType<typeof body>[] = [];
      fake = fakeFetch(() => new Response(bodies[bodies.push(body()) - 1].stream));
      const error = firstFailure({src, options});
      await clock.advance(9_999);
      bodies[0].send(7);
      await givenUpAfter(10_000, fake);
      await clock.advance(100_000);
      expect(await error).to.include({code: 'stalled', status: 200, attempt: 4, bytes: 0});
    });

    it('fast enough to be done in 60 s: as slow, twice', async () => {
      fake = fakeFetch(() => {
        const {stream, send} = body();
        for (let second = 1; second < 60; second++) setTimeout(send, second * 1000, 1);
        return new Response(stream);
      });
      const error = firstFailure({src, options});
      await givenUpAfter(60_000, fake);
      await clock.advance(100_000);
      expect(await error).to.include({code: 'slow', status: 200, attempt: 2});
      expect(fake.calls).to.have.length(2);
    });
  });

  describe('and is tried again', () => {
    const after = (seconds: number) => clock.advance(seconds * 1000);
    const times = () => (fake as FakeFetch).calls.length;

    it('after up to 1, 2 and 4 s, not all at once: by chance up to a half sooner', async () => {
      fake = fakeFetch(() => new Response('', {status: 503}));
      const {random} = Math;
      try {
        for (const [chance, first, second, third] of [
          [0, 0.5, 1, 2],
          [0.998, 1, 2, 4]
        ]) {
          Math.random = () => chance;
          const [before, error] = [times(), firstFailure({src: someAddress(), options})];
          await after(0);
          for (const [wait, count] of [
            [first, 2],
            [second, 3],
            [third, 4]
          ]) {
            await after(wait - 0.01);
            expect(times() - before).to.equal(count - 1);
            await after(0.01);
            expect(times() - before).to.equal(count);
          }
          await error;
        }
      } finally {
        Math.random = random;
      }
    });

    for (const [name, said, seconds] of [
      ['so many seconds', '2', 2],
      ['a date', () => new Date(Date.now() + 5000).toUTCString(), 5],
      ['an hour, which is too long', '3600', 600],
      ['nothing that makes sense', 'soon', 1],
      ['a date gone by', 'Wed, 01 Jan 2020 00:00:00 GMT', 0]
    ] as const)
      it(`when the server says: ${name}`, async () => {
        const value = () => (typeof said === 'string' ? said : said());
        fake = fakeFetch((_, count) =>
          count === 1 ? new Response('', {status: 429, headers: {'retry-after': value()}}) : new Response(csv)
        );
        const loading = load({src, options});
        await after(0);
        // A date has no milliseconds.
        if (seconds > 1) await after(seconds - 1.01);
        if (seconds > 1) expect(times()).to.equal(1);
        await after(1.01);
        expect((await loading).dataset.rows.deals.accepted).to.equal(2);
        expect(times()).to.equal(2);
      });

    it('once, with other credentials, when those it had are refused', async () => {
      for (const [tokens, calls, isGood] of [
        [['old', 'new'], 2, true],
        [['old', 'old'], 1, false],
        [['bad', 'worse', 'worst'], 2, false]
      ] as const) {
        fake = fakeFetch(({init}) => new Response(csv, {status: new Headers(init.headers).get('authorization') === 'new' ? 200 : 401}));
        let asked = 0;
        const requestInit = () => ({headers: {authorization: tokens[asked++]}});
        const request = {src: someAddress(), options, requestInit};
        if (isGood) expect((await load(request)).dataset.rows.deals.accepted).to.equal(2);
        else expect(await failure(request)).to.include({code: 'sign-in', status: 401});
        expect([asked, times()]).to.deep.equal([2, calls]);
        fake.restore();
      }
    });

    it('by a request that follows no redirect: the first may have led to where people sign in', async () => {
      fake = fakeFetch((_, count) => (count === 1 ? Promise.reject(new TypeError('no')) : redirect()));
      expect(await failure({src, options})).to.include({code: 'sign-in', attempt: 2});
      expect(fake.calls.map(({init}) => init.redirect)).to.deep.equal(['follow', 'manual']);
    });

    it('not where a server of another origin is there: then it does not let the page read; its address is asked once', async () => {
      fake = fakeFetch((_, count) => (count === 1 ? Promise.reject(new TypeError('no')) : opaque()));
      const requestInit = () => ({headers: {authorization: 'secret'}, credentials: 'include'}) as const;
      const src = 'https://crm.example/deals?year=2026';
      expect(await failure({src, options, requestInit})).to.include({code: 'cors', attempt: 1, url: 'https://crm.example/deals'});
      expect(fake.calls.map(({url}) => url)).to.deep.equal([src, 'https://crm.example/']);
      const [, {init}] = fake.calls;
      expect(init).to.include({mode: 'no-cors', method: 'HEAD'}).and.not.to.have.property('credentials');
      expect([...new Headers(init.headers)]).to.be.empty;
    });

    it('where no server of another origin is there, as ever', async () => {
      fake = fakeFetch(() => Promise.reject(new TypeError('no')));
      const src = 'https://crm.example/deals';
      expect(await failure({src, options})).to.include({code: 'unreachable', attempt: 4});
      expect(fake.calls.map(({url}) => url)).to.deep.equal([src, 'https://crm.example/', src, src, src]);
    });

    it('offline, not before the connection is back: nobody is asked', async () => {
      fake = fakeFetch(() => new Response(csv));
      Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
      const loading = load({src, options});
      await after(3600);
      expect(times()).to.equal(0);
      Reflect.deleteProperty(navigator, 'onLine');
      window.dispatchEvent(new Event('online'));
      expect((await loading).dataset.rows.deals.accepted).to.equal(2);
      expect(times()).to.equal(1);
    });
  });
});
