import type {Dataset} from '../dataset/dataset.js';
import {addressOf} from './address.js';
import {type Loaded, loadFile, type LoadRequest} from './load-file.js';
import {loadFigures} from './computing.js';
import {SourceError} from './source-error.js';

/** What was merged from which parts: elements that share those share this. */
const merged = new WeakMap<Dataset, {readonly parts: readonly Dataset[]; readonly whole: Dataset}>();

/**
 * What was loaded, with the tables that lie in files of their own: each is asked for like any other, under the address of `base`, with the
 * hook's options only where that has the same origin. As old as its oldest part. Rejects as the first that fails, whose name the error has.
 */
export async function withReferences(loaded: Loaded, base: string, request: Omit<LoadRequest, 'src'>): Promise<Loaded> {
  const {dataset, loadedAt, url} = loaded;
  if (!dataset.references) return loaded;
  const {origin} = new URL(base);
  const files = await Promise.all(
    dataset.references.map(({src, table, options}) => {
      // Nothing is relative to a `data:` or `blob:` URL: then it is to the page.
      const address = addressOf(URL.canParse(src, base) ? new URL(src, base).href : src);
      return loadFile({
        ...request,
        src: address.href,
        options: {...request.options, table, ...options, settings: dataset.settings},
        requestInit: address.origin === origin ? request.requestInit : undefined,
        follower: request.follower && {signal: request.follower.signal}
      });
    })
  );
  for (const {dataset, url} of files)
    if (dataset.references) throw new SourceError('unreadable', url, {problem: {code: 'not-a-dataset', seen: [...dataset.tables.keys()]}});
  const {mergeDatasets} = await loadFigures();
  const parts = files.map(({dataset}) => dataset);
  let known = merged.get(dataset);
  if (!known?.parts.every((part, at) => part === parts[at])) {
    known = {parts, whole: mergeDatasets(dataset, parts)};
    merged.set(dataset, known);
  }
  const {whole} = known;
  if (whole.problem) throw new SourceError('unreadable', url, {problem: whole.problem});
  return {dataset: whole, loadedAt: Math.min(loadedAt, ...files.map((file) => file.loadedAt)), url};
}
