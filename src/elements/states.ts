import {SourceError} from '../source/source-error.js';
import type {FrameView} from './frame.js';

export type KpiState = 'loading' | 'ready' | 'partial' | 'stale' | 'empty' | 'signin' | 'error';

/** What an element stands in, first the one it shows: figures that it has may be stale for want of a sign-in. */
export function statesOf(view: FrameView | undefined, error: unknown, isWaiting: boolean): [KpiState, ...KpiState[]] {
  const isSignIn = error instanceof SourceError && error.code === 'sign-in';
  if (view) return error === undefined ? [view.leftOut ? 'partial' : 'ready'] : isSignIn ? ['stale', 'signin'] : ['stale'];
  return [error !== undefined ? (isSignIn ? 'signin' : 'error') : isWaiting ? 'loading' : 'empty'];
}
