import type {Dataset} from '../dataset/dataset.js';
import {funnel} from '../kpi/funnel.js';
import type {Funnel, FunnelQuery, FunnelRow} from '../kpi/funnel.js';
import {dayText, periodText} from './dates.js';
import type {Format} from './format.js';
import {joined, kpiName} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import type {TableView} from './table.js';

export interface FunnelStageView {
  readonly stage: string;
  readonly label: string;
  readonly count: string;
  /** Widths as shares of the largest stage: went on, still here, lost. They add up to the stage's own. */
  readonly advanced: number;
  readonly open: number;
  readonly lost: number;
  /** `65% go on`; at the last stage `16% overall`; empty where stages are no steps. */
  readonly step: string;
  readonly isLast: boolean;
  /** All of it in words, for the readout and for those who cannot see the bars. */
  readonly details: readonly string[];
}

export interface FunnelView {
  readonly result: Funnel;
  readonly heading: string;
  readonly subtitle: string;
  readonly stages: readonly FunnelStageView[];
  readonly legend: {readonly advanced: string; readonly open: string; readonly lost: string} | undefined;
  readonly note: string;
  readonly reason?: string;
  readonly leftOut?: LeftOut;
  readonly table: TableView;
}

export function funnelView(dataset: Dataset, query: FunnelQuery, heading: string | undefined, format: Format): FunnelView {
  const {text, count} = format;
  const result = funnel(dataset, query);
  const {rows, mode, window} = result;
  const isReached = mode === 'reached';
  const isSnapshot = mode === 'snapshot';
  const largest = Math.max(...rows.map(({reached}) => reached), 1);
  const left = leftOut(dataset, 'deals', result.issues, format);
  const name = heading ?? (isSnapshot ? text.openDeals : kpiName('funnel', format));
  const asOf = window.asOf === null ? '' : text.asOf(dayText(window.asOf.slice(0, 10), format));
  return {
    result,
    heading: name,
    subtitle: joined(text.numberOfDeals, isSnapshot ? '' : periodText(window, result.partial, format), asOf),
    stages: rows.map((row, index) => stageView(row, rows[index + 1], isReached, largest, format)),
    legend: isReached && rows.some(({lost, open}) => lost + open > 0) ? {advanced: text.advanced, open: text.open, lost: text.lost} : undefined,
    note: result.isOrderGuessed && rows.length > 0 ? text.guessedOrder : '',
    ...((result.n === 0 || rows.length === 0) && {reason: text.reasons[result.reason ?? 'empty-denominator']}),
    ...(left && {leftOut: left}),
    table: {
      caption: joined(name, text.numberOfDeals),
      headers: [text.stage, text.reached, ...(isReached ? [text.advanced, text.open, text.lost] : []), ...(isSnapshot ? [] : ['%'])],
      rows: rows.map(row => [
        row.label,
        count(row.reached),
        ...(isReached ? [row.advanced, row.open, row.lost].map(count) : []),
        ...(isSnapshot ? [] : [row.overall === null ? '–' : format.percent(row.overall, 1)])
      ])
    }
  };
}

function stageView(row: FunnelRow, next: FunnelRow | undefined, isReached: boolean, largest: number, format: Format): FunnelStageView {
  const {text, count, percent} = format;
  const {reached, advanced, open, lost, overall} = row;
  const isLast = next === undefined;
  const step = isLast ? (overall === null ? '' : text.overall(percent(overall))) : next.step === null ? '' : text.goOn(percent(next.step));
  const parts = isReached && !isLast ? [`${text.advanced} ${count(advanced)}`, `${text.open} ${count(open)}`, `${text.lost} ${count(lost)}`] : [];
  return {
    stage: row.stage,
    label: row.label,
    count: count(reached),
    advanced: (isReached ? advanced : reached) / largest,
    open: isReached ? open / largest : 0,
    lost: isReached ? lost / largest : 0,
    step,
    isLast,
    details: [...parts, step].filter(Boolean)
  };
}
