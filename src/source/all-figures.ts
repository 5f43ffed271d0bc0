/* What computes, with the views of all elements, in one file: for plain pages and for servers. */
export * from './figures.js';
export {cardView} from '../view/card.js';
export {funnelView, stageRecords} from '../view/funnel.js';
export {leaderboardView} from '../view/leaderboard.js';
export {trendView} from '../view/trend.js';
