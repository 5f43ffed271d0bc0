import {shown} from './address.js';
import {ask, type Answer, type Question, type RequestInitHook} from './request.js';
import {SourceError, type SourceErrorCode} from './source-error.js';

/** Why and until when nobody is asked; without an end until the browser is online. */
export interface Pause {
  readonly error: SourceError;
  /** In milliseconds since 1970. */
  readonly until?: number;
}

/** What may pass by itself, and how often it is worth asking. */
const tries: Partial<Record<SourceErrorCode, number>> = {
  offline: Infinity,
  unreachable: 4,
  timeout: 4,
  stalled: 4,
  interrupted: 4,
  limited: 4,
  server: 4,
  slow: 2
};

/**
 * Asks until there is an answer: four times in all for what may pass by itself, after 1, 2 and 4 s less up to a half by chance, or when the
 * server says. Offline it asks nobody and waits. `onPause` hears of every pause and of its end.
 */
export async function askOften(question: Question, signal: AbortSignal, onPause: (pause?: Pause) => void): Promise<Answer> {
  const {url, last} = question;
  const isNetwork = url.protocol.startsWith('http');
  const isOwn = url.origin === location.origin;
  let refused: SourceError | undefined;
  let sent = '';
  let probe: RequestInit | undefined;
  const checked = (init?: RequestInit): RequestInit => {
    const headers = JSON.stringify([...new Headers(init?.headers)]);
    // The same again would be refused again.
    if (refused && headers === sent) throw refused;
    sent = headers;
    return {...init, ...probe};
  };
  const hook: RequestInitHook = (href) => {
    const init = question.hook(href);
    return init instanceof Promise ? init.then(checked) : checked(init);
  };
  for (let attempt = 1; ; attempt++) {
    if (isNetwork && !navigator.onLine) {
      onPause({error: new SourceError('offline', shown(url), {attempt})});
      await passed(signal);
    }
    signal.throwIfAborted();
    onPause();
    try {
      return await ask({...question, hook}, attempt, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SourceError) || !isNetwork) throw error;
      const {code, status} = error;
      if ((status === 401 || status === 403) && !refused) {
        refused = error;
        continue;
      }
      if (attempt >= (tries[code] ?? 0)) throw error;
      // The browser does not say why. A redirect to where people sign in, or a server that answers but not to this page, can be told apart.
      const isUnclear = attempt === 1 && code === 'unreachable' && !last?.wasRedirected;
      if (isUnclear && !isOwn && (await answers(url))) throw new SourceError('cors', shown(url), {attempt});
      probe = isUnclear && isOwn ? {redirect: 'manual'} : undefined;
      if (code === 'offline') continue;
      const until = error.retryAt ?? Date.now() + 500 * 2 ** (attempt - 1) * (1 + Math.random());
      onPause({error, until});
      await passed(signal, until - Date.now());
    }
  }
}

/** Whether a server of another origin is there, whatever it says. The address itself is not asked again for that: an export may take long to write. */
function answers(url: URL): Promise<boolean> {
  return fetch(new URL('/', url), {method: 'HEAD', mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(5000)}).then(
    () => true,
    () => false
  );
}

/** Resolves after so many milliseconds or, without them, when the browser is online; in any case when `signal` is aborted. */
function passed(signal: AbortSignal, ms?: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = ms === undefined ? undefined : setTimeout(done, ms);
    if (ms === undefined) addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
