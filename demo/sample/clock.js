// @ts-check
import {isWorkday, workdayAfter} from './calendar.js';

/** Instants are milliseconds since 1970 in UTC; the company's clock is Stockholm's, whatever the zone of the machine. */

const minute = 60_000;
const hour = 60 * minute;
const opens = 8 * 60;
const closes = 17 * 60 + 30;

/** The instant of a time on the clock. @param {number} day @param {number} minutes after midnight */
export function instant(day, minutes) {
  const asUtc = day * 24 * hour + minutes * minute;
  // The hour that comes twice in October is its first, summer, pass; the one that is skipped in March lands an hour later.
  return isSummer(asUtc - 2 * hour) ? asUtc - 2 * hour : asUtc - hour;
}

/** @param {number} ms */
export function dayAt(ms) {
  return Math.floor((ms + offset(ms)) / (24 * hour));
}

/** @param {number} ms @param {'local' | 'utc'} style */
export function instantText(ms, style) {
  if (style === 'utc') return `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return `${new Date(ms + offset(ms)).toISOString().slice(0, 19)}+0${offset(ms) / hour}:00`;
}

/** @param {number} ms */
export function inOfficeHours(ms) {
  const minutes = minutesAt(ms);
  return isWorkday(dayAt(ms)) && minutes >= opens && minutes < closes;
}

/** When work that takes some minutes is done, the clock standing still while the office is closed. @param {number} ms @param {number} minutes */
export function afterOfficeMinutes(ms, minutes) {
  let start = inOfficeHours(ms) ? ms : nextOpening(ms);
  let left = minutes;
  for (;;) {
    const today = closes - minutesAt(start);
    if (left < today) return start + Math.round(left * 60) * 1000;
    left -= today;
    start = nextOpening(start);
  }
}

/** @param {number} ms */
function nextOpening(ms) {
  const today = dayAt(ms);
  return instant(workdayAfter(minutesAt(ms) < opens ? today : today + 1), opens);
}

/** @param {number} ms */
function minutesAt(ms) {
  return (ms + offset(ms)) / minute - dayAt(ms) * 24 * 60;
}

/** @param {number} ms */
function offset(ms) {
  return isSummer(ms) ? 2 * hour : hour;
}

/** The European rule: from the last Sunday of March to the last of October, at 01:00 UTC. @param {number} ms */
function isSummer(ms) {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSunday(year, 2) + hour && ms < lastSunday(year, 9) + hour;
}

/** @param {number} year @param {number} month 0 = January, one of 31 days */
function lastSunday(year, month) {
  const last = new Date(Date.UTC(year, month, 31));
  return last.getTime() - last.getUTCDay() * 24 * hour;
}
