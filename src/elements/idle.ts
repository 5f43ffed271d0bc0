const waiting = new Set<() => void>();

/** Does it when the page has nothing else to do, one after the other. */
export function whenIdle(act: () => void): void {
  if (waiting.size === 0) next();
  waiting.add(act);
}

/** Who leaves is not kept alive by what was put off. */
export function notWhenIdle(act: () => void): void {
  waiting.delete(act);
}

function next(): void {
  (globalThis.requestIdleCallback ?? setTimeout)(() => {
    const [act] = waiting;
    waiting.delete(act);
    act?.();
    if (waiting.size > 0) next();
  });
}
