import {code} from './coded.js';
import type {TimeColumn} from './column.js';
import type {RowReason} from './dataset.js';
import {type Cells, type Choice, isMissing, readCells, type Reading} from './reading.js';
import {toInstant} from './zone.js';

const orders: Choice = {setting: 'date-format', code: 'ambiguous-date', ways: ['dmy', 'mdy']};

const firstYear = 1970;
const lastYear = 2200;

/** A date, a date-time without an offset, or an instant. */
interface Time {
  readonly ms: number;
  readonly kind: 'date' | 'wall' | 'instant';
}

/** Date, then maybe a time of day, then maybe its offset. */
const pattern =
  /^(\d{1,4})([-/.])(\d\d?)\2(\d{1,4})(?:(?:[Tt ]|, )(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,15}))?)?(?: ?([AaPp])[Mm])? ?([Zz]|UTC|([-+])(\d\d)(?::?(\d\d))?)?)?$/;

/** How numbers count time, where the page says which it is: milliseconds since 1970 in one, and where the count starts. */
const counts: Readonly<Record<string, readonly [size: number, start: number]>> = {
  excel: [86_400_000, -25_569],
  unix: [1000, 0],
  'unix-ms': [1, 0]
};

/** A number as the format counts it. The days of Excel are days on the wall. */
function countedTime(cell: unknown, format: string): Time | RowReason | undefined {
  const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.trim() : '';
  if (!/^\d+(?:\.\d+)?$/.test(text)) return undefined;
  const [size, start] = counts[format];
  const ms = Math.round((Number(text) + start) * size);
  if (ms < Date.UTC(firstYear, 0) || ms >= Date.UTC(lastYear + 1, 0)) return 'date-out-of-range';
  return {ms, kind: format !== 'excel' ? 'instant' : ms % size ? 'wall' : 'date'};
}

/** `asked` is the order `dmy`, `mdy` or `ymd`, `dotted` that where points part the date. Without an order 01/02/2024 is undefined. */
function readTime(cell: unknown, asked: string | undefined, dotted: string): Time | RowReason | null | undefined {
  if (isMissing(cell)) return null;
  const text = cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString() : typeof cell === 'string' ? cell.trim() : '';
  const found = pattern.exec(text);
  if (!found) return 'not-a-date';
  const order = found[1].length > 2 ? 'ymd' : found[2] === '.' ? dotted : asked;
  if (!order) return undefined;
  const written = (letter: string): string => found[[1, 3, 4][order.indexOf(letter)]];
  if (written('y').length < 4 || written('d').length > 2) return 'not-a-date';
  const year = Number(written('y'));
  const month = Number(written('m'));
  const day = Number(written('d'));
  /** A part of the time of day, digits by the pattern. */
  const part = (place: number): number => Number(found[place] ?? 0);
  // 12 AM is midnight, 12 PM noon.
  const hours = found[9] ? (part(5) % 12) + (/p/i.test(found[9]) ? 12 : 0) : part(5);
  if (found[9] && !part(5)) return 'not-a-date';
  if (part(5) > (found[9] ? 12 : 23) || part(6) > 59 || part(7) > 59 || part(12) > 14 || part(13) > 59) return 'not-a-date';
  if (year < firstYear || year > lastYear) return 'date-out-of-range';
  const midnight = Date.UTC(year, month - 1, day);
  // A day that the month does not have falls into another; most months have 28, and a Date is slow to make.
  if (!month || month > 12 || !day || (day > 28 && new Date(midnight).getUTCMonth() !== month - 1)) return 'not-a-date';
  const offset = (part(12) * 60 + part(13)) * (found[11] === '-' ? -1 : 1);
  const minutes = hours * 60 + part(6) - offset;
  const fraction = found[8] ? Number(found[8].slice(0, 3).padEnd(3, '0')) : 0;
  const ms = midnight + (minutes * 60 + part(7)) * 1000 + fraction;
  return {ms, kind: found[10] ? 'instant' : found[5] ? 'wall' : 'date'};
}

/**
 * Instants and wall dates. A date-time without an offset is placed in `assumeZone` or left out,
 * but where every time of day in the column is midnight the column holds dates.
 */
export function timeColumn(cells: Cells, length: number, reading: Reading): TimeColumn {
  const {assumeZone, dateFormat} = reading.options;
  const isCount = !!dateFormat && dateFormat in counts;
  const order = isCount ? undefined : dateFormat;
  const read = (cell: unknown, way: string | undefined) =>
    (isCount ? countedTime(cell, dateFormat) : undefined) ?? readTime(cell, way, order ?? 'dmy');
  const {coded} = reading;
  const ms = coded?.numbers.slice() ?? new Float64Array(length);
  const wall = new Uint8Array(length);
  coded?.codes.forEach((kind, index) => {
    wall[index] = Number(kind === code.date);
  });
  const placeless = new Set<number>();
  const keep = (index: number, time?: Time): void => {
    ms[index] = time ? time.ms : NaN;
    wall[index] = Number(!!time && time.kind !== 'instant');
    if (time?.kind === 'wall') placeless.add(index);
  };
  readCells(cells, length, reading, read, keep, orders, order);
  if ([...placeless].every((index) => ms[index] % 86_400_000 === 0)) placeless.clear();
  for (const index of placeless)
    if (assumeZone) {
      ms[index] = toInstant(ms[index], assumeZone);
      wall[index] = 0;
    } else reading.reject(index, 'date-without-zone');
  return {type: 'time', ms, wall};
}
