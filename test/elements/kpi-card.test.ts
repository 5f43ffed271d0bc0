import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/kpi-card/define.js';
import type {KpiCard} from '../../src/elements/kpi-card/define.js';
import {createDataset, measure, type Query} from '../../src/engine.js';
import {choose} from './choose.js';
import {told} from './told.js';

type Deal = [closedAt: string, amount: number, status?: string, createdAt?: string];

const dealsOf = (...deals: Deal[]) =>
  deals.map(([closedAt, amount, status = 'won', createdAt = '2025-01-01'], index) => ({
    id: `${closedAt} ${index}`,
    ownerId: `r${index % 2}`,
    amount,
    status,
    createdAt,
    closedAt
  }));

const settings = {currency: 'SEK', asOf: '2026-07-31'};

/** July and June 2026: 1,500,000.50 of three won and one lost, on 1,000,000 of two won and two lost. */
const company = {
  deals: dealsOf(
    ['2026-07-02', 700_000.5, 'won', '2026-06-02'],
    ['2026-07-15', 500_000, 'won', '2026-06-25'],
    ['2026-07-30', 300_000, 'won', '2026-07-20'],
    ['2026-07-31', 90_000, 'lost', '2026-07-01'],
    ['2026-06-10', 600_000, 'won', '2026-05-11'],
    ['2026-06-20', 400_000, 'won', '2026-05-21'],
    ['2026-06-21', 1, 'lost', '2026-05-21'],
    ['2026-06-30', 1, 'lost', '2026-05-21']
  ),
  reps: [
    {id: 'r0', name: 'Rep 00'},
    {id: 'r1', name: 'Rep 01'}
  ],
  settings
};
const july = {period: '2026-07', asOf: '2026-07-31'};

async function card(properties: Partial<KpiCard> = {}, width = 260): Promise<KpiCard> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const element = document.createElement('kpi-card');
  Object.assign(element, {data: company, ...july, ...properties});
  box.append(element);
  await element.loadComplete;
  return element;
}

const won = (...deals: Deal[]) => ({deals: dealsOf(...deals), settings});
const all = <T extends Element = HTMLElement>(element: KpiCard, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])
];
const plain = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();
/** The text of a part without the nodes that match `less`; undefined when it is not there. */
function text(element: KpiCard, part: string, less = '[aria-hidden=true]'): string | undefined {
  const copy = all(element, `[part=${part}]`)[0]?.cloneNode(true) as Element | undefined;
  for (const node of copy?.querySelectorAll(less) ?? []) node.remove();
  return plain(copy?.textContent);
}
const seen = (element: KpiCard, part: string) => text(element, part, '.spoken');
/** The paths of the small trend, in the order in which they are drawn. */
const LINES = ['yearAgo', 'line', 'running', 'dot', 'hole'] as const;
const d = (element: KpiCard, line: (typeof LINES)[number]) => all(element, '.spark path')[LINES.indexOf(line)]?.getAttribute('d');

describe('kpi-card', () => {
  describe('shows the figure of the engine, short to see and in full to hear and on hover', () => {
    for (const [kpi, variant, short, full, value, subtitle, basis] of [
      ['total-sales', undefined, '1.50M', 'SEK 1,500,000.50', 1_500_000.5, 'SEK · Jul 2026', '3 deals won'],
      ['win-rate', undefined, '3 of 4', '3 of 4', 0.75, '% of deals decided · Jul 2026', '3 won of 4'],
      ['sales-cycle-length', undefined, '20 days', '20 days', 20, 'median · Jul 2026', '3 deals'],
      ['average-purchase-value', 'deals', '500K', 'SEK 500,000.17', 1_500_000.5 / 3, 'SEK per deal won · Jul 2026', '3 purchases'],
      ['sales-per-rep', undefined, '750K', 'SEK 750,000.25', 750_000.25, 'SEK · Jul 2026', '1.50M by 2 reps']
    ] as const)
      it(`${kpi}: ${short}`, async () => {
        const element = await card({kpi, variant});
        const result = measure(createDataset(company), {kpi, variant, ...july});
        expect(result.value).to.be.closeTo(value, 1e-9);
        expect(element.result).to.deep.equal(result);
        expect(seen(element, 'value')).to.equal(short);
        expect(text(element, 'value'), 'heard').to.equal(full);
        expect(plain(all(element, '[part=value]')[0].title)).to.equal(full);
        expect(seen(element, 'subtitle')).to.equal(subtitle);
        expect(seen(element, 'basis')).to.equal(basis);
      });

    it('of a variant, a filter and a definition of the page’s own', async () => {
      expect(seen(await card({kpi: 'sales-cycle-length', variant: 'mean'}), 'subtitle')).to.equal('mean · Jul 2026');
      expect(text(await card({filter: {rep: 'Rep 01'}}), 'value')).to.equal('SEK 500,000');
      const element = await card({
        kpi: {
          id: 'large-deals',
          kind: 'flow',
          unit: 'count',
          better: 'higher',
          table: 'deals',
          date: 'closedAt',
          variant: 'won',
          numerator: {where: {status: 'won'}}
        }
      });
      expect([text(element, 'value'), text(element, 'heading'), seen(element, 'change')]).to.deep.equal([
        '3',
        'Large deals',
        '▲ +50.0% on Jun (2)'
      ]);
    });
  });

  it('says why there is no figure', async () => {
    const element = await card({kpi: 'win-rate', period: '2025-03'});
    expect([text(element, 'value'), text(element, 'reason')]).to.deep.equal(['–', 'no cases in this period']);
    expect(all(element, '[part=change], [part=basis]')).to.be.empty;
    expect(text(await card({period: '2031'}), 'reason')).to.equal('has not started');
  });

  it('takes a heading of the page’s own, as text or slotted', async () => {
    expect(text(await card({heading: 'Won in July'}), 'heading')).to.equal('Won in July');
    const element = await fixture<KpiCard>(html`<kpi-card .data=${company}><b slot="heading">Slotted</b></kpi-card>`);
    const [slot] = all<HTMLSlotElement>(element, 'h3 slot');
    expect(slot.assignedElements()[0].textContent).to.equal('Slotted');
  });

  describe('tells the change in a sign, words and a tone, by what is good for the KPI', () => {
    const rates = (...won: number[]) =>
      won.flatMap((n, at): Deal[] => [...Array(10).keys()].map((i) => [`2026-0${7 - at}-03`, 1, i < n ? 'won' : 'lost']));
    const cycles = (...days: number[]) =>
      days.map((n, at): Deal => [`2026-0${7 - at}-28`, 1, 'won', `2026-0${7 - at}-${String(28 - n).padStart(2, '0')}`]);
    for (const [name, kpi, deals, shown, heard, tone] of [
      [
        'more sales',
        'total-sales',
        [
          ['2026-07-01', 150],
          ['2026-06-01', 100]
        ],
        '▲ +50.0% on Jun (100)',
        'better',
        'good'
      ],
      [
        'fewer sales',
        'total-sales',
        [
          ['2026-07-01', 92],
          ['2026-06-01', 100]
        ],
        '▼ -8.0% on Jun (100)',
        'worse',
        'bad'
      ],
      [
        'sales after none',
        'total-sales',
        [
          ['2026-07-01', 92],
          ['2026-05-01', 100]
        ],
        '▲ +92 on Jun (0)',
        'better',
        'good'
      ],
      ['a better rate', 'win-rate', rates(6, 4), '▲ +20.0 points on Jun (40.0%)', 'better', 'good'],
      ['a worse rate', 'win-rate', rates(4, 6), '▼ -20.0 points on Jun (60.0%)', 'worse', 'bad'],
      ['a longer cycle', 'sales-cycle-length', cycles(20, 15), '▲ 5 days longer on Jun (15 days)', 'worse', 'bad'],
      ['a shorter cycle', 'sales-cycle-length', cycles(14, 15), '▼ 1 day shorter on Jun (15 days)', 'better', 'good'],
      [
        'the same',
        'total-sales',
        [
          ['2026-07-01', 100],
          ['2026-06-01', 100]
        ],
        'unchanged on Jun (100)',
        '',
        'muted'
      ],
      [
        'less than is shown',
        'total-sales',
        [
          ['2026-07-01', 100.04],
          ['2026-06-01', 100]
        ],
        'unchanged on Jun (100)',
        '',
        'muted'
      ],
      ['nothing at all twice', 'total-sales', [['2026-03-01', 100]], 'unchanged on Jun (0)', '', 'muted'],
      ['no rate before', 'win-rate', [...rates(4), ['2026-05-01', 1]], 'Jun: no cases in this period', '', 'muted']
    ] as [string, string, Deal[], string, string, string][])
      it(`${name}: ${shown}`, async () => {
        const element = await card({kpi, data: won(...deals)});
        expect(seen(element, 'change')).to.equal(shown);
        const [change] = all(element, '[part=change] b');
        expect(change).to.have.class(tone);
        expect(plain(all(element, '[part=change] .spoken')[0].textContent)).to.equal(heard);
      });

    it('compares as asked', async () => {
      expect(seen(await card({compare: 'none'}), 'change')).to.be.undefined;
      expect(seen(await card({compare: 'year-ago'}), 'change'), 'before the first row').to.equal('Jul 2025: nothing to compare with');
      expect(seen(await card({period: 'all'}), 'change'), 'nothing is before all time').to.be.undefined;
      const running = {period: 'this-month', asOf: '2026-07-15'};
      expect(seen(await card(running), 'change'), 'like for like').to.equal('▲ +100.0% on Jun 1 – 15 (600K)');
      expect(seen(await card({...running, compare: 'previous-full'}), 'change')).to.equal('▲ +20.0% on Jun (1.00M)');
    });
  });

  describe('measures against a target', () => {
    const share = (element: KpiCard, selector: string, attribute: string) =>
      Number.parseFloat(all(element, `[part=target] ${selector}`)[0].getAttribute(attribute) ?? '');
    for (const [status, tone, period, asOf, target, words, filled, pace] of [
      ['Achieved', 'good', '2026-07', '2026-07-31', 1_500_000, '100% of 1.50M', 100, 100],
      ['Missed', 'bad', '2026-07', '2026-07-31', 2_000_000, '75% of 2.00M', 75, 100],
      [
        'On track',
        'good',
        'this-month',
        '2026-07-15',
        2_000_000,
        '60% of 2.00M · needs 50.0K a day · 2.48M at this pace',
        60,
        (100 * 15) / 31
      ],
      [
        'At risk',
        'warn',
        'this-month',
        '2026-07-15',
        2_600_000,
        '46% of 2.60M · needs 87.5K a day · 2.48M at this pace',
        46.15,
        (100 * 15) / 31
      ],
      [
        'Off track',
        'bad',
        'this-month',
        '2026-07-15',
        4_000_000,
        '30% of 4.00M · needs 175K a day · 2.48M at this pace',
        30,
        (100 * 15) / 31
      ]
    ] as const)
      it(`${status}, in words, colour and a bar with the pace`, async () => {
        const element = await card({period, asOf, target});
        expect(seen(element, 'target')).to.equal(`${status} · ${words}`);
        expect(all(element, '[part=target] b')[0]).to.have.class(tone);
        expect(share(element, '.actual', 'width')).to.be.closeTo(filled, 0.01);
        expect(share(element, '.pace', 'x')).to.be.closeTo(pace, 0.01);
      });

    it('of a level without a bar, since nothing builds up', async () => {
      const element = await card({kpi: 'win-rate', target: 0.8});
      expect(seen(element, 'target')).to.equal('Missed · target 80.0%');
      expect(all(element, '[part=target] svg')).to.be.empty;
    });

    it('from the data, or from the attribute, whichever is nearer', async () => {
      const targets = [{id: 't', kpi: 'total-sales', start: '2026-07-01', end: '2026-08-01', value: 3_000_000}];
      const element = await card({data: {...company, targets}});
      expect(seen(element, 'target')).to.equal('Missed · 50% of 3.00M');
      for (const [attribute, words] of [
        ['1000000', 'Achieved · 150% of 1.00M'],
        ['', 'Missed · 50% of 3.00M']
      ]) {
        element.setAttribute('target', attribute);
        await element.updateComplete;
        expect(seen(element, 'target')).to.equal(words);
      }
    });
  });

  describe('draws the trend that led up to the figure', () => {
    /** One deal a month, of `values` up to July 2026; null is a month without. */
    const monthly = (values: readonly (number | null)[], status?: (index: number) => string) =>
      won(
        ...values.flatMap((value, index): Deal[] => {
          const date = new Date(Date.UTC(2026, 7 - values.length + index, 3)).toISOString().slice(0, 10);
          return value === null ? [] : [[date, value, status?.(index)]];
        })
      );
    const points = (path: string | null | undefined) => path?.match(/[ML]/g)?.length ?? 0;

    it('of twelve complete months, ending in a dot', async () => {
      const element = await card({data: monthly(Array.from({length: 20}, (_, index) => 10 + index))});
      expect(points(d(element, 'yearAgo'))).to.equal(12);
      expect(points(d(element, 'line'))).to.equal(12);
      expect(d(element, 'running')).to.equal('');
      expect(d(element, 'dot'), 'the last is the highest').to.match(/^(M100 3h\.001)+$/);
      expect(d(element, 'hole')).to.equal('');
    });

    it('with the running month dashed, ending in a ring', async () => {
      const element = await card({data: monthly([10, 20, 30, 5]), period: 'this-month', asOf: '2026-07-15'});
      expect(points(d(element, 'line'))).to.equal(3);
      expect(points(d(element, 'running'))).to.equal(2);
      expect(d(element, 'dot')).to.match(/^(M100 35h\.001)+$/);
      expect(d(element, 'hole')).to.equal('M100 35h.001');
    });

    it('with a gap where there is nothing to rate, and zero where nothing was sold', async () => {
      const data = monthly([10, 20, null, 30], (index) => (index % 2 ? 'lost' : 'won'));
      expect(d(await card({data, kpi: 'win-rate'}), 'line'), 'a point alone is a dot').to.match(/^M.*L.*M\S+ \S+h\.001$/);
      expect(d(await card({data: monthly([10, 20, null, 30])}), 'line')).to.match(/^M[^M]+L66\S* 35L/);
    });

    it('with the year before, when most of it is known', async () => {
      expect(points(d(await card({data: monthly(Array.from({length: 24}, () => 7))}), 'yearAgo'))).to.equal(12);
      expect(d(await card({data: monthly(Array.from({length: 14}, () => 7))}), 'yearAgo')).to.equal('');
    });

    it('of weeks from the day the page says, without the year before, whose weeks begin on another day', async () => {
      const days = Array.from({length: 500}, (_, day): Deal => [new Date(Date.UTC(2025, 3, day + 1)).toISOString().slice(0, 10), 10]);
      const element = await card({data: won(...days), period: 'this-week', weekStart: 7});
      expect(element.result?.window.start).to.equal('2026-07-26');
      expect([points(d(element, 'line')), points(d(element, 'running'))]).to.deep.equal([12, 2]);
      expect(d(element, 'yearAgo')).to.equal('');
    });

    it('not of two months only', async () => expect(all(await card({data: monthly([1, 2])}), '[part=spark]')).to.be.empty);

    it('as a table too, beside what it is compared with', async () => {
      const element = await card({data: monthly([10, 20, 5.5]), period: 'this-month', asOf: '2026-07-15'});
      await choose(element, 'table');
      expect(all(element, 'tr').map((row) => [...row.children].map((cell) => plain(cell.textContent)))).to.deep.equal([
        ['Period', 'SEK'],
        ['Jul 1 – 15, 2026', '5.50'],
        ['Jun 1 – 15, 2026', '20'],
        ['May 2026', '10'],
        ['Jun', '20'],
        ['Jul · not over yet', '5.50']
      ]);
      expect(all(element, '[part=value]')).to.be.empty;
      await expect(element).to.be.accessible();
    });
  });

  it('names what was left out beside what the figure rests on, row by row on demand', async () => {
    const [deal] = company.deals;
    const broken = [
      {...deal, id: 'feb', closedAt: '2026-02-30'},
      {...deal, id: 'words', amount: 'a lot'}
    ];
    const element = await card({data: {...company, deals: [...company.deals, ...broken]}});
    expect(element.matches(':state(partial)')).to.be.true;
    const [summary] = all(element, '[part=left-out] summary');
    expect(plain(summary.textContent)).to.equal('3 deals won · 2 of 10 rows left out');
    summary.click();
    expect(all(element, '[part=left-out] li').map((line) => plain(line.textContent))).to.deep.equal([
      'row 9, closedAt: not a date: 2026-02-30',
      'row 10, amount: not a number: a lot'
    ]);
    expect(summary.getBoundingClientRect().height).to.be.at.least(24);
  });

  it('reads from right to left: bars, pace and trend begin at the right', async () => {
    const deals = [...company.deals, ...dealsOf(['2026-05-04', 300_000])];
    const element = await card({dir: 'rtl', target: 3_000_000, data: {...company, deals}});
    const [outline, bar] = all(element, '[part=target] rect').map((rect) => rect.getBoundingClientRect());
    expect(bar.right).to.be.closeTo(outline.right, 1);
    expect(bar.width).to.be.closeTo(outline.width / 2, 1);
    const [ring] = all(element, '.ring');
    const [spark] = all(element, 'svg.spark');
    expect(ring.getBoundingClientRect().left).to.be.closeTo(spark.getBoundingClientRect().left, 6);
    const [heading, toggle] = all(element, 'h3, button').map((node) => node.getBoundingClientRect());
    expect(toggle.left).to.be.lessThan(heading.left + 40);
    expect(getComputedStyle(all(element, 'h3')[0]).textAlign).to.equal('right');
  });

  it('speaks Swedish, numbers too', async () => {
    const deals = [1, 2, 3].flatMap((time) => company.deals.map((deal) => ({...deal, id: `${deal.id} ${time}`})));
    const element = await card({lang: 'sv', kpi: 'win-rate', target: 0.8, data: {...company, deals}});
    expect(['heading', 'subtitle', 'value', 'change', 'target', 'basis'].map((part) => seen(element, part))).to.deep.equal([
      'Vinstfrekvens',
      '% av avgjorda affärer · juli 2026',
      '75,0 %',
      '▲ +25,0 procentenheter mot juni (50,0 %)',
      'Missat · mål 80,0 %',
      '9 vunna av 12'
    ]);
    expect(text(element, 'value')).to.equal('75,00 %');
  });

  for (const scheme of ['light', 'dark'])
    for (const width of [160, 260, 900])
      it(`is accessible and clips nothing at ${width} px, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        try {
          const element = await card({target: 3_000_000}, width);
          await expect(element).to.be.accessible();
          const {left, right} = element.getBoundingClientRect();
          for (const node of all(element, 'article *:not(.spoken, slot, .line, [popover])')) {
            const box = node.getBoundingClientRect();
            expect(box.left, node.outerHTML).to.be.at.least(left);
            expect(box.right, node.outerHTML).to.be.at.most(right);
          }
        } finally {
          document.documentElement.style.colorScheme = '';
        }
      });

  it('asks what the attributes say', async () => {
    const element = await fixture<KpiCard>(
      html`<kpi-card
        kpi="win-rate"
        variant="by-amount"
        period="2026-Q3"
        compare="year-ago"
        as-of="2026-08-01"
        time-zone="Europe/Stockholm"
        currency="EUR"
        filter="region=North; product = A,B ;"
        .data=${{deals: company.deals.map((deal) => ({...deal, region: 'North', product: 'B'})), settings}}
      ></kpi-card>`
    );
    await element.loadComplete;
    const query: Query = {
      kpi: 'win-rate',
      variant: 'by-amount',
      period: '2026-Q3',
      compare: 'year-ago',
      asOf: '2026-08-01',
      timeZone: 'Europe/Stockholm',
      currency: 'EUR',
      filter: {region: ['North'], product: ['A', 'B']}
    };
    expect(element.filter).to.deep.equal(query.filter);
    expect(element.records && element.result).to.deep.equal(element.records && measure(element.records, query));
    expect(element.result?.n).to.equal(4);
  });

  it('takes a rep, a team, the calendar and the way to compare as attributes, and the targets of that scope', async () => {
    const quarter = {start: '2026-07-01', end: '2026-10-01'};
    const data = {
      ...company,
      reps: company.reps.map((rep, index) => ({...rep, team: `T${index}`})),
      targets: [
        {id: 'a', kpi: 'total-sales', value: 4_000_000, ...quarter},
        {id: 'b', kpi: 'total-sales', value: 2_000_000, repId: 'r0', ...quarter},
        {id: 'c', kpi: 'total-sales', value: 1_000_000, team: 'T1', ...quarter}
      ]
    };
    const element = await card({data, period: 'fiscal-2026-Q1'});
    for (const [name, value] of Object.entries({'fiscal-year-start': '7', 'week-start': '7', 'compare-by': 'working-days'}))
      element.setAttribute(name, value);
    element.period = 'fiscal-2027-Q1';
    await element.updateComplete;
    expect(element.result?.window.start).to.equal('2026-07-01');
    expect(element.result?.target?.target).to.equal(4_000_000);
    element.setAttribute('rep', 'Rep 00');
    await element.updateComplete;
    expect([element.result?.value, element.result?.target?.target]).to.deep.equal([1_000_000.5, 2_000_000]);
    element.removeAttribute('rep');
    element.setAttribute('team', 'T1');
    await element.updateComplete;
    expect([element.result?.value, element.result?.target?.target]).to.deep.equal([500_000, 1_000_000]);
  });

  describe('calls a change one only when it is a signal', () => {
    const monthly = (values: readonly number[]) =>
      won(
        ...values.map((value, index): Deal => [new Date(Date.UTC(2026, 7 - values.length + index, 3)).toISOString().slice(0, 10), value])
      );
    for (const [what, values, settings, shown, tone] of [
      ['routine', [100, 90, 110, 95, 105, 100, 92], {}, '▼ -8.0% on Jun (100) · within normal variation', 'muted'],
      ['a signal', [100, 90, 110, 95, 105, 100, 180], {}, '▲ +80.0% on Jun (100) · outside normal variation', 'good'],
      ['too few months to tell', [95, 105, 100, 92], {}, '▼ -8.0% on Jun (100)', 'bad'],
      [
        'a sum that still adds up',
        [95, 105, 95, 105, 95, 105, 100, 92],
        {period: 'this-month', asOf: '2026-07-10'},
        '▼ -8.0% on Jun 1 – 10 (100)',
        'bad'
      ],
      [
        'a quarter, which is none of the months',
        [95, 105, 95, 105, 95, 105, 100, 92],
        {period: '2026-Q2', asOf: '2026-07-31'},
        '▼ -1.6% on Q1 (305)',
        'bad'
      ]
    ] as const)
      it(what, async () => {
        const element = await card({data: monthly(values), ...settings});
        expect(seen(element, 'change')).to.equal(shown);
        expect(all(element, '[part=change] b')[0]).to.have.class(tone);
        expect(text(element, 'change'), 'heard').to.match(what === 'routine' ? /^-8.0% on/ : /(better|worse) on/);
      });

    it('a rate that still runs, against the months that are over', async () => {
      const rate = (wins: number, month: string) =>
        [...Array(10).keys()].map((i): Deal => [`2026-${month}-03`, 1, i < wins ? 'won' : 'lost']);
      const data = won(...[5, 6, 5, 6, 5, 6].flatMap((wins, index) => rate(wins, `0${index + 1}`)), ...rate(9, '07'));
      const element = await card({data, kpi: 'win-rate', period: 'this-month', asOf: '2026-07-10'});
      expect(seen(element, 'change')).to.equal('▲ +30.0 points on Jun 1 – 10 (60.0%) · outside normal variation');
    });
  });

  it('gives the days and the figure compared with on hover', async () => {
    const [change] = all(await card(), '[part=change]');
    expect(plain(change.title)).to.equal('Jun 1 – 30, 2026: SEK 1,000,000 (+500K)');
  });

  it('names few cases instead of a percentage, and no change of them', async () => {
    const element = await card({kpi: 'win-rate', lang: 'sv'});
    expect(seen(element, 'value')).to.equal('3 av 4');
    expect(seen(element, 'change')).to.equal('för få fall · juni: 2 av 4');
    expect(all(element, '[part=change] b')[0]).to.have.class('muted');
  });

  describe('says who answers for a target and when it is reported', () => {
    const target = {id: 't', kpi: 'total-sales', start: '2026-07-01', end: '2026-08-01', value: 2_000_000};
    for (const [owner, report, shown, isOverdue] of [
      [
        'Head of sales',
        {name: 'Monday meeting', every: 'week', audience: ['sales leads', 'board'], next: '2026-08-03'},
        'Owner: Head of sales · Monday meeting, weekly to sales leads, board · next Aug 3',
        false
      ],
      [undefined, {every: 'every second Friday', next: '2026-07-30'}, 'every second Friday · overdue since Jul 30', true],
      ['Head of sales', {next: '2026-07-31'}, 'Owner: Head of sales · next Jul 31', false],
      ['Head of sales', undefined, 'Owner: Head of sales', false],
      [undefined, undefined, undefined, false]
    ] as const)
      it(shown ?? 'nothing where nothing is said', async () => {
        const element = await card({data: {...company, targets: [{...target, owner, report}]}});
        expect(seen(element, 'owner')).to.equal(shown);
        expect(all(element, '[part=owner] .warn')).to.have.length(Number(isOverdue));
      });
  });

  describe('rates the number by thresholds of the page', () => {
    for (const [kpi, thresholds, rating] of [
      ['total-sales', '1000000 1500000', 'Good'],
      ['total-sales', '1500000, 1600000', 'Fair'],
      ['total-sales', '2000000;3000000', 'Poor'],
      ['sales-cycle-length', '30 20', 'Good'],
      ['sales-cycle-length', '20 10', 'Fair'],
      ['sales-cycle-length', '15 10', 'Poor'],
      ['total-sales', '', undefined]
    ] as const)
      it(`${kpi}, ${thresholds}: ${rating ?? 'none'}`, async () => {
        const element = await card({kpi});
        element.setAttribute('thresholds', thresholds);
        await element.updateComplete;
        expect(seen(element, 'rating')).to.equal(rating);
      });

    for (const wrong of [[1], [1, NaN], [1, 2, 3]])
      it(`which must be two numbers, not ${wrong.join(' ')}`, async () => {
        const messages = await told(() => card({thresholds: wrong}));
        expect(messages).to.deep.equal([`RangeError: not two thresholds: ${wrong.join(' ')}`]);
      });
  });

  it('is small when asked: the figure, its change, and how the target stands', async () => {
    const months = Array.from({length: 8}, (_, index): Deal => [`2026-0${index + 1}-03`, 10]);
    const element = await card({data: won(...months), target: 20});
    expect(all(element, '[part=spark], [part=target] svg')).to.have.length(2);
    element.size = 'compact';
    await element.updateComplete;
    expect(element).to.have.attribute('size', 'compact');
    expect(all(element, '[part=spark], [part=target] svg')).to.be.empty;
    expect(seen(element, 'target')).to.equal('Missed');
    await expect(element).to.be.accessible();
  });

  it('takes a link', async () => {
    const element = await fixture<KpiCard>(html`<kpi-card .data=${company}><a slot="link" href="#deals">Deals</a></kpi-card>`);
    await element.loadComplete;
    expect(all<HTMLSlotElement>(element, 'slot[name=link]')[0].assignedElements()[0].textContent).to.equal('Deals');
    await expect(element).to.be.accessible();
  });

  it('has every digit when asked for them', async () => {
    expect(seen(await card({format: 'full'}), 'value')).to.equal('1,500,000.50');
  });

  for (const amount of [7, 1_234_567.5, 987_654_321_987_654])
    it(`sets ${amount} in one line that fits, however narrow`, async () => {
      for (const width of [160, 260, 900]) {
        const element = await card({format: 'full', data: won(['2026-07-02', amount])}, width);
        const [line] = all(element, '.figure > [aria-hidden]');
        const size = Number.parseFloat(getComputedStyle(line).fontSize);
        expect(line.getBoundingClientRect().height, 'one line').to.be.below(1.8 * size);
        expect(line.getBoundingClientRect().right).to.be.at.most(element.getBoundingClientRect().right - 10);
      }
    });

  for (const dir of ['ltr', 'rtl'])
    it(`keeps the percent sign after the number in Swedish, and what is negative negative, ${dir}`, async () => {
      const element = await card({kpi: 'win-rate', dir, lang: 'sv'});
      const [value] = all(element, '.figure > [aria-hidden]');
      const first = [...value.childNodes].find((node) => node instanceof Text && node.data.trim());
      const [number, unit] = [first, value.querySelector('.unit')].map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node as Node);
        return range.getBoundingClientRect();
      });
      expect(number.right).to.be.at.most(unit.left + 1);
      const {left, right} = element.getBoundingClientRect();
      if (dir === 'rtl') expect(unit.right, 'at the right edge').to.be.closeTo(right - 17, 2);
      else expect(number.left, 'at the left edge').to.be.closeTo(left + 17, 2);
    });

  it('passes on what a KPI alone needs', async () => {
    const lost = await card({kpi: 'sales-cycle-length', params: {population: 'lost'}});
    expect(lost.result?.value).to.equal(30);
  });
});
