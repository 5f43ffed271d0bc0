import type {FunnelRow} from '../kpi/funnel-rows.js';
import type {Format} from './format.js';
import {shareText, type FunnelFigures} from './funnel-figures.js';

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

/** What the stages of a funnel have in common. */
export interface StageSetting {
  readonly figures: FunnelFigures;
  readonly largest: number;
  readonly basis: 'first' | 'previous';
  readonly filter: FunnelStageView['filter'];
  /** Days that deals stay in a stage; null where it is not known. */
  readonly daysIn: (stage: string) => number | null;
}

/** A stage among those of its funnel, beside the same stage of the cohort before. */
export function stageView(
  row: FunnelRow,
  index: number,
  rows: readonly FunnelRow[],
  before: FunnelRow | undefined,
  {figures, largest, basis, filter, daysIn}: StageSetting,
  format: Format
): FunnelStageView {
  const [value, parts, days] = [figures.size(row), figures.parts(row), daysIn(row.stage)];
  // Of a last stage that nobody leaves there is nothing to tell apart.
  const isCut = index < rows.length - 1 || row.open + row.lost > 0;
  return {
    stage: row.stage,
    label: figures.label(row),
    count: figures.text(value),
    share: Math.max(value, 0) / largest,
    parts: isCut && parts.length > 0 ? parts.map((part) => Math.max(part, 0) / (value || 1)) : [1],
    counts: isCut ? parts.map(figures.text) : [],
    earlier: before && Math.max(figures.size(before), 0) / largest,
    step: figures.isSteps ? stepText(rows.map(figures.size), index, basis, format) : '',
    time: days === null ? '' : format.text.median(format.figure(days, 'days').short),
    filter
  };
}

/** What share goes on from a stage; of the last one, or where shares are of the first, what share of all came there. */
function stepText(sizes: readonly number[], index: number, basis: StageSetting['basis'], format: Format): string {
  const isOverall = basis === 'first' || index === sizes.length - 1;
  const [from, to] = isOverall ? [0, index] : [index, index + 1];
  if (from === to || !(sizes[from] > 0)) return '';
  return format.text[isOverall ? 'overall' : 'goOn'](shareText(sizes[to] / sizes[from], format));
}
