interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export interface FakeClock {
  /** How many timers are set. */
  readonly pending: number;
  advance(ms: number): Promise<void>;
  restore(): void;
}

/** Puts the page's timeouts under the hand of a test. */
export function fakeClock(): FakeClock {
  const real = {setTimeout: window.setTimeout.bind(window), clearTimeout: window.clearTimeout.bind(window)};
  const timers = new Map<number, Timer>();
  let now = 0;
  let id = 0;
  const fakes = {
    setTimeout(run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) {
      timers.set(++id, {
        at: now + ms,
        run: () => {
          run(...args);
        }
      });
      return id;
    },
    clearTimeout(timer: number) {
      timers.delete(timer);
    }
  };
  Object.assign(window, fakes);
  const start = Date.now();
  const {now: realNow} = Date;
  Date.now = () => start + now;
  /** Lets all that has been promised happen. */
  const settle = async () => {
    // A message is not held up as timers within timers are.
    for (let turn = 0; turn < 3; turn++)
      await new Promise<void>((resolve) => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(0);
      });
  };
  return {
    get pending() {
      return timers.size;
    },
    async advance(ms) {
      await settle();
      for (const end = now + ms; ;) {
        const next = [...timers]
          .filter(([, {at}]) => at <= end)
          .sort(([, a], [, b]) => a.at - b.at)
          .at(0);
        if (!next) {
          now = end;
          return;
        }
        const [timer, {at, run}] = next;
        now = at;
        timers.delete(timer);
        run();
        await settle();
      }
    },
    restore() {
      Object.assign(window, real);
      Date.now = realNow;
    }
  };
}

/** Makes the page's timeouts so many times shorter, for tests with a real server. Gives the way back. */
export function fastClock(times: number): () => void {
  const real = window.setTimeout.bind(window);
  Object.assign(window, {setTimeout: (run: TimerHandler, ms = 0, ...args: unknown[]) => real(run, ms / times, ...args)});
  return () => {
    window.setTimeout = real;
  };
}
