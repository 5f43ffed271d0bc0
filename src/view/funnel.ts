import {type Dataset} from '../dataset/dataset.js';
import {funnel, type Funnel, type FunnelQuery, type FunnelRow} from '../kpi/funnel.js';
import {dayText, periodText} from './dates.js';
import {type Format} from './format.js';
import {joined, kpiName, measureText} from './heading.js';
import {leftOut, type LeftOut} from './left-out.js';
import {type TableView} from './table.js';

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
  /** `65% go on`; at the last stage `16% overall`; empty where stages are no steps. */
  readonly step: string;
}

export interface FunnelView {
  readonly result: Funnel;
  readonly heading: string;
  readonly subtitle: string;
  readonly stages: readonly FunnelStageView[];
  /** The count of the longest bar, which needs room after it. */
  readonly widest: string;
  /** Names of the three parts; empty where no stage has them. */
  readonly legend: readonly string[];
  readonly note: string;
  readonly reason?: string;
  readonly leftOut?: LeftOut;
  readonly table: TableView;
}

export function funnelView(dataset: Dataset, query: FunnelQuery, heading: string | undefined, format: Format): FunnelView {
  const {text, count} = format;
  const result = funnel(dataset, query);
  const {mode, window, partial, n, reason} = result;
  // Of a table that was not supplied there is nothing to count, not even 0.
  const rows = reason === 'missing-table' ? [] : result.rows;
  const isSnapshot = mode === 'snapshot';
  // Stages that need not be passed in turn are no part of the first.
  const isSteps = mode === 'reached' || mode === 'strict';
  const hasParts = mode === 'reached' && rows.some(({lost, open}) => lost + open > 0);
  const legend = hasParts ? [text.advanced, text.open, text.lost] : [];
  const largest = Math.max(...rows.map(({reached}) => reached), 1);
  const left = leftOut(dataset, 'deals', result.issues, format);
  const name = heading ?? (isSnapshot ? text.openDeals : kpiName('funnel', format));
  const measure = measureText(result, format);
  // A period that runs ends with the as-of anyway.
  const asOf = window.asOf === null || (partial && !isSnapshot) ? '' : text.asOf(dayText(window.asOf.slice(0, 10), format));
  return {
    result,
    heading: name,
    subtitle: joined(measure, isSnapshot ? '' : periodText(window, partial, format), asOf),
    stages: rows.map((row, index) =>
      stageView(row, rows[index + 1], largest, hasParts, isSteps ? stepText(rows, index, format) : '', format)
    ),
    widest: count(largest),
    legend,
    note: result.isOrderGuessed && rows.length > 1 ? text.guessedOrder : '',
    ...(n === 0 && {reason: text.reasons[reason ?? 'empty-denominator']}),
    ...(left && {leftOut: left}),
    table: {
      caption: joined(name, measure),
      headers: [text.stage, isSnapshot ? text.open : text.reached, ...legend, ...(isSteps ? [text.overall('%')] : [])],
      rows: rows.map((row) => [
        row.label,
        count(row.reached),
        ...(hasParts ? [row.advanced, row.open, row.lost].map(count) : []),
        ...(isSteps ? [row.overall === null ? '–' : format.percent(row.overall, 1)] : [])
      ])
    }
  };
}

function stageView(
  row: FunnelRow,
  next: FunnelRow | undefined,
  largest: number,
  hasParts: boolean,
  step: string,
  {count}: Format
): FunnelStageView {
  const {stage, label, reached, advanced, open, lost} = row;
  const three = [advanced, open, lost];
  // Of a last stage that nobody leaves there is nothing to tell apart.
  const counts = hasParts && (next || open + lost > 0) ? three.map(count) : [];
  return {
    stage,
    label,
    count: count(reached),
    share: reached / largest,
    parts: counts.length > 0 ? three.map((part) => part / (reached || 1)) : [1],
    counts,
    step
  };
}

/** What share goes on from a stage; of the last one, what share of all came there. */
function stepText(rows: readonly FunnelRow[], index: number, {text, percent}: Format): string {
  const {overall} = rows[index];
  const step = rows[index + 1]?.step ?? null;
  // A little is not nothing, and nearly all not all.
  const rate = (share: number) => percent(share, share % 1 > 0 && (share < 0.05 || share > 0.99) ? 1 : 0);
  if (index < rows.length - 1) return step === null ? '' : text.goOn(rate(step));
  return overall === null || index === 0 ? '' : text.overall(rate(overall));
}
