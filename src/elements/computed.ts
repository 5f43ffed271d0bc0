import type {Dataset} from '../dataset/dataset.js';

/** A view, or the mistake of the page's author that stands in its way, and what it was computed from. */
export interface Computed<View> {
  readonly dataset: Dataset;
  readonly key: string;
  /** Off where the figure could not be asked for what is chosen. */
  readonly isFollowing: boolean;
  readonly view?: View;
  readonly mistake?: unknown;
}

/** Once for the same records and key. A mistake is told to the console, once. */
export function computedOnce<View>(
  last: Computed<View> | undefined,
  dataset: Dataset,
  key: string,
  compute: () => Pick<Computed<View>, 'view' | 'isFollowing'>
): Computed<View> {
  if (last?.dataset === dataset && last.key === key) return last;
  try {
    return {dataset, key, ...compute()};
  } catch (mistake) {
    (globalThis.reportError ?? console.error)(mistake);
    return {dataset, key, isFollowing: true, mistake};
  }
}
