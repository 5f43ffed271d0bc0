import type {DataProblem} from '../dataset/dataset.js';

/**
 * Why a load failed.
 * - `unreachable` network, CORS or the page's policy: a browser does not tell them apart
 * - `cors` a server of another origin answers, but lets no page of this one read it
 * - `offline` the browser says it is; asked as soon as it is not
 * - `timeout` no answer in 15 s, or 408
 * - `stalled` no byte for 10 s
 * - `slow` not done in 60 s
 * - `interrupted` the body broke off
 * - `not-found` 404, 410
 * - `no-access` 403
 * - `sign-in` 401, a web page or a redirect instead of data, or a request hook that failed
 * - `limited` 429
 * - `server` 5xx
 * - `refused` any other status that is no success
 * - `too-large` more than `maxBytes` once unpacked
 * - `bad-gzip` it begins like gzip and is none, or the server says it is packed and it is not
 * - `empty` nothing in it; a CRM that has no rows says `[]`, a header or 204
 * - `row-count` not `expectedRows`
 * - `unreadable` `problem` says what stood in the way
 */
export type SourceErrorCode =
  | 'unreachable'
  | 'cors'
  | 'offline'
  | 'timeout'
  | 'stalled'
  | 'slow'
  | 'interrupted'
  | 'not-found'
  | 'no-access'
  | 'sign-in'
  | 'limited'
  | 'server'
  | 'refused'
  | 'too-large'
  | 'bad-gzip'
  | 'empty'
  | 'row-count'
  | 'unreadable';

export interface SourceErrorDetail {
  /** The HTTP status, once there was an answer. */
  readonly status?: number | undefined;
  /** What stood in the way of reading the answer. */
  readonly problem?: DataProblem;
  /** How often the address had been asked, this time included. */
  readonly attempt?: number;
  /** Bytes that had come; of `too-large` the limit. */
  readonly bytes?: number;
  /** Rows read and expected, of `row-count`. */
  readonly rows?: readonly [read: number, expected: number];
  /** When the server wants to be asked again, in milliseconds since 1970. */
  readonly retryAt?: number | undefined;
  readonly cause?: unknown;
}

/** A load that gave no dataset. */
export class SourceError extends Error implements SourceErrorDetail {
  declare readonly code: SourceErrorCode;
  /** The address without credentials, query and fragment. */
  declare readonly url: string;
  declare readonly status?: number;
  declare readonly problem?: DataProblem;
  declare readonly bytes?: number;
  declare readonly rows?: readonly [read: number, expected: number];
  declare readonly retryAt?: number;
  readonly attempt: number = 1;

  constructor(code: SourceErrorCode, url: string, detail?: SourceErrorDetail) {
    super(`${code}: ${url}`);
    Object.assign(this, {name: 'SourceError', code, url}, detail);
  }
}

/** Why an answer holds no data, as far as its head tells. */
export function refusal({type, status, ok}: Response): SourceErrorCode | undefined {
  if (type === 'opaqueredirect' || status === 401) return 'sign-in';
  if (type === 'opaque') return 'cors';
  if (status === 403) return 'no-access';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'limited';
  if (status >= 500) return 'server';
  return ok ? undefined : 'refused';
}
