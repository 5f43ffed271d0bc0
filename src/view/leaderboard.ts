import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from '../kpi/find-kpi.js';
import type {Unit} from '../kpi/kpi.js';
import {rank} from '../kpi/named.js';
import type {RankQuery, RankRow} from '../kpi/rank.js';
import type {Result} from '../kpi/result.js';
import type {TargetResult} from '../kpi/target.js';
import {changeView} from './change.js';
import {periodText} from './dates.js';
import type {Format} from './format.js';
import {joined, kpiName, measureText, reasonText} from './heading.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import type {TableView} from './table.js';
import {targetView} from './target.js';

/** A short text with its tone, and how it is said aloud where that differs. */
export interface Tag {
  readonly tone: 'good' | 'warn' | 'bad' | 'muted';
  readonly text: string;
  readonly spoken?: string;
}

/** A row of the table: a member, the rest beyond the top, the unassigned or the total. */
export interface LeaderboardRow {
  readonly kind: 'ranked' | 'unranked' | 'others' | 'unassigned' | 'total';
  /** Of a member: what it is chosen by. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly initials?: string | undefined;
  /** Empty when unranked. */
  readonly place?: string | undefined;
  readonly isTie?: boolean | undefined;
  /** Length of the bar, 0-1 of the longest mark: 0 below zero, absent where there is nothing to compare. */
  readonly share?: number | undefined;
  /** Where an even pace to the quota would be by now, on the same scale. */
  readonly pace?: number | undefined;
  readonly value: string;
  /** Where there is little room: `1.15M`. */
  readonly short: string;
  readonly full: string;
  /** Beside the name: places gained or lost, or that the rep has left. */
  readonly tag?: Tag | undefined;
  readonly quota?: Tag | undefined;
  /** In place of the bar: why there is none; of the total, whether the rows add up to it. */
  readonly note?: string | undefined;
  readonly isWarning?: boolean | undefined;
  /** The name and the figure in full, quota, pace and change, a line each. */
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
  /** All members, those beyond the top too. */
  readonly table: TableView;
  readonly isTable: true;
  readonly leftOut?: LeftOut | undefined;
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
  const kpi = findKpi(query.kpi, query.variant);
  const {unit, currency, comparison, window, partial, issues} = total;
  const isSum = kpi.kind === 'flow' && !kpi.denominator;
  // Without anything to compare with everybody would have come from a shared first place.
  const hasBefore = (comparison?.n ?? 0) > 0;
  // A small sample has no bar: 1 of 1 must not look twice as good as 20 of 40.
  const hasBar = ({rank: place, id}: RankRow) => place !== null || (isSum && id === null);
  const paceOf = ({target}: RankRow) => target?.expectedToDate ?? 0;
  let longest = 0;
  for (const row of [...rows, unassigned]) if (hasBar(row)) longest = Math.max(longest, row.value ?? 0, paceOf(row));

  const row = (
    kind: LeaderboardRow['kind'],
    name: string,
    {value, target}: Pick<Result, 'value' | 'target'>,
    ...details: readonly (string | false | undefined)[]
  ): LeaderboardRow => {
    const {text: number, unit: sign, full} = format.figure(value, unit, currency);
    const isLong = value !== null && (unit === 'currency' || unit === 'count');
    const quota = target && quotaOf(target, unit, format);
    return {
      kind,
      name,
      value: isLong ? count(value) : number,
      short: isLong ? number + sign : number,
      full,
      quota,
      title: [name, full, quota && `${text.quota}: ${quota.spoken}`, ...details].filter(Boolean).join('\n')
    };
  };
  const member = (of: RankRow, index: number): LeaderboardRow => {
    const {id, name, value, rank: place, n, isFormer} = of;
    const kind = id === null ? 'unassigned' : place === null ? 'unranked' : 'ranked';
    const pace = paceOf(of);
    const change = hasBefore && changeView(of, format);
    return {
      ...row(
        kind,
        id === null ? text.unassigned : name,
        of,
        pace > 0 && `${text.expected}: ${format.figure(pace, unit, currency).full}`,
        change && `${change.arrow} ${change.text} ${change.against}`.trim()
      ),
      id: id ?? undefined,
      initials: id === null ? '–' : initials(name),
      place: place === null ? '' : count(place),
      isTie: place !== null && [rows[index - 1], rows[index + 1]].some((next) => next?.rank === place),
      share: hasBar(of) && longest > 0 ? Math.max(0, value ?? 0) / longest : undefined,
      pace: pace > 0 ? pace / longest : undefined,
      tag: isFormer ? {tone: 'muted', text: text.former} : hasBefore ? moveOf(of, format) : undefined,
      note:
        value === null ? reasonText(of, format) : kind === 'unranked' ? `${text.reasons['below-minimum-sample']} (${count(n)})` : undefined
    };
  };

  const rest = rows.slice(top);
  const sum = (all: readonly Result[]) => all.reduce((so, {value}) => so + (value ?? 0), 0);
  const off = Math.abs(sum([...rows, unassigned]) - (total.value ?? 0));
  // Sums in floating point differ in their last digits; a row that is missing or counted twice differs by more.
  const isWarning = off > 1e-9 * Math.max(1, Math.abs(total.value ?? 0));
  const isSplit = rows.some((row) => row.issues.some(({code}) => code === 'split-over-100'));
  const by = query.by ?? 'rep';
  const name = heading ?? kpiName(kpi.id, format);
  const valueLabel = currency ?? (format.figure(2, unit).unit || text.value);
  const memberLabel = (text.groups as Readonly<Record<string, string>>)[by] ?? by;
  const hasUnassigned = unassigned.n > 0 || Boolean(unassigned.value);
  const hasQuota = rows.some(({attainment}) => attainment !== null);
  return {
    result: total,
    heading: name,
    subtitle: joined(
      measureText(total, format),
      periodText(window, partial, format),
      rows.some(paceOf) ? text.tickIsPace : '',
      rows.every(({n}) => n === 0) ? reasonText(total, format) : ''
    ),
    memberLabel,
    valueLabel,
    hasQuota,
    rows: [
      ...rows.slice(0, top).map(member),
      ...(rest.length > 0 ? [row('others', text.others(count(rest.length)), {value: isSum ? sum(rest) : null})] : []),
      ...(hasUnassigned ? [member(unassigned, -2)] : [])
    ],
    total: {
      ...row('total', text.total(count(rows.length), by), total),
      isWarning,
      note:
        !isSum || total.value === null ? undefined : isWarning ? `⚠ ${isSplit ? text.countedOnce : text.doesNotAddUp}` : `✓ ${text.addsUp}`
    },
    isTable: true,
    table: {
      caption: name,
      headers: [memberLabel, text.rank, valueLabel, ...(hasQuota ? [text.quota] : [])],
      rows: [
        ...[...rows, ...(hasUnassigned ? [unassigned] : [])].map(
          (row) => [row.id === null ? text.unassigned : row.name, row.rank, row.value, ...(hasQuota ? [row.attainment] : [])] as const
        ),
        [text.total(count(rows.length), by), null, total.value, ...(hasQuota ? [total.target?.attainment ?? null] : [])]
      ],
      text: (figure, column) =>
        column === 1 ? format.figure(figure, 'count').full : format.figure(figure, column > 2 ? 'ratio' : unit).full
    },
    leftOut: leftOut(dataset, kpi.table, issues, format)
  };
}

function quotaOf(target: TargetResult, unit: Unit, format: Format): Tag | undefined {
  if (target.attainment === null) return undefined;
  const {tone, status} = targetView(target, unit, null, format);
  const share = format.percent(target.attainment);
  return {tone, text: share, spoken: `${share}, ${status}`};
}

function moveOf({rankChange}: RankRow, {text, count}: Format): Tag | undefined {
  if (!rankChange) return undefined;
  if (rankChange === 'new') return {tone: 'muted', text: text.isNew};
  const places = count(Math.abs(rankChange));
  return rankChange > 0
    ? {tone: 'good', text: `▲${places}`, spoken: text.upBy(places)}
    : {tone: 'bad', text: `▼${places}`, spoken: text.downBy(places)};
}

/** Of `Rep 04` the number, of other names the first letters of the first and the last word. */
function initials(name: string): string {
  const found = name.match(/\b\d{2,3}$|(?<!\S)\S/gu) ?? [''];
  const last = found[found.length - 1];
  return (/\d\d/.test(last) || found.length === 1 ? last : found[0] + last).toUpperCase();
}
