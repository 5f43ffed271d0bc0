/*
 * All that turns bytes and rows into records, and records into what is shown. It loads on demand, beside the first request; a worker loads it to read.
 */
export {checkOptions, createDataset} from '../dataset/create-dataset.js';
export {mergeDatasets} from '../dataset/references.js';
export {findKpi} from '../kpi/find-kpi.js';
export {stageRecords} from '../kpi/funnel.js';
export {figureRecords} from '../kpi/named.js';
export {en} from '../locales/en.js';
export {accountOf} from '../view/account.js';
export {cardView} from '../view/card.js';
export {explainWith} from '../view/explain.js';
export {explanationLines} from '../view/explanation.js';
export {funnelView} from '../view/funnel.js';
export {leaderboardView} from '../view/leaderboard.js';
export {recordsView} from '../view/records.js';
export {trendView} from '../view/trend.js';
export {readBody} from './read-body.js';
