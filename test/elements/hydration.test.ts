// Before Lit, as its authors want it.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import {expect, nextFrame} from '@open-wc/testing';
import type {FrameView} from '../../src/elements/frame.js';
import type {KpiElement} from '../../src/elements/kpi-element.js';
import {createDataset} from '../../src/engine.js';
import {loadLanguage} from '../../src/index.js';

type Element = KpiElement<FrameView>;

/** An element as it came from the server, which no data has woken yet. */
async function served(tag: string): Promise<Element> {
  const answer = await fetch(`/rendered/elements?${new URLSearchParams({tags: tag})}`);
  const main = document.createElement('main');
  document.body.append(main);
  main.setHTMLUnsafe(await answer.text());
  // What is seen is laid out when a frame has been drawn, and then stays so.
  await nextFrame();
  await nextFrame();
  return main.firstElementChild as Element;
}

/** What changes in the shadow of an element, of what can be seen or heard: that a value is set to what it was is no change. */
function changesIn({shadowRoot}: Element): () => string[] {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  if (shadowRoot)
    observer.observe(shadowRoot, {childList: true, subtree: true, attributes: true, attributeOldValue: true, characterData: true});
  const spelled = (style: string | null) => style?.replace(/[\s;]/g, '');
  return () =>
    [...records, ...observer.takeRecords()].flatMap(({type, target, attributeName: name, oldValue, addedNodes, removedNodes}) => {
      if (type === 'attributes') {
        const value = (target as HTMLElement).getAttribute(name ?? '');
        return spelled(value) === spelled(oldValue) ? [] : [`${target.nodeName} ${name}: ${oldValue} -> ${value}`];
      }
      const told = [...addedNodes, ...removedNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE && node.textContent);
      return type === 'characterData'
        ? [`${target.nodeName}: ${target.nodeValue}`]
        : told.map((node) => `${node.nodeName}: ${node.textContent}`);
    });
}

describe('what a server rendered', () => {
  let text: string;
  before(async () => {
    text = await (await fetch('/rendered/sample.json')).text();
    await loadLanguage('sv');
  });
  afterEach(() => document.querySelector('main')?.remove());

  for (const tag of [
    '<kpi-card kpi="win-rate"></kpi-card>',
    '<kpi-card lang="sv" period="this-quarter"></kpi-card>',
    '<kpi-card size="compact" period="2020"></kpi-card>',
    '<kpi-trend></kpi-trend>',
    '<kpi-trend group="sales"></kpi-trend>',
    '<kpi-trend dir="rtl" kpi="win-rate" limits lang="sv"></kpi-trend>',
    '<kpi-trend breakdown="rep" multiples></kpi-trend>',
    '<rep-leaderboard></rep-leaderboard>',
    '<rep-leaderboard dir="rtl" lang="sv" kpi="win-rate" group-by="team"></rep-leaderboard>',
    '<funnel-chart></funnel-chart>',
    '<funnel-chart measure="amount" compare="previous" breakdown="team"></funnel-chart>',
    '<rep-leaderboard page-size="5" columns="win-rate" me="Rep 09" mask></rep-leaderboard>',
    '<funnel-chart lang="sv" loading="lazy"></funnel-chart>'
  ])
    it(`is taken over as it stands: ${tag}`, async () => {
      const element = await served(tag);
      const nodes = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
      const {height} = element.getBoundingClientRect();
      const changes = changesIn(element);
      expect(nodes.length).to.be.greaterThan(10);
      element.data = createDataset(text);
      element.removeAttribute('defer-hydration');
      await element.loadComplete;
      expect(changes()).to.deep.equal([]);
      expect(element.result, 'result').to.exist;
      const now = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
      expect(now.length).to.equal(nodes.length);
      expect(now.every((node, index) => node === nodes[index])).to.be.true;
      expect(element.getBoundingClientRect().height).to.equal(height);
    });

  it('lives once it is taken over', async () => {
    const element = await served('<funnel-chart></funnel-chart>');
    element.data = createDataset(text);
    element.removeAttribute('defer-hydration');
    await element.loadComplete;
    const status = () => element.shadowRoot?.querySelector('[role=status].spoken')?.textContent.trim();
    expect(status()).to.equal('');
    element.shadowRoot?.querySelector<HTMLElement>('[part=stage]')?.focus();
    await element.updateComplete;
    expect(status()).to.match(/\d/);
    element.setAttribute('period', '2020');
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[part=subtitle]')?.textContent).to.contain('2020');
  });
});
