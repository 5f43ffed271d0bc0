import type {TimeColumn} from './column.js';
import {type Cells, isMissing, type Reading} from './reading.js';
import {toInstant} from './zone.js';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const firstYear = 1970;
const lastYear = 2200;

const earliest = Date.UTC(firstYear, 0);
const latest = Date.UTC(lastYear + 1, 0);

/** A time as it was written: a date, a date-time without an offset, or an instant. Otherwise why it is none; `unordered` needs an order of day and month. */
interface Time {
  readonly ms: number;
  readonly kind: 'date' | 'wall' | 'instant' | 'missing' | 'not-a-date' | 'date-out-of-range' | 'unordered';
}

const missing: Time = {ms: NaN, kind: 'missing'};
const notADate: Time = {ms: NaN, kind: 'not-a-date'};
const outOfRange: Time = {ms: NaN, kind: 'date-out-of-range'};
const unordered: Time = {ms: NaN, kind: 'unordered'};

function daysIn(month: number, year: number): number {
  return month === 2 ? (year % 4 || (year % 100 === 0 && year % 400) ? 28 : 29) : 30 + ((month + (month >> 3)) & 1);
}

function readDate(date: Date): Time {
  const ms = date.getTime();
  if (Number.isNaN(ms)) return notADate;
  return ms >= earliest && ms < latest ? {ms, kind: 'instant'} : outOfRange;
}

function readText(text: string, order: DateOrder | undefined): Time {
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
  /** Steps over one of these characters. */
  const step = (any: string): boolean => at < text.length && any.includes(text.charAt(at)) && at++ >= 0;

  const first = number(1, 4);
  const yearFirst = at === 4;
  if (at === 3) return notADate;
  const separator = text.charAt(at);
  if (!step('-./')) return notADate;
  const second = number(1, 2);
  if (!step(separator) || (!yearFirst && order === 'ymd')) return notADate;
  const third = yearFirst ? number(1, 2) : number(4, 4);
  const year = yearFirst ? first : third;
  const month = yearFirst || order === 'dmy' ? second : first;
  const day = yearFirst ? third : order === 'dmy' ? first : second;
  if (Number.isNaN(first + second + third)) return notADate;
  if (!yearFirst && !order) return unordered;
  const outside = year < firstYear || year > lastYear;
  if (!outside && (month < 1 || month > 12 || day < 1 || day > daysIn(month, year))) return notADate;
  let ms = Date.UTC(year, month - 1, day);
  let kind: Time['kind'] = 'date';

  if (at < text.length) {
    if (!step('Tt ')) return notADate;
    const hours = number(1, 2);
    const minutes = step(':') ? number(2, 2) : NaN;
    const seconds = step(':') ? number(2, 2) : 0;
    const start = at + 1;
    const fraction = step('.,') ? (number(1, 15) * 1000) / 10 ** (at - start) : 0;
    if (!(hours < 24 && minutes < 60 && seconds < 60 && fraction >= 0)) return notADate;
    ms += ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.floor(fraction);
    kind = 'wall';
    step(' ');
    if (step('Zz')) kind = 'instant';
    else if (at < text.length) {
      const west = step('-');
      if (!west && !step('+')) return notADate;
      const offsetHours = number(2, 2);
      const offsetMinutes = step(':') || at < text.length ? number(2, 2) : 0;
      if (!(offsetHours <= 14 && offsetMinutes < 60)) return notADate;
      ms -= (offsetHours * 60 + offsetMinutes) * (west ? -60_000 : 60_000);
      kind = 'instant';
    }
    if (at < text.length) return notADate;
  }
  return outside ? outOfRange : {ms, kind};
}

/** Distinct texts that are remembered: many days, but not every second. */
const mostKnown = 4000;

const yearLast = /^(\d{1,2})([-./])(\d{1,2})\2\d{4}/;

/** The order of day and month in a column: a part above 12 is a day, and before a point stands the day. */
function dateOrder(cells: Cells, length: number, reading: Reading): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  const doubtful: string[] = [];
  let previous = '';
  for (let index = 0; index < length; index++) {
    const text = cells(index);
    if (typeof text !== 'string' || text === previous) continue;
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
  const zone = reading.options.assumeZone;
  let order = reading.options.dateFormat as DateOrder | undefined;
  const ms = new Float64Array(length).fill(NaN);
  const wall = new Uint8Array(length);
  const placeless: number[] = [];
  let midnight = true;
  // Dates repeat.
  const known = new Map<unknown, Time>();
  for (let index = 0; index < length; index++) {
    const cell = cells(index);
    let time = known.get(cell);
    if (!time) {
      if (isMissing(cell)) time = missing;
      else if (typeof cell === 'string') {
        const text = cell.trim();
        time = readText(text, order);
        if (time.kind === 'unordered') {
          order = dateOrder(cells, length, reading);
          time = readText(text, order);
        }
      } else time = cell instanceof Date ? readDate(cell) : notADate;
      if (known.size < mostKnown) known.set(cell, time);
    }
    const {kind} = time;
    if (kind === 'not-a-date' || kind === 'date-out-of-range') {
      reading.reject(index, kind);
      continue;
    }
    if (kind === 'wall') {
      placeless.push(index);
      midnight &&= time.ms % 86_400_000 === 0;
    }
    ms[index] = time.ms;
    if (kind === 'date' || kind === 'wall') wall[index] = 1;
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
