import {expect, fixture, html} from '@open-wc/testing';
import '../../src/index.js';
import {told} from './told.js';

/** Deals with a history of stages, over two years, of two regions; and a quota. */
const deals = Array.from({length: 120}, (_, row) => {
  const month = `${2025 + (row % 2)}-${String((row % 12) + 1).padStart(2, '0')}`;
  const status = ['won', 'won', 'lost', 'open'][row % 4];
  return {
    id: String(row),
    ownerId: `r${row % 17}`,
    region: row % 3 ? 'North' : 'South',
    amount: 100 * (row + 1),
    status,
    stage: ['Lead', 'Offer'][row % 2],
    createdAt: `${month}-03`,
    closedAt: status === 'open' ? undefined : `${month}-20`,
    stageHistory: [{stage: 'Lead', enteredAt: `${month}-03`}]
  };
});
const targets = [{id: 't', kpi: 'total-sales', value: 90_000, start: '2026-07-01', end: '2026-10-01'}];
const data = {deals, targets, settings: {currency: 'SEK', timeZone: 'Europe/Stockholm', asOf: '2026-08-15'}};

/** What each attribute is set to in turn; null takes it away. Some values are mistakes, from which an element must recover. */
const shared = {
  period: ['this-quarter', '2026', '2025-03', 'last-12-months', 'all', 'never', null],
  compare: ['previous', 'none', 'year-ago', null],
  lang: ['en', 'sv', 'de', 'ar', null],
  dir: ['rtl', 'ltr', null],
  filter: ['region=North', null],
  rep: ['r3', null],
  heading: ['<b>Ours</b>', null],
  currency: ['SEK', 'EUR', null],
  'as-of': ['2026-08-15', '2026-12-31', null]
};
const kpi = ['total-sales', 'win-rate', 'sales-cycle-length', 'moon', null];
const attributes = {
  'kpi-card': {
    ...shared,
    kpi,
    variant: ['count', 'by-amount', null],
    format: ['full', 'compact', null],
    size: ['compact', 'regular', null],
    thresholds: ['0.2 0.3', null],
    target: ['5000', null]
  },
  'kpi-trend': {
    ...shared,
    kpi,
    grain: ['week', 'month', 'quarter', null],
    shape: ['line', 'column', null],
    'moving-average': ['3', null],
    cumulative: ['', null],
    limits: ['', null],
    target: ['5000', null],
    annotations: ['[{"date":"2026-03-10","text":"Price rise"}]', null],
    breakdown: ['region', 'rep', null],
    multiples: ['', null]
  },
  'rep-leaderboard': {
    ...shared,
    kpi,
    'group-by': ['region', 'rep', null],
    columns: ['win-rate,total-sales', 'sales-cycle-length', null],
    sort: ['value', 'improvement', 'win-rate', null],
    ranking: ['dense', 'ordinal', 'competition', null],
    top: ['3', '10', null],
    bottom: ['2', '0', null],
    'page-size': ['4', null],
    me: ['r5', null],
    mask: ['', null],
    'min-sample': ['1', '9', null]
  },
  'funnel-chart': {
    ...shared,
    mode: ['reached', 'touched', 'strict', 'snapshot', 'throughput', 'x', null],
    measure: ['amount', 'count', null],
    basis: ['first', 'previous', null],
    breakdown: ['region', null],
    window: ['90d', null],
    stages: ['Lead;Offer;Won', 'Offer', null],
    table: ['leads', null]
  }
} as const;

/** The same walk every time. */
function walker(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** All that is drawn, attributes by name. */
function drawn(node: Node): string {
  if (!(node instanceof Element || node instanceof ShadowRoot)) return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '';
  const inside = [...node.childNodes].map(drawn).join('').replace(/\s+/g, ' ').trim();
  if (node instanceof ShadowRoot) return inside;
  const set = [...node.attributes].map(({name, value}) => ` ${name}="${value.trim()}"`).sort();
  return `<${node.localName}${set.join('')}>${inside}</${node.localName}>`;
}

/** Line by line, so that a difference is seen. */
const pieces = ({shadowRoot}: Element) => (shadowRoot ? drawn(shadowRoot).split(/(?=<)/) : []);
const STATES = ['loading', 'ready', 'partial', 'stale', 'empty', 'signin', 'error'];
const stateOf = (element: Element) => STATES.filter((state) => element.matches(`:state(${state})`));

for (const [tag, values] of Object.entries(attributes) as [keyof typeof attributes, Record<string, readonly (string | null)[]>][])
  describe(`<${tag}> whose attributes change one after the other`, () => {
    for (const seed of [1, 2, 3])
      it(`shows at each step what one made so shows: walk ${seed}`, async () => {
        const next = walker(seed);
        const make = () => Object.assign(document.createElement(tag), {data});
        const settle = async (element: ReturnType<typeof make>) => {
          await element.updateComplete;
          await element.loadComplete;
        };
        await told(async () => {
          const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
          const element = make();
          box.append(element);
          await settle(element);
          for (let step = 0; step < 40; step++) {
            const names = Object.keys(values);
            const name = names[next(names.length)];
            const value = values[name][next(values[name].length)];
            if (value === null) element.removeAttribute(name);
            else element.setAttribute(name, value);
            await settle(element);
            const fresh = make();
            for (const {name: set, value: to} of element.attributes) fresh.setAttribute(set, to);
            box.append(fresh);
            await settle(fresh);
            const all = [...element.attributes].map((one) => `${one.name}="${one.value}"`).join(' ');
            expect(pieces(element), `step ${step}, ${name}: ${all}`).to.deep.equal(pieces(fresh));
            expect(stateOf(element), all).to.deep.equal(stateOf(fresh));
            fresh.remove();
          }
        });
      });
  });
