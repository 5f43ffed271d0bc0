import {expect, fixture, fixtureCleanup, html} from '@open-wc/testing';
import '../../src/elements/kpi-card/define.js';
import type {KpiCard} from '../../src/elements/kpi-card/define.js';
import {fakeClock, type FakeClock} from './fake-clock.js';
import {csv, fakeFetch, never, someAddress, type FakeFetch} from './fake-fetch.js';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('an element that refreshes', () => {
  let fake: FakeFetch;
  let clock: FakeClock;
  let src: string;

  beforeEach(() => {
    clock = fakeClock();
    src = someAddress();
    // Nothing has changed since the first answer.
    fake = fakeFetch((_, count) => (count === 1 ? new Response(csv, {headers: {etag: '"1"'}}) : new Response(null, {status: 304})));
  });

  afterEach(async () => {
    fixtureCleanup();
    await clock.advance(100);
    show(true);
    fake.restore();
    clock.restore();
  });

  const show = (isShown: boolean) => {
    if (isShown) Reflect.deleteProperty(document, 'hidden');
    else Object.defineProperty(document, 'hidden', {value: true, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const times = () => fake.calls.length;
  async function card(refresh: number, at = src): Promise<KpiCard> {
    const element = await fixture<KpiCard>(html`<kpi-card src=${at} refresh=${refresh} period="2026"></kpi-card>`);
    await clock.advance(0);
    await element.loadComplete;
    return element;
  }

  it('every minute asks 1,441 times in a day that it is seen, with the validators of the answer in hand', async () => {
    const element = await card(60);
    await clock.advance(day);
    expect(times()).to.equal(1441);
    expect(new Headers(fake.calls[1440].init.headers).get('if-none-match')).to.equal('"1"');
    expect(element.matches(':state(ready)')).to.be.true;
  }).timeout(60_000);

  it('asks nobody while it is hidden, and once when it is shown', async () => {
    await card(60);
    show(false);
    await clock.advance(day);
    expect(times()).to.equal(1);
    show(true);
    await clock.advance(0);
    expect(times()).to.equal(2);
    await clock.advance(minute - 1);
    expect(times(), 'then a minute later').to.equal(2);
    await clock.advance(1);
    expect(times()).to.equal(3);
  });

  it('asks once for all of one address, as often as the one that wants it most', async () => {
    const cards = [await card(3600), await card(60), await card(600)];
    await clock.advance(10 * minute);
    expect(times()).to.equal(11);
    cards[1].remove();
    await clock.advance(100);
    await clock.advance(60 * minute);
    expect(times(), 'every ten minutes').to.be.within(16, 18);
  });

  it('waits with the first refresh up to a tenth less, by chance: pages that were opened at once do not ask at once', async () => {
    const {random} = Math;
    try {
      for (const [chance, wait] of [
        [0, 60_000],
        [0.5, 57_000]
      ]) {
        Math.random = () => chance;
        const before = times();
        await card(60, someAddress());
        await clock.advance(wait - 1);
        expect(times() - before).to.equal(1);
        await clock.advance(1);
        expect(times() - before).to.equal(2);
      }
    } finally {
      Math.random = random;
    }
  });

  it('goes on after failures: four tries, then a whole interval of rest', async () => {
    const element = await card(60);
    fake.restore();
    fake = fakeFetch(() => new Response('', {status: 503}));
    await clock.advance(10 * minute);
    expect(element.matches(':state(stale)')).to.be.true;
    expect(times() % 4).to.equal(0);
    expect(times() / 4).to.be.within(8, 10);
  });

  it('shows what comes to all who follow, whoever asked', async () => {
    const [one, other] = [await card(0), await card(0)];
    fake.restore();
    fake = fakeFetch(() => new Response(csv.replace('100', '150')));
    const refresh = one.refresh();
    await clock.advance(0);
    await refresh;
    await other.loadComplete;
    expect(times()).to.equal(1);
    expect(other.records).to.equal(one.records);
    expect(other.shadowRoot?.querySelector('[part=value] .spoken')?.textContent).to.equal('400');
  });

  it('leaves no timer behind but the one that forgets the answer, and no ear for the page', async () => {
    const heard: string[] = [];
    const real = {add: document.addEventListener.bind(document), remove: document.removeEventListener.bind(document)};
    document.addEventListener = (type: string, listener: EventListener) => {
      heard.push(`+${type}`);
      real.add(type, listener);
    };
    document.removeEventListener = (type: string, listener: EventListener) => {
      heard.push(`-${type}`);
      real.remove(type, listener);
    };
    try {
      const element = await card(60);
      expect(heard.filter((each) => each.includes('visibility')).at(-1)).to.equal('+visibilitychange');
      element.remove();
      await clock.advance(100);
      expect(heard.filter((each) => each.includes('visibility')).at(-1)).to.equal('-visibilitychange');
      await clock.advance(minute);
      expect(clock.pending).to.equal(0);
      await clock.advance(day);
      expect(times()).to.equal(1);
    } finally {
      for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(document, name);
    }
  });

  it('is calm about an interval that is no number, and tells the author', async () => {
    const report = window.reportError.bind(window);
    const told: string[] = [];
    window.reportError = (error) => told.push(String(error));
    const element = await fixture<KpiCard>(html`<kpi-card src=${src} refresh="often"></kpi-card>`);
    await clock.advance(0);
    await element.loadComplete;
    window.reportError = report;
    expect(told).to.deep.equal(['RangeError: not a number: refresh']);
    expect(times()).to.equal(0);
  });
});

describe('an element that loads lazily', () => {
  it('asks when it comes near to what is seen, not before; until then it keeps the room of what comes', async () => {
    const fake = fakeFetch(never);
    const box = await fixture<HTMLElement>(
      html`<div>
        <div class="far"></div>
        <kpi-card src=${someAddress()} loading="lazy"></kpi-card>
      </div>`
    );
    const far = box.firstElementChild as HTMLElement;
    far.style.blockSize = '5000px';
    const element = box.lastElementChild as KpiCard;
    const turns = async () => {
      for (let turn = 0; turn < 5; turn++) await new Promise(requestAnimationFrame);
    };
    try {
      await turns();
      expect(fake.calls).to.be.empty;
      expect(element.matches(':state(loading)')).to.be.true;
      far.style.blockSize = '0';
      await turns();
      expect(fake.calls).to.have.length(1);
    } finally {
      fake.restore();
    }
  });
});
