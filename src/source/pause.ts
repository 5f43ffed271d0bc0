/** What may be done at once without anybody noticing. */
const milliseconds = 8;

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

/** Gives a function that lets others do what waits, once the time that may be taken at once is over. */
export function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < milliseconds) return undefined;
    return nextTask().then(() => {
      since = performance.now();
    });
  };
}

let last = Promise.resolve();
const pause = pauses();

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
  void Promise.race([done, nextTask()]).then(next, next);
  return done;
}
