/*
 * All that reads: bytes, text and rows into datasets. It loads on demand, apart from what draws, so that a worker can load it too.
 */
export {checkOptions, createDataset} from '../dataset/create-dataset.js';
export {mergeDatasets} from '../dataset/references.js';
export {readBody} from './read-body.js';
