import {columnOf} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {funnelBy} from '../kpi/funnel-by.js';
import type {FunnelQuery} from '../kpi/funnel-query.js';
import type {FunnelRow} from '../kpi/funnel-rows.js';
import {funnel, type Funnel} from '../kpi/funnel.js';
import {timeInStage} from '../kpi/time-in-stage.js';
import {periodText} from './dates.js';
import type {Format} from './format.js';
import {funnelFigures, shareText, type FunnelFigures} from './funnel-figures.js';
import {stageView, type FunnelStageView} from './funnel-stage.js';
import {asOfText, joined, kpiName, reasonText} from './heading.js';
import {leftOut, type LeftOut} from './left-out.js';
import {stallView, type StallView} from './stalled.js';
import type {TableView} from './table.js';

/** For those who show or list what is behind a stage. */
export {stageRecords} from '../kpi/stage-records.js';

/** All deals, or those of one group. */
interface FunnelGroupView {
  readonly name: string;
  readonly stages: readonly FunnelStageView[];
}

export interface FunnelView {
  readonly result: Funnel;
  readonly heading: string;
  readonly subtitle: string;
  readonly groups: readonly FunnelGroupView[];
  /** The count of the longest bar, which needs room after it. */
  readonly widest: string;
  /** The three parts, each kind with its name, and what they are compared with; empty where there is but one. */
  readonly legend: readonly (readonly [kind: string, name: string])[];
  /** Empty unless many had too little time. */
  readonly provisional: string;
  readonly note: string;
  /** Some stage says how long deals stay. */
  readonly hasMedians: boolean;
  readonly stalled?: StallView | undefined;
  readonly reason?: string | undefined;
  readonly leftOut?: LeftOut | undefined;
  readonly table: TableView;
}

/** How a funnel is shown; none of it changes a figure. */
export interface FunnelOptions {
  readonly heading?: string | undefined;
  /** What shares are of: the stage before, or the first. */
  readonly basis: 'first' | 'previous';
  /** By what it is broken down. */
  readonly breakdown?: string | undefined;
}

/** @throws RangeError as `funnelBy` does, and for an unknown basis or measure */
export function funnelView(dataset: Dataset, query: FunnelQuery, {heading, basis, breakdown}: FunnelOptions, format: Format): FunnelView {
  const {text, count, figure} = format;
  if (!['first', 'previous'].includes(basis)) throw new RangeError(`unknown basis: ${basis}`);
  if (!['count', 'amount'].includes(query.measure ?? 'count')) throw new RangeError(`unknown measure: ${query.measure}`);
  const result = funnel(dataset, query);
  const {mode, window, partial, n, reason, currency, comparison, earlier} = result;
  const figures = funnelFigures(result, query, format);
  const {isAmount, isSteps, kinds, size, parts, label} = figures;
  const hasAmounts = result.rows.every(({amount}) => amount !== null);
  // Of a table that was not supplied there is nothing to count, not even 0.
  const isMissing = reason === 'missing-table' || (isAmount && !hasAmounts && n > 0);
  const isSnapshot = mode === 'snapshot';
  // An open deal stands at none of the stages that say how deals ended.
  const isShown = ({outcome}: FunnelRow) => !(isSnapshot && outcome);
  const all = isMissing ? [] : breakdown ? funnelBy(dataset, {...query, by: breakdown}) : [{...result, id: null, name: ''}];
  const shown = all.map(({rows, name, ...group}) => {
    return {...group, rows: rows.filter(isShown), name: breakdown ? (group.id === null ? text.rest : name || text.unassigned) : ''};
  });
  const largest = Math.max(...shown.flatMap(({rows, earlier = []}) => [...rows, ...earlier].map(size)), 0) || 1;
  const times = isMissing || breakdown || mode === 'throughput' || !hasHistory(dataset, query) ? [] : timeInStage(dataset, query);
  const daysIn = (id: string) => times.find(({stage}) => stage === id)?.median ?? null;
  const name = heading ?? kpiName(query.table === 'leads' ? 'lead-funnel' : 'funnel', format);
  const measure = joined(isAmount ? currency : '', text.measures[`${query.table ?? 'deals'} ${mode}` as keyof typeof text.measures]);
  const earlierName = joined(
    query.compare === 'year-ago' ? text.yearAgo : text.previous,
    comparison && periodText(comparison.window, false, format)
  );
  return {
    result,
    heading: name,
    // A period that runs ends with the as-of anyway.
    subtitle: joined(
      measure,
      isSnapshot ? '' : periodText(window, partial, format),
      partial && !isSnapshot ? '' : asOfText(window, format)
    ),
    groups: shown.map(({id, name, rows, earlier: before}) => {
      const setting = {figures, largest, basis, daysIn, filter: breakdown && id !== null ? {[breakdown]: id} : {}};
      return {name, stages: rows.map((row, index) => stageView(row, index, rows, before?.[index], setting, format))};
    }),
    widest: figures.text(largest),
    legend: [...kinds.map((kind): [string, string] => [kind, text[kind]]), ...(earlier ? [['earlier', earlierName] as const] : [])],
    provisional: result.young > 0 ? text.provisional(count(result.young), figure(query.maturity ?? 0, 'days').short) : '',
    note: isMissing ? '' : noteText(result, figures, format),
    hasMedians: times.some(({median}) => median !== null),
    stalled: stallView(dataset, times, currency, name, format),
    reason:
      n === 0 || isMissing ? reasonText(n === 0 ? result : {reason: currency ? 'missing-fx-rate' : 'missing-column'}, format) : undefined,
    leftOut: leftOut(dataset, query.table ?? 'deals', result.issues, format),
    table: {
      caption: name,
      headers: [text.stage, measure, ...kinds.map((kind) => text[kind]), ...(isSteps ? [text.overall('%')] : [])],
      rows: shown.flatMap(({name, rows}) =>
        rows.map((row) => {
          const overall = isSteps ? [size(rows[0]) > 0 ? size(row) / size(rows[0]) : null] : [];
          return [joined(name, label(row)), size(row), ...parts(row), ...overall] as const;
        })
      ),
      text: (value, column) => {
        if (column > kinds.length + 1) return figure(value, 'ratio').short;
        return (isAmount ? figure(value, 'currency', currency) : figure(value, 'count')).full;
      }
    }
  };
}

function hasHistory(dataset: Dataset, {table}: FunnelQuery): boolean {
  return table === 'leads' || columnOf(dataset.tables.get('deals'), 'stageHistory', 'list') !== undefined;
}

/** Where most is lost, how long it takes to the end, and whether the order of the stages is a guess. */
function noteText(result: Funnel, {kinds, size, lost, label, text: told}: FunnelFigures, format: Format): string {
  const {text, count, figure} = format;
  const {rows, daysToConvert, numerator, isOrderGuessed} = result;
  const end = rows[rows.length - 1];
  const [worst] = kinds.length > 0 ? rows.slice(0, -1).sort((a, b) => lost(b) - lost(a)) : [];
  const open = rows.reduce((total, row) => total + row.open, 0);
  return joined(
    worst && lost(worst) > 0 ? text.mostLost(label(worst), told(lost(worst)), shareText(lost(worst) / size(worst), format)) : '',
    daysToConvert !== null ? text.toConvert(label(end), figure(daysToConvert, 'days').short, count(numerator ?? 0), count(open)) : '',
    isOrderGuessed && rows.length > 1 ? text.guessedOrder : ''
  );
}
