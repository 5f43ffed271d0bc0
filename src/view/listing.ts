import type {Placed} from '../kpi/rank.js';
import type {Order} from './leaderboard-columns.js';

/** So many rows stand in the page at once at most, unless it says otherwise, so that thousands are as quick as fifty: longer lists come by pages. */
const MOST_ROWS = 50;

/** Which rows are wanted, and in what order. */
export interface Listing extends Order {
  /** A part of a name; empty for all. */
  readonly search: string;
  /** From 0. */
  readonly page: number;
  /** How many rows of either end; those between are shown together. */
  readonly top: number;
  readonly bottom: number;
  /** Rows of a page; then there are no ends, but pages. */
  readonly pageSize?: number | undefined;
  readonly isMe: (row: Placed) => boolean;
}

export interface Listed {
  /** In order; a list of rows is those that are shown together. */
  readonly entries: readonly (Placed | readonly Placed[])[];
  /** How many were found, on all pages, and of how many. */
  readonly found: number;
  readonly all: number;
  /** The place of the first row of the page, from 0, and how many it has. */
  readonly first: number;
  readonly size: number;
  readonly page: number;
  readonly pages: number;
}

/** The rows to show: one page, or both ends of the list; and one's own wherever it is, unless one searches for others. */
export function listed(rows: readonly Placed[], asked: Listing): Listed {
  const {search, top, bottom, isMe} = asked;
  const found = matching(sorted(rows, asked), search);
  if (asked.pageSize === undefined && !search && Math.min(top + bottom, found.length) <= MOST_ROWS) {
    const tail = Math.max(top, found.length - bottom);
    const between = found.slice(top, tail);
    const own = between.filter(isMe);
    const rest = own.length > 0 ? between.filter((row) => !isMe(row)) : between;
    const entries = [...found.slice(0, top), ...own, ...(rest.length > 0 ? [rest] : []), ...found.slice(tail)];
    return {entries, found: found.length, all: rows.length, first: 0, size: found.length, page: 0, pages: 1};
  }
  const pageSize = asked.pageSize ?? MOST_ROWS;
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(asked.page, pages - 1);
  const first = page * pageSize;
  const shown = found.slice(first, first + pageSize);
  const at = search ? -1 : found.findIndex(isMe);
  const own = at >= 0 ? [found[at]] : [];
  const entries = at < first ? [...own, ...shown] : at >= first + pageSize ? [...shown, ...own] : shown;
  return {entries, found: found.length, all: rows.length, first, size: shown.length, page, pages};
}

/** Best first, or worst; what has no figure stays last. The order of the ranking stands where figures are equal. */
function sorted(rows: readonly Placed[], {sort: {id, key, direction}, isReversed}: Order): Placed[] {
  if (id === 'value' && !isReversed) return [...rows];
  const sign = (direction === 'higher') === isReversed ? 1 : -1;
  const keyed = rows.map((row) => ({row, at: key(row)}));
  keyed.sort((a, b) => (a.at === null || b.at === null ? Number(a.at === null) - Number(b.at === null) : sign * (a.at - b.at)));
  return keyed.map(({row}) => row);
}

function matching(rows: Placed[], search: string): Placed[] {
  const wanted = folded(search.trim());
  return wanted ? rows.filter(({name}) => folded(name).includes(wanted)) : rows;
}

/** `Åsa` is found by `asa` too: who searches may not have the keys for the name. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
