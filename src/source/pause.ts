/** What may be done at once without anybody noticing. */
const milliseconds = 8;

/** Gives a function that lets others do what waits, once the time that may be taken at once is over. */
export function unlessIdle(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < milliseconds) return undefined;
    return new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        since = performance.now();
        resolve();
      };
      port2.postMessage(undefined);
    });
  };
}
