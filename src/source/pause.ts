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

/** Gives a function that lets others do what waits, once eight milliseconds were taken at once; nobody notices those. */
export function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < 8) return undefined;
    return nextTask().then(() => {
      since = performance.now();
    });
  };
}

/** Each pause has the page laid out and painted: fewer are quicker, but a reader notices what keeps the page busy for 50 ms, layout and paint with it. */
const longestTask = 28;

let last = Promise.resolve();
let since = 0;
/** How long the one before took: the next will take about as long. */
let took = 0;

/**
 * Does one thing after the other, as many in a task as there is time for: many elements that get the same records would else keep the page busy all at
 * once. Nobody waits for what takes longer than that, as the words of a language may.
 */
export async function inTurn(work: () => Promise<void>): Promise<void> {
  const before = last;
  let next = (): void => undefined;
  last = new Promise((resolve) => (next = resolve));
  await before;
  if (performance.now() - since + took > longestTask) {
    await nextTask();
    since = performance.now();
  }
  const start = performance.now();
  const done = work();
  const late = setTimeout(next);
  const go = () => {
    clearTimeout(late);
    took = performance.now() - start;
    next();
  };
  done.then(go, go);
  return done;
}
