import type {FunnelQuery} from '../kpi/funnel-query.js';
import type {FunnelRow} from '../kpi/funnel-rows.js';
import type {Funnel} from '../kpi/funnel.js';
import type {Format} from './format.js';

/** What becomes of those that count at a stage, in the order of a bar. */
const KINDS = ['advanced', 'open', 'lost'] as const;

/** How the stages of a funnel are read: as numbers or as money, and whether as parts of one another. */
export interface FunnelFigures {
  readonly isAmount: boolean;
  /** Stages that need not be passed in turn are no part of the first. */
  readonly isSteps: boolean;
  /** Those told apart; none where they cannot be. */
  readonly kinds: readonly (typeof KINDS)[number][];
  readonly size: (row: FunnelRow) => number;
  readonly parts: (row: FunnelRow) => readonly number[];
  readonly lost: (row: FunnelRow) => number;
  readonly text: (value: number) => string;
  readonly label: (row: FunnelRow) => string;
}

export function funnelFigures({mode, rows}: Funnel, {measure, table}: FunnelQuery, {text, count, figure}: Format): FunnelFigures {
  const isAmount = measure === 'amount';
  const kinds = mode === 'reached' && rows.some(({lost, open}) => lost + open > 0) ? KINDS : [];
  const part = (row: FunnelRow, kind: (typeof KINDS)[number]) => (isAmount ? (row.amounts?.[kind] ?? 0) : row[kind]);
  const names: Readonly<Record<string, string | undefined>> = text.stages;
  // What the data itself calls a stage stays as it is.
  const isOurs = ({stage, label}: FunnelRow) => label === stage && (table === 'leads' || stage === 'created' || stage === 'won');
  return {
    isAmount,
    isSteps: mode === 'reached' || mode === 'strict',
    kinds,
    size: (row) => (isAmount ? row.amount : row.reached) ?? 0,
    parts: (row) => kinds.map((kind) => part(row, kind)),
    lost: (row) => part(row, 'lost'),
    text: (value) => (isAmount ? figure(value, 'currency').short : count(value)),
    label: (row) => (isOurs(row) && names[row.stage]) || row.label
  };
}

/** A little is not nothing, and nearly all not all. */
export function shareText(share: number, {percent}: Format): string {
  return percent(share, share % 1 > 0 && (share < 0.05 || share > 0.99) ? 1 : 0);
}
