import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/funnel-chart/define.js';
import '../../src/elements/rep-leaderboard/define.js';
import type {FunnelChart} from '../../src/elements/funnel-chart/define.js';
import type {RepLeaderboard} from '../../src/elements/rep-leaderboard/define.js';
import {fakeFetch, someAddress} from '../source/fake-fetch.js';

const STAGES = ['Prospecting', 'Engaging', 'Proposal', 'Won'];

/** Of thirty reps, a third of whose deals are open and as many lost. */
const deals = Array.from({length: 360}, (_, index) => {
  const entered = STAGES.slice(0, 1 + (index % 4)).map((stage, day) => ({stage, at: `2026-03-${String(3 + 2 * day).padStart(2, '0')}`}));
  const status = index % 4 === 3 ? 'won' : index % 3 ? 'open' : 'lost';
  return {
    id: `D${index}`,
    ownerId: `Rep ${index % 30}`,
    amount: 1000 + 10 * index,
    status,
    stage: entered.at(-1)?.stage,
    createdAt: '2026-03-02',
    ...(status !== 'open' && {closedAt: '2026-03-12'}),
    stageHistory: entered
  };
});

describe('the shape of what comes', () => {
  for (const width of [360, 900])
    for (const [tag, properties] of [
      ['rep-leaderboard', {}],
      ['rep-leaderboard', {top: 20}],
      ['rep-leaderboard', {top: 3, bottom: 2, kpi: 'win-rate'}],
      ['rep-leaderboard', {pageSize: 8}],
      ['funnel-chart', {stages: STAGES}]
    ] as [tag: 'rep-leaderboard' | 'funnel-chart', properties: object][])
      it(`is about as high: ${tag} ${JSON.stringify(properties)} in ${String(width)} px`, async () => {
        let answer: (response: Response) => void = () => undefined;
        const fake = fakeFetch(() => new Promise((resolve) => (answer = resolve)));
        const box = await fixture<HTMLElement>(html`<div></div>`);
        box.style.inlineSize = `${String(width)}px`;
        const element: RepLeaderboard | FunnelChart = document.createElement(tag);
        Object.assign(element, {src: someAddress(), period: '2026-03', asOf: '2026-03-31', compare: 'none', ...properties});
        box.append(element);
        await element.updateComplete;
        const [room, isSkeleton] = [element.offsetHeight, element.shadowRoot?.querySelector('[part=skeleton]')];
        answer(new Response(JSON.stringify({deals, settings: {currency: 'SEK'}})));
        await element.loadComplete;
        fake.restore();
        expect(Boolean(isSkeleton && element.result)).to.equal(true);
        expect(element.offsetHeight).to.be.closeTo(room, 30);
      });
});
