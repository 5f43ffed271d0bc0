import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {loadFigures} from './computing.js';

const read = new WeakMap<object, Map<string, Promise<Dataset>>>();

/** The dataset of an input, read once for each set of options while its `owner` lives. */
export function readOnce(owner: object, input: unknown, options: DatasetOptions): Promise<Dataset> {
  const byOptions = read.get(owner) ?? new Map<string, Promise<Dataset>>();
  read.set(owner, byOptions);
  const key = JSON.stringify(options);
  const dataset = byOptions.get(key) ?? loadFigures().then(({createDataset}) => createDataset(input, options));
  byOptions.set(key, dataset);
  return dataset;
}
