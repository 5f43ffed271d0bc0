/** A request as the fake saw it. */
interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

type Respond = (call: Call, count: number) => Response | Promise<Response>;

export interface FakeFetch {
  readonly calls: readonly Call[];
  restore(): void;
}

/**
 * Puts a fake in the place of fetch. Like some engines it rejects with an unrelated error when it is aborted, whatever the reason,
 * so nothing can lean on the name of it.
 */
export function fakeFetch(respond: Respond): FakeFetch {
  const real = window.fetch.bind(window);
  const calls: Call[] = [];
  window.fetch = (input, init = {}) => {
    const call = {url: input instanceof Request ? input.url : input.toString(), init};
    calls.push(call);
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => {
        reject(new TypeError('gone'));
      });
      Promise.resolve(respond(call, calls.length)).then(resolve, reject);
    });
  };
  return {
    calls,
    restore() {
      window.fetch = real;
    }
  };
}

/** An answer that stays away. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

export const csv = 'id,amount,status,closedAt\n1,100,won,2026-01-05\n2,250,won,2026-02-10\n';

let count = 0;

/** An address that no test has used: what one loaded stays in hand for the page. */
export function someAddress(): string {
  return `/exports/${++count}.csv`;
}
