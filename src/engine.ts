/**
 * The engine of the elements, without a DOM: reads CRM exports into a dataset and computes sales KPIs from it. Runs in pages, workers and Node.
 *
 * ```js
 * import {createDataset, measure} from 'sales-kpi-elements/engine.js';
 *
 * const dataset = createDataset(rows, {table: 'deals', settings: {timeZone: 'Europe/Stockholm', currency: 'SEK'}});
 * const {value, numerator, denominator} = measure(dataset, {kpi: 'win-rate', period: '2026-Q3', asOf: '2026-09-30'});
 * ```
 */
export {createDataset} from './dataset/create-dataset.js';
export {catalog} from './kpi/catalog.js';
export type {Forecast, ForecastMethod, ForecastQuery} from './kpi/forecast.js';
export {funnel} from './kpi/funnel.js';
export {funnelBy} from './kpi/funnel-by.js';
export {leadsNeeded} from './kpi/leads-needed.js';
export {forecast, measure, rank, recordsOf, series, seriesBy, smart} from './kpi/named.js';
export type {Records} from './kpi/records.js';
export type {SmartCheck} from './kpi/smart.js';
export {explain} from './view/explain-now.js';
export type {Explanation} from './view/explain.js';
export {timeInStage} from './kpi/time-in-stage.js';
export type {StageTime, Stall, Stay, StayQuery} from './kpi/time-in-stage.js';
export {unavailable} from './kpi/unavailable.js';
export {processLimits} from './kpi/xmr.js';
export type {LimitOptions, ProcessLimits, Signal, SignalRule} from './kpi/xmr.js';

export type {Column, DecimalColumn, ListColumn, Table, TextColumn, TimeColumn} from './dataset/column.js';
export type {DataProblem, DataProblemCode, Dataset, Note, NoteCode, Recognised, RowCount, RowIssue, RowReason} from './dataset/dataset.js';
export type {DatasetOptions, Settings, Stage, TableOptions} from './dataset/settings.js';
export type {Grain} from './calendar/civil.js';
export type {MomentInput} from './calendar/moment.js';
export type {PeriodInput} from './calendar/period.js';
export type {Compare, Status, WindowText} from './calendar/window.js';
export type {KpiId} from './kpi/catalog.js';
export type {Funnel} from './kpi/funnel.js';
export type {FunnelGroup} from './kpi/funnel-by.js';
export type {FunnelMode, FunnelQuery} from './kpi/funnel-query.js';
export type {FunnelAmounts, FunnelRow} from './kpi/funnel-rows.js';
export type {CohortKpi, Direction, DurationKpi, FlowKpi, FormulaKpi, Kpi, Part, StockKpi, Terms, Unit, Where} from './kpi/kpi.js';
export type {Params, WorkingTime} from './kpi/params.js';
export type {Filter, Only, Query, Scope} from './kpi/query.js';
export type {Ranked, RankQuery, RankRow} from './kpi/rank.js';
export type {Ranking} from './kpi/ranking.js';
export type {Comparison, Figures, Issue, Reason, Result} from './kpi/result.js';
export type {BucketResult, Series, SeriesQuery} from './kpi/series.js';
export type {SeriesByQuery, SeriesGroup} from './kpi/series-by.js';
export type {Report, TargetInput} from './kpi/find-target.js';
export type {TargetResult, TargetStatus} from './kpi/target.js';
