import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {DAY} from '../calendar/civil.js';
import type {Window} from '../calendar/window.js';
import {elapsed, onClockOf, pointAt, worked} from './elapsed.js';
import type {Point} from './elapsed.js';
import {ExactSums} from './exact-sums.js';
import {quotient} from './figure.js';
import type {Figure} from './figure.js';
import {whereMasks} from './filter.js';
import {fraction} from './fraction.js';
import {cells} from './groups.js';
import type {Groups} from './groups.js';
import {contradicted, logFuture} from './hygiene.js';
import {ALL, IssueLog} from './issue-log.js';
import type {Defined, DurationKpi, Needs, Where} from './kpi.js';
import {membership} from './membership.js';
import type {Params} from './params.js';
import type {Context} from './query.js';
import {scan} from './scan.js';
import {middles, survivalMedian} from './survival.js';

interface Sample {
  /** Times that are over, in ms. */
  readonly over: number[];
  /** How long others have lasted so far. */
  readonly waiting: number[];
}

const durations = {kind: 'duration', by: {needs, figures: duration}} as const;

export function defineDuration<const Id extends string>(
  kpi: Omit<DurationKpi, 'kind'> & {readonly id: Id}
): Defined<DurationKpi> & {readonly id: Id} {
  return {...durations, ...kpi};
}

function needs({table, date, from, to, isOpenEnded, where}: DurationKpi): Needs[] {
  return [[table, [date, from, isOpenEnded ? undefined : to, ...Object.keys(where)]]];
}

/** The rows that are timed: with the outcomes asked for, unless those only say which of them are over. */
function populationOf({where, event}: DurationKpi, {params: {population}}: Context): Where {
  return population && !event ? {...where, status: population === 'closed' ? ['won', 'lost'] : population} : where;
}

/** Figures of a duration by group and window. Negative ones are left out and listed, never clamped to 0; what is not over yet is not missing. */
function duration(kpi: DurationKpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const loaded = context.dataset.tables.get(kpi.table);
  if (!loaded) return [];
  const samples = Array.from({length: groups.labels.length * windows.length}, (): Sample => ({over: [], waiting: []}));
  const log = new IssueLog();
  const ids = columnOf(loaded, 'id', 'text');
  takeTimes(kpi, loaded, context, windows, groups, log, (cell, _, ms, isOver) => samples[cell][isOver ? 'over' : 'waiting'].push(ms));
  return cells(groups, windows, (cell) => ({
    excluded: log.excluded(cell, 'negative-duration', ids),
    issues: log.at(cell),
    ...summarise(kpi, samples[cell], context),
    ...(kpi.isOpenEnded && {open: samples[cell].waiting.length})
  }));
}

/** Hands over each time that is over, and of the others how long they have lasted so far; what is neither is logged. */
export function takeTimes(
  kpi: DurationKpi,
  loaded: Table,
  context: Context,
  windows: readonly Window[],
  groups: Groups,
  log: IssueLog,
  take: (cell: number, row: number, ms: number, isOver: boolean) => void
): void {
  const {population, businessHours} = context.params;
  const where = populationOf(kpi, context);
  const {table, each} = scan(context, loaded, kpi.date, {where, except: kpi.except}, windows);
  const between = (from: Point, to: Point) =>
    businessHours ? worked(from, to, context.zone, businessHours) : elapsed(from, to, context.zone);
  const from = kpi.starts?.(table, context) ?? pointsOf(table, kpi.from);
  const to = pointsOf(table, kpi.to);
  const pause = kpi.pauses?.(table, context, between);
  const ends = (kpi.censored ?? []).map((name) => pointsOf(table, name));
  const isEvent = eventTest(table, kpi, population);
  const status = columnOf(table, 'status', 'text');
  const {asOf} = context;
  const {of: groupsOf} = membership(table, groups);
  const isContradicted = contradicted(loaded);
  logFuture(context, loaded, kpi.date, {where, except: kpi.except}, windows, groups, log);

  each((row, window) => {
    const start = from(row);
    const end = to(row);
    const hasCome = end.ms < onClockOf(end, asOf);
    for (const group of groupsOf(row)) {
      const cell = window < 0 ? ALL : group * windows.length + window;
      if (isContradicted?.[row]) log.add(cell, 'status-history-inconsistent', row);
      const ms = hasCome && isEvent(row) ? between(start, end) - (pause?.(row) ?? 0) : NaN;
      if (window < 0 || Number.isNaN(start.ms) || (Number.isNaN(ms) && !kpi.isOpenEnded)) log.add(cell, 'missing-date', row);
      else if (ms < 0) log.add(cell, 'negative-duration', row);
      else if (ms >= 0) take(cell, row, ms, true);
      else {
        const now: Point = {...start, ms: onClockOf(start, asOf)};
        const last = [now, ...(hasCome && textAt(status, row) !== 'open' ? [end] : []), ...ends.map((point) => point(row))]
          .map((point) => between(start, point))
          .filter((wait) => wait >= 0);
        take(cell, row, Math.min(...last), false);
      }
    }
  });
}

/** Within what time an answer is in time, in ms: an hour unless the query says otherwise. */
export function slaOf({slaSeconds = 3600}: Params): number {
  return slaSeconds * 1000;
}

function pointsOf(table: Table, name: string): (row: number) => Point {
  const column = columnOf(table, name, 'time');
  return (row) => pointAt(column, row);
}

/** Whether the end of a row is the one that is waited for; any other only ends the wait. */
function eventTest(table: Table, {event}: DurationKpi, population: Params['population']): (row: number) => boolean {
  const status = population === 'closed' ? ['won', 'lost'] : population;
  const masks = event ? whereMasks(table, {where: status ? {...event, status} : event}) : [];
  return (row) => masks.every(({codes, allowed}) => allowed[codes[row] + 1]);
}

function summarise(
  kpi: DurationKpi,
  {over, waiting}: Sample,
  {params}: Context
): Pick<Figure, 'value' | 'reason' | 'numerator' | 'denominator' | 'n'> {
  const unit = kpi.unit === 'seconds' ? 1000 : DAY;
  switch (kpi.statistic) {
    case 'mean': {
      const total = new ExactSums(1);
      for (const ms of over) total.add(0, ms);
      return {n: over.length, ...quotient(fraction(total.at(0), unit), fraction(over.length))};
    }
    case 'median': {
      const [low, high] = middles(new Float64Array(over));
      return {n: over.length, ...quotient(over.length > 0 ? fraction(low + high, 2 * unit) : undefined), numerator: undefined};
    }
    case 'km': {
      const [n, value] = [over.length + waiting.length, survivalMedian(over, waiting)];
      if (value === undefined) return {n, reason: n === 0 ? 'empty-denominator' : 'median-not-reached'};
      return {n, value: fraction(Math.round(value * 2), 2 * unit)};
    }
    case 'within': {
      const limit = slaOf(params);
      const answered = over.filter((ms) => ms <= limit).length;
      const due = fraction(over.length + waiting.filter((ms) => ms >= limit).length);
      return {n: Number(due.over), ...quotient(fraction(answered), due)};
    }
  }
}
