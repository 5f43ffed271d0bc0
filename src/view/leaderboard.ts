import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from '../kpi/find-kpi.js';
import {standings} from '../kpi/named.js';
import type {RankQuery} from '../kpi/rank.js';
import type {Result} from '../kpi/result.js';
import {nameIn} from '../locales/names.en.js';
import {periodText} from './dates.js';
import type {Format} from './format.js';
import {joined, kpiName, measureText, reasonText, undivided} from './heading.js';
import {attainment, improvement, secondary} from './leaderboard-columns.js';
import type {BoardColumn, SortKey, Standing} from './leaderboard-columns.js';
import {rowsFor} from './leaderboard-row.js';
import type {LeaderboardRow} from './leaderboard-row.js';
import {leftOut} from './left-out.js';
import type {LeftOut} from './left-out.js';
import {listed} from './listing.js';
import type {Listed, Listing} from './listing.js';
import type {TableView} from './table.js';

/** From so many members on there is a search. */
const SEARCHED_FROM = 15;

export interface LeaderboardOptions {
  readonly heading?: string | undefined;
  /** Other KPIs to show beside the one ranked by: their ids. */
  readonly columns?: readonly string[] | undefined;
  /** How many rows of either end, or of a page. */
  readonly top: number;
  readonly bottom: number;
  readonly pageSize?: number | undefined;
  /** What the board is sorted by, until the reader says otherwise. */
  readonly sort: string;
  /** The reader's own row, by id or name. */
  readonly me?: string | undefined;
  /** Only the reader's own name is shown. */
  readonly mask: boolean;
}

export interface LeaderboardView {
  readonly result: Result;
  readonly heading: string;
  readonly subtitle: string;
  readonly memberLabel: string;
  /** The column of values, headed by what they are in: `SEK`, `%`, `days`. */
  readonly value: SortKey;
  /** Those beside it. */
  readonly columns: readonly BoardColumn[];
  readonly isSearched: boolean;
  /** The rows that are wanted, the unassigned not among them. */
  readonly list: (wanted: Pick<Listing, 'sort' | 'isReversed' | 'search' | 'page'>) => Listed;
  readonly rowOf: (entry: Listed['entries'][number]) => LeaderboardRow;
  readonly unassigned?: LeaderboardRow | undefined;
  readonly total: LeaderboardRow;
  /** All members. */
  readonly table: TableView;
  readonly isTable: true;
  readonly leftOut?: LeftOut | undefined;
}

/** @throws RangeError as `rank` does, for a number of rows that is none, and for a sort that is no column */
export function leaderboardView(dataset: Dataset, query: RankQuery, options: LeaderboardOptions, format: Format): LeaderboardView {
  const {top, bottom, pageSize, sort, me, mask} = options;
  const least = [top, bottom, pageSize ?? 1].find((size) => !(size >= 0)) ?? Math.min(top + bottom, pageSize ?? 1);
  if (!(least > 0)) throw new RangeError(`not a number of rows: ${least}`);
  const {text, count} = format;
  const ranked = standings(dataset, {...query, language: format.language});
  const {rows, unassigned, inFull} = ranked;
  const total: Standing = {...ranked.total, attainment: ranked.attainment};
  const kpi = findKpi(query.kpi, query.variant);
  const {unit, currency, comparison, window, partial, issues, direction} = total;
  const isSum = kpi.kind === 'flow' && !kpi.denominator;
  const hasBefore = (comparison?.n ?? 0) > 0;
  const value: SortKey = {
    id: 'value',
    label: currency ?? (format.figure(2, unit).unit || text.value),
    direction,
    key: (row) => (row.rank === null ? null : row.value)
  };
  const beside = {...query, variant: undefined, target: undefined, compare: 'none', language: format.language} as const;
  const columns = [
    ...(hasBefore ? [improvement(total, format, ranked)] : []),
    ...(rows.some((row) => row.attainment !== null) ? [attainment(format)] : []),
    ...(options.columns ?? []).map((id) => secondary(standings(dataset, {...beside, kpi: id}), format))
  ];
  if (!['value', 'improvement', 'attainment', ...columns.map(({id}) => id)].includes(sort)) throw new RangeError(`unknown sort: ${sort}`);

  const {row, member, isMe, nameOf} = rowsFor({dataset, format, inFull, columns, all: [...rows, unassigned], isSum, hasBefore, me, mask});
  const sum = (all: readonly Pick<Result, 'value'>[]) => all.reduce((so, {value}) => so + (value ?? 0), 0);
  const off = Math.abs(sum([...rows, unassigned]) - (total.value ?? 0));
  // Sums in floating point differ in their last digits; a row that is missing or counted twice differs by more.
  const isWarning = off > 1e-9 * Math.max(1, Math.abs(total.value ?? 0));
  const isSplit = () => rows.some((row) => inFull(row).issues.some(({code}) => code === 'split-over-100'));
  const by = query.by ?? 'rep';
  const name = options.heading ?? kpiName(by === 'rep' ? kpi.id : undivided(kpi.id), format);
  const memberLabel = nameIn(text.groups, by);
  const hasUnassigned = inFull(unassigned).n > 0 || Boolean(unassigned.value);
  const totalName = text.total(count(rows.length), by);
  return {
    result: ranked.total,
    heading: name,
    subtitle: joined(
      measureText(total, format),
      periodText(window, partial, format),
      rows.some(({pace}) => pace) ? text.tickIsPace : '',
      rows.every((row) => inFull(row).n === 0) ? reasonText(total, format) : ''
    ),
    memberLabel,
    value,
    columns,
    isSearched: rows.length >= SEARCHED_FROM && !mask,
    list: (wanted) => listed(rows, {...wanted, top, bottom, pageSize, isMe}),
    rowOf: (entry) =>
      'length' in entry
        ? row('others', text.others(count(entry.length)), {value: isSum ? sum(entry) : null, unit, ...(currency && {currency})})
        : member(entry),
    unassigned: hasUnassigned ? member(unassigned) : undefined,
    total: {
      ...row('total', totalName, total),
      isWarning,
      note:
        !isSum || total.value === null
          ? undefined
          : isWarning
            ? `⚠ ${isSplit() ? text.countedOnce : text.doesNotAddUp}`
            : `✓ ${text.addsUp}`
    },
    isTable: true,
    table: {
      caption: name,
      headers: [memberLabel, text.rank, value.label, ...columns.map(({label}) => label)],
      get rows() {
        return [
          ...[...rows, ...(hasUnassigned ? [unassigned] : [])].map(
            (one) => [nameOf(one), one.rank, inFull(one).value, ...columns.map(({figure}) => figure(inFull(one)))] as const
          ),
          [totalName, null, total.value, ...columns.map(({figure}) => figure(total))] as const
        ];
      },
      text: (figure, column) =>
        column === 1
          ? format.figure(figure, 'count').full
          : column === 2
            ? format.figure(figure, unit).full
            : columns[column - 3].text(figure)
    },
    leftOut: leftOut(dataset, kpi.table, issues, format)
  };
}
