/** The element classes, their events and types, with no side effects: for those who register them under names of their own. */
export {KpiErrorEvent, KpiLoadEvent, KpiSelectEvent} from './elements/events.js';
export type {KpiErrorDetail, KpiLoadDetail, KpiSelectDetail} from './elements/events.js';
export type {KpiState} from './elements/states.js';
export {FunnelChart} from './elements/funnel-chart/funnel-chart.js';
export {KpiCard} from './elements/kpi-card/kpi-card.js';
export {KpiTrend} from './elements/kpi-trend/kpi-trend.js';
export {RepLeaderboard} from './elements/rep-leaderboard/rep-leaderboard.js';
export {loadDictionary as loadLanguage} from './locales/dictionaries.js';
export type * from './engine.js';
