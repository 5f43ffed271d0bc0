import {toInstant, toWall} from '../dataset/zone.js';
import {DAY, wallDate} from './civil.js';

/** One moment on both clocks: the wall of the report's zone, and UTC. Rows of either kind of time compare against it unconverted. */
export interface Moment {
  readonly wall: number;
  readonly instant: number;
}

/** How far the data is looked at: what happens at or after it does not exist yet. `today` is midnight of its last day. */
export interface AsOf extends Moment {
  readonly today: number;
  /** A date, whose end is meant, rather than an instant. */
  readonly isDate: boolean;
}

/** A moment given by a page: a date or date-time as text, an instant as ISO text with an offset, milliseconds or a `Date`. */
export type MomentInput = string | number | Date;

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

export function atWall(wall: number, zone: string): Moment {
  return {wall, instant: Number.isFinite(wall) ? toInstant(wall, zone) : wall};
}

function atInstant(instant: number, zone: string): Moment {
  return {wall: Number.isFinite(instant) ? toWall(instant, zone) : instant, instant};
}

/** @throws RangeError `not a date: x` */
export function parseMoment(input: MomentInput, zone: string): Moment & {isDate: boolean} {
  if (typeof input !== 'string') {
    const instant = Number(input);
    if (Number.isFinite(instant)) return {...atInstant(instant, zone), isDate: false};
    throw new RangeError(`not a date: ${String(input)}`);
  }
  const match = ISO.exec(input.trim());
  const [year, month, day, hour = 0, minute = 0, second = 0] = (match ?? []).slice(1, 7).map((part) => (part ? Number(part) : undefined));
  const date = year && month && day ? wallDate(year, month, day) : undefined;
  if (!match || date === undefined || hour > 23 || minute > 59 || second > 59) throw new RangeError(`not a date: ${input}`);
  const wall = date + ((hour * 60 + minute) * 60 + second) * 1000 + Number((match[7] ?? '').padEnd(3, '0'));
  const offset = match[8];
  if (offset === undefined) return {...atWall(wall, zone), isDate: match[4] === undefined};
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = offset === 'Z' ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)));
  return {...atInstant(wall - minutes * 60_000, zone), isDate: false};
}

/** A date means its end: a report as of 31 March has all of 31 March. Nothing given: no limit. */
export function resolveAsOf(input: MomentInput | undefined, zone: string): AsOf {
  if (input === undefined) return {wall: Infinity, instant: Infinity, today: NaN, isDate: false};
  const {isDate, wall, instant} = parseMoment(input, zone);
  const today = Math.floor(wall / DAY) * DAY;
  return isDate ? {...atWall(wall + DAY, zone), today, isDate} : {wall, instant, today, isDate};
}
