import type {TimeColumn} from './column.js';
import {type Cells, isMissing, type Reading} from './reading.js';
import {toInstant} from './zone.js';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const firstYear = 1970;
const lastYear = 2200;
const [space, plus, comma, hyphen, point, slash, colon, upperT, upperZ, lowerT, lowerZ] = [32, 43, 44, 45, 46, 47, 58, 84, 90, 116, 122];

const earliest = Date.UTC(firstYear, 0);
const latest = Date.UTC(lastYear + 1, 0);

/** Of which kind the time was that `readTime` returned last; beside it, so that no object is made a cell. */
let kind: 'date' | 'wall' | 'instant' | 'nothing' | 'outside' = 'nothing';

function daysIn(month: number, year: number): number {
  return month === 2 ? (year % 4 || (year % 100 === 0 && year % 400) ? 28 : 29) : 30 + ((month + (month >> 3)) & 1);
}

/** Milliseconds of a date or a date-time; `kind` says of which. */
function readTime(cell: unknown, order: DateOrder): number {
  kind = 'nothing';
  if (typeof cell === 'string') return readText(cell.trim(), order);
  if (!(cell instanceof Date)) return NaN;
  const ms = cell.getTime();
  if (!Number.isNaN(ms)) kind = ms >= earliest && ms < latest ? 'instant' : 'outside';
  return ms;
}

function readText(text: string, order: DateOrder): number {
  let at = 0;
  /** The next digits, at most `most`; NaN if fewer than `least`. */
  const number = (least: number, most: number): number => {
    let value = 0;
    let width = 0;
    for (; width < most; width++, at++) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    return width < least ? NaN : value;
  };
  const step = (code: number): boolean => text.charCodeAt(at) === code && at++ >= 0;

  const first = number(1, 4);
  const yearFirst = at === 4;
  if (at === 3) return NaN;
  const separator = text.charCodeAt(at++);
  if (separator !== hyphen && separator !== point && separator !== slash) return NaN;
  const second = number(1, 2);
  if (!step(separator) || (!yearFirst && order === 'ymd')) return NaN;
  const third = yearFirst ? number(1, 2) : number(4, 4);
  const year = yearFirst ? first : third;
  const month = yearFirst || order === 'dmy' ? second : first;
  const day = yearFirst ? third : order === 'dmy' ? first : second;
  if (Number.isNaN(first + second + third)) return NaN;
  const outside = year < firstYear || year > lastYear;
  if (!outside && (month < 1 || month > 12 || day < 1 || day > daysIn(month, year))) return NaN;
  let ms = Date.UTC(year, month - 1, day);
  let read: typeof kind = 'date';

  if (at < text.length) {
    if (!step(upperT) && !step(space) && !step(lowerT)) return NaN;
    const hours = number(1, 2);
    const minutes = step(colon) ? number(2, 2) : NaN;
    const seconds = step(colon) ? number(2, 2) : 0;
    const start = at + 1;
    const fraction = step(point) || step(comma) ? (number(1, 15) * 1000) / 10 ** (at - start) : 0;
    if (!(hours < 24 && minutes < 60 && seconds < 60 && fraction >= 0)) return NaN;
    ms += ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.floor(fraction);
    read = 'wall';
    step(space);
    if (step(upperZ) || step(lowerZ)) read = 'instant';
    else if (at < text.length) {
      const west = step(hyphen);
      if (!west && !step(plus)) return NaN;
      const offsetHours = number(2, 2);
      const offsetMinutes = step(colon) || at < text.length ? number(2, 2) : 0;
      if (!(offsetHours <= 14 && offsetMinutes < 60)) return NaN;
      ms -= (offsetHours * 60 + offsetMinutes) * (west ? -60_000 : 60_000);
      read = 'instant';
    }
    if (at < text.length) return NaN;
  }
  kind = outside ? 'outside' : read;
  return ms;
}

function startsWithYear(text: string): boolean {
  for (let at = 1; at < 4; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

const yearLast = /^(\d{1,2})([-./])(\d{1,2})\2\d{4}/;

/** The order of day and month in a column: a part above 12 is a day, and before a point stands the day. */
function dateOrder(cells: Cells, length: number, reading: Reading): DateOrder {
  const chosen = reading.options.dateFormat;
  if (chosen) return chosen as DateOrder;
  let dayFirst = 0;
  let monthFirst = 0;
  const doubtful: string[] = [];
  let previous = '';
  for (let index = 0; index < length; index++) {
    const text = cells[index];
    if (typeof text !== 'string' || text === previous || startsWithYear(text)) continue;
    previous = text;
    const [, first = '', separator = '', second = ''] = yearLast.exec(text.trim()) ?? [];
    if (!first) continue;
    if (separator === '.' || (first > '12' && first.length > 1)) dayFirst++;
    else if (second.length > 1 && second > '12') monthFirst++;
    else if (first.padStart(2, '0') !== second.padStart(2, '0')) doubtful.push(text);
  }
  if (dayFirst === monthFirst && doubtful.length) reading.ambiguous('date-format', doubtful);
  return dayFirst < monthFirst ? 'mdy' : 'dmy';
}

/**
 * Instants and wall dates. A date-time without an offset is placed in `assumeZone` or left out,
 * but where every time of day in the column is midnight the column holds dates.
 */
export function timeColumn(cells: Cells, length: number, reading: Reading): TimeColumn {
  const order = dateOrder(cells, length, reading);
  const zone = reading.options.assumeZone;
  const ms = new Float64Array(length).fill(NaN);
  const wall = new Uint8Array(length);
  const placeless: number[] = [];
  let midnight = true;
  for (let index = 0; index < length; index++) {
    const cell = cells[index];
    if (isMissing(cell)) continue;
    const time = readTime(cell, order);
    if (kind === 'nothing' || kind === 'outside') {
      reading.reject(index, kind === 'outside' ? 'date-out-of-range' : 'not-a-date');
      continue;
    }
    ms[index] = time;
    if (kind === 'instant') continue;
    wall[index] = 1;
    if (kind === 'wall') {
      placeless.push(index);
      midnight &&= time % 86_400_000 === 0;
    }
  }
  if (!midnight)
    for (const index of placeless) {
      if (zone) {
        ms[index] = toInstant(ms[index], zone);
        wall[index] = 0;
      } else reading.reject(index, 'date-without-zone');
    }
  return {type: 'time', ms, wall};
}
