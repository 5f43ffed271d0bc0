import {expect, nextFrame, oneEvent} from '@open-wc/testing';
import {emulateMedia, sendKeys} from '@web/test-runner-commands';
import type {KpiSelectEvent} from '../../src/elements/events.js';
import type {RepLeaderboard} from '../../src/elements/rep-leaderboard/define.js';
import {all, board, type Deal, dealsOf, heard, said, settings} from './board.js';
import {told} from './told.js';

const names = (element: RepLeaderboard) => heard(element, 'name');
const numbered = (from: number, to: number) =>
  Array.from({length: to - from + 1}, (_, index) => `Rep ${String(from + index).padStart(2, '0')}`);
/** Rep 01 sold most, the last least. */
const many = (count: number) => ({
  deals: dealsOf(numbered(1, count).map((name, index): Deal => [name, 100 * (count - index)])),
  settings
});

/** By value r1, r2, r3; by gain r3, r1, r2; by attainment r2, r1, and r3 without a quota. */
const three = {
  deals: [
    ...dealsOf([
      ['r1', 900],
      ['r2', 600],
      ['r3', 300],
      ['r1', 1, 'lost']
    ]),
    ...dealsOf(
      [
        ['r1', 850],
        ['r2', 700]
      ],
      '08'
    )
  ],
  reps: [1, 2, 3].map((number) => ({id: `r${number}`, name: `Rep 0${number}`, team: 'North'})),
  targets: [
    ['r1', 1800],
    ['r2', 600]
  ].map(([repId, value]) => ({id: repId, kpi: 'sales-per-rep', repId, value, start: '2026-10-01', end: '2027-01-01'})),
  settings
};

const press = async (element: RepLeaderboard, selector: string) => {
  all(element, selector)[0].click();
  await element.updateComplete;
};
const sorted = (element: RepLeaderboard) => all(element, '[aria-sort]').map((head) => [head.textContent.trim(), head.ariaSort]);
const search = async (element: RepLeaderboard, text: string) => {
  const [input] = all<HTMLInputElement>(element, '[part=search]');
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await element.updateComplete;
};
const pages = (element: RepLeaderboard) => said(all(element, '[part=pages] [role=status]'))[0];

describe('the order of a leaderboard', () => {
  it('is the page’s again when the page sets it', async () => {
    const element = await board({data: three}, 900);
    await press(element, '.quota [part=sort]');
    expect(sorted(element)).to.deep.equal([['Quota', 'descending']]);
    element.sort = 'improvement';
    await element.updateComplete;
    expect(sorted(element)).to.deep.equal([['Change', 'descending']]);
  });

  it('is the page’s again when the column that was pressed is gone', async () => {
    const element = await board({data: three, columns: ['win-rate'], minSample: 1}, 900);
    await press(element, 'th.other [part=sort]');
    await press(element, 'th.other [part=sort]');
    expect(sorted(element)).to.deep.equal([['Win rate', 'ascending']]);
    element.columns = [];
    await element.updateComplete;
    expect(sorted(element)).to.deep.equal([['SEK', 'descending']]);
    expect(names(element)).to.deep.equal(['Rep 01', 'Rep 02', 'Rep 03']);
  });

  for (const [head, order, reversed] of [
    ['Change', ['Rep 03', 'Rep 01', 'Rep 02'], ['Rep 02', 'Rep 01', 'Rep 03']],
    ['Quota', ['Rep 02', 'Rep 01', 'Rep 03'], ['Rep 01', 'Rep 02', 'Rep 03']],
    ['SEK', ['Rep 03', 'Rep 02', 'Rep 01'], ['Rep 01', 'Rep 02', 'Rep 03']]
  ] as const)
    it(`is that of the column whose head was pressed: ${head}; a second press turns it round, what has none stays last`, async () => {
      const element = await board({data: three}, 900);
      expect(sorted(element)).to.deep.equal([['SEK', 'descending']]);
      const [button] = all(element, '[part=sort]').filter(({textContent}) => textContent.trim() === head);
      button.focus();
      await sendKeys({press: 'Enter'});
      await element.updateComplete;
      expect(names(element)).to.deep.equal(order);
      expect(sorted(element)).to.deep.equal([[head, head === 'SEK' ? 'ascending' : 'descending']]);
      expect(element.shadowRoot?.activeElement).to.equal(button);
      await sendKeys({press: 'Enter'});
      await element.updateComplete;
      expect(names(element)).to.deep.equal(reversed);
      await expect(element).to.be.accessible();
    });

  it('leaves each its place by value', async () => {
    const element = await board({data: three, sort: 'improvement'});
    expect(names(element)).to.deep.equal(['Rep 03', 'Rep 01', 'Rep 02']);
    expect(heard(element, 'place')).to.deep.equal(['3', '1', '2']);
    element.sort = 'attainment';
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Rep 02', 'Rep 01', 'Rep 03']);
  });

  it('says what each gained or lost; the changes add up to that of the total', async () => {
    const element = await board({data: three}, 900);
    expect(said(all(element, '[part=improvement]'))).to.deep.equal(['+50, better', '-100, worse', '+300, better', '+250, better']);
  });

  it('is told when it is of no column', async () => {
    const messages = await told(() => board({data: three, sort: 'moon'}));
    expect(messages.join()).to.include('RangeError: unknown sort: moon');
  });
});

describe('other KPIs of a leaderboard', () => {
  it('stand in columns of their own, of the members, the unassigned and the total, and are sorted by', async () => {
    const element = await board({data: three, columns: ['win-rate', 'sales-cycle-length'], minSample: 1}, 900);
    expect(said(all(element, 'th.other'))).to.deep.equal(['Win rate', 'Sales cycle length']);
    expect(said(all(element, 'td.other'))).to.deep.equal([
      '1 of 2',
      '313 days',
      '1 of 1',
      '314 days',
      '1 of 1',
      '315 days',
      '3 of 4',
      '314 days'
    ]);
    const [rate, cycle] = all(element, 'th.other button');
    rate.click();
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Rep 02', 'Rep 03', 'Rep 01']);
    cycle.click();
    await element.updateComplete;
    expect(sorted(element), 'shorter is better').to.deep.equal([['Sales cycle length', 'ascending']]);
    expect(names(element)).to.deep.equal(['Rep 01', 'Rep 02', 'Rep 03']);
    expect(await element.toCSV()).to.match(/^.*Rep,Rank,SEK,Change,Quota,Win rate,Sales cycle length\r?\nRep 01,1,900,50,0\.5,0\.5,313/m);
  });

  it('are muted where they rest on too few cases, and then last', async () => {
    const element = await board({data: three, columns: ['win-rate'], sort: 'win-rate'}, 900);
    expect(said(all(element, 'td.other'))[0]).to.equal('1 of 2, too few cases');
    expect(all(element, 'td.other > span')[0]).to.have.class('muted');
    expect(names(element), 'none is ranked: as they were').to.deep.equal(['Rep 01', 'Rep 02', 'Rep 03']);
  });

  it('make way where there is no room, but for the one sorted by', async () => {
    const element = await board({data: three, columns: ['win-rate'], minSample: 1}, 360);
    const shown = () => said(all(element, 'thead th').filter((head) => head.checkVisibility()));
    expect(shown()).to.deep.equal(['#', 'Rep', 'SEK', 'Quota']);
    element.sort = 'win-rate';
    await element.updateComplete;
    expect(shown()).to.deep.equal(['#', 'Rep', 'SEK', 'Win rate']);
    expect(all(element, '[part=row]')[0].title).to.include('Win rate: 1 of 1');
    await expect(element).to.be.accessible();
  });

  it('are told to the page’s author when they are none', async () => {
    const messages = await told(() => board({data: three, columns: ['moon']}));
    expect(messages.join()).to.match(/RangeError: unknown kpi: moon/);
  });
});

describe('a long leaderboard', () => {
  it('is searched from the first page on', async () => {
    const element = await board({data: many(30), pageSize: 4});
    await press(element, '[part=pages] button:last-child');
    expect(pages(element)).to.equal('5–8 of 30');
    await search(element, 'Rep 1');
    expect(pages(element)).to.equal('1–4 of 10');
  });

  it('begins anew with rows of another kind', async () => {
    const data = many(30);
    const element = await board({data: {...data, deals: data.deals.map((deal, index) => ({...deal, product: `P${index}`}))}, pageSize: 4});
    await press(element, '[part=pages] button:last-child');
    await search(element, 'Rep 1');
    element.groupBy = 'product';
    await element.updateComplete;
    expect(pages(element)).to.equal('1–4 of 30');
    expect(all<HTMLInputElement>(element, '[part=search]')[0].value).to.equal('');
  });

  it('has both ends, and what lies between in one row', async () => {
    const element = await board({data: many(14), top: 2, bottom: 3});
    expect(names(element)).to.deep.equal(['Rep 01', 'Rep 02', 'Rep 12', 'Rep 13', 'Rep 14']);
    expect(said(all(element, 'tbody tr:nth-child(3) :is(th, td[part=value])'))).to.deep.equal(['9 more', 'SEK 7,200']);
    expect(all(element, '[part=search]'), 'fourteen are read, not searched').to.be.empty;
    element.top = 0;
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Rep 12', 'Rep 13', 'Rep 14']);
  });

  it('comes by pages, which the keyboard turns and a screen reader is told of', async () => {
    const element = await board({data: many(14), pageSize: 6});
    expect(pages(element)).to.equal('1–6 of 14');
    const [back, on] = all<HTMLButtonElement>(element, '[part=pages] button');
    expect([back.disabled, on.ariaLabel]).to.deep.equal([true, 'Next page']);
    on.focus();
    for (const shown of [numbered(7, 12), numbered(13, 14)]) {
      await sendKeys({press: 'Enter'});
      await element.updateComplete;
      expect(names(element)).to.deep.equal(shown);
    }
    expect(pages(element)).to.equal('13–14 of 14');
    expect(on.disabled).to.equal(true);
    await press(element, '[part=sort]');
    expect(names(element), 'another order begins at its begin').to.deep.equal(numbered(9, 14).reverse());
    await expect(element).to.be.accessible();
  });

  it('is searched from fifteen rows on, whatever the case and the accents', async () => {
    const data = many(15);
    const element = await board({data: {...data, deals: [...data.deals, ...dealsOf([['Åsa Öberg', 5]], '12')]}, top: 3});
    await search(element, 'rep 1');
    expect(names(element)).to.deep.equal(numbered(10, 15));
    expect(pages(element)).to.equal('6 of 16');
    await search(element, 'asa ö');
    expect(names(element)).to.deep.equal(['Åsa Öberg']);
    expect(heard(element, 'place')).to.deep.equal(['16']);
    await search(element, 'nobody');
    expect(names(element)).to.be.empty;
    expect(pages(element)).to.equal('0 of 16');
    expect(said(all(element, '[part=total] bdi')), 'the total is that of all').to.deep.equal(['Total, 16 reps']);
    await expect(element).to.be.accessible();
    await search(element, '');
    expect(names(element)).to.deep.equal(numbered(1, 3));
  });

  it('keeps fifty rows in the page at most, of however many', async () => {
    const element = await board({data: many(5000), top: 5000});
    expect(all(element, 'tbody tr')).to.have.length(50);
    expect(pages(element)).to.equal('1–50 of 5,000');
    await search(element, 'Rep 4');
    expect(all(element, 'tbody tr')).to.have.length(50);
    expect(pages(element)).to.equal('1–50 of 1,110');
  });

  for (const [sizes, text] of [
    [{top: -1, bottom: 3}, '-1'],
    [{bottom: NaN}, 'NaN'],
    [{pageSize: 0}, '0']
  ] as const)
    it(`of ${text} rows is none`, async () => {
      const messages = await told(() => board({data: three, ...sizes}));
      expect(messages.join()).to.include(`RangeError: not a number of rows: ${text}`);
    });
});

describe('the rows of a leaderboard, by keyboard', () => {
  const focused = (element: RepLeaderboard) => element.shadowRoot?.activeElement?.textContent.trim();
  const stops = (element: RepLeaderboard) => all(element, 'tbody button').flatMap((name) => (name.tabIndex < 0 ? [] : [name.textContent]));
  /** Where the focus is after each key. */
  const walked = async (element: RepLeaderboard, keys: string) => {
    const way: (string | undefined)[] = [];
    for (const press of keys.split(' ')) {
      await sendKeys({press});
      await element.updateComplete;
      await element.updateComplete;
      way.push(focused(element));
    }
    return way;
  };

  for (const [text, properties, keys, way] of [
    ['are walked up and down, and not beyond', {top: 3}, 'ArrowDown ArrowDown ArrowDown ArrowUp', ['Rep 02', 'Rep 03', 'Rep 03', 'Rep 02']],
    ['are walked to both ends', {top: 3}, 'End Home ArrowUp', ['Rep 03', 'Rep 01', 'Rep 01']],
    ['without pages are one', {top: 3}, 'PageDown PageUp', ['Rep 03', 'Rep 01']],
    ['go on to the reader’s own', {top: 2, me: 'Rep 09'}, 'End ArrowUp', ['Rep 09', 'Rep 02']],
    ['go on to the other end', {top: 2, bottom: 2}, 'ArrowDown ArrowDown', ['Rep 02', 'Rep 13']],
    ['go on to the next page and back', {pageSize: 6}, 'End ArrowDown ArrowUp', ['Rep 06', 'Rep 07', 'Rep 06']],
    ['are turned by the page', {pageSize: 6}, 'PageDown PageDown PageDown PageUp', ['Rep 07', 'Rep 13', 'Rep 14', 'Rep 07']]
  ] as const)
    it(text, async () => {
      const element = await board({data: many(14), ...properties});
      all(element, 'tbody button')[0].focus();
      expect(await walked(element, keys)).to.deep.equal(way);
      expect(stops(element), 'Tab comes back to where one was').to.deep.equal(way.slice(-1));
      await expect(element).to.be.accessible();
    });

  it('are one stop of Tab, which stays with the row in another order and is the first where it is not listed', async () => {
    const element = await board({data: many(30), top: 30});
    expect(stops(element)).to.deep.equal(['Rep 01']);
    all(element, 'tbody button')[0].focus();
    await walked(element, 'ArrowDown Tab');
    expect(focused(element), 'beyond the rows').to.equal(undefined);
    await press(element, '.sorted [part=sort]');
    expect(names(element)[28]).to.equal('Rep 02');
    expect(stops(element)).to.deep.equal(['Rep 02']);
    await search(element, 'Rep 1');
    expect(stops(element)).to.deep.equal(['Rep 19']);
  });

  it('are chosen where one is, with Enter as with Space, and let go of with Escape', async () => {
    const element = await board({data: many(5), group: 'rows'});
    const chosen = () => all(element, '[aria-pressed=true]').map((name) => name.textContent);
    all(element, 'tbody button')[0].focus();
    for (const key of ['Enter', 'Space']) {
      await walked(element, `ArrowDown ${key}`);
      expect(chosen()).to.deep.equal([focused(element)]);
      await walked(element, 'Escape');
      expect(chosen()).to.be.empty;
    }
  });
});

describe('one’s own row', () => {
  for (const me of ['r9', 'Rep 09'])
    it(`is marked, and shown where it would not be: ${me}`, async () => {
      const data = {...many(14), reps: [{id: 'r9', name: 'Rep 09'}]};
      const element = await board({data, top: 2, me});
      expect(names(element)).to.deep.equal(['Rep 01', 'Rep 02', 'Rep 09']);
      expect(said(all(element, '.me th'))).to.deep.equal(['Rep 09 you']);
      expect(said(all(element, '[part=others] :is(th, td[part=value])'))).to.deep.equal(['11 more', 'SEK 7,200']);
      element.top = 10;
      await element.updateComplete;
      expect(names(element)).to.deep.equal(numbered(1, 10));
      expect(said(all(element, '.me bdi'))).to.deep.equal(['Rep 09']);
      await expect(element).to.be.accessible();
    });

  it('stands before or after the page, on the side where it is', async () => {
    const element = await board({data: many(9), pageSize: 3, me: 'Rep 05'});
    expect(names(element)).to.deep.equal([...numbered(1, 3), 'Rep 05']);
    await press(element, '[part=pages] button:last-child');
    expect(names(element)).to.deep.equal(numbered(4, 6));
    await press(element, '[part=pages] button:last-child');
    expect(names(element)).to.deep.equal(['Rep 05', ...numbered(7, 9)]);
  });

  it('alone has a name where the others are masked: in the row, its title, the CSV; nobody is searched or chosen', async () => {
    const element = await board({data: many(15), mask: true, me: 'Rep 02'});
    expect(said(all(element, 'tbody th bdi')).slice(0, 3)).to.deep.equal(['•••', 'Rep 02', '•••']);
    expect(names(element)).to.deep.equal(['Rep 02']);
    expect(element.shadowRoot?.querySelector('table')?.outerHTML.replaceAll(/data-id="[^"]*"/g, '')).not.to.match(/Rep (?!02)\d/);
    expect(await element.toCSV()).not.to.match(/Rep (?!02)\d/);
    expect(all(element, '[part=search]')).to.be.empty;
    let count = 0;
    element.addEventListener('kpi-select', () => count++);
    all(element, '[part=row]')[0].click();
    expect(count).to.equal(0);
    const event = oneEvent<KpiSelectEvent>(element, 'kpi-select');
    all(element, '.me')[0].click();
    expect((await event).detail.rep).to.equal('Rep 02');
    await expect(element).to.be.accessible();
  });
});

describe('pictures of reps', () => {
  const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const pictured = (avatar: string) =>
    board({data: {...three, reps: [{id: 'r1', name: 'Anna Berg', avatar}, ...three.reps.slice(1)], targets: []}});

  it('are of nobody whose name is masked, nor are initials', async () => {
    const reps = three.reps.map((rep) => ({...rep, avatar: pixel}));
    const element = await board({data: {...three, reps, targets: []}, mask: true, me: three.reps[1].name});
    const discs = all(element, '[part~=row] .disc').map((disc) => [disc.textContent.trim() !== '', disc.querySelector('img') !== null]);
    expect(discs.filter(([hasInitials]) => hasInitials)).to.have.length(1);
    expect(discs.filter(([, hasPicture]) => hasPicture)).to.have.length(1);
  });

  for (const avatar of ['https://pictures.example/a.png', '/test/elements/no.png', 'no.webp', pixel, URL.createObjectURL(new Blob())])
    it(`are asked for: ${avatar.slice(0, 30)}`, async () => {
      const [image] = all<HTMLImageElement>(await pictured(avatar), '.disc img');
      expect(image.getAttribute('src')).to.equal(new URL(avatar, document.baseURI).href);
      expect(image).to.include({alt: '', referrerPolicy: 'no-referrer', loading: 'lazy'});
    });

  for (const avatar of [
    'http://pictures.example/a.png',
    '//pictures.example:99999/a.png',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
    'data:text/html,<script>alert(1)</script>',
    'data:image/pngx,',
    'file:///etc/passwd',
    'ftp://pictures.example/a.png',
    'filesystem:http://localhost/a.png',
    ''
  ])
    it(`are not: ${avatar.slice(0, 40)}; there are initials`, async () => {
      const element = await pictured(avatar);
      expect(all(element, 'img')).to.be.empty;
      expect(all(element, '[part=row] .disc')[0].textContent.trim()).to.equal('AB');
    });

  it('that do not come leave the initials', async () => {
    const element = await pictured('/test/elements/no.png');
    all(element, 'img')[0].dispatchEvent(new Event('error'));
    await element.updateComplete;
    expect(all(element, 'img')).to.be.empty;
    expect(all(element, '[part=row] .disc')[0].textContent.trim()).to.equal('AB');
  });
});

describe('rows that change places', () => {
  const swapped = {...three, deals: three.deals.map((deal) => ({...deal, ownerId: {r1: 'r2', r2: 'r1'}[deal.ownerId] ?? deal.ownerId}))};
  const moving = (element: RepLeaderboard) => all(element, '[part=row]').filter((row) => row.getAnimations().length > 0);
  const refresh = async (element: RepLeaderboard) => {
    element.data = swapped;
    await element.updateComplete;
    await element.loadComplete;
    await nextFrame();
  };

  it('glide there, keep the focus, and the others stay', async () => {
    const element = await board({data: three});
    expect(moving(element), 'nobody comes from anywhere at first').to.be.empty;
    all(element, '[part=name]')[1].focus();
    await refresh(element);
    expect(moving(element).map((row) => row.dataset.id)).to.deep.equal(['r2', 'r1']);
    const from = moving(element).map((row) => (row.getAnimations()[0].effect as KeyframeEffect).getKeyframes()[0].transform);
    expect(from[0]).to.match(/^translateY\(\d+(\.\d+)?px\)$/);
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('Rep 02');
  });

  it('are there at once for readers who want no motion', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    try {
      const element = await board({data: three});
      await refresh(element);
      expect(names(element)[0]).to.equal('Rep 02');
      expect(moving(element)).to.be.empty;
    } finally {
      await emulateMedia({reducedMotion: 'no-preference'});
    }
  });
});
