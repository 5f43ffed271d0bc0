import type {DataProblem} from '../dataset/dataset.js';

/**
 * Why a load failed.
 * - `unreachable` network, CORS or the page's policy: a browser does not tell them apart
 * - `offline` that or a body that broke off, while the browser says it is offline
 * - `timeout` no answer in 15 s, no byte for 10 s, or not done in 60 s
 * - `interrupted` the body broke off
 * - `not-found` 404, 410
 * - `no-access` 403
 * - `sign-in` 401, a web page or a redirect instead of data, or a request hook that failed
 * - `server` 5xx
 * - `refused` any other status that is no success, 429 too
 * - `too-large` more than 25 MB once unpacked
 * - `bad-gzip` it begins like gzip and is none
 * - `empty` nothing in it; a CRM that has no rows says `[]`, a header or 204
 * - `unreadable` `problem` says what stood in the way
 */
export type SourceErrorCode =
  | 'unreachable'
  | 'offline'
  | 'timeout'
  | 'interrupted'
  | 'not-found'
  | 'no-access'
  | 'sign-in'
  | 'server'
  | 'refused'
  | 'too-large'
  | 'bad-gzip'
  | 'empty'
  | 'unreadable';

/** A load that gave no dataset. */
export class SourceError extends Error {
  declare readonly code: SourceErrorCode;
  /** The address without credentials, query and fragment. */
  declare readonly url: string;
  /** The HTTP status, once there was an answer. */
  declare readonly status?: number;
  /** What stood in the way of reading the answer. */
  declare readonly problem?: DataProblem;
  /** How often the address had been asked, this time included. */
  readonly attempt: number = 1;

  constructor(code: SourceErrorCode, url: string, detail?: Pick<SourceError, 'status' | 'problem' | 'cause'>) {
    super(`${code}: ${url}`);
    Object.assign(this, {name: 'SourceError', code, url}, detail);
  }
}

/** Why an answer holds no data, as far as its head tells. */
export function refusal({type, status, ok}: Response): SourceErrorCode | undefined {
  if (type === 'opaqueredirect' || status === 401) return 'sign-in';
  if (status === 403) return 'no-access';
  if (status === 404 || status === 410) return 'not-found';
  if (status >= 500) return 'server';
  // An opaque answer, to `mode: 'no-cors'`.
  if (status === 0) return 'unreachable';
  return ok ? undefined : 'refused';
}
