/** Registers the four elements and re-exports their classes. */
import './elements/funnel-chart/define.js';
import './elements/kpi-card/define.js';
import './elements/kpi-trend/define.js';
import './elements/rep-leaderboard/define.js';

export * from './classes.js';
