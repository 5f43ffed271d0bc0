import type {LitElement} from 'lit';

/** Arrow keys, Home and End go from name to name, and on to the next page or back, where PageDown and PageUp go at once. */
export async function walk(event: KeyboardEvent, board: LitElement): Promise<void> {
  const buttons = (place: string) => [...board.renderRoot.querySelectorAll<HTMLButtonElement>(`${place} button`)];
  const names = buttons('tbody');
  const at = names.indexOf(event.target as HTMLButtonElement);
  const ways: Readonly<Record<string, number>> = {ArrowUp: at - 1, ArrowDown: at + 1, PageUp: -Infinity, PageDown: Infinity};
  const to = {...ways, Home: 0, End: names.length - 1}[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const turn = names[to] ? undefined : buttons('.pages').at(to < 0 ? 0 : 1);
  const isTurned = turn?.disabled === false;
  turn?.click();
  await board.updateComplete;
  const now = buttons('tbody');
  // Back over the first row comes the last of the page before.
  now.at(isTurned ? (to === -1 ? -1 : 0) : Math.max(0, Math.min(to, now.length - 1)))?.focus();
}
