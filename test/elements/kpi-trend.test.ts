import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import '../../src/elements/kpi-trend/define.js';
import type {KpiTrend} from '../../src/elements/kpi-trend/define.js';
import type {KpiSelectEvent} from '../../src/elements/events.js';
import {createDataset, series} from '../../src/engine.js';
import {told} from './told.js';
import {choose} from './choose.js';

const deal = (id: string, closedAt: string, amount: number, status = 'won') => ({
  id,
  status,
  createdAt: `${closedAt.slice(0, 8)}01`,
  closedAt,
  amount
});

/** Nothing in March, a refund in April, and May is not over. */
const deals = [
  deal('D1', '2026-01-10', 300),
  deal('D2', '2026-01-12', 100, 'lost'),
  deal('D3', '2026-02-10', 600),
  deal('D4', '2026-04-10', -150),
  deal('D5', '2026-04-11', 50, 'lost'),
  deal('D6', '2026-04-12', 50, 'lost'),
  deal('D7', '2026-05-10', 200),
  deal('D8', '2025-10-10', 120)
];
const scope = {period: '2026-01/2026-05', asOf: '2026-05-20'};
const targets = ['01', '02', '03', '04'].map((month, index) => ({
  id: `T${month}`,
  kpi: 'total-sales',
  value: 400,
  start: `2026-${month}-01`,
  end: `2026-0${index + 2}-01`
}));
/** A deal won in each of so many months up to December 2026. */
const months = (count: number) =>
  Array.from({length: count}, (_, back) => {
    const month = String(12 - (back % 12)).padStart(2, '0');
    return deal(`M${back}`, `${2026 - Math.floor(back / 12)}-${month}-05`, 1000 + ((back * 37) % 90));
  });

async function trend(settings: Partial<KpiTrend> = {}, {width = 560, dir = 'ltr', lang = 'en'} = {}): Promise<KpiTrend> {
  const box = await fixture<HTMLElement>(html`<div dir=${dir} lang=${lang}></div>`);
  box.style.inlineSize = `${width}px`;
  const element = document.createElement('kpi-trend');
  Object.assign(element, {data: deals, ...scope, ...settings});
  box.append(element);
  await element.updateComplete;
  await element.loadComplete;
  return element;
}

const parts = (element: KpiTrend, name: string) => [...(element.shadowRoot?.querySelectorAll(`[part~=${name}]`) ?? [])];
const text = (part: Element | undefined) => part?.textContent.replace(/\s+/g, ' ').trim();
const texts = (element: KpiTrend, name: string) => parts(element, name).map(text);
const readout = (element: KpiTrend) => text(parts(element, 'readout')[0]);
const number = (part: Element, name: string) => Number.parseFloat(part.getAttribute(name) ?? '');
const isShown = (part: Element) => getComputedStyle(part).display !== 'none';

async function focus(element: KpiTrend): Promise<void> {
  (parts(element, 'chart')[0] as HTMLElement).focus();
  await element.updateComplete;
}

async function press(element: KpiTrend, key: string): Promise<string | undefined> {
  await sendKeys({press: key});
  await element.updateComplete;
  return readout(element);
}

/** Moves the mouse to a share of the plot's width. */
async function pointAt(element: KpiTrend, share: number): Promise<void> {
  const {left, top, width} = element.shadowRoot?.querySelector('.plot')?.getBoundingClientRect() ?? new DOMRect();
  await sendMouse({type: 'move', position: [Math.round(left + width * share), Math.round(top + 60)]});
  await element.updateComplete;
}

describe('kpi-trend', () => {
  afterEach(() => resetMouse());

  it('shows the last twelve months unless told otherwise', () => {
    const {period, compare, kpi} = document.createElement('kpi-trend');
    expect([period, compare, kpi]).to.deep.equal(['last-12-months', 'previous', 'total-sales']);
  });

  it('draws sums as columns on zero, as long as the figures of the engine are large', async () => {
    const element = await trend({compare: 'none'});
    const {buckets} = series(createDataset(deals), {kpi: 'total-sales', ...scope});
    const values = buckets.map(({value}) => value ?? 0);
    expect(values).to.deep.equal([300, 600, 0, -150, 200]);
    const drawn = parts(element, 'column').filter((column) => !column.matches('[part~=forecast]'));
    const heights = drawn.map((column) => number(column, 'height'));
    const unit = heights[0] / 300;
    expect(heights.map((height) => Math.round(height / unit))).to.deep.equal(values.filter(Boolean).map(Math.abs));
    const tops = drawn.map((column) => number(column, 'y'));
    const zero = tops[0] + heights[0];
    expect(tops[1] + heights[1], 'stands on zero').to.be.closeTo(zero, 0.01);
    expect(tops[2], 'hangs from zero').to.be.closeTo(zero, 0.01);
    expect(texts(element, 'axis')).to.deep.equal(['-2000200400600']);
  });

  it('draws rates and durations as a line that breaks where there is nothing to rate', async () => {
    const element = await trend({kpi: 'win-rate', compare: 'none'});
    expect(parts(element, 'column')).to.be.empty;
    const path = parts(element, 'line')[0]?.getAttribute('d');
    expect(path, 'January to February, then April alone').to.match(/^M10 [\d.]+h\.001L30 [\d.]+M70 [\d.]+h\.001$/);
    expect(parts(element, 'running')[0]?.getAttribute('d'), 'dashed from April to May').to.match(/^M70 [\d.]+h\.001L90 [\d.]+$/);
  });

  it('hatches what the bucket that is not over is to gain at this pace, and says so', async () => {
    const element = await trend({compare: 'none'});
    const [running, ...more] = parts(element, 'running');
    expect(more).to.be.empty;
    expect(getComputedStyle(running).fill).not.to.contain('#hatch');
    const [forecast] = parts(element, 'forecast');
    expect(getComputedStyle(forecast).fill).to.contain('#hatch');
    expect(number(forecast, 'height') / number(running, 'height'), '200 in 20 of 31 days').to.be.closeTo(31 / 20 - 1, 1e-6);
    expect(number(forecast, 'y') + number(forecast, 'height'), 'stands on what is there').to.be.closeTo(number(running, 'y'), 0.01);
    expect(texts(element, 'legend')).to.deep.equal(['actual forecast at this pace']);
    await focus(element);
    expect(readout(element)).to.equal('May 1 – 20, 2026 · not over yet200310 at this pace');
  });

  it('hatches the bucket that is not over where nothing can be forecast', async () => {
    const element = await trend({compare: 'none', asOf: '2026-05-03', data: [...deals, deal('D9', '2026-05-02', 9)]});
    const [running] = parts(element, 'running');
    expect(getComputedStyle(running).fill, '3 of 31 days').to.contain('#hatch');
    expect(texts(element, 'legend')).to.deep.equal(['actual not over yet']);
    const over = await trend({compare: 'none', asOf: '2026-06-01'});
    expect(parts(over, 'running')).to.be.empty;
    expect(texts(over, 'legend'), 'one kind of mark needs no legend').to.deep.equal(['']);
  });

  for (const [kpi, data, axis] of [
    ['average-purchase-value', months(3), 'axis starts at 1,000'],
    ['average-purchase-value', [deal('a', '2026-11-05', 10), deal('b', '2026-12-05', 100)], ''],
    ['average-purchase-value', months(1), '']
  ] as const)
    it(`says where the axis of a line starts: ${axis || 'at zero'}`, async () => {
      const element = await trend({kpi, variant: 'deals', data, period: '2026', asOf: '2026-12-31', compare: 'none'});
      expect(texts(element, 'legend')[0]).to.equal(axis);
    });

  for (const [compare, name, columns] of [
    ['previous', 'previous period', 1],
    ['year-ago', undefined, 0],
    ['none', undefined, 0]
  ] as const)
    it(`puts what it is compared with behind it: ${compare}`, async () => {
      const element = await trend({compare});
      expect(parts(element, 'previous')).to.have.length(columns);
      expect(texts(element, 'legend')[0]).to.equal(['actual', name, 'forecast at this pace'].filter(Boolean).join(' '));
    });

  it('marks the target of each bucket that has one, and reads it out', async () => {
    const element = await trend({data: {deals, targets}, compare: 'none'});
    expect(parts(element, 'target')).to.have.length(4);
    await focus(element);
    expect(await press(element, 'Home')).to.equal('Jan 2026300target 400');
    expect(await press(element, 'End')).to.equal('May 1 – 20, 2026 · not over yet200310 at this pace');
  });

  it('says of a period without a case that it has none', async () => {
    expect(texts(await trend({period: '2015'}), 'subtitle')).to.deep.equal(['2015 · no cases in this period']);
    const blank = await trend({period: '2015', kpi: 'win-rate'});
    expect([...texts(blank, 'subtitle'), ...texts(blank, 'message')]).to.deep.equal([
      '% of deals decided · 2015',
      'no cases in this period'
    ]);
  });

  it('names the largest, the smallest and the last figure at their marks', async () => {
    expect(texts(await trend(), 'value')).to.deep.equal(['600', '-150', '200']);
    expect(texts(await trend({kpi: 'win-rate'}), 'value')).to.deep.equal(['100', '33.3', '100']);
  });

  it('names a figure below its mark where the line dips, clear of the line', async () => {
    const [high, low] = parts(await trend({kpi: 'win-rate'}), 'value').map((part) => number(part, 'dy'));
    expect(high).to.be.below(0);
    expect(low).to.be.above(0);
  });

  it('names what a column has, not what much it is forecast to gain', async () => {
    const data = [deal('a', '2026-01-10', 600), deal('b', '2026-05-02', 100)];
    const placeOf = async (amount: number) => {
      const element = await trend({data: [...data, deal('c', '2026-05-03', amount)], asOf: '2026-05-10', compare: 'none'});
      const [actual, forecast] = ['running', 'forecast'].map((name) => number(parts(element, name).at(-1) ?? element, 'y'));
      const place = number(parts(element, 'value').at(-1) ?? element, 'y');
      return place === actual ? 'at what it has' : place === forecast ? 'above its forecast' : place;
    };
    expect(await placeOf(100), '200 of 622').to.equal('at what it has');
    expect(await placeOf(-60), '40 of 124').to.equal('above its forecast');
  });

  for (const width of [360, 600, 900])
    for (const target of [9_000, 12_500, 13_000, 16_000])
      it(`names what adds up clear of all its lines: towards ${target}, ${width} px wide`, async () => {
        const settings = {
          data: months(12),
          period: '2026',
          asOf: '2026-10-20',
          grain: 'month',
          cumulative: true,
          compare: 'none',
          target
        } as const;
        const element = await trend(settings, {width});
        const boxes = parts(element, 'value')
          .filter(isShown)
          .map((part) => part.getBoundingClientRect());
        expect(boxes).to.not.be.empty;
        for (const line of ['line', 'running', 'target', 'forecast'].flatMap((name) => parts(element, name)) as SVGPathElement[]) {
          const length = line.getTotalLength();
          for (let at = 0; at <= length; at += length / 400 || 1) {
            const {x, y} = line.getPointAtLength(at).matrixTransform(line.getScreenCTM() ?? undefined);
            // The box of a text is higher than its figures.
            for (const {left, right, top, bottom} of boxes)
              expect(x > left && x < right && y > top + 3 && y < bottom - 3, `${line.getAttribute('part')} through ${left}, ${top}`).to.be
                .false;
          }
        }
      });

  it('has a table of a line a bucket', async () => {
    const element = await trend({data: {deals, targets}}, {width: 300});
    await choose(element, 'table');
    for (const row of element.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr:not(:last-child)') ?? [])
      expect(row.offsetHeight, row.textContent).to.be.below(30);
  });

  it('has a table whose head names the currency, once', async () => {
    const data = deals.map((row) => ({...row, currency: 'SEK'}));
    for (const [breakdown, head] of [
      [undefined, 'SEK'],
      ['ownerId', 'Period · SEK']
    ] as const) {
      const element = await trend({data, breakdown});
      await choose(element, 'table');
      expect(text(parts(element, 'table')[0])?.split(head)).to.have.length(2);
      expect(text(parts(element, 'table')[0])?.split('SEK')).to.have.length(2);
    }
  });

  for (const breakdown of [undefined, 'ownerId'])
    it(`grows with its place and never beyond it${breakdown ? ', broken down' : ''}`, async () => {
      const element = await trend({breakdown});
      const heightOf = (selector: string) => Math.round(element.shadowRoot?.querySelector(selector)?.getBoundingClientRect().height ?? 0);
      const [plot, axis] = [heightOf('.plot'), heightOf('.axis')];
      element.style.blockSize = `${element.offsetHeight + 200}px`;
      expect([heightOf('.plot'), heightOf('.axis')]).to.deep.equal([plot + 200, axis + 200]);
      expect(heightOf('.frame')).to.equal(element.offsetHeight);
      const lines = [...(element.shadowRoot?.querySelectorAll(':is(.grid, .zero)') ?? [])].map((line) => line.getBoundingClientRect().y);
      expect(Math.max(...lines) - Math.min(...lines)).to.be.closeTo(168 + 200, 1);
    });

  for (const [count, lang] of [
    [1, 'en'],
    [12, 'en'],
    [12, 'fi'],
    [60, 'en']
  ] as const)
    for (const width of [160, 180, 240, 340, 440, 640, 1200])
      it(`names as many of ${count} buckets as fit ${width} px, always the last, in ${lang}`, async () => {
        const period = count === 1 ? '2026-12' : count === 12 ? '2026' : '2022-01/2026-12';
        const element = await trend({data: months(count), period, asOf: '2026-12-31', grain: 'month'}, {width, lang});
        const {left, right} = element.getBoundingClientRect();
        for (const name of ['name', 'year', 'value']) {
          const boxes = parts(element, name)
            .filter(isShown)
            .map((part) => part.getBoundingClientRect());
          boxes.forEach((box, index) => {
            expect(box.left, 'within the element').to.be.at.least(left);
            expect(box.right, 'within the element').to.be.at.most(right);
            if (index > 0) expect(box.left, `${name} ${index} clear of the one before`).to.be.above(boxes[index - 1].right);
          });
        }
        expect(isShown(parts(element, 'name')[count - 1])).to.be.true;
        if (width === 640 && count === 12 && lang === 'en') expect(parts(element, 'name').every(isShown)).to.be.true;
      });

  for (const [dir, back, forward] of [
    ['ltr', 'ArrowLeft', 'ArrowRight'],
    ['rtl', 'ArrowRight', 'ArrowLeft']
  ])
    it(`walks the buckets with the keys, ${dir}`, async () => {
      const element = await trend({compare: 'none'}, {dir});
      expect(readout(element)).to.equal('');
      await focus(element);
      expect(readout(element)).to.contain('May 1 – 20, 2026');
      expect(parts(element, 'readout')[0].getAttribute('role')).to.equal('status');
      expect(await press(element, back)).to.equal('Apr 2026-150');
      expect(await press(element, forward)).to.contain('May');
      expect(await press(element, forward), 'stops at the end').to.contain('May');
      expect(await press(element, 'Home')).to.equal('Jan 2026300');
      expect(await press(element, back), 'stops at the start').to.contain('Jan');
      expect(await press(element, 'End')).to.contain('May');
      expect(await press(element, 'Escape')).to.equal('');
      expect(await press(element, back)).to.contain('Apr');
      (element.shadowRoot?.activeElement as HTMLElement).blur();
      await element.updateComplete;
      expect(readout(element)).to.equal('');
    });

  it('reads out why there is no figure', async () => {
    const element = await trend({kpi: 'win-rate', compare: 'none'});
    await focus(element);
    await press(element, 'Home');
    await press(element, 'ArrowRight');
    expect(await press(element, 'ArrowRight')).to.equal('Mar 2026–no cases in this period');
  });

  for (const multiples of [false, true])
    it(`covers with its readout neither what it is of nor the bucket it reads out${multiples ? ', side by side' : ''}`, async () => {
      const element = await trend({data: {deals, targets}, breakdown: multiples ? 'ownerId' : undefined, multiples}, {width: 360});
      await focus(element);
      for (const key of ['Home', 'ArrowRight', 'End']) {
        await press(element, key);
        const [box, subtitle] = ['readout', 'subtitle'].map((name) => parts(element, name)[0].getBoundingClientRect());
        expect(box.top).to.be.at.least(subtitle.bottom);
        const band = element.shadowRoot?.querySelector('.band')?.getBoundingClientRect();
        if (band) expect(box.right <= band.left || box.left >= band.right, `clear of the bucket: ${key}`).to.be.true;
      }
    });

  for (const [dir, first] of [
    ['ltr', 0.1],
    ['rtl', 0.9]
  ] as const)
    it(`reads out the bucket under the pointer and keeps the readout within its box, ${dir}`, async () => {
      const element = await trend({data: {deals, targets}}, {dir, width: 260});
      await pointAt(element, first);
      expect(readout(element)).to.equal('Jan 2026300Aug 2025: 0target 400');
      for (const share of [0.02, 0.3, 0.5, 0.98]) {
        await pointAt(element, share);
        const [outer, inner] = [element, parts(element, 'readout')[0]].map((part) => part.getBoundingClientRect());
        expect(inner.left).to.be.at.least(outer.left);
        expect(inner.right).to.be.at.most(outer.right);
      }
      await resetMouse();
      await element.updateComplete;
      expect(readout(element)).to.equal('');
    });

  it('keeps the readout of a finger that was lifted', async () => {
    const element = await trend();
    const plot = element.shadowRoot?.querySelector('.plot') ?? element;
    const {left, width} = plot.getBoundingClientRect();
    const at = {pointerType: 'touch', clientX: left + width * 0.3, bubbles: true};
    plot.dispatchEvent(new PointerEvent('pointerdown', at));
    parts(element, 'chart')[0].dispatchEvent(new PointerEvent('pointerleave', at));
    await element.updateComplete;
    expect(readout(element)).to.contain('Feb 2026');
  });

  it('tells the page which bucket was chosen, by click and by Enter', async () => {
    const element = await trend({filter: {stage: 'x'}, data: deals.map((row) => ({...row, stage: 'x'}))});
    await pointAt(element, 0.3);
    const clicked = oneEvent(element, 'kpi-select') as unknown as Promise<KpiSelectEvent>;
    await sendMouse({type: 'down'});
    await sendMouse({type: 'up'});
    expect((await clicked).detail).to.deep.include({kpi: 'total-sales', bucket: '2026-02', filter: {stage: 'x'}});
    const entered = oneEvent(element, 'kpi-select') as unknown as Promise<KpiSelectEvent>;
    await press(element, 'Home');
    await press(element, 'Enter');
    expect((await entered).detail.bucket).to.equal('2026-01');
  });

  for (const [what, settings, message] of [
    ['nothing to rate', {kpi: 'win-rate', period: '2024'}, 'no cases in this period'],
    ['a period that lies ahead', {period: '2027'}, 'has not started'],
    [
      'no dated rows at all',
      {period: 'all', data: [{id: 'a', status: 'won', createdAt: '2026-01-01', closedAt: '', amount: 5}]},
      'no cases in this period'
    ]
  ] as [string, Partial<KpiTrend>, string][])
    it(`says why it draws nothing: ${what}`, async () => {
      const element = await trend(settings);
      expect(texts(element, 'message')).to.deep.equal([message]);
      expect(parts(element, 'chart')).to.be.empty;
      await expect(element).to.be.accessible();
    });

  it('draws sums of nothing as zero', async () => {
    const element = await trend({period: '2024', asOf: '2024-12-31', compare: 'none'});
    expect(parts(element, 'column')).to.be.empty;
    expect(texts(element, 'axis')).to.deep.equal(['0']);
    expect(texts(element, 'value')).to.deep.equal(['0', '0']);
  });

  for (const kpi of ['total-sales', 'win-rate'])
    it(`draws a single bucket: ${kpi}`, async () => {
      const element = await trend({kpi, period: '2026-02', grain: 'month', compare: 'none'});
      expect(texts(element, 'name')).to.deep.equal(['Feb']);
      expect(texts(element, 'value')).to.have.length(1);
      await focus(element);
      expect(readout(element)).to.contain('Feb 2026');
    });

  for (const [grain, period, count, name] of [
    ['day', '2026-04', 30, '1'],
    ['week', '2026-04', 5, 'W14'],
    ['quarter', '2026', 4, 'Q1'],
    ['year', '2025-01/2026-12', 2, '2025']
  ] as const)
    it(`cuts the period by ${grain} when told to`, async () => {
      const names = texts(await trend({grain, period}), 'name');
      expect([names.length, names[0]]).to.deep.equal([count, name]);
    });

  it("tells the page's author of a grain that is not one", async () => {
    const messages = await told(() => trend({grain: 'decade' as 'year'}));
    expect(messages).to.deep.equal(['RangeError: unknown grain: decade; known are day, week, month, quarter, year']);
  });

  describe('draws what it is asked for besides', () => {
    const points = (path: string | null | undefined) => path?.match(/[ML]/g)?.length ?? 0;
    const d = (element: KpiTrend, part: string) => parts(element, part).map((path) => path.getAttribute('d'));

    it('a shape that is not the usual one', async () => {
      expect(parts(await trend({shape: 'line'}), 'column')).to.be.empty;
      expect(parts(await trend({kpi: 'win-rate', shape: 'column', compare: 'none'}), 'column'), 'a gap has none').to.have.length(4);
      expect(await told(() => trend({shape: 'pie' as 'line'}))).to.deep.equal(['RangeError: unknown shape: pie']);
    });

    it('a moving average of complete buckets, of rates weighted by their cases', async () => {
      const element = await trend({movingAverage: 2, compare: 'none'});
      expect(points(d(element, 'average')[0]), 'from the second to the last complete one').to.equal(3);
      expect(texts(element, 'legend')).to.deep.equal(['actual average of 2 forecast at this pace']);
      await focus(element);
      await press(element, 'Home');
      expect(await press(element, 'ArrowRight')).to.equal('Feb 2026600average of 2: 450');
      const rate = await trend({kpi: 'win-rate', movingAverage: 2, compare: 'none'});
      await focus(rate);
      await press(rate, 'Home');
      expect(await press(rate, 'ArrowRight'), '2 of 3, not the mean of 50 and 100').to.equal('Feb 2026100.00%average of 2: 66.67%');
      expect(await told(() => trend({movingAverage: 1}))).to.deep.equal(['RangeError: not a number of buckets to average: 1']);
    });

    it('a sum that adds up, towards its target at an even pace, and what it comes to', async () => {
      const element = await trend({cumulative: true, compare: 'none', target: 1510});
      expect(parts(element, 'column')).to.be.empty;
      await focus(element);
      expect(await press(element, 'Home')).to.equal('Jan 2026300target 310');
      expect(await press(element, 'End'), '140 of 151 days').to.equal(
        'May 1 – 20, 2026 · not over yet950target 1,5101,024.64 at this pace'
      );
      expect(points(d(element, 'target')[0])).to.equal(5);
      expect(points(d(element, 'forecast')[0])).to.equal(2);
      const seasonal = await trend({cumulative: true, compare: 'none', target: 1000, params: {seasonalProfile: [0.5, 0.6, 0.7, 0.8, 1]}});
      await focus(seasonal);
      expect(await press(seasonal, 'Home'), 'half of it is due in the first month').to.equal('Jan 2026300target 500');
      const set = await trend({cumulative: true, data: {deals, targets}, period: '2026-01/2026-04', asOf: '2026-04-30', compare: 'none'});
      await focus(set);
      expect(await press(set, 'End'), 'the targets of the months together').to.equal('Apr 2026750target 1,600');
      expect(await told(() => trend({cumulative: true, kpi: 'win-rate'}))).to.deep.equal([
        'RangeError: nothing adds up: win-rate is neither a sum nor a count'
      ]);
    });

    it('one target for every bucket', async () => {
      const element = await trend({kpi: 'win-rate', target: 0.4, compare: 'none'});
      expect(parts(element, 'target')).to.have.length(5);
      await focus(element);
      expect(await press(element, 'Home')).to.equal('Jan 202650.00%target 40.00%');
    });

    it('normal variation, with what is none ringed, numbered and named', async () => {
      const data = Array.from({length: 12}, (_, month) =>
        deal(`X${month}`, `2026-${String(month + 1).padStart(2, '0')}-05`, month === 6 ? 900 : 100 + (month % 3))
      );
      const element = await trend({limits: true, data, period: '2026', asOf: '2026-12-31', compare: 'none'});
      expect([parts(element, 'limits'), parts(element, 'mean'), parts(element, 'signal')].map(({length}) => length)).to.deep.equal([
        1, 1, 1
      ]);
      expect(texts(element, 'remark')).to.deep.equal(['1']);
      expect(texts(element, 'remarks')).to.deep.equal(['Jul 2026: outside normal variation']);
      expect(texts(element, 'legend')).to.deep.equal(['actual normal variation']);
      const few = await trend({limits: true, compare: 'none', data: deals.filter(({closedAt}) => closedAt > '2026')});
      expect(parts(few, 'limits').length, 'four complete buckets tell nothing').to.equal(0);
    });

    it('annotations of days in the period', async () => {
      const element = await trend({
        compare: 'none',
        annotations: [
          {date: '2026-04-30', text: 'Price rise'},
          {date: '2026-02-01', text: '<b>New</b> team'},
          {date: '2025-12-31', text: 'Before'}
        ]
      });
      expect(texts(element, 'remark')).to.deep.equal(['1', '2']);
      expect(parts(element, 'remarks')[0].querySelectorAll('li')).to.have.length(2);
      expect(texts(element, 'remarks')).to.deep.equal(['Feb 1, 2026: <b>New</b> teamApr 30, 2026: Price rise']);
      await focus(element);
      await press(element, 'End');
      expect(await press(element, 'ArrowLeft')).to.equal('Apr 2026-150Apr 30, 2026: Price rise');
      element.setAttribute('annotations', '[{"date":"2026-01-02","text":"From HTML"}]');
      await element.updateComplete;
      expect(texts(element, 'remarks')).to.deep.equal(['Jan 2, 2026: From HTML']);
    });

    describe('the groups it is broken down to', () => {
      const sold = (owner: string, ...amounts: number[]) =>
        amounts.map((amount, month) => ({...deal(`${owner}${month}`, `2026-0${month + 1}-05`, amount), ownerId: owner}));
      const data = [
        ...sold('A', 9, 9, 9),
        ...sold('B', 8, 8, 8),
        ...sold('C', 7, 7, 7),
        ...sold('D', 6, 6, 6),
        ...sold('E', 5, 5, 5),
        ...sold('F', 1, 2, 3),
        ...sold('', 1, 0, 0)
      ];
      const by = {breakdown: 'ownerId', grain: 'month', data, period: '2026-01/2026-03', asOf: '2026-03-31'} as const;

      it('as a line each for the largest five, and one for all others', async () => {
        const element = await trend(by);
        expect(parts(element, 'column')).to.be.empty;
        expect(parts(element, 'line')).to.have.length(6);
        expect([...parts(element, 'names')[0].children].map(text).sort()).to.deep.equal(['A', 'B', 'C', 'D', 'E', 'Others']);
        await focus(element);
        expect(await press(element, 'Home')).to.equal('Jan 2026A: 9B: 8C: 7D: 6E: 5Others: 2');
        await expect(element).to.be.accessible();
      });

      it('to the scale of the named where all others together are beyond it, and then says so', async () => {
        const many = [...data, ...['G', 'H', 'I'].flatMap((owner) => sold(owner, 5, 5, 4))];
        for (const multiples of [false, true]) {
          const element = await trend({...by, data: many, multiples});
          expect(parts(element, 'line')).to.have.length(5);
          expect(texts(element, 'legend')).to.deep.equal(['Others: 49 in all, beyond this scale axis starts at 5']);
          await focus(element);
          expect(await press(element, 'Home')).to.equal('Jan 2026A: 9B: 8C: 7D: 6E: 5Others: 17');
        }
        const rate = await trend({...by, kpi: 'average-purchase-value', variant: 'deals', data: many});
        expect(parts(rate, 'line'), 'an average is one among others').to.have.length(6);
      });

      it('with names that keep clear of each other', async () => {
        for (const width of [180, 360, 900]) {
          const element = await trend(by, {width});
          const tops = [...(element.shadowRoot?.querySelectorAll('.ends bdi') ?? [])].map((name) => name.getBoundingClientRect().top);
          tops
            .sort((a, b) => a - b)
            .forEach((top, index) => {
              if (index > 0) expect(top - tops[index - 1]).to.be.at.least(14.9);
            });
        }
      });

      it('as a chart each, to one scale and with one readout', async () => {
        const element = await trend({...by, multiples: true});
        expect(texts(element, 'multiple')).to.deep.equal(
          ['A 9', 'B 8', 'C 7', 'D 6', 'E 5', 'Others 3'].map((name) => `${name} 010`),
          'its name, last figure, and where its scale begins and ends'
        );
        await focus(element);
        expect(await press(element, 'Home')).to.equal('Jan 2026A: 9B: 8C: 7D: 6E: 5Others: 2');
        expect(texts(element, 'multiple').at(-1)).to.equal('Others 2 010');
        const {offsetHeight = 0} = element.shadowRoot?.querySelector<HTMLElement>('.readout') ?? {};
        expect(offsetHeight, 'what each chart shows itself is told, not shown again').to.be.below(30);
        await expect(element).to.be.accessible();
      });

      it('as a table', async () => {
        const element = await trend(by);
        await choose(element, 'table');
        const [head, first] = [...(element.shadowRoot?.querySelectorAll('tr') ?? [])].map((row) => [...row.children].map(text));
        expect([head, first]).to.deep.equal([
          ['Period', 'A', 'B', 'C', 'D', 'E', 'Others'],
          ['Jan 2026', '9', '8', '7', '6', '5', '2']
        ]);
      });

      it('which the data must have', async () => {
        expect((await told(() => trend({breakdown: 'planet'}))).join()).to.match(/^RangeError: unknown breakdown: planet; known are rep, /);
      });
    });
  });

  it('points at the same bucket in the trends of its group, which keep silent', async () => {
    const [one, other, apart] = [await trend({group: 'a'}), await trend({group: 'a', kpi: 'win-rate'}), await trend({group: 'b'})];
    await focus(one);
    await press(one, 'Home');
    await other.updateComplete;
    expect([one, other, apart].map((element) => readout(element)?.slice(0, 8))).to.deep.equal(['Jan 2026', 'Jan 2026', '']);
    expect([one, other].map((element) => parts(element, 'readout')[0].getAttribute('aria-live'))).to.deep.equal(['polite', 'off']);
    await press(one, 'Escape');
    await other.updateComplete;
    expect(readout(other)).to.equal('');
  });

  it('names the days that a running bucket is compared with, not the whole month', async () => {
    const data = [...months(24), deal('after', '2025-05-28', 9000)];
    const element = await trend({data, period: '2026-05', asOf: '2026-05-20', grain: 'month', compare: 'year-ago'});
    await focus(element);
    expect(await press(element, 'End')).to.match(/May 1 – 20, 2025: 1,0\d\d/);
  });

  it('keeps pointing at the same bucket among others, and lets go of one that is gone', async () => {
    const element = await trend();
    await focus(element);
    await press(element, 'Home');
    await press(element, 'ArrowRight');
    element.period = '2026-02/2026-05';
    await element.updateComplete;
    expect(readout(element)).to.match(/^Feb 2026/);
    element.period = '2026-04/2026-05';
    await element.updateComplete;
    expect(readout(element)).to.equal('');
  });

  it('shows the same figures as a table', async () => {
    const element = await trend({data: {deals, targets}});
    await choose(element, 'table');
    const rows = [...(element.shadowRoot?.querySelectorAll('tr') ?? [])].map((row) => [...row.children].map(text));
    expect(rows).to.deep.equal([
      ['Period', 'Value', 'previous period', 'target', 'forecast at this pace'],
      ['Jan 2026', '300', '0', '400', '–'],
      ['Feb 2026', '600', '0', '400', '–'],
      ['Mar 2026', '0', '120', '400', '–'],
      ['Apr 2026', '-150', '0', '400', '–'],
      ['May 1 – 20, 2026 · not over yet', '200', '0', '–', '310']
    ]);
    await expect(element).to.be.accessible();
  });

  it('speaks Swedish', async () => {
    const element = await trend({kpi: 'win-rate'}, {lang: 'sv'});
    expect(texts(element, 'heading')).to.deep.equal(['Vinstfrekvens per månad']);
    expect(texts(element, 'legend')).to.deep.equal(['utfall föregående period inte slut än']);
    await focus(element);
    expect(await press(element, 'Home')).to.equal('jan. 202650,00 %aug. 2025: –');
  });

  it('keeps text text', async () => {
    const hostile = '<img src=x onerror="document.title=1">';
    const element = await trend({heading: hostile, data: {deals: deals.map((row) => ({...row, currency: 'SEK', ownerId: hostile}))}});
    expect(texts(element, 'heading')).to.deep.equal([hostile]);
    expect(element.shadowRoot?.querySelector('img')).to.be.null;
  });

  for (const kpi of ['total-sales', 'win-rate'])
    it(`has nothing that axe objects to: ${kpi}`, async () => {
      const element = await trend({kpi, data: {deals, targets}});
      await focus(element);
      await expect(element).to.be.accessible();
    });
});
