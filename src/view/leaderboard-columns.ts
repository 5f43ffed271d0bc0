import type {Direction} from '../kpi/kpi.js';
import type {Placed, Standings} from '../kpi/rank.js';
import type {Result} from '../kpi/result.js';
import {isFew, casesText} from './few.js';
import type {Format} from './format.js';
import {kpiName, reasonText} from './heading.js';
import {targetView} from './target.js';

/** A short text with its tone, and how it is said aloud where that differs. */
export interface Tag {
  readonly tone: 'good' | 'warn' | 'bad' | 'muted' | '';
  readonly text: string;
  readonly spoken?: string;
}

/** A member's figures, or those of the total, which has no `id`; of the unassigned it is null. */
export type Standing = Result & {readonly id?: string | null; readonly attainment: number | null};

/** What a board can be sorted by. */
export interface SortKey {
  /** `value`, `improvement`, `attainment` or the id of a KPI. */
  readonly id: string;
  readonly label: string;
  /** Which end is the better. */
  readonly direction: Direction;
  /** Null stands last, whichever end is first. */
  readonly key: (placed: Placed) => number | null;
}

/** What rows are in order of. */
export interface Order {
  readonly sort: SortKey;
  /** The worst first. */
  readonly isReversed: boolean;
}

/** A column beside the value. */
export interface BoardColumn extends SortKey {
  readonly cell: (row: Standing) => Tag | undefined;
  /** The title of a row names it; of the change more is said there. */
  readonly isTold: boolean;
  /** Of the figures as a table. */
  readonly figure: (row: Standing) => number | null;
  readonly text: (figure: number | null) => string;
}

/** The change in the KPI's own unit, so that those of the rows add up to that of the total. */
export function improvement(
  {unit, direction}: Result,
  {text, signed, figure}: Format,
  {inFull, change}: Pick<Standings, 'inFull' | 'change'>
): BoardColumn {
  const changeOf = (row: Standing) => (isFew(row, unit) || !row.comparison || isFew(row.comparison, unit) ? null : row.comparison.change);
  const said = (change: number) => (unit === 'ratio' ? signed(Math.round(1000 * change) / 10, 'points') : signed(change, unit));
  return {
    id: 'improvement',
    label: text.change,
    direction,
    // Of shares only the full row says whether it is of enough cases.
    key: (placed) => (unit === 'ratio' ? changeOf(inFull(placed)) : change(placed)),
    isTold: false,
    figure: changeOf,
    text: (change) => (change === null ? figure(null, unit).full : said(change)),
    cell(row) {
      const change = changeOf(row);
      if (change === null) return {tone: 'muted', text: '–', spoken: ''};
      const isGood = change > 0 === (direction === 'higher');
      return change === 0
        ? {tone: 'muted', text: said(0), spoken: text.unchanged}
        : {tone: isGood ? 'good' : 'bad', text: said(change), spoken: `${said(change)}, ${isGood ? text.better : text.worse}`};
    }
  };
}

/** The attainment of the quota; a team that has only those of its reps has no pace of its own to be judged by. */
export function attainment(format: Format): BoardColumn {
  const {text, percent, figure} = format;
  return {
    id: 'attainment',
    label: text.quota,
    direction: 'higher',
    key: ({attainment}) => attainment,
    isTold: true,
    figure: ({attainment}) => attainment,
    text: (share) => figure(share, 'ratio').full,
    cell({attainment, target, unit}) {
      if (attainment === null) return undefined;
      const share = percent(attainment);
      if (!target) return {tone: 'muted', text: share};
      const {tone, status} = targetView(target, unit, null, format);
      return {tone, text: share, spoken: `${share}, ${status}`};
    }
  };
}

/** Another KPI of the same members. */
export function secondary({rows, unassigned, total, inFull}: Standings, format: Format): BoardColumn {
  const {kpi, unit, direction, currency} = total;
  const places = new Map([unassigned, ...rows].map((placed) => [placed.id, placed]));
  const of = ({id}: {readonly id?: string | null}): (Result & {readonly rank?: number | null}) | undefined => {
    if (id === undefined) return total;
    const placed = places.get(id);
    return placed && inFull(placed);
  };
  return {
    id: kpi,
    label: kpiName(kpi, format),
    direction,
    key({id}) {
      const {rank, value} = places.get(id) ?? {};
      return rank == null ? null : (value ?? null);
    },
    isTold: true,
    figure: (row) => of(row)?.value ?? null,
    text: (value) => format.figure(value, unit, currency).full,
    cell(row) {
      const result = of(row);
      if (!result) return undefined;
      if (result.value === null) return {tone: 'muted', text: '–', spoken: reasonText(result, format)};
      const {short} = isFew(result, unit) ? casesText(result, format) : format.figure(result.value, unit, currency);
      return result.rank === null
        ? {tone: 'muted', text: short, spoken: `${short}, ${format.text.reasons['below-minimum-sample']}`}
        : {tone: '', text: short};
    }
  };
}
