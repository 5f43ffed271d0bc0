/*
 * What every element needs to turn bytes and rows into records, and to tell of them. It loads on demand, beside the first request, and with it the view
 * of the element; a worker loads it to read.
 */
export {checkOptions} from '../dataset/check-options.js';
export {createDataset} from '../dataset/create-dataset.js';
export {mergeDatasets} from '../dataset/references.js';
export {findKpi} from '../kpi/find-kpi.js';
export {figureRecords} from '../kpi/named.js';
export {en} from '../locales/en.js';
export {accountOf} from '../view/account.js';
export {explainWith} from '../view/explain.js';
export {explanationLines} from '../view/explanation.js';
export {numbersIn} from '../view/numbers.js';
export {recordsView} from '../view/records.js';
export {readBody} from './read-body.js';
