// @ts-check

/** Days are whole numbers counted from 1970-01-01, months from year 0; neither knows a time zone. */

const msPerDay = 86_400_000;

/** @param {string} text such as 2026-11-23 */
export function day(text) {
  const [year = 0, month = 1, date = 1] = text.split('-').map((part) => parseInt(part, 10));
  return Date.UTC(year, month - 1, date) / msPerDay;
}

/** @param {number} value */
export function dateText(value) {
  return new Date(value * msPerDay).toISOString().slice(0, 10);
}

/** 1 = Monday. @param {number} value */
function weekday(value) {
  return ((value + 3) % 7) + 1;
}

/** @param {number} value */
export function isWorkday(value) {
  return weekday(value) < 6;
}

/** The day itself or the Friday before. @param {number} value */
export function workdayBefore(value) {
  return value - Math.max(0, weekday(value) - 5);
}

/** The day itself or the Monday after. @param {number} value */
export function workdayAfter(value) {
  return weekday(value) > 5 ? value + 8 - weekday(value) : value;
}

/** @param {number} value */
export function dayOfMonth(value) {
  return value - monthStart(monthOf(value)) + 1;
}

/** @param {number} value */
export function monthOf(value) {
  const date = new Date(value * msPerDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. @param {number} month */
export function monthStart(month) {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / msPerDay;
}

/** @param {number} month any month of the quarter */
export function quarterText(month) {
  return `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`;
}

/** @param {number} month any month of the quarter */
export function quarterStart(month) {
  return month - (month % 3);
}

/** Every number from the first up to, not including, the last. @param {number} from @param {number} to */
export function range(from, to) {
  return Array.from({length: Math.max(0, to - from)}, (_, index) => from + index);
}
