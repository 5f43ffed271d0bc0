import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {DAY} from '../calendar/civil.js';
import type {Window} from '../calendar/window.js';
import {wallAt} from './elapsed.js';

/**
 * Spreads a row evenly over its days on the wall: tells each window how many of how many of them begin in it. False when the row has no such days.
 */
export function spreadOver(
  table: Table,
  names: readonly [string, string],
  windows: readonly Window[],
  zone: string
): (row: number, add: (window: number, days: number, of: number) => void) => boolean {
  const columns = names.map((name) => columnOf(table, name, 'time'));
  return (row, add) => {
    const [start, end] = columns.map((column) => (column ? wallAt(column, row, zone) : NaN));
    if (!(start < end)) return false;
    const daysBefore = (wall: number) => Math.max(0, Math.ceil((Math.min(wall, end) - start) / DAY));
    for (const [index, window] of windows.entries()) {
      const days = daysBefore(window.end.wall) - daysBefore(window.start.wall);
      if (days > 0) add(index, days, daysBefore(end));
    }
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
