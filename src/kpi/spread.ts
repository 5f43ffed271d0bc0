import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {DAY} from '../calendar/civil.js';
import type {Window} from '../calendar/window.js';

/** Spreads a row evenly over its days: tells each window how many of how many days fall in it. False when the row has no such days. */
export function spreadOver(
  table: Table,
  [fromName, toName]: readonly [string, string],
  windows: readonly Window[]
): (row: number, add: (window: number, days: number, of: number) => void) => boolean {
  const [from, to] = [fromName, toName].map((name) => columnOf(table, name, 'time'));
  return (row, add) => {
    const [start, end] = [from ? from.ms[row] : NaN, to ? to.ms[row] : NaN];
    if (!(start < end)) return false;
    const clock = from?.wall[row] ? 'wall' : 'instant';
    windows.forEach((window, index) => {
      const days = Math.min(end, window.end[clock]) - Math.max(start, window.start[clock]);
      if (days > 0) add(index, days / DAY, (end - start) / DAY);
    });
    return true;
  };
}

/** The date of each row, else where its days start: the day whose exchange rate it takes. */
export function datesOrStarts(table: Table, date: TimeColumn | undefined, fromName: string): TimeColumn | undefined {
  const from = columnOf(table, fromName, 'time');
  if (!date || !from) return date ?? from;
  const isDated = (row: number) => !Number.isNaN(date.ms[row]);
  return {
    type: 'time',
    ms: from.ms.map((ms, row) => (isDated(row) ? date.ms[row] : ms)),
    wall: from.wall.map((wall, row) => (isDated(row) ? date.wall[row] : wall))
  };
}
