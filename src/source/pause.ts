/** Resolves in a task of its own: what waits, a reader's click among it, comes first. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Gives a function that lets others do what waits, once so many milliseconds were taken at once; nobody notices the usual ones. */
export function pauses(most = 8): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < most) return undefined;
    return nextTask().then(() => {
      since = performance.now();
    });
  };
}

let last = Promise.resolve();
/** Each pause has the page laid out and painted: fewer are quicker, and with the last of the elements that it draws a task comes to some 50 ms at most. */
const pause = pauses(24);

/**
 * Does one thing after the other, as many in a task as there is time for: many elements that get the same records would else keep the page busy all at
 * once. Nobody waits for what takes longer than that, as the words of a language may.
 */
export async function inTurn(work: () => Promise<void>): Promise<void> {
  const before = last;
  let next = (): void => undefined;
  last = new Promise((resolve) => (next = resolve));
  await before;
  await pause();
  const done = work();
  const late = setTimeout(next);
  const go = () => {
    clearTimeout(late);
    next();
  };
  done.then(go, go);
  return done;
}
