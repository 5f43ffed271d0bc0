import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from '../kpi/catalog.js';
import {withVariant} from '../kpi/kpi.js';
import {rank} from '../kpi/rank.js';
import type {RankQuery, RankRow} from '../kpi/rank.js';
import type {Result} from '../kpi/result.js';
import {changeView} from './change.js';
import {periodText} from './dates.js';
import type {Format} from './format.js';
import {joined, kpiName, measureText} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import {targetView} from './target.js';

/** A short text with its tone, and how it is said aloud. */
export interface Tag {
  readonly tone: 'good' | 'warn' | 'bad' | 'neutral' | 'muted';
  readonly text: string;
  readonly spoken: string;
}

/** A row of the table: a member, the rest beyond the top, the unassigned or the total. */
export interface LeaderboardRow {
  readonly kind: 'ranked' | 'unranked' | 'others' | 'unassigned' | 'total';
  /** Of a member: what it is chosen by. */
  readonly id?: string;
  readonly name: string;
  readonly initials?: string;
  /** Empty when unranked. */
  readonly place?: string;
  readonly isTie?: boolean;
  /** Length of the bar, 0-1 of the longest mark: 0 below zero, absent where there is nothing to compare. */
  readonly share?: number;
  /** Where an even pace to the quota would be by now, on the same scale. */
  readonly pace?: number;
  readonly value: string;
  /** Where there is little room: `1.15M`. */
  readonly short: string;
  readonly full: string;
  /** Beside the name: places gained or lost, or that the rep has left. */
  readonly tag?: Tag;
  readonly quota?: Tag;
  /** In place of the bar: why there is none; of the total, whether the rows add up to it. */
  readonly note?: string;
  readonly isWarning?: boolean;
  /** All there is to know, a line each. */
  readonly title: string;
}

export interface LeaderboardView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  readonly memberLabel: string;
  /** Heads the column of values: `SEK`, `%`, `days`. */
  readonly valueLabel: string;
  readonly hasQuota: boolean;
  /** Best first, up to the top, then those beyond it together, then the unassigned. */
  readonly rows: readonly LeaderboardRow[];
  readonly total: LeaderboardRow;
  readonly leftOut?: LeftOut;
}

/** @throws RangeError as `rank` does, and for a top that is no number of rows */
export function leaderboardView(
  dataset: Dataset,
  query: RankQuery,
  top: number,
  heading: string | undefined,
  format: Format
): LeaderboardView {
  if (!(top > 0)) throw new RangeError(`not a number of rows: ${top}`);
  const {text, count} = format;
  const {rows, unassigned, total} = rank(dataset, {...query, language: format.language});
  const kpi = withVariant(findKpi(query.kpi), query.variant);
  const {unit, currency, direction, comparison, window, partial, issues} = total;
  const isSum = kpi.kind === 'flow' && !kpi.denominator;
  // Without anything to compare with everybody would have come from a shared first place.
  const hasBefore = (comparison?.n ?? 0) > 0;
  // A small sample has no bar: 1 of 1 must not look twice as good as 20 of 40.
  const hasBar = ({rank: place, id}: RankRow) => place !== null || (isSum && id === null);
  const paceOf = ({target}: RankRow) => target?.expectedToDate ?? 0;
  let longest = 0;
  for (const row of [...rows, unassigned]) if (hasBar(row)) longest = Math.max(longest, row.value ?? 0, paceOf(row));

  const plain = (kind: LeaderboardRow['kind'], name: string, value: number | null) => {
    const figure = value === null ? {text: '–', unit: '', full: '–'} : format.figure(value, unit, currency);
    const isLong = value !== null && (unit === 'currency' || unit === 'count');
    const {full} = figure;
    return {
      kind,
      name,
      value: isLong ? count(value) : figure.text,
      short: isLong ? figure.text + figure.unit : figure.text,
      full,
      title: `${name}\n${full}`
    };
  };
  const quotaOf = ({target}: Result): Tag | undefined => {
    if (target?.attainment == null) return undefined;
    const {tone, status} = targetView(target, unit, format);
    const share = format.percent(target.attainment);
    return {tone, text: share, spoken: `${share}, ${status}`};
  };
  const member = (row: RankRow, index: number): LeaderboardRow => {
    const {id, name, value, rank: place, reason, n, isFormer} = row;
    const kind = id === null ? 'unassigned' : place === null ? 'unranked' : 'ranked';
    const own = plain(kind, id === null ? text.unassigned : name, value);
    const quota = quotaOf(row);
    const pace = paceOf(row);
    const tag: Tag | undefined = isFormer
      ? {tone: 'muted', text: text.former, spoken: text.former}
      : hasBefore
        ? moveOf(row, format)
        : undefined;
    const change = hasBefore && changeView(row.comparison, unit, direction, format);
    const note = value === null ? text.reasons[reason ?? 'empty-denominator'] : kind === 'unranked' ? text.tooFew(count(n)) : undefined;
    const details = [
      quota && `${text.quota}: ${quota.spoken}`,
      pace > 0 && `${text.expected}: ${format.figure(pace, unit, currency).full}`,
      change && `${change.arrow} ${change.text} ${change.against}`.trim(),
      note,
      tag?.spoken
    ];
    return {
      ...own,
      ...(id !== null && {id}),
      initials: id === null ? '–' : initials(name),
      ...(place !== null && {place: count(place), isTie: [rows[index - 1], rows[index + 1]].some((next) => next?.rank === place)}),
      ...(hasBar(row) && longest > 0 && {share: Math.max(0, value ?? 0) / longest, ...(pace > 0 && {pace: pace / longest})}),
      tag,
      quota,
      note,
      title: [own.title, ...details.filter(Boolean)].join('\n')
    };
  };

  const rest = rows.slice(top);
  const sum = (all: readonly Result[]) => all.reduce((so, {value}) => so + (value ?? 0), 0);
  const off = Math.abs(sum([...rows, unassigned]) - (total.value ?? 0));
  // Sums in floating point differ in their last digits; a row that is missing or counted twice differs by more.
  const isWarning = off > 1e-9 * Math.max(1, Math.abs(total.value ?? 0));
  const isSplit = rows.some((row) => row.issues.some(({code}) => code === 'split-over-100'));
  const left = leftOut(dataset, kpi.table, issues, format);
  const by = query.by ?? 'rep';
  return {
    result: total,
    heading: heading ?? kpiName(kpi.id, format),
    subtitle: joined(
      measureText(total, format),
      periodText(window, partial, format),
      rows.some(paceOf) ? text.tickIsPace : '',
      rows.every(({n}) => n === 0) ? text.reasons[total.reason ?? 'empty-denominator'] : ''
    ),
    memberLabel: (text.groups as Readonly<Record<string, string>>)[by] ?? by,
    valueLabel: currency ?? (format.figure(2, unit).unit || text.value),
    hasQuota: rows.some(({attainment}) => attainment !== null),
    rows: [
      ...rows.slice(0, top).map(member),
      ...(rest.length > 0 ? [plain('others', text.others(count(rest.length)), isSum ? sum(rest) : null)] : []),
      ...(unassigned.n > 0 || unassigned.value ? [member(unassigned, -2)] : [])
    ],
    total: {
      ...plain('total', text.total((by === 'rep' ? text.reps : text.rows)(count(rows.length))), total.value),
      quota: quotaOf(total),
      ...(isSum &&
        total.value !== null && {isWarning, note: isWarning ? `⚠ ${isSplit ? text.countedOnce : text.doesNotAddUp}` : `✓ ${text.addsUp}`})
    },
    ...(left && {leftOut: left})
  };
}

function moveOf({rankChange}: RankRow, {text, count}: Format): Tag | undefined {
  if (rankChange === 'new') return {tone: 'muted', text: text.isNew, spoken: text.isNew};
  if (!rankChange) return undefined;
  const isUp = rankChange > 0;
  const places = count(Math.abs(rankChange));
  return {tone: isUp ? 'good' : 'bad', text: (isUp ? '▲' : '▼') + places, spoken: (isUp ? text.upBy : text.downBy)(places)};
}

/** Of `Rep 04` the number, of other names the first letters of the first and the last word. */
function initials(name: string): string {
  const found = name.match(/\b\d{2,3}$|(?<!\S)\S/gu) ?? [''];
  const last = found[found.length - 1];
  return (/\d\d/.test(last) || found.length === 1 ? last : found[0] + last).toUpperCase();
}
