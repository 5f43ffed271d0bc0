import type {Dataset} from '../dataset/dataset.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {readOnce} from './read-once.js';

/** What stands for the text handed over last, which is no key itself. */
let last: {readonly text?: unknown} = {};

/** Whether what a page hands over is read already, by the engine: once for all that show it, and there at once. */
export function isRead(data: unknown): data is Dataset {
  return (Object(data) as Partial<Dataset>).tables instanceof Map;
}

/** The dataset of records a page hands over, read once however many elements get the same. Text is read as a file would be. */
export async function fromData(data: unknown, options: DatasetOptions): Promise<Dataset> {
  if (isRead(data)) return data;
  if (typeof data === 'object' && data) return readOnce(data, data, options);
  if (last.text !== data) last = {text: data};
  return readOnce(last, data, options);
}
