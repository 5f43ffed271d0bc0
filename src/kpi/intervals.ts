import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {DAY} from '../calendar/civil.js';
import type {Moment} from '../calendar/moment.js';
import {completed} from './completed.js';

/** A stretch in which a customer was one; `end` is the first moment without, NaN when it has none. Times are of one of the two kinds. */
export interface Interval {
  readonly customer: string;
  readonly start: number;
  readonly isWallStart: boolean;
  readonly end: number;
  readonly isWallEnd: boolean;
  /** The row of the table it was read from. */
  readonly row: number;
}

/** Whether it spans the moment just before a boundary: who starts on the first day is new, who ends exactly there was still in. */
export function isAliveAt({start, isWallStart, end, isWallEnd}: Interval, {wall, instant}: Moment): boolean {
  return start < (isWallStart ? wall : instant) && !(end < (isWallEnd ? wall : instant));
}

/** Whether a time falls in a stretch, its start included. */
export function isIn(ms: number, isWall: boolean, start: Moment, end: Moment): boolean {
  const clock = isWall ? 'wall' : 'instant';
  return ms >= start[clock] && ms < end[clock];
}

/** The intervals of the customers table: its periods, else startedAt to endedAt. */
export function customerIntervals(table: Table): Interval[] {
  const ids = columnOf(table, 'id', 'text');
  const periods = columnOf(table, 'periods', 'list');
  const [from, to] = [periods?.fields.get('from'), periods?.fields.get('to')];
  const [started, ended] = ['startedAt', 'endedAt'].map((name) => columnOf(table, name, 'time'));
  const intervals: Interval[] = [];
  for (let row = 0; ids && row < table.length; row++) {
    const customer = ids.values[ids.codes[row]];
    const [first, last] = periods ? [periods.offsets[row], periods.offsets[row + 1]] : [0, 0];
    if (first === last) intervals.push(interval(customer, row, started, row, ended, row));
    for (let entry = first; entry < last; entry++) {
      if (from?.type === 'time') intervals.push(interval(customer, row, from, entry, to?.type === 'time' ? to : undefined, entry));
    }
  }
  return intervals.filter(({start}) => !Number.isNaN(start));
}

export function interval(
  customer: string,
  row: number,
  from: TimeColumn | undefined,
  at: number,
  to: TimeColumn | undefined,
  until: number
): Interval {
  return {
    customer,
    row,
    start: from ? from.ms[at] : NaN,
    isWallStart: from?.wall[at] === 1,
    end: to ? to.ms[until] : NaN,
    isWallEnd: to?.wall[until] === 1
  };
}

/** A customer from each order on for so many days: orders closer than that are one stretch. */
export function orderIntervals(table: Table, inactivityDays: number): Interval[] {
  const [customers, status, kind] = ['customerId', 'status', 'kind'].map((name) => columnOf(table, name, 'text'));
  const at = columnOf(table, 'orderedAt', 'time');
  const intervals: Interval[] = [];
  for (let row = 0; customers && at && row < table.length; row++) {
    const [what, state] = [kind, status].map((column) => textAt(column, row).toLowerCase());
    if (what !== 'order' || !completed.status.includes(state) || customers.codes[row] < 0 || Number.isNaN(at.ms[row])) continue;
    const one = interval(customers.values[customers.codes[row]], row, at, row, undefined, row);
    intervals.push({...one, end: one.start + inactivityDays * DAY, isWallEnd: one.isWallStart});
  }
  return intervals;
}
