import {createDataset} from '../dataset/create-dataset.js';
import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {readOnce} from './read-once.js';

/** The dataset of records a page hands over, read once however many elements get the same object. Text is read as a file would be. */
export function fromData(data: unknown, options: DatasetOptions): Dataset {
  return typeof data === 'object' && data ? readOnce(data, data, options) : createDataset(data, options);
}
