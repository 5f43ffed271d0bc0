import {expect, fixture, html} from '@open-wc/testing';
import '../../src/index.js';

const deals = Array.from({length: 40}, (_, row) => ({
  id: String(row),
  owner: `Rep ${String(row % 7)}`,
  amount: row * 100,
  status: row % 3 ? 'won' : 'lost',
  createdAt: `2026-0${String((row % 6) + 1)}-03`,
  closedAt: `2026-0${String((row % 6) + 2)}-15`
}));

for (const tag of ['kpi-card', 'kpi-trend', 'rep-leaderboard', 'funnel-chart'] as const)
  describe(`<${tag}> of which nothing changed`, () => {
    it('computes and draws nothing again', async () => {
      const element = document.createElement(tag);
      Object.assign(element, {period: '2026', asOf: '2026-08-01', data: deals});
      await fixture(html`<div>${element}</div>`);
      await element.loadComplete;
      await element.updateComplete;
      const {result, shadowRoot} = element;
      expect(result).not.to.be.undefined;
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(shadowRoot ?? element, {attributes: true, characterData: true, childList: true, subtree: true});

      element.setAttribute('period', '2026');
      element.data = deals;
      element.filter = undefined;
      element.requestUpdate();
      await element.updateComplete;
      await element.loadComplete;
      changes.push(...observer.takeRecords());
      expect(element.result).to.equal(result);
      expect(changes.map(({type, target}) => `${type} of ${target.nodeName}`)).to.deep.equal([]);

      element.period = '2026-05';
      await element.updateComplete;
      changes.push(...observer.takeRecords());
      expect(element.result).not.to.equal(result);
      expect(changes).not.to.have.length(0);
      observer.disconnect();
    });
  });
