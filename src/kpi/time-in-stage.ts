import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {DAY} from '../calendar/civil.js';
import {elapsed} from './elapsed.js';
import type {Point} from './elapsed.js';
import {followed, funnelStages, partOf, scopeOf, stagesAsked} from './funnel.js';
import type {FunnelQuery} from './funnel.js';
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

type Stand = Stay & {readonly row: number};

/**
 * The time that the deals created in the period spent in each stage, by their stage history; deals without one have no known times.
 *
 * @throws RangeError as `funnel` does
 */
export function timeInStage(dataset: Dataset, query: StayQuery): StageTime[] {
  const followedIn = followed(dataset, query);
  const context = resolve(followedIn, scopeOf(query));
  const loaded = followedIn.tables.get('deals');
  if (!loaded) return [];
  const {table, date, each} = scan(context, loaded, 'createdAt', partOf(query), [context.window]);
  const history = columnOf(table, 'stageHistory', 'list');
  const [names, at] = [history?.fields.get('stage'), history?.fields.get('at')];
  const [ids, called, status] = ['id', 'name', 'status'].map((name) => columnOf(table, name, 'text'));
  const [closed, amounts, owners] = [columnOf(table, 'closedAt', 'time'), columnOf(table, 'amount', 'decimal'), ownersOf(table)];
  const money = conversion(table, date, context);
  const amountAt = (row: number) => (amounts ? (amounts.units[row] * money.factor(row)) / 10 ** (amounts.scale + money.scale) : NaN);
  const stages = funnelStages(loaded, stagesAsked(dataset, query)).filter(({outcome}) => !outcome);
  const stays = new Map(stages.map(({id}) => [stageKey(id), [] as Stand[]]));
  const limit = ({isWall}: Point) => (isWall ? context.asOf.wall : context.asOf.instant);

  const current = columnOf(table, 'stage', 'text');
  const untimed = new Map<string, number>();
  each((row, window) => {
    if (window < 0) return;
    if (!history || history.offsets[row] === history.offsets[row + 1]) {
      const key = stageKey(textAt(current, row));
      untimed.set(key, (untimed.get(key) ?? 0) + 1);
    }
    if (!history || names?.type !== 'text' || at?.type !== 'time') return;
    const entries = Array.from({length: history.offsets[row + 1] - history.offsets[row]}, (_, index) => {
      const entry = history.offsets[row] + index;
      return {stage: stageKey(names.values[names.codes[entry]] ?? ''), point: {ms: at.ms[entry], isWall: at.wall[entry] === 1}};
    })
      .filter(({point}) => point.ms < limit(point))
      .sort((a, b) => a.point.ms - b.point.ms);
    const isOpen = textAt(status, row) === 'open';
    const days = new Map<string, number>();
    entries.forEach(({stage, point}, index) => {
      const end: Point =
        entries[index + 1]?.point ??
        (isOpen ? {ms: limit(point), isWall: point.isWall} : {ms: closed ? closed.ms[row] : NaN, isWall: closed?.wall[row] === 1});
      const stayed = elapsed(point, end, context.zone) / DAY;
      if (stayed >= 0) days.set(stage, (query.visits === 'latest' ? 0 : (days.get(stage) ?? 0)) + stayed);
    });
    const last = entries.at(-1)?.stage;
    for (const [stage, stayed] of days) stays.get(stage)?.push({id: textAt(ids, row), days: stayed, isOpen: isOpen && stage === last, row});
  });

  return stages.map(({id}) => {
    const all = stays.get(stageKey(id)) ?? [];
    const over = all.filter(({isOpen}) => !isOpen).map(({days}) => days);
    const open = all.filter(({isOpen}) => isOpen);
    const limit = over.length < LEAST ? null : [...over].sort((a, b) => a - b)[Math.ceil(over.length * 0.75) - 1];
    const stalled = open.filter(({days}) => limit !== null && days > limit).sort((a, b) => b.days - a.days);
    return {
      stage: id,
      median:
        survivalMedian(
          over,
          open.map(({days}) => days)
        ) ?? null,
      stays: all.map(({row, ...stay}) => stay),
      untimed: untimed.get(stageKey(id)) ?? 0,
      limit,
      stalled: stalled.map(({row, ...stay}) => {
        const amount = amountAt(row);
        return {...stay, name: textAt(called, row), owner: textAt(owners, row), amount: Number.isNaN(amount) ? null : amount};
      })
    };
  });
}
