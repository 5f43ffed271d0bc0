import {expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/kpi-card/define.js';
import '../../src/elements/rep-leaderboard/define.js';
import type {KpiErrorDetail, KpiLoadDetail} from '../../src/elements/events.js';
import {inputs, type Input} from '../dataset/inputs.js';
import {told} from '../elements/told.js';

const states = ['loading', 'ready', 'partial', 'stale', 'empty', 'error'];

/** An element that reads an input: bytes as a file does, from an address. */
async function show<Tag extends 'kpi-card' | 'rep-leaderboard'>(
  tag: Tag,
  {input, options}: Input
): Promise<{element: HTMLElementTagNameMap[Tag]; events: CustomEvent<unknown>[]}> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag);
  const events: CustomEvent<unknown>[] = [];
  for (const type of ['kpi-load', 'kpi-error']) element.addEventListener(type, (event) => events.push(event as CustomEvent<unknown>));
  const source = input instanceof Uint8Array ? {src: URL.createObjectURL(new Blob([input as Uint8Array<ArrayBuffer>]))} : {data: input};
  Object.assign(element, {period: 'all', asOf: '2026-07-31', ...options, ...source});
  box.append(element);
  await element.loadComplete;
  await element.updateComplete;
  return {element, events};
}

/** Whether anything asked the address that the hostile inputs hold. */
const isAsked = () => performance.getEntriesByType('resource').some(({name}) => name.includes('evil'));

const text = (element: HTMLElement, selector: string) =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());

describe('bad input, through an element', () => {
  for (const [number, variants] of Object.entries(inputs))
    for (const input of variants)
      it(`${number}: ${input.name}`, async () => {
        let shown: Awaited<ReturnType<typeof show<'kpi-card'>>> | undefined;
        const messages = await told(async () => (shown = await show('kpi-card', input)));
        if (!shown) throw new Error('nothing shown');
        const {element, events} = shown;
        expect(messages).to.deep.equal([]);
        expect(states.filter((state) => element.matches(`:state(${state})`))).to.deep.equal([input.state]);
        expect(element.result?.value ?? null).to.equal(input.total);
        const [event] = events;
        if (input.problem) {
          expect((event.detail as KpiErrorDetail).problem).to.deep.equal(input.problem);
          expect(text(element, '[part=message] p')[0]).to.equal(input.message);
        } else {
          const {rows = 0, rejected = 0} = event.detail as KpiLoadDetail;
          const [read = 0, accepted = 0] = input.rows ?? [];
          // Another table of the input may have rows of its own.
          const others = Object.entries(element.records?.rows ?? {}).filter(([name]) => name !== 'deals');
          expect(rows - others.reduce((sum, [, count]) => sum + count.accepted, 0)).to.equal(accepted);
          expect(rejected).to.equal(read - accepted);
          if (rejected) expect(text(element, '[part=left-out]').join()).to.contain(`${String(rejected)} of ${String(read)} rows left out`);
        }
        expect(text(element, 'img, script, iframe')).to.be.empty;
        expect(isAsked()).to.be.false;
      });

  for (const input of [60, 61, 62].flatMap((number) => inputs[number]))
    it(`a ranking stays in its room and makes no request: ${input.name}`, async () => {
      const {element} = await show('rep-leaderboard', input);
      expect(element.result?.value).to.equal(10);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      const [name] = element.shadowRoot?.querySelectorAll('[part=name]') ?? [];
      expect(name.querySelectorAll('img, script, a')).to.be.empty;
      expect(isAsked()).to.be.false;
      const [{owner}] = (Array.isArray(input.input) ? input.input : [{owner: 'Rep 04'}]) as readonly {owner: string}[];
      expect(name.textContent).to.contain(owner.slice(0, 20));
    });

  it('a label that tries to be a style is text', async () => {
    for (const heading of ['red;background:url(//evil.example/x)', 'url(//evil.example/x)', 'var(--x)']) {
      const {element} = await show('kpi-card', inputs[64][0]);
      element.heading = heading;
      await element.updateComplete;
      expect(text(element, '[part=heading]')).to.deep.equal([heading]);
    }
    expect(isAsked()).to.be.false;
  });
});
