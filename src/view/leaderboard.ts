import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from '../kpi/catalog.js';
import {withVariant} from '../kpi/kpi.js';
import {rank} from '../kpi/rank.js';
import type {RankQuery, RankRow, Ranked} from '../kpi/rank.js';
import type {Result} from '../kpi/result.js';
import {changeView} from './change.js';
import type {ChangeView} from './change.js';
import {periodText} from './dates.js';
import type {Format, Scale} from './format.js';
import {joined, kpiName, measureText} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import {targetView} from './target.js';

export interface LeaderboardRow {
  readonly kind: 'ranked' | 'unranked' | 'unassigned';
  readonly id: string | null;
  readonly name: string;
  readonly initials: string;
  readonly place: string;
  readonly isTie: boolean;
  /** Length of the bar, 0-1 of the longest mark; of a value below 0 there is none. */
  readonly share: number;
  /** Where the pace to the quota would be by now, on the same scale. */
  readonly pace?: number;
  readonly value: string;
  readonly full: string;
  readonly move?: {readonly tone: 'good' | 'bad' | 'neutral'; readonly text: string; readonly spoken: string};
  readonly change?: ChangeView;
  readonly quota?: {readonly text: string; readonly tone: 'good' | 'warn' | 'bad' | 'neutral'; readonly status: string};
  /** Why it is not ranked, or that the rep is gone. */
  readonly note: string;
  readonly result: Result;
}

export interface LeaderboardView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  readonly memberLabel: string;
  /** Heads the column of values: `SEK`, `SEK M`, `%`. */
  readonly valueLabel: string;
  readonly hasQuota: boolean;
  readonly rows: readonly LeaderboardRow[];
  /** The rows beyond the top, together. */
  readonly others?: {readonly name: string; readonly value: string};
  readonly unassigned?: LeaderboardRow;
  readonly total: {readonly name: string; readonly value: string; readonly full: string; readonly quota?: string};
  /** Of sums: whether rows + unassigned = total, in words, and whether they do. */
  readonly check?: {readonly text: string; readonly isRight: boolean};
  readonly reason?: string;
  readonly leftOut?: LeftOut;
}

export function leaderboardView(dataset: Dataset, query: RankQuery, top: number, heading: string | undefined, format: Format): LeaderboardView {
  const {text, count} = format;
  const ranked = rank(dataset, {...query, language: format.language});
  const {rows, unassigned, total} = ranked;
  const kpi = withVariant(findKpi(query.kpi), query.variant);
  const isSum = kpi.kind === 'flow' && !kpi.denominator;
  const marks = rows.map(row => Math.max(row.value ?? 0, row.target?.expectedToDate ?? 0));
  const longest = Math.max(...marks, unassigned.value ?? 0, 0);
  const scale = format.scale(Math.max(longest, isSum ? Math.abs(total.value ?? 0) / 10 : 0), total.unit, total.currency);
  const view = (row: RankRow) => rowView(row, rows, longest, scale, format);
  const shown = rows.slice(0, top);
  const rest = rows.slice(top);
  const value = (sum: number) => valueText(sum, total, scale, format);
  const by = query.by ?? 'rep';
  const groups: Readonly<Record<string, string>> = text.groups;
  const left = leftOut(dataset, kpi.table, total.issues, format);
  const hasUnassigned = unassigned.n > 0 || (unassigned.value ?? 0) !== 0;
  return {
    result: total,
    heading: heading ?? kpiName(kpi.id, format),
    subtitle: joined(total.unit === 'currency' ? scale.label : measureText(total, format), periodText(total.window, total.partial, format), rows.some(hasPace) ? text.tickIsPace : ''),
    memberLabel: groups[by] ?? by,
    valueLabel: scale.label || text.value,
    hasQuota: rows.some(({attainment}) => attainment !== null),
    rows: shown.map(view),
    ...(rest.length > 0 && {others: {name: text.others(count(rest.length)), value: isSum ? value(sumOf(rest)) : ''}}),
    ...(hasUnassigned && {unassigned: view(unassigned)}),
    total: {
      name: text.total(by === 'rep' ? text.reps(count(rows.length)) : text.rows(count(rows.length))),
      value: total.value === null ? '–' : value(total.value),
      full: total.value === null ? '–' : format.figure(total.value, total.unit, total.currency).full,
      ...(total.target?.attainment != null && {quota: format.percent(total.target.attainment)})
    },
    ...(isSum && total.value !== null && {check: checkSum(ranked, format)}),
    ...(rows.every(row => row.value === null) && {reason: text.reasons[total.reason ?? 'empty-denominator']}),
    ...(left && {leftOut: left})
  };
}

function rowView(row: RankRow, rows: readonly RankRow[], longest: number, scale: Scale, format: Format): LeaderboardRow {
  const {text, count} = format;
  const isUnassigned = row.id === null;
  const isTie = row.rank !== null && rows.some(other => other !== row && other.rank === row.rank);
  const target = row.target && targetView(row.target, row.unit, format);
  const change = changeView(row.comparison, row.unit, row.direction, format);
  const notes = [
    row.reason === 'below-minimum-sample' && text.tooFew(count(row.n)),
    row.value === null && row.reason !== undefined && text.reasons[row.reason],
    row.isFormer && text.former
  ];
  return {
    kind: isUnassigned ? 'unassigned' : row.rank === null ? 'unranked' : 'ranked',
    id: row.id,
    name: isUnassigned ? text.unassigned : row.name,
    initials: isUnassigned ? '–' : initials(row.name),
    place: row.rank === null ? '' : count(row.rank),
    isTie,
    share: longest > 0 ? Math.max(0, row.value ?? 0) / longest : 0,
    ...(hasPace(row) && longest > 0 && {pace: (row.target?.expectedToDate ?? 0) / longest}),
    value: row.value === null ? '–' : valueText(row.value, row, scale, format),
    full: row.value === null ? '–' : format.figure(row.value, row.unit, row.currency).full,
    ...moveView(row, format),
    ...(change && {change}),
    ...(target && row.attainment !== null && {quota: {text: format.percent(row.attainment), tone: target.tone, status: target.status}}),
    note: notes.filter(Boolean).join(', '),
    result: row
  };
}

function hasPace({target}: RankRow): boolean {
  return target?.expectedToDate !== undefined;
}

function valueText(value: number, {unit, currency}: Result, scale: Scale, format: Format): string {
  return unit === 'currency' || unit === 'count' ? scale.text(value) : unit === 'ratio' ? format.percent(value, 1) : format.figure(value, unit, currency).text;
}

function moveView({rankChange}: RankRow, {text, count}: Format): Pick<LeaderboardRow, 'move'> {
  if (rankChange === undefined || rankChange === null || rankChange === 0) return {};
  if (rankChange === 'new') return {move: {tone: 'neutral', text: text.isNew, spoken: text.isNew}};
  const places = count(Math.abs(rankChange));
  return rankChange > 0 ? {move: {tone: 'good', text: `▲${places}`, spoken: text.upBy(places)}} : {move: {tone: 'bad', text: `▼${places}`, spoken: text.downBy(places)}};
}

function checkSum({rows, unassigned, total}: Ranked, {text}: Format): {text: string; isRight: boolean} {
  const difference = Math.abs(sumOf([...rows, unassigned]) - (total.value ?? 0));
  const isRight = difference <= 1e-9 * Math.max(1, Math.abs(total.value ?? 0));
  const isOverlay = rows.some(({issues}) => issues.some(({code}) => code === 'split-over-100'));
  return {isRight, text: isRight ? text.addsUp : isOverlay ? text.countedOnce : text.doesNotAddUp};
}

function sumOf(rows: readonly Result[]): number {
  return rows.reduce((sum, {value}) => sum + (value ?? 0), 0);
}

/** Of `Rep 04` the number, of other names the first letters of the first and the last word. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  if (/^\d{1,3}$/.test(last)) return last;
  const letters = [words[0] ?? '', words.length > 1 ? last : ''].map(word => [...word][0] ?? '');
  return letters.join('').toUpperCase();
}
