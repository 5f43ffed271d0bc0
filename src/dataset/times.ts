import type {TimeColumn} from './column.js';
import {type Cells, isMissing, type Reading} from './reading.js';
import {toInstant} from './zone.js';

const firstYear = 1970;
const lastYear = 2200;

/** A date, a date-time without an offset, an instant, or why it is none of them. Without an order 01/02/2024 is `unordered`. */
interface Time {
  readonly ms: number;
  readonly kind: 'date' | 'wall' | 'instant' | 'missing' | 'not-a-date' | 'date-out-of-range' | 'unordered';
}

function daysIn(month: number, year: number): number {
  return month === 2 ? (year % 4 || (year % 100 === 0 && year % 400) ? 28 : 29) : 30 + ((month + (month >> 3)) & 1);
}

/**
 * Reads by character, since dates with a time of day rarely repeat and patterns are slow.
 * `order` is `dmy`, `mdy` or `ymd`, `dotted` the order where points part the date. What is no time has NaN milliseconds.
 */
function readTime(text: string, order: string | undefined, dotted: string): Time {
  let at = 0;
  let valid = true;
  /** Steps over one of these characters. */
  const step = (any: string): boolean => at < text.length && any.includes(text.charAt(at)) && ++at > 0;
  const need = (any: string): void => {
    valid = step(any) && valid;
  };
  /** The next digits, from `least` to `most`. */
  const number = (least: number, most: number): number => {
    let value = 0;
    let width = 0;
    for (; width < most; width++, at++) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    valid &&= width >= least;
    return value;
  };

  const first = number(1, 4);
  const yearFirst = at === 4;
  const separator = text.charAt(at);
  need('-./');
  const second = number(1, 2);
  need(separator);
  const third = yearFirst ? number(1, 2) : number(4, 4);
  if (separator === '.') order = dotted;
  const [year, month, day] = yearFirst ? [first, second, third] : order === 'mdy' ? [third, first, second] : [third, second, first];

  let kind: Time['kind'] = 'date';
  let ms = 0;
  if (at < text.length) {
    need('Tt ');
    const hours = number(1, 2);
    need(':');
    const minutes = number(2, 2);
    const seconds = step(':') ? number(2, 2) : 0;
    const start = at + 1;
    const fraction = step('.,') ? (number(1, 15) * 1000) / 10 ** (at - start) : 0;
    ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.floor(fraction);
    valid &&= hours < 24 && minutes < 60 && seconds < 60;
    step(' ');
    kind = 'wall';
    if (step('Zz')) kind = 'instant';
    else if (at < text.length) {
      const west = step('-');
      if (!west) need('+');
      const offsetHours = number(2, 2);
      const offsetMinutes = step(':') || at < text.length ? number(2, 2) : 0;
      valid &&= offsetHours < 15 && offsetMinutes < 60;
      ms -= (offsetHours * 60 + offsetMinutes) * (west ? -60_000 : 60_000);
      kind = 'instant';
    }
  }
  if (!valid || at < text.length || (!yearFirst && order === 'ymd')) kind = 'not-a-date';
  else if (!yearFirst && !order) kind = 'unordered';
  else if (year < firstYear || year > lastYear) kind = 'date-out-of-range';
  else if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) kind = 'not-a-date';
  else return {ms: ms + Date.UTC(year, month - 1, day), kind};
  return {ms: NaN, kind};
}

/** The order of day and month in a column, by the dates that are one in one order alone. */
function dateOrder(cells: Cells, length: number, reading: Reading): string {
  let dayFirst = 0;
  let monthFirst = 0;
  const doubtful: string[] = [];
  for (let index = 0; index < length; index++) {
    const text = cells(index);
    if (typeof text !== 'string') continue;
    const [day, month] = ['dmy', 'mdy'].map((order) => readTime(text.trim(), order, 'dmy').ms);
    if (Object.is(day, month)) continue;
    if (Number.isNaN(month)) dayFirst++;
    else if (Number.isNaN(day)) monthFirst++;
    else doubtful.push(text);
  }
  if (dayFirst === monthFirst && doubtful.length) reading.ambiguous('date-format', doubtful);
  return dayFirst < monthFirst ? 'mdy' : 'dmy';
}

/** Distinct texts that are remembered: many days, but not every second. */
const mostKnown = 4000;

/**
 * Instants and wall dates. A date-time without an offset is placed in `assumeZone` or left out,
 * but where every time of day in the column is midnight the column holds dates.
 */
export function timeColumn(cells: Cells, length: number, reading: Reading): TimeColumn {
  const {assumeZone, dateFormat} = reading.options;
  let order = dateFormat;
  // Before a point stands the day.
  const dotted = dateFormat ?? 'dmy';
  const ms = new Float64Array(length).fill(NaN);
  const wall = new Uint8Array(length);
  const placeless: number[] = [];
  let midnight = true;
  const known = new Map<unknown, Time>();

  function read(cell: unknown): Time {
    if (isMissing(cell)) return {ms: NaN, kind: 'missing'};
    const text = cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString() : typeof cell === 'string' ? cell.trim() : '';
    const time = readTime(text, order, dotted);
    if (time.kind !== 'unordered') return time;
    order = dateOrder(cells, length, reading);
    return readTime(text, order, dotted);
  }

  for (let index = 0; index < length; index++) {
    const cell = cells(index);
    let time = known.get(cell);
    if (!time) {
      time = read(cell);
      if (known.size < mostKnown) known.set(cell, time);
    }
    const {kind} = time;
    ms[index] = time.ms;
    if (kind === 'not-a-date' || kind === 'date-out-of-range') reading.reject(index, kind);
    if (kind === 'wall') {
      placeless.push(index);
      midnight &&= time.ms % 86_400_000 === 0;
    }
    if (kind === 'date' || kind === 'wall') wall[index] = 1;
  }
  if (!midnight)
    for (const index of placeless) {
      if (assumeZone) {
        ms[index] = toInstant(ms[index], assumeZone);
        wall[index] = 0;
      } else reading.reject(index, 'date-without-zone');
    }
  return {type: 'time', ms, wall};
}
