import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {readOnce} from './read-once.js';

/** What stands for the text handed over last, which is no key itself. */
let last: {readonly text?: unknown} = {};

/** The dataset of records a page hands over, read once however many elements get the same. Text is read as a file would be. */
export function fromData(data: unknown, options: DatasetOptions): Promise<Dataset> {
  if (typeof data === 'object' && data) return readOnce(data, data, options);
  if (last.text !== data) last = {text: data};
  return readOnce(last, data, options);
}
