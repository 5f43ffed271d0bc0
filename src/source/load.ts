import {addressOf} from './address.js';
import {type Loaded, loadFile, type LoadRequest} from './load-file.js';
import {withReferences} from './references.js';
import {SourceError} from './source-error.js';

export type {Loaded, LoadRequest} from './load-file.js';

/**
 * The dataset at an address, with the files that it refers to. Rejects with a SourceError or, when `signal` is aborted, with its reason; with
 * another error on the author's mistakes: RangeError `unknown source: x` and what `createDataset` throws on a wrong option.
 */
export async function load(request: LoadRequest): Promise<Loaded> {
  const loaded = await withReferences(await loadFile(request), addressOf(request.src).href, request);
  const {expectedRows, options} = request;
  const {rows} = loaded.dataset;
  const [only, ...others] = Object.keys(rows);
  const read = rows[options.table ?? (others.length ? 'deals' : only)]?.read ?? 0;
  if (expectedRows !== undefined && expectedRows !== read) throw new SourceError('row-count', loaded.url, {rows: [read, expectedRows]});
  return loaded;
}
