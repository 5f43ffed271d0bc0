import {columnOf} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {funnelBy} from '../kpi/funnel-by.js';
import type {FunnelQuery} from '../kpi/funnel-query.js';
import type {FunnelRow} from '../kpi/funnel-rows.js';
import {funnel, type Funnel} from '../kpi/funnel.js';
import {peopleOf} from '../kpi/people.js';
import {timeInStage, type StageTime} from '../kpi/time-in-stage.js';
import {periodText} from './dates.js';
import type {Format} from './format.js';
import {asOfText, joined, kpiName, reasonText} from './heading.js';
import {leftOut, type LeftOut} from './left-out.js';
import type {TableView} from './table.js';

/** For those who show or list what is behind a stage. */
export {stageRecords} from '../kpi/stage-records.js';

export interface FunnelStageView {
  readonly stage: string;
  readonly label: string;
  readonly count: string;
  /** Share of the largest stage. */
  readonly share: number;
  /** Shares of this stage: went on, still here, lost. One part where they are not told apart. */
  readonly parts: readonly number[];
  /** The same three as numbers; empty where they are not told apart. */
  readonly counts: readonly string[];
  /** The cohort compared with at this stage, as a share of the largest stage. */
  readonly earlier?: number | undefined;
  /** `65% go on` or `65% overall`; empty where stages are no steps. */
  readonly step: string;
  /** `median 12 days`; empty where it is not known. */
  readonly time: string;
  /** The group that it is of, as a filter. */
  readonly filter: Readonly<Record<string, string>>;
}

/** All deals, or those of one group. */
interface FunnelGroupView {
  readonly name: string;
  readonly stages: readonly FunnelStageView[];
}

/** The open deals that stand longer in their stage than most did. */
interface StallView {
  readonly title: string;
  /** When a deal counts as stalled. */
  readonly meaning: string;
  readonly table: TableView;
  /** How many more there are than the table has. */
  readonly more: string;
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

/** Stalled deals listed, at most. */
const LISTED = 20;
const KINDS = ['advanced', 'open', 'lost'] as const;

/** @throws RangeError as `funnelBy` does, and for an unknown basis or measure */
export function funnelView(dataset: Dataset, query: FunnelQuery, {heading, basis, breakdown}: FunnelOptions, format: Format): FunnelView {
  const {text, count, figure} = format;
  if (!['first', 'previous'].includes(basis)) throw new RangeError(`unknown basis: ${basis}`);
  if (!['count', 'amount'].includes(query.measure ?? 'count')) throw new RangeError(`unknown measure: ${query.measure}`);
  const result = funnel(dataset, query);
  const {mode, window, partial, n, reason, currency, comparison, earlier} = result;
  const isAmount = query.measure === 'amount';
  const hasAmounts = result.rows.every(({amount}) => amount !== null);
  // Of a table that was not supplied there is nothing to count, not even 0.
  const isMissing = reason === 'missing-table' || (isAmount && !hasAmounts && n > 0);
  const isSnapshot = mode === 'snapshot';
  // Stages that need not be passed in turn are no part of the first.
  const isSteps = mode === 'reached' || mode === 'strict';
  const shown = isMissing ? [] : breakdown ? funnelBy(dataset, {...query, by: breakdown}) : [{...result, id: null, name: ''}];
  const size = (row: FunnelRow) => (isAmount ? row.amount : row.reached) ?? 0;
  const sizeText = (value: number | null) => (isAmount ? figure(value, 'currency').short : count(value ?? 0));
  const hasParts = mode === 'reached' && result.rows.some(({lost, open}) => lost + open > 0);
  const kinds = hasParts ? KINDS : [];
  const partsOf = (row: FunnelRow) => kinds.map((kind) => (isAmount ? (row.amounts?.[kind] ?? 0) : row[kind]));
  const largest = Math.max(...shown.flatMap(({rows, earlier = []}) => [...rows, ...earlier].map(size)), 0) || 1;
  const times = isMissing || breakdown || mode === 'throughput' || !hasHistory(dataset, query) ? [] : timeInStage(dataset, query);
  const timeOf = (id: string) => times.find(({stage}) => stage === id)?.median ?? null;
  const dayText = (days: number) => figure(days, 'days').short;
  const labelOf = ({stage, label}: Pick<FunnelRow, 'stage' | 'label'>) =>
    query.table === 'leads' ? text.leadStages[stage as keyof typeof text.leadStages] : label;
  const name = heading ?? kpiName(query.table === 'leads' ? 'lead-funnel' : 'funnel', format);
  const measure = joined(isAmount ? currency : '', text.measures[`${query.table ?? 'deals'} ${mode}` as keyof typeof text.measures]);
  const last = result.rows.length - 1;
  const end = result.rows[last];
  const lostOf = (row: FunnelRow) => (isAmount ? (row.amounts?.lost ?? 0) : row.lost);
  const [worst] = hasParts ? result.rows.slice(0, -1).sort((a, b) => lostOf(b) - lostOf(a)) : [];
  const hasNoted = !isMissing && n > 0;
  const stillOpen = result.rows.reduce((total, {open}) => total + open, 0);
  return {
    result,
    heading: name,
    // A period that runs ends with the as-of anyway.
    subtitle: joined(
      measure,
      isSnapshot ? '' : periodText(window, partial, format),
      partial && !isSnapshot ? '' : asOfText(window, format)
    ),
    groups: shown.map(({id, name: group, rows, earlier: before}) => ({
      name: breakdown ? (id === null ? text.rest : group || text.unassigned) : '',
      stages: rows.map((row, index): FunnelStageView => {
        const [value, parts] = [size(row), partsOf(row)];
        // Of a last stage that nobody leaves there is nothing to tell apart.
        const isCut = index < last || row.open + row.lost > 0;
        const time = timeOf(row.stage);
        return {
          stage: row.stage,
          label: labelOf(row),
          count: sizeText(value),
          share: Math.max(value, 0) / largest,
          parts: isCut && parts.length > 0 ? parts.map((part) => Math.max(part, 0) / (value || 1)) : [1],
          counts: isCut ? parts.map(sizeText) : [],
          earlier: before && Math.max(size(before[index]), 0) / largest,
          step: isSteps ? stepText(rows.map(size), index, basis, format) : '',
          time: time === null ? '' : text.median(dayText(time)),
          filter: breakdown && id !== null ? {[breakdown]: id} : {}
        };
      })
    })),
    widest: sizeText(largest),
    legend: [
      ...kinds.map((kind): [string, string] => [kind, text[kind]]),
      ...(earlier
        ? [
            [
              'earlier',
              joined(
                query.compare === 'year-ago' ? text.yearAgo : text.previous,
                comparison && periodText(comparison.window, false, format)
              )
            ] as const
          ]
        : [])
    ],
    provisional: result.young > 0 ? text.provisional(count(result.young), dayText(query.maturity ?? 0)) : '',
    note: joined(
      hasNoted && worst && lostOf(worst) > 0
        ? text.mostLost(labelOf(worst), sizeText(lostOf(worst)), shareText(lostOf(worst) / size(worst), format))
        : '',
      hasNoted && result.daysToConvert !== null
        ? text.toConvert(labelOf(end), dayText(result.daysToConvert), count(result.numerator ?? 0), count(stillOpen))
        : '',
      result.isOrderGuessed && last > 0 && !isMissing ? text.guessedOrder : ''
    ),
    hasMedians: times.some(({median}) => median !== null),
    stalled: stallView(dataset, times, currency, name, format),
    reason:
      n === 0 || isMissing ? reasonText(n === 0 ? result : {reason: currency ? 'missing-fx-rate' : 'missing-column'}, format) : undefined,
    leftOut: leftOut(dataset, query.table ?? 'deals', result.issues, format),
    table: {
      caption: name,
      headers: [text.stage, measure, ...kinds.map((kind) => text[kind]), ...(isSteps ? [text.overall('%')] : [])],
      rows: shown.flatMap(({id, name: group, rows}) =>
        rows.map(
          (row) =>
            [
              joined(breakdown && (id === null ? text.rest : group), labelOf(row)),
              isAmount ? row.amount : row.reached,
              ...partsOf(row),
              ...(isSteps ? [size(rows[0]) > 0 ? size(row) / size(rows[0]) : null] : [])
            ] as const
        )
      ),
      text: (value, column) => {
        if (column > kinds.length + 1) return figure(value, 'ratio').short;
        return isAmount ? figure(value, 'currency', currency).full : figure(value, 'count').full;
      }
    }
  };
}

function hasHistory(dataset: Dataset, {table}: FunnelQuery): boolean {
  return table === 'leads' || columnOf(dataset.tables.get('deals'), 'stageHistory', 'list') !== undefined;
}

/** What share goes on from a stage; of the last one, or where shares are of the first, what share of all came there. */
function stepText(sizes: readonly number[], index: number, basis: FunnelOptions['basis'], format: Format): string {
  const isOverall = basis === 'first' || index === sizes.length - 1;
  const [from, to] = isOverall ? [0, index] : [index, index + 1];
  if (from === to || !(sizes[from] > 0)) return '';
  return format.text[isOverall ? 'overall' : 'goOn'](shareText(sizes[to] / sizes[from], format));
}

/** A little is not nothing, and nearly all not all. */
function shareText(share: number, {percent}: Format): string {
  return percent(share, share % 1 > 0 && (share < 0.05 || share > 0.99) ? 1 : 0);
}

function stallView(
  dataset: Dataset,
  times: readonly StageTime[],
  currency: string | undefined,
  caption: string,
  format: Format
): StallView | undefined {
  const {text, count, figure} = format;
  const stalls = times.flatMap(({stage, stalled}) => stalled.map((stall) => ({...stall, stage}))).sort((a, b) => b.days - a.days);
  if (stalls.length === 0) return undefined;
  const {reps, find} = peopleOf(dataset);
  const amounts = stalls.flatMap(({amount}) => amount ?? []);
  const total = figure(
    amounts.reduce((a, b) => a + b, 0),
    'currency'
  ).short;
  const risk = amounts.length > 0 ? text.atRisk([currency, total].filter(Boolean).join(' ')) : '';
  const rows = stalls.slice(0, LISTED);
  return {
    title: joined(text.stalled(count(stalls.length)), risk),
    meaning: text.stalledAs,
    more: stalls.length > LISTED ? text.others(count(stalls.length - LISTED)) : '',
    table: {
      caption,
      headers: [text.name, text.days[1], text.value],
      rows: rows.map(({name, id, stage, owner, days, amount}) => [
        joined(name || id, reps[find(owner)]?.name ?? owner, stage),
        days,
        amount
      ]),
      text: (value, column) => (column === 1 ? figure(value, 'days').text : figure(value, 'currency', currency).full)
    }
  };
}
