import {expect, fixture, html, nextFrame, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/index.js';
import type {KpiCard} from '../../src/index.js';
import {choose} from './choose.js';

const tags = ['kpi-card', 'kpi-trend', 'rep-leaderboard', 'funnel-chart'] as const;
const deal = (id: number, status: string, closedAt: string | null, ownerId: string) => ({
  id,
  ownerId,
  status,
  amount: 100 * id,
  stage: status === 'open' ? 'Lead' : 'Closed',
  createdAt: '2026-01-05',
  closedAt
});
const data = {
  settings: {source: 'CRM, nightly', currency: 'SEK', timeZone: 'Europe/Stockholm'},
  deals: [
    deal(1, 'won', '2026-03-02', 'Rep 01'),
    deal(2, 'lost', '2026-03-05', 'Rep 02'),
    deal(3, 'won', '2026-02-27', 'Rep 02'),
    deal(4, 'open', null, 'Rep 01'),
    deal(5, 'won', '2026-02-30', 'Rep 01')
  ],
  targets: [
    {
      id: 't',
      kpi: 'win-rate',
      value: 0.6,
      start: '2026-03-01',
      end: '2026-04-01',
      owner: 'Head of sales',
      report: {name: 'Monday meeting', every: 'week', audience: ['Sales managers', 'Reps'], next: '2026-03-09'}
    }
  ]
};

type Element = HTMLElementTagNameMap[(typeof tags)[number]];

async function show<Tag extends (typeof tags)[number]>(tag: Tag, properties: object = {}): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag);
  Object.assign(element, {data, period: '2026-03', asOf: '2026-03-31'}, properties);
  await fixture(html`<div>${element}</div>`);
  await element.loadComplete;
  return element;
}

const one = (element: Element, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector) as HTMLElement;
const items = (element: Element) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
const focused = (element: Element) => (element.shadowRoot?.activeElement as HTMLElement | null)?.textContent.trim();
const isOpen = (element: Element) => one(element, '[part=menu]').matches(':popover-open');
const button = (element: Element) => one(element, '[part=menu-button]');

/** Opens it as a keyboard does, and waits for what comes from its file. */
async function open(element: Element): Promise<void> {
  button(element).focus();
  await sendKeys({press: 'Enter'});
  await waitUntil(() => items(element).length > 3, 'the items of the second file');
  await nextFrame();
}

async function explain(element: Element): Promise<void> {
  await choose(element, 'explanation');
  await waitUntil(() => element.shadowRoot?.querySelector('dialog[open]'));
}

/** Files that are handed out meanwhile. */
async function downloads(act: () => Promise<unknown>): Promise<{name: string; blob: Blob}[]> {
  const files: {name: string; blob: Blob}[] = [];
  const create = URL.createObjectURL.bind(URL);
  let last = new Blob();
  URL.createObjectURL = (blob: Blob) => create((last = blob));
  HTMLAnchorElement.prototype.click = function () {
    files.push({name: this.download, blob: last});
  };
  try {
    await act();
    await waitUntil(() => files.length > 0);
  } finally {
    delete (HTMLAnchorElement.prototype as Partial<HTMLAnchorElement>).click;
    URL.createObjectURL = create;
  }
  return files;
}

for (const tag of tags)
  describe(`the menu of <${tag}>`, () => {
    it('has a button that says what it opens and of what, and items a finger can hit', async () => {
      const element = await show(tag);
      expect(button(element).getAttribute('aria-haspopup')).to.equal('menu');
      expect(button(element).ariaExpanded).to.equal('false');
      expect(button(element).ariaLabel).to.equal('Options');
      await open(element);
      expect(button(element).ariaExpanded).to.equal('true');
      expect(items(element).map((item) => item.textContent.trim())).to.deep.equal([
        ...(tag === 'rep-leaderboard' ? [] : ['View as table']),
        'How is this computed?',
        'Show records',
        'Download PNG',
        'Download SVG',
        'Download CSV',
        'Copy image'
      ]);
      for (const target of [button(element), ...items(element)]) {
        const {width, height} = target.getBoundingClientRect();
        expect(Math.min(width, height), target.textContent).to.be.at.least(24);
      }
      await expect(element).to.be.accessible();
    });

    it('is walked with the arrow keys, Home and End, and closed by Escape, the focus back on its button', async () => {
      const element = await show(tag);
      await open(element);
      const labels = items(element).map((item) => item.textContent.trim());
      const [first, second] = labels;
      const last = labels.at(-1);
      expect(focused(element)).to.equal(first);
      for (const [key, label] of [
        ['ArrowDown', second],
        ['ArrowUp', first],
        ['ArrowUp', last],
        ['ArrowDown', first],
        ['End', last],
        ['Home', first]
      ]) {
        await sendKeys({press: key ?? ''});
        expect(focused(element), key).to.equal(label);
      }
      await sendKeys({press: 'Escape'});
      expect(isOpen(element)).to.be.false;
      expect(element.shadowRoot?.activeElement?.part.value).to.equal('menu-button');
      await sendKeys({press: 'ArrowDown'});
      expect(isOpen(element)).to.be.true;
      await nextFrame();
      await sendKeys({press: 'Tab'});
      expect(isOpen(element)).to.be.false;
    });

    it('explains the figure in a dialog, and gives the focus back', async () => {
      const element = await show(tag);
      await explain(element);
      const dialog = one(element, 'dialog') as HTMLDialogElement;
      expect([dialog.open, dialog.matches(':modal'), isOpen(element)]).to.deep.equal([true, true, false]);
      expect(element.shadowRoot?.activeElement?.ariaLabel).to.equal('Close');
      expect(dialog.querySelector('h2')?.textContent).to.equal('How is this computed?');
      expect([...dialog.querySelectorAll('dt')].map((term) => term.textContent)).to.include.members([
        'Formula',
        'Period',
        'Source',
        'As of'
      ]);
      await expect(element).to.be.accessible();
      await sendKeys({press: 'Escape'});
      await waitUntil(() => !element.shadowRoot?.querySelector('dialog'));
      expect(element.shadowRoot?.activeElement?.part.value).to.equal('menu-button');
    });

    it('hands out the figures as a file named after them', async () => {
      const element = await show(tag);
      const [{name, blob}] = await downloads(() => choose(element, 'csv'));
      expect(name).to.match(/^[\w ,%]+2026\.csv$|^[\w ,%]+\.csv$/);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      expect([...bytes.slice(0, 3)], 'the byte order mark').to.deep.equal([0xef, 0xbb, 0xbf]);
      expect(await blob.text()).to.equal((await element.toCSV()).slice(1));
      expect(isOpen(element)).to.be.false;
    });

    it('draws an SVG of what is shown that needs nothing else', async () => {
      const element = await show(tag);
      const text = await element.toSVG();
      const picture = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      expect(picture.localName).to.equal('svg');
      expect(text).not.to.match(/style=|<style|<script|<image|<foreignObject|href|var\(|light-dark|data:|(?<!xmlns=")https?:/);
      const drawn = [...picture.querySelectorAll('text')].map((node) => node.textContent).join(' ');
      const [heading] = [one(element, 'h3').textContent.trim()];
      expect(drawn).to.contain(heading);
      expect(drawn, 'the source').to.contain('CRM, nightly');
      expect(drawn, 'the day').to.match(/Mar 31, 2026|Mar 2026/);
      for (const node of element.shadowRoot?.querySelectorAll('[part=value]:not(.spoken), [part=count]') ?? []) {
        for (const word of (node.querySelector('[aria-hidden]') ?? node).textContent.match(/\d[\d.,]*/g) ?? [])
          expect(drawn).to.contain(word);
      }
      const {width, height} = (picture as unknown as SVGSVGElement).viewBox.baseVal;
      expect(width / height).to.be.closeTo(16 / 9, 0.01);
      for (const node of picture.querySelectorAll('text')) {
        expect(Number(node.getAttribute('x'))).to.be.within(0, width);
        expect(Number(node.getAttribute('y'))).to.be.within(0, height);
      }
      expect(text, 'strokes grow with the picture').not.to.contain('non-scaling');
      for (const path of picture.querySelectorAll<SVGPathElement>('path[d^=M]')) expect(path.getAttribute('d')).not.to.contain('NaN');
      expect(element.shadowRoot?.querySelectorAll('article'), 'nothing is left behind').to.have.length(1);
    });

    it('draws a PNG of the size asked for, for a light and for a dark slide', async () => {
      const element = await show(tag);
      const usual = await createImageBitmap(await element.toPNG());
      expect([usual.width, usual.height]).to.deep.equal([2560, 1440]);
      const corner = async (options: Parameters<Element['toPNG']>[0]) => {
        const bitmap = await createImageBitmap(await element.toPNG({width: 320, height: 240, scale: 1.5, ...options}));
        expect([bitmap.width, bitmap.height]).to.deep.equal([480, 360]);
        const context = new OffscreenCanvas(480, 360).getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(bitmap, 0, 0);
        const {data: pixels} = context.getImageData(0, 0, 480, 360);
        const shades = new Set(Array.from({length: 480 * 360}, (_, at) => pixels.slice(4 * at, 4 * at + 4).join()));
        expect(shades.size, 'something is drawn').to.be.above(10);
        return [...pixels.slice(0, 4)];
      };
      expect(await corner({scheme: 'light'})).to.deep.equal([255, 255, 255, 255]);
      expect(await corner({scheme: 'dark'})).to.deep.equal([22, 27, 35, 255]);
      expect(await corner({background: 'none'})).to.deep.equal([0, 0, 0, 0]);
    });
  });

describe('the menu', () => {
  it('turns a chart into its table, and back', async () => {
    const element = await show('kpi-card');
    await choose(element, 'table');
    expect(one(element, '[part=table]')).to.exist;
    expect(isOpen(element)).to.be.false;
    expect(element.shadowRoot?.activeElement?.part.value, 'the focus is back').to.equal('menu-button');
    await open(element);
    expect(items(element)[0].textContent.trim()).to.equal('View as chart');
    await choose(element, 'table');
    expect(one(element, '[part=value]')).to.exist;
  });

  it('lies within the page wherever its element is, and reads from right to left', async () => {
    for (const [width, side, dir] of [
      [160, 'left', 'ltr'],
      [160, 'right', 'ltr'],
      [360, 'left', 'rtl'],
      [160, 'right', 'rtl']
    ] as const) {
      const element = await show('kpi-card');
      const box = element.parentElement as HTMLElement;
      box.dir = dir;
      Object.assign(box.style, {position: 'fixed', [side]: '0', bottom: '0', inlineSize: `${width}px`});
      await open(element);
      const {left, right, top, bottom} = one(element, '[part=menu]').getBoundingClientRect();
      const {clientWidth, clientHeight} = document.documentElement;
      expect(left).to.be.at.least(0);
      expect(top).to.be.at.least(0);
      expect(right).to.be.at.most(clientWidth);
      expect(bottom).to.be.at.most(clientHeight);
      for (const item of items(element)) expect(item.scrollWidth, item.textContent).to.be.at.most(item.clientWidth);
      await sendKeys({press: 'Escape'});
    }
  });

  it('speaks the language of its element', async () => {
    const element = await show('kpi-card', {lang: 'sv'});
    await open(element);
    expect(button(element).ariaLabel).to.equal('Alternativ');
    expect(items(element).map((item) => item.textContent.trim())).to.include.members([
      'Visa som tabell',
      'Hur är det beräknat?',
      'Kopiera bild'
    ]);
  });

  it('copies the image and says so, or says that it may not', async () => {
    const element = await show('kpi-card');
    const {clipboard} = navigator;
    const written: ClipboardItem[] = [];
    const write = clipboard.write.bind(clipboard);
    try {
      clipboard.write = (given) => Promise.resolve(void written.push(...given));
      await choose(element, 'copy');
      await waitUntil(() => one(element, '[part=menu-message]').textContent === 'The image is on the clipboard.');
      expect(one(element, '[part=menu-message]').role).to.equal('status');
      expect((await written[0].getType('image/png')).type).to.equal('image/png');
      await sendKeys({press: 'Escape'});
      clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      await choose(element, 'copy');
      await waitUntil(() => one(element, '[part=menu-message]').textContent.startsWith('The browser does not let'));
    } finally {
      clipboard.write = write;
    }
  });

  it('refuses to draw what is not there, and sizes that are none', async () => {
    const failed = (promise: Promise<unknown>) => promise.then(() => '', String);
    expect(await failed((await show('kpi-card', {data: []})).toPNG())).to.equal('Error: no figures to export: <kpi-card> shows none');
    expect(await failed((await show('kpi-card')).toSVG({width: 0}))).to.equal('RangeError: not a size: 0');
  });
});

describe('an explanation', () => {
  const told = async (properties: Partial<KpiCard>, tag: (typeof tags)[number] = 'kpi-card') => {
    const element = await show(tag, properties);
    await explain(element);
    const terms = [...(element.shadowRoot?.querySelectorAll('dt') ?? [])];
    return Object.fromEntries(
      terms.map((term) => [
        term.textContent,
        [...(term.nextElementSibling?.children ?? [])].map((line) => line.textContent.replace(/[\u2009\u202f\u00a0]/g, ' '))
      ])
    );
  };

  it('has the formula, its parts with their counts, dates, what was left out, who answers for it and where it is from', async () => {
    const {'Rows read': rows, Source: source, ...rest} = await told({kpi: 'win-rate'});
    expect(rest).to.deep.equal({
      Formula: ['deals won ÷ (deals won + deals lost), by closing date'],
      Period: ['1 won of 2 · 1 ÷ 2 = 50.00%', 'Mar 1 – 31, 2026, Europe/Stockholm'],
      Parts: ['not decided yet: 1'],
      'Compared with': ['1 ÷ 1 = 100.00%', 'Feb 1 – 28, 2026'],
      'Left out': ['1 of 5 rows left out', 'row 5, closedAt: not a date: 2026-02-30'],
      'Other ways': [
        'created-cohort: deals won so far ÷ deals created in the period',
        'by-amount: amount won ÷ (amount won + amount lost), by closing date'
      ],
      Target: [
        '60.00% · 83% · Missed',
        '✓ says what is measured and who answers for it',
        '✗ does not say what it sets out from',
        '✓ needs no more than was reached in an earlier period as long',
        '✗ does not say why it is set',
        '✓ says by when'
      ],
      Owner: ['Head of sales'],
      Reporting: ['Monday meeting, weekly to Sales managers, Reps · overdue since Mar 9'],
      'As of': ['Mar 31, 2026'],
      'Latest date': ['Mar 5, 2026']
    });
    expect(rows).to.deep.equal(['deals: 5']);
    expect(source[0]).to.match(/^CRM, nightly · read /);
  });

  it('names the days it compares with while the period runs', async () => {
    const {Period: period, 'Compared with': compared} = await told({asOf: '2026-03-27'});
    expect(period[1]).to.equal('Mar 1 – 27, 2026, Europe/Stockholm');
    expect((await told({asOf: '2026-03-10'}))['Compared with']).to.deep.equal([
      'nothing to compare with',
      'Feb 1 – 10, 2026 · up to the same point of that period'
    ]);
    expect(compared[1]).to.equal('Feb 1 – 27, 2026 · up to the same point of that period');
  });

  it('writes no division that does not hold: a median is none', async () => {
    expect((await told({kpi: 'sales-cycle-length'})).Period[0]).to.match(/^1 deal · [\d.]+ days$/);
  });

  it('names the parts of a stock', async () => {
    const customers = [
      {id: 'A', startedAt: '2025-01-01'},
      {id: 'B', startedAt: '2025-01-01', endedAt: '2026-03-10'},
      {id: 'C', startedAt: '2026-03-02'}
    ];
    expect((await told({data: {customers}, kpi: 'customer-churn-rate'})).Parts[0]).to.match(/^opening: 2 · closing: 2 · new: 1/);
  });

  it('has no division by reps where each has a figure of their own', async () => {
    const {Formula: formula, Period: period} = await told({}, 'rep-leaderboard');
    expect(formula).to.deep.equal(['amount of the deals won, by closing date']);
    expect(period[0]).to.equal('SEK 100');
  });

  it('tells the modes of a funnel from each other', async () => {
    const {Formula: formula, Period: period, 'Other ways': others} = await told({period: '2026-01'}, 'funnel-chart');
    expect(period[0], 'a share is no money').to.match(/^\d ÷ 4 = [\d.]+%$/);
    expect(formula[0]).to.match(/^deals created in the period, by the furthest stage/);
    expect(others.map((line) => line.split(':')[0])).to.deep.equal(['touched', 'strict', 'snapshot', 'throughput']);
  });
});

describe('the records behind a figure', () => {
  const table = (element: Element) =>
    [...(element.shadowRoot?.querySelectorAll('dialog tr') ?? [])].map((row) => [...row.children].map(({textContent}) => textContent));
  const rowsOf = async (element: Element) => {
    await choose(element, 'records');
    await waitUntil(() => one(element, '[part=records]'));
    return table(element);
  };

  it('are listed with what they have, the newest first', async () => {
    expect(await rowsOf(await show('kpi-card', {kpi: 'win-rate'}))).to.deep.equal([
      ['Id', 'Owner', 'Amount', 'Date', 'Stage', 'Status'],
      ['2', 'Rep 02', 'SEK 200', 'Mar 5, 2026', 'Closed', 'lost'],
      ['1', 'Rep 01', 'SEK 100', 'Mar 2, 2026', 'Closed', 'won']
    ]);
  });

  it('are all the deals that a funnel follows', async () => {
    const rows = await rowsOf(await show('funnel-chart', {period: '2026-01'}));
    expect(rows.slice(1).map(([id]) => id)).to.have.members(['1', '2', '3', '4']);
  });

  it('are none where a figure is made of others, and then nothing offers them', async () => {
    const element = await show('kpi-card', {kpi: 'customer-lifetime-value'});
    await open(element);
    expect(one(element, '[data-name=explanation]')).not.to.equal(null);
    expect(one(element, '[data-name=records]')).to.equal(null);
  });

  it('come page by page, by keyboard, and all of them as a file, guarded', async () => {
    const deals = Array.from({length: 60}, (_, index) => ({...deal(index + 1, 'won', '2026-03-02', '=cmd()'), name: `Deal ${index + 1}`}));
    const element = await show('kpi-card', {data: {deals}});
    expect(await rowsOf(element)).to.have.length(26);
    const place = () => one(element, '[part=records] [role=status]').textContent;
    expect(place()).to.equal('1–25 of 60');
    one(element, '[part=records-on]').focus();
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Enter'});
    expect([place(), table(element)[1][1]]).to.deep.equal(['51–60 of 60', 'Deal 51']);
    expect(one(element, '[part=records-on]').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();

    let blob: Blob | undefined;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (given: Blob) => make((blob = given));
    HTMLAnchorElement.prototype.click = () => undefined;
    one(element, '[part=records-csv]').click();
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    URL.createObjectURL = make;
    const lines = (await blob?.text())?.split('\r\n') ?? [];
    expect([lines.length, lines[1]]).to.deep.equal([62, "1,Deal 1,'=cmd(),100,2026-03-02,Closed,won"]);
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !one(element, '[part=records]'));
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
  });
});
