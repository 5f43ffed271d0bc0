import {expect} from '@open-wc/testing';
import {load} from '../../src/source/load.js';
import {SourceError} from '../../src/source/source-error.js';
import {fakeClock, type FakeClock} from './fake-clock.js';
import {csv, fakeFetch, never, someAddress, type FakeFetch} from './fake-fetch.js';
import {failure} from './failure.js';

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
  let src: string;

  beforeEach(() => {
    src = someAddress();
  });

  afterEach(() => {
    fake?.restore();
    fake = undefined;
  });

  for (const [status, code] of [
    [400, 'refused'],
    [401, 'sign-in'],
    [403, 'no-access'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'refused'],
    [500, 'server'],
    [503, 'server'],
    [304, 'refused']
  ] as const)
    it(`as ${code} on status ${status}, and reads no further`, async () => {
      fake = fakeFetch(() => new Response(status === 304 ? null : body().stream, {status}));
      const error = await failure({src, options});
      expect(error).to.include({code, status, attempt: 1});
      expect(fake.calls[0].init.signal?.aborted).to.be.true;
    });

  for (const [what, respond, code, status] of [
    ['empty', () => new Response(''), 'empty', 200],
    ['nothing but blanks', () => new Response(' \n'), 'empty', 200],
    ['a web page', () => new Response('<!doctype html><title>Sign in</title>'), 'sign-in', 200],
    ['a redirect not to be followed', redirect, 'sign-in', 0],
    ['hidden', opaque, 'unreachable', 0],
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

  it('as offline when the browser says so', async () => {
    fake = fakeFetch(() => Promise.reject(new TypeError('no network')));
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    try {
      expect((await failure({src, options})).code).to.equal('offline');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('as interrupted when the body breaks off', async () => {
    const {stream, send, cut} = body();
    fake = fakeFetch(() => new Response(stream));
    const error = failure({src, options});
    send(100);
    cut();
    expect(await error).to.include({code: 'interrupted', status: 200});
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
    const error = failure({src, options});
    send(25_000_000);
    send(1);
    expect(await error).to.include({code: 'too-large', status: 200});
    expect(fake.calls[0].init.signal?.aborted).to.be.true;
  });

  it('not at 25 MB', async () => {
    const {stream, send, close} = body();
    fake = fakeFetch(() => new Response(stream));
    const error = failure({src, options});
    send(25_000_000);
    close();
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
      ['a wrong table', {src: 'data:,id', options: {table: 'dogs'}}, 'unknown table: dogs']
    ] as const)
      it(what, async () => {
        const error: unknown = await load(request).catch((reason: unknown) => reason);
        expect(error).not.to.be.instanceOf(SourceError);
        expect(error).to.be.instanceOf(Error).with.property('message', message);
      });
  });

  describe('as a timeout', () => {
    let clock: FakeClock;

    beforeEach(() => {
      clock = fakeClock();
    });

    afterEach(() => {
      clock.restore();
    });

    /** Fails if the load ends before `ms`, then gives its error. */
    async function endAfter(ms: number, error: Promise<SourceError>): Promise<SourceError> {
      let ended = false;
      const end = error.finally(() => (ended = true));
      await clock.advance(ms - 1);
      expect(ended, 'ended early').to.be.false;
      await clock.advance(1);
      return end;
    }

    it('not once it has failed otherwise: no timer is left', async () => {
      fake = fakeFetch(() => new Response(body().stream, {status: 404}));
      expect((await failure({src, options})).code).to.equal('not-found');
      await clock.advance(0);
      expect(clock.pending).to.equal(0);
    });

    it('without an answer for 15 s', async () => {
      fake = fakeFetch(never);
      expect((await endAfter(15_000, failure({src, options}))).code).to.equal('timeout');
      expect(fake.calls[0].init.signal?.aborted).to.be.true;
      expect(clock.pending).to.equal(0);
    });

    it('when the hook hangs for 15 s', async () => {
      fake = fakeFetch(() => new Response(csv));
      expect((await endAfter(15_000, failure({src, options, requestInit: never}))).code).to.equal('timeout');
      expect(fake.calls).to.be.empty;
      expect(clock.pending).to.equal(0);
    });

    it('without a byte for 10 s', async () => {
      const {stream, send} = body();
      fake = fakeFetch(() => new Response(stream));
      const error = failure({src, options});
      await clock.advance(9_999);
      send(1);
      expect(await endAfter(10_000, error)).to.include({code: 'timeout', status: 200});
      expect(clock.pending).to.equal(0);
    });

    it('when it is not done in 60 s', async () => {
      const {stream, send} = body();
      fake = fakeFetch(() => new Response(stream));
      const error = failure({src, options});
      for (let second = 0; second < 59; second++) {
        await clock.advance(1000);
        send(1);
      }
      expect((await endAfter(1000, error)).code).to.equal('timeout');
      expect(clock.pending).to.equal(0);
    });
  });
});
