import type {TextColumn} from '../dataset/column.js';
import {columnOf, historyOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {DAY} from '../calendar/civil.js';
import {oneOf} from '../dataset/one-of.js';
import {elapsed, isBefore, onClockOf, pointAt} from './elapsed.js';
import type {Point} from './elapsed.js';
import {followed, funnelStages, partOf, scopeOf, stagesAsked} from './funnel-query.js';
import type {FunnelQuery} from './funnel-query.js';
import {ownersOf} from './people.js';
import {resolve} from './query.js';
import {conversion} from './rates.js';
import {scan} from './scan.js';
import {stageKey} from './stages.js';
import {survivalMedian} from './survival.js';

/** How long one deal was in one stage, over all its visits. */
export interface Stay {
  readonly id: string;
  readonly days: number;
  /** It stands there now: the time is not over. */
  readonly isOpen: boolean;
}

/** A deal that stands longer than most did. */
export interface Stall extends Stay {
  readonly name: string;
  /** Who owns it: an id. */
  readonly owner: string;
  /** In the reporting currency; null when it is not known. */
  readonly amount: number | null;
}

export interface StageTime {
  readonly stage: string;
  /** Kaplan-Meier median in days, those still there counted as staying longer; null while most are. */
  readonly median: number | null;
  readonly stays: readonly Stay[];
  /** The open ones that have stayed longer than three quarters of the finished stays, the longest first; none while fewer than four have finished. */
  readonly stalled: readonly Stall[];
  /** What is longer than three quarters of the finished stays, in days; null while fewer than four have finished. */
  readonly limit: number | null;
  /** Deals that came to it without a history that says when: they have no known time. */
  readonly untimed: number;
}

export interface StayQuery extends FunnelQuery {
  /** The time of all visits to a stage together (default), or of the latest alone. */
  readonly visits?: 'all' | 'latest';
}

const LEAST = 4;

/**
 * The time that the deals created in the period spent in each stage, by their stage history; deals without one have no known times.
 *
 * @throws RangeError as `funnel` does
 */
export function timeInStage(dataset: Dataset, query: StayQuery): StageTime[] {
  oneOf('way to count visits', query.visits ?? 'all', ['all', 'latest']);
  const followedIn = followed(dataset, query);
  const context = resolve(followedIn, scopeOf(query));
  const loaded = followedIn.tables.get('deals');
  if (!loaded) return [];
  const {table, date, each} = scan(context, loaded, 'createdAt', partOf(query), [context.window]);
  const history = historyOf(table, 'stageHistory', 'stage');
  const [ids, called, status] = ['id', 'name', 'status'].map((name) => columnOf(table, name, 'text'));
  const [closed, amounts, owners] = [columnOf(table, 'closedAt', 'time'), columnOf(table, 'amount', 'decimal'), ownersOf(table)];
  const money = conversion(table, date, context);
  const amountAt = (row: number) =>
    amounts ? (amounts.units[row] * money.factorAt(row, context.asOf)) / 10 ** (amounts.scale + money.scale) : NaN;
  const stages = funnelStages(loaded, stagesAsked(dataset, query)).filter(({outcome}) => !outcome);
  const places = new Map(stages.map(({id}, place) => [stageKey(id), place]));
  const placesIn = (column: TextColumn | undefined) => column?.values.map((name) => places.get(stageKey(name)) ?? -1) ?? [];
  const current = columnOf(table, 'stage', 'text');
  const [ofStage, ofEntry] = [placesIn(current), placesIn(history?.said)];
  const stays = stages.map(() => ({all: [] as Stay[], rows: [] as number[], over: [] as number[], open: [] as number[], untimed: 0}));
  const entries: number[] = [];
  const days = new Float64Array(stages.length);

  each((row, window) => {
    if (window < 0) return;
    const [from, to] = history ? [history.offsets[row], history.offsets[row + 1]] : [0, 0];
    if (from === to) {
      const place = ofStage[current?.codes[row] ?? -1] ?? -1;
      if (place >= 0) stays[place].untimed++;
    }
    if (!history) return;
    const {said, at} = history;
    entries.length = 0;
    for (let entry = from; entry < to; entry++) if (isBefore(at, entry, context.asOf)) entries.push(entry);
    entries.sort((one, other) => at.ms[one] - at.ms[other]);
    const isOpen = textAt(status, row) === 'open';
    let last = -1;
    days.fill(NaN);
    for (let index = 0; index < entries.length; index++) {
      const point = pointAt(at, entries[index]);
      last = ofEntry[said.codes[entries[index]]] ?? -1;
      const end: Point =
        index + 1 < entries.length
          ? pointAt(at, entries[index + 1])
          : isOpen
            ? {...point, ms: onClockOf(point, context.asOf)}
            : pointAt(closed, row);
      const stayed = elapsed(point, end, context.zone) / DAY;
      if (last >= 0 && stayed >= 0) days[last] = (query.visits === 'latest' ? 0 : days[last] || 0) + stayed;
    }
    for (let place = 0; place < days.length; place++) {
      if (Number.isNaN(days[place])) continue;
      const stay = {id: textAt(ids, row), days: days[place], isOpen: isOpen && place === last};
      const {all, rows, open, over} = stays[place];
      all.push(stay);
      rows.push(row);
      (stay.isOpen ? open : over).push(stay.days);
    }
  });

  return stages.map(({id}, place) => {
    const {all, rows, open, untimed, ...finished} = stays[place];
    const over = new Float64Array(finished.over).sort();
    const limit = over.length < LEAST ? null : over[Math.ceil(over.length * 0.75) - 1];
    const stalled = all.flatMap((stay, index): Stall[] => {
      if (!stay.isOpen || limit === null || stay.days <= limit) return [];
      const row = rows[index];
      const amount = amountAt(row);
      return [{...stay, name: textAt(called, row), owner: textAt(owners, row), amount: Number.isNaN(amount) ? null : amount}];
    });
    return {
      stage: id,
      median: survivalMedian(over, open) ?? null,
      stays: all,
      untimed,
      limit,
      stalled: stalled.sort((a, b) => b.days - a.days)
    };
  });
}
