import {type Dataset} from '../dataset/dataset.js';
import {funnel, type Funnel, type FunnelQuery, type FunnelRow} from '../kpi/funnel.js';
import {periodText} from './dates.js';
import {type Format} from './format.js';
import {asOfText, joined, kpiName, measureText, reasonText} from './heading.js';
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
  /** The three parts, each kind with its name; empty where no stage has them. */
  readonly legend: readonly (readonly [kind: string, name: string])[];
  readonly note: string;
  readonly reason?: string | undefined;
  readonly leftOut?: LeftOut | undefined;
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
  const kinds = hasParts ? (['advanced', 'open', 'lost'] as const) : [];
  const largest = Math.max(...rows.map(({reached}) => reached), 1);
  const name = heading ?? kpiName('funnel', format);
  const measure = measureText(result, format);
  return {
    result,
    heading: name,
    // A period that runs ends with the as-of anyway.
    subtitle: joined(
      measure,
      isSnapshot ? '' : periodText(window, partial, format),
      partial && !isSnapshot ? '' : asOfText(window, format)
    ),
    stages: rows.map((row, index) => {
      const {stage, label, reached, open, lost} = row;
      // Of a last stage that nobody leaves there is nothing to tell apart.
      const parts = index < rows.length - 1 || open + lost > 0 ? kinds.map((kind) => row[kind]) : [];
      return {
        stage,
        label,
        count: count(reached),
        share: reached / largest,
        parts: parts.length > 0 ? parts.map((part) => part / (reached || 1)) : [1],
        counts: parts.map(count),
        step: isSteps ? stepText(rows, index, format) : ''
      };
    }),
    widest: count(largest),
    legend: kinds.map((kind) => [kind, text[kind]]),
    note: result.isOrderGuessed && rows.length > 1 ? text.guessedOrder : '',
    reason: n === 0 ? reasonText(result, format) : undefined,
    leftOut: leftOut(dataset, 'deals', result.issues, format),
    table: {
      caption: name,
      headers: [text.stage, measure, ...kinds.map((kind) => text[kind]), ...(isSteps ? [text.overall('%')] : [])],
      rows: rows.map((row) => [row.label, row.reached, ...kinds.map((kind) => row[kind]), ...(isSteps ? [row.overall] : [])]),
      text: (figure, column) => (column > kinds.length + 1 ? format.figure(figure, 'ratio').short : format.figure(figure, 'count').full)
    }
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
