import {createDataset} from '../dataset/create-dataset.js';
import type {Dataset, Note} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';

const read = new WeakMap<object, Map<string, Dataset>>();

/** The dataset of an input, read once for each set of options while its `owner` lives. `notes` say what was assumed before it was read. */
export function readOnce(owner: object, input: unknown, options: DatasetOptions, notes: readonly Note[] = []): Dataset {
  const byOptions = read.get(owner) ?? new Map<string, Dataset>();
  read.set(owner, byOptions);
  const key = JSON.stringify(options);
  let dataset = byOptions.get(key);
  if (!dataset) {
    dataset = createDataset(input, options);
    if (notes.length) dataset = {...dataset, notes: [...notes, ...dataset.notes]};
    byOptions.set(key, dataset);
  }
  return dataset;
}
