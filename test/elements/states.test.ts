import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import '../../src/elements/kpi-card/define.js';
import type {KpiCard} from '../../src/elements/kpi-card/define.js';
import type {KpiErrorEvent} from '../../src/elements/events.js';
import type {KpiState} from '../../src/elements/states.js';
import {fakeFetch, never, someAddress, type FakeFetch} from '../source/fake-fetch.js';
import {told} from './told.js';

const good =
  'id,amount,status,createdAt,closedAt\n1,100,won,2025-01-01,2026-05-05\n2,250,won,2025-01-01,2026-06-10\n3,150,won,2025-01-01,2026-07-15\n';
const july = {period: '2026-07', asOf: '2026-07-31'};

const all = (element: KpiCard, selector: string) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const text = (element: KpiCard, part: string) => all(element, `[part=${part}]`)[0]?.textContent.replace(/\s+/g, ' ').trim();
const value = (element: KpiCard) => all(element, '[part=value] .spoken')[0]?.textContent;
const busy = (element: KpiCard) => all(element, '[part=frame]')[0].ariaBusy;

async function card(properties: Partial<KpiCard> = {}): Promise<KpiCard> {
  const element = await fixture<KpiCard>(html`<kpi-card></kpi-card>`);
  Object.assign(element, july, properties);
  await element.updateComplete;
  return element;
}

/** An element is in one state at a time, which a page's CSS can tell: `:state(stale)`. */
async function expectState(element: KpiCard, state: KpiState): Promise<void> {
  const states = ['loading', 'ready', 'partial', 'stale', 'empty', 'signin', 'error'].filter((each) => element.matches(`:state(${each})`));
  expect(states).to.deep.equal([state]);
  await expect(element).to.be.accessible();
}

for (const scheme of ['light', 'dark'])
  describe(`an element in ${scheme}`, () => {
    let fake: FakeFetch | undefined;
    let src: string;

    beforeEach(() => {
      document.documentElement.style.colorScheme = scheme;
      src = someAddress();
    });

    afterEach(() => {
      document.documentElement.style.colorScheme = '';
      fake?.restore();
      fake = undefined;
    });

    it('asks before it or another draws the shape of what comes', async () => {
      const cards = () => [...document.querySelectorAll<KpiCard>('kpi-card')];
      let drawn: number | undefined;
      fake = fakeFetch(() => {
        drawn = cards().filter((each) => all(each, '[part=frame]').length > 0).length;
        return never();
      });
      await fixture(html`<div><kpi-card src=${src}></kpi-card><kpi-card src=${src}></kpi-card></div>`);
      expect([cards().length, drawn]).to.deep.equal([2, 0]);
    });

    it('while it loads has its heading, the room of what comes and, after a while, a word', async () => {
      let answer: (response: Response) => unknown = never;
      fake = fakeFetch(() => new Promise((resolve) => (answer = resolve)));
      const element = await card({src});
      const [skeleton, word] = ['[part=skeleton]', '[role=status]'].map((selector) => all(element, selector)[0]);
      const waits = [skeleton, word].map((node) => node.getAnimations()[0]);
      for (const wait of waits) wait.pause();
      await expectState(element, 'loading');
      expect([text(element, 'heading'), busy(element)]).to.deep.equal(['Total sales', 'true']);
      expect(word.textContent.trim()).to.equal('Still loading …');
      for (const [ms, opacities] of [
        [299, ['0', '0']],
        [2999, ['1', '0']],
        [3000, ['1', '1']]
      ] as const) {
        for (const wait of waits) wait.currentTime = ms;
        expect([skeleton, word].map((node) => getComputedStyle(node).opacity)).to.deep.equal(opacities);
      }
      const room = element.getBoundingClientRect().height;
      answer(new Response(good));
      await element.loadComplete;
      expect(element.getBoundingClientRect().height, 'nothing on the page moves').to.be.closeTo(room, 1);
    });

    it('that is ready shows its figure', async () => {
      fake = fakeFetch(() => new Response(good));
      const element = await card({src});
      await element.loadComplete;
      await expectState(element, 'ready');
      expect(value(element)).to.equal('150');
      expect(busy(element)).to.equal('false');
    });

    it('that could not read all rows counts and lists those left out; their text stays text', async () => {
      const hostile = '<img src=x onerror=alert(1)>';
      const element = await card({data: `${good}4,9,won,2025-01-01,2026-02-30\n5,${hostile},won,2025-01-01,2026-07-01\n`});
      await element.loadComplete;
      await expectState(element, 'partial');
      expect(value(element)).to.equal('150');
      expect(text(element, 'left-out')).to.match(/1 deal won · 2 of 5 rows left out/);
      expect(all(element, 'li').map(({textContent}) => textContent)).to.deep.equal([
        'row 4, closedAt: not a date: 2026-02-30',
        `row 5, amount: not a number: ${hostile}`
      ]);
      expect(all(element, 'img')).to.be.empty;
    });

    it('that could not be refreshed keeps its figure, says since when and why, and can try again', async () => {
      fake = fakeFetch((_, count) => new Response(count === 3 ? good.replace('150', '200') : good, {status: count === 2 ? 404 : 200}));
      const element = await card({src});
      await element.loadComplete;
      await element.refresh();
      await expectState(element, 'stale');
      expect(value(element)).to.equal('150');
      expect(text(element, 'stale')).to.match(/^Not refreshed: figures of \w+ \d+, 20\d\d, .*\. Nothing at this address\. Try again$/);

      all(element, '[part=retry]')[0].click();
      await element.updateComplete;
      expect([busy(element), value(element)]).to.deep.equal(['true', '150']);
      await element.loadComplete;
      await expectState(element, 'ready');
      expect([busy(element), value(element)]).to.deep.equal(['false', '200']);
      expect(all(element, '[part=stale]')).to.be.empty;
    });

    for (const [name, data] of [
      ['no rows', []],
      ['a table without rows', {deals: []}],
      ['a header alone', 'id,amount,status,closedAt\n'],
      ['no rows, in JSON', '[]']
    ] as const)
      it(`given ${name} says so: that is not 0`, async () => {
        const element = await card({data, filter: {region: 'North'}});
        await element.loadComplete;
        await expectState(element, 'empty');
        expect(text(element, 'message')).to.equal('No rows The source holds no rows yet.');
        expect(all(element, '[part=value], [part=retry]')).to.be.empty;
        expect(element.result).to.be.undefined;
      });

    it('given no source says what is missing', async () => {
      const element = await card({src: ''});
      await element.loadComplete;
      await expectState(element, 'empty');
      expect(text(element, 'heading')).to.equal('Total sales');
      expect(text(element, 'message')).to.equal('No data Set src, data, or a JSON script inside the element.');
    });

    for (const [name, body, status, code, message] of [
      [
        'an HTML login page',
        '<!doctype html><title>Sign in</title>',
        200,
        'sign-in',
        'Sign in to see the figures The file is a web page, not data: sign in, or check the address.'
      ],
      ['a 404', 'Not found', 404, 'not-found', 'Nothing at this address Check the address. HTTP 404 ·'],
      ['a 401', '', 401, 'sign-in', 'Sign in to see the figures The session has perhaps ended. HTTP 401 ·'],
      ['a 400', '', 400, 'refused', 'The server refused Check the address. HTTP 400 ·'],
      ['an empty file', '', 200, 'empty', 'An empty answer The file is empty. Export it again.'],
      [
        'JSON that was cut',
        '[{"id": 1, "amount"',
        200,
        'unreadable',
        'The data could not be read Not valid JSON at byte 19. Export it again: it was perhaps cut off.'
      ],
      [
        'JSON that is no data',
        '{"version": 1}',
        200,
        'unreadable',
        'The data could not be read JSON, but neither rows, [{…}], nor a dataset, {"deals": [{…}]}.'
      ],
      [
        'a CSV without known columns',
        'colour,shape\nred,round\n',
        200,
        'unreadable',
        'The data could not be read No known columns. The file has: colour, shape. Name them in its first line, or in fields.'
      ],
      [
        'ambiguous dates',
        'id,amount,status,closedAt\n1,5,won,01/02/2026\n',
        200,
        'unreadable',
        'The data could not be read Day or month first in closedAt (01/02/2026)? Set date-format to dmy or mdy.'
      ],
      [
        'ambiguous numbers',
        'id,amount,status,closedAt\n1,"1,234",won,2026-07-01\n',
        200,
        'unreadable',
        'The data could not be read Thousands or decimals in amount (1,234)? Set decimal to . or ,'
      ]
    ] as const)
      it(`given ${name} says what is wrong and what to do, and tries again when asked`, async () => {
        fake = fakeFetch((_, count) => (count === 1 ? new Response(body, {status}) : new Response(good)));
        const events: KpiErrorEvent[] = [];
        const listen = (event: KpiErrorEvent) => events.push(event);
        document.addEventListener('kpi-error', listen);
        const element = await card({src: `${src}?token=secret`});
        const messages = await told(() => element.loadComplete);
        document.removeEventListener('kpi-error', listen);
        await expectState(element, code === 'sign-in' ? 'signin' : 'error');
        expect(messages, 'for the reader, not the console').to.be.empty;
        expect(text(element, 'message')).to.equal(`${message} ${src} Try again`);
        expect(text(element, 'heading')).to.equal('Total sales');
        expect(all(element, '[part=value]')).to.be.empty;
        expect(events.map(({target, detail}) => [target, detail.code, detail.status, detail.attempt])).to.deep.equal([
          [element, code, status, 1]
        ]);
        expect(events[0].detail.url).to.equal(new URL(src, document.baseURI).href);

        all(element, '[part=retry]')[0].click();
        await element.loadComplete;
        await expectState(element, 'ready');
        expect(value(element)).to.equal('150');
      });

    for (const [attribute, mistake, corrected, message] of [
      ['kpi', 'winrate', 'win-rate', /unknown kpi: winrate/],
      ['variant', 'best', '', /unknown variant of total-sales: best/],
      ['period', 'soon', '2026-07', /unknown period: soon/],
      ['as-of', 'Friday', '2026-07-31', /not a date: Friday/],
      ['time-zone', 'Mars', 'Europe/Stockholm', /unknown time zone: Mars/],
      ['filter', 'planet=Mars', '', /unknown filter: planet/],
      ['target', 'many', '', /not a target: NaN/],
      ['table', 'planets', 'deals', /unknown table: planets/],
      ['date-format', 'ddmmyy', '', /unknown date format: ddmmyy/],
      ['decimal', ';', '.', /unknown decimal sign: ;/],
      ['assume-zone', 'Mars', 'UTC', /unknown time zone: Mars/]
    ] as const)
      it(`set up with ${attribute}="${mistake}" tells the page’s author once, stays calm, and recovers`, async () => {
        const element = await card();
        const messages = await told(async () => {
          element.data = good;
          element.setAttribute(attribute, mistake);
          await element.loadComplete;
          element.requestUpdate();
          await element.updateComplete;
        });
        expect(messages).to.have.length(1);
        expect(messages[0]).to.match(message);
        await expectState(element, 'error');
        expect(text(element, 'message')).to.equal('This figure is not set up correctly. The page’s console says what to change.');
        element.setAttribute(attribute, corrected);
        await element.loadComplete;
        await expectState(element, 'ready');
      });
  });

describe('an element whose source changes', () => {
  let fake: FakeFetch;
  afterEach(() => fake.restore());

  it('shows the old figures until the new are there', async () => {
    let answer: (response: Response) => unknown = never;
    fake = fakeFetch((_, count) => (count === 1 ? new Response(good) : new Promise((resolve) => (answer = resolve))));
    const element = await card({src: someAddress()});
    await element.loadComplete;
    element.src = someAddress();
    await waitUntil(() => fake.calls.length === 2);
    expect([busy(element), value(element)]).to.deep.equal(['true', '150']);
    answer(new Response(good.replace('150', '170')));
    await element.loadComplete;
    expect([busy(element), value(element)]).to.deep.equal(['false', '170']);
  });

  it('drops the old figures when the new source fails: they are not of that source', async () => {
    fake = fakeFetch((_, count) => new Response(good, {status: count === 1 ? 200 : 404}));
    const element = await card({src: someAddress()});
    await element.loadComplete;
    element.src = someAddress();
    await element.loadComplete;
    await expectState(element, 'error');
    expect([value(element), element.result, element.records]).to.deep.equal([undefined, undefined, undefined]);
    await element.refresh();
    await expectState(element, 'error');
  });

  it('shows the newest, whichever answer comes last', async () => {
    const answers: ((response: Response) => void)[] = [];
    fake = fakeFetch(() => new Promise((resolve) => answers.push(resolve)));
    const element = await card({src: someAddress()});
    await waitUntil(() => fake.calls.length === 1);
    element.src = someAddress();
    await waitUntil(() => fake.calls.length === 2);
    answers[1](new Response(good.replace('150', '170')));
    await element.loadComplete;
    answers[0](new Response(good));
    await element.loadComplete;
    expect(value(element)).to.equal('170');
  });

  it('without rows is not 0 either when a refresh fails', async () => {
    fake = fakeFetch((_, count) => new Response('[]', {status: count === 1 ? 200 : 404}));
    const element = await card({src: someAddress()});
    await element.loadComplete;
    await element.refresh();
    await expectState(element, 'error');
    expect(text(element, 'message')).to.match(/^Nothing at this address/);
  });

  it('settles a doubt about the dates with `date-format`', async () => {
    fake = fakeFetch(() => new Response('id,amount,status,closedAt\n1,5,won,01/07/2026\n2,7,won,07/01/2026\n'));
    const element = await card({src: someAddress()});
    await element.loadComplete;
    expect(value(element)).to.be.undefined;
    for (const [format, figure] of [
      ['dmy', '5'],
      ['mdy', '7']
    ]) {
      element.setAttribute('date-format', format);
      await element.updateComplete;
      await element.loadComplete;
      expect(value(element)).to.equal(figure);
    }
    expect(fake.calls, 'one an option: the bytes are not kept').to.have.length(3);
  });

  it('places times that name no zone with `assume-zone`; without it they are left out, and it is named', async () => {
    const rows = [
      {id: '1', amount: 5, status: 'won', closedAt: '2026-07-31 23:30:00'},
      {id: '2', amount: 7, status: 'won', closedAt: '2026-07-02'}
    ];
    const element = await card({data: rows, timeZone: 'UTC'});
    await element.loadComplete;
    expect(value(element)).to.equal('7');
    expect(text(element, 'left-out')).to.contain('set assume-zone');
    element.setAttribute('assume-zone', 'Europe/Stockholm');
    await element.updateComplete;
    await element.loadComplete;
    expect(value(element)).to.equal('12');
    element.setAttribute('assume-zone', 'America/New_York');
    await element.updateComplete;
    await element.loadComplete;
    // Half past eleven in New York is August in UTC.
    expect(value(element)).to.equal('7');
  });
});
