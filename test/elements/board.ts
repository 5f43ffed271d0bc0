import {fixture, html} from '@open-wc/testing';
import '../../src/elements/rep-leaderboard/define.js';
import type {RepLeaderboard} from '../../src/elements/rep-leaderboard/define.js';

export type Deal = [ownerId: string, amount: number, status?: string];

export const dealsOf = (deals: Deal[], month = '11') =>
  deals.map(([ownerId, amount, status = 'won'], index) => {
    const closedAt = `2026-${month}-${String(10 + (index % 9))}`;
    return {id: `${month}-${index}`, ownerId, amount, status, createdAt: '2026-01-01', closedAt, region: index % 2 ? 'North' : 'South'};
  });

export const settings = {currency: 'SEK', asOf: '2026-12-31'};

/** A leaderboard that shows its figures. */
export async function board(properties: Partial<RepLeaderboard> = {}, width = 600): Promise<RepLeaderboard> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const element = document.createElement('rep-leaderboard');
  Object.assign(element, {asOf: '2026-12-31', ...properties});
  box.append(element);
  await element.updateComplete;
  await element.loadComplete;
  return element;
}

export const all = <T extends Element = HTMLElement>(element: RepLeaderboard, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])
];
/** What a screen reader is told of the nodes. */
export const said = (nodes: Element[]) =>
  nodes.map((node) => {
    const copy = node.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  });
export const heard = (element: RepLeaderboard, part: string) => said(all(element, `tbody td[part=${part}], tbody [part=${part}]:not(td)`));
