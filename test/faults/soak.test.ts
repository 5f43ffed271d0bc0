import {aTimeout, expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import '../../src/index.js';

const tags = ['kpi-card', 'kpi-trend', 'rep-leaderboard', 'funnel-chart'] as const;

interface Heap {
  readonly live: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly bytes: number;
}

const heap = (tag: string) => executeServerCommand<Heap, string>('heap', tag);
const rows = 'id,ownerId,amount,status,stage,createdAt,closedAt\n1,Rep 04,100,won,Lead,2026-06-01,2026-07-05\n';

/** Puts so many elements into the page, ten at a time, lets each come to its figures, and takes them out. */
async function comeAndGo(tag: (typeof tags)[number], count: number, src: string): Promise<void> {
  for (let done = 0; done < count; done += 10) {
    const elements = Array.from({length: 10}, () => document.createElement(tag));
    for (const element of elements) {
      for (const [name, value] of [
        ['src', src],
        ['refresh', '60'],
        ['period', '2026']
      ])
        element.setAttribute(name, value);
      document.body.append(element);
    }
    await Promise.all(elements.map(({loadComplete}) => loadComplete));
    for (const element of elements) element.remove();
  }
  // A move is a leave and a return: only now have they gone.
  await aTimeout(200);
}

describe('a thousand elements that come and go', () => {
  for (const tag of tags)
    it(`leave nothing behind: ${tag}`, async () => {
      const src = `data:text/csv,${encodeURIComponent(rows)}`;
      await comeAndGo(tag, 100, src);
      const before = await heap(tag);
      await comeAndGo(tag, 1000, src);
      const after = await heap(tag);
      expect(after.live, 'live elements').to.equal(0);
      expect(after.nodes - before.nodes, 'nodes').to.be.at.most(0);
      expect(after.listeners - before.listeners, 'listeners').to.be.at.most(0);
      expect((after.bytes - before.bytes) / 1000, 'bytes each').to.be.at.most(500);
    }).timeout(60_000);
});
