import {createDataset} from '../dataset/create-dataset.js';
import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';

const read = new WeakMap<object, Map<string, Dataset>>();

/** The dataset of records a page hands over, read once however many elements get the same object. Text is read as a file would be. */
export function fromData(data: unknown, options: DatasetOptions): Dataset {
  if (typeof data !== 'object' || data === null) return createDataset(data, options);
  const byOptions = read.get(data) ?? new Map<string, Dataset>();
  read.set(data, byOptions);
  const key = JSON.stringify(options);
  let dataset = byOptions.get(key);
  if (!dataset) byOptions.set(key, (dataset = createDataset(data, options)));
  return dataset;
}
