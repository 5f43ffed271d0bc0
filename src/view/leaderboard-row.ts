import type {Dataset} from '../dataset/dataset.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {peopleOf} from '../kpi/people.js';
import type {Placed, RankRow, Standings} from '../kpi/rank.js';
import type {Result} from '../kpi/result.js';
import {changeView} from './change.js';
import type {Format} from './format.js';
import {reasonText} from './heading.js';
import type {BoardColumn, Standing, Tag} from './leaderboard-columns.js';

/** A row of the table: a member, the rest beyond the top, the unassigned or the total. */
export interface LeaderboardRow {
  readonly kind: 'ranked' | 'unranked' | 'others' | 'unassigned' | 'total';
  /** Of a member: what it is chosen by. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly initials?: string | undefined;
  /** Address of a picture, as the data has it: anything may stand there. */
  readonly avatar?: string | undefined;
  /** The reader's own. */
  readonly isMe?: boolean | undefined;
  /** Its name is not shown, so nor is it to be chosen. */
  readonly isMasked?: boolean | undefined;
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
  /** Of the columns beside the value. */
  readonly cells: readonly (Tag | undefined)[];
  /** In place of the bar: why there is none; of the total, whether the rows add up to it. */
  readonly note?: string | undefined;
  readonly isWarning?: boolean | undefined;
  /** The name and the figure in full, pace, change and the other columns, a line each. */
  readonly title: string;
}

export interface RowOptions {
  readonly dataset: Dataset;
  readonly format: Format;
  readonly inFull: Standings['inFull'];
  readonly columns: readonly BoardColumn[];
  /** All members and the unassigned, which share one scale. */
  readonly all: readonly Placed[];
  readonly isSum: boolean;
  /** Without anything to compare with everybody would have come from a shared first place. */
  readonly hasBefore: boolean;
  readonly me?: string | undefined;
  readonly mask: boolean;
}

/** What the rows of a board say. Each is made when it is to be shown: of thousands a screen has room for a few. */
export function rowsFor({dataset, format, inFull, columns, all, isSum, hasBefore, me, mask}: RowOptions) {
  const {text, count} = format;
  const {find, reps} = peopleOf(dataset);
  const avatars = columnOf(dataset.tables.get('reps'), 'avatar', 'text');
  /** How many have each rank. */
  const sharing = new Uint32Array(all.length + 1);
  for (const {rank} of all) sharing[rank ?? 0]++;
  // A small sample has no bar: 1 of 1 must not look twice as good as 20 of 40.
  const hasBar = ({rank, id}: Placed) => rank !== null || (isSum && id === null);
  const longest = all.reduce((most, row) => (hasBar(row) ? Math.max(most, row.value ?? 0, row.pace) : most), 0);
  const isMe = ({id, name}: Placed) => me !== undefined && (id === me || name === me);
  const isMasked = (row: Placed) => mask && row.id !== null && !isMe(row);
  const nameOf = (row: Placed) => (row.id === null ? text.unassigned : isMasked(row) ? '•••' : row.name);

  const row = (
    kind: LeaderboardRow['kind'],
    name: string,
    standing: Standing | Pick<Result, 'value' | 'unit' | 'currency'>,
    ...details: readonly (string | false | undefined)[]
  ): LeaderboardRow => {
    const {value, unit, currency} = standing;
    const {text: number, short, full} = format.figure(value, unit, currency);
    const isLong = value !== null && (unit === 'currency' || unit === 'count');
    const cells = 'kpi' in standing ? columns.map(({cell}) => cell(standing)) : [];
    const told = cells.map((cell, index) => columns[index].isTold && cell && `${columns[index].label}: ${cell.spoken ?? cell.text}`);
    return {
      kind,
      name,
      value: isLong ? count(value) : number,
      short: isLong ? short : number,
      full,
      cells,
      title: [name, full, ...told, ...details].filter(Boolean).join('\n')
    };
  };
  const member = (placed: Placed): LeaderboardRow => {
    const of = inFull(placed);
    const {id, value, rank, n, isFormer, unit, currency} = of;
    const kind = id === null ? 'unassigned' : rank === null ? 'unranked' : 'ranked';
    const {pace} = placed;
    const change = hasBefore && changeView(of, format);
    const name = nameOf(placed);
    return {
      ...row(
        kind,
        name,
        of,
        pace > 0 && `${text.expected}: ${format.figure(pace, unit, currency).full}`,
        change && `${change.arrow} ${change.text} ${change.against}`.trim()
      ),
      id: id ?? undefined,
      initials: id === null ? '–' : isMasked(placed) ? '' : initials(name),
      avatar: id === null || isMasked(placed) ? undefined : textAt(avatars, reps[find(id)]?.row ?? -1),
      isMe: isMe(placed),
      isMasked: isMasked(placed),
      place: rank === null ? '' : count(rank),
      isTie: rank !== null && sharing[rank] > 1,
      share: hasBar(placed) && longest > 0 ? Math.max(0, value ?? 0) / longest : undefined,
      pace: pace > 0 ? pace / longest : undefined,
      tag: isFormer ? {tone: 'muted', text: text.former} : hasBefore ? moveOf(of, format) : undefined,
      note:
        value === null ? reasonText(of, format) : kind === 'unranked' ? `${text.reasons['below-minimum-sample']} (${count(n)})` : undefined
    };
  };
  return {row, member, isMe, nameOf};
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
