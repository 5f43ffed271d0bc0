import {make} from './make.js';
import {count, words} from './words.js';

/** Why a file could not be read, in words. */
export function problemText({code, table = 'deals', column = '', seen = [], line, byte}) {
  const at = line ?? byte;
  return words().problems[code]?.({table, column, seen: seen.join(', '), at: at === undefined ? '' : count(at)}) ?? code;
}

/** What would settle it, as buttons; each gives `retry` the options to read the file with. */
export function choices({code, table = 'deals', seen = []}, retry) {
  const {dayFirst, monthFirst, thousands, decimal, readAs} = words();
  const button = (text, options) => make('button', {type: 'button', onclick: () => retry(options)}, text);
  if (code === 'ambiguous-date') {
    const [, first, second, year] = /^(\d{1,2})\D(\d{1,2})\D(\d{4})/.exec(seen[0]) ?? [];
    return [
      button(dayFirst(day(year, second, first)), {dateFormat: 'dmy'}),
      button(monthFirst(day(year, first, second)), {dateFormat: 'mdy'})
    ];
  }
  if (code === 'ambiguous-number') {
    // `1,234`: with the comma for thousands the point is the decimal sign, and the other way round.
    const [, whole, sign, rest] = /(\d+)([.,])(\d+)/.exec(seen[0]) ?? [];
    const [point, comma] = sign === ',' ? ['.', ','] : [',', '.'];
    return [
      button(thousands(number(`${whole}${rest}`, 0)), {decimal: point}),
      button(decimal(number(`${whole}.${rest}`, rest.length)), {decimal: comma})
    ];
  }
  if (code === 'date-without-zone')
    return [...new Set([Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC'])].map((zone) => button(zone, {assumeZone: zone}));
  if (code === 'no-known-columns')
    return Object.keys(readAs)
      .filter((name) => name !== table)
      .map((name) => button(readAs[name], {table: name}));
  return [];
}

function day(year, month, day) {
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Intl.DateTimeFormat(words().language, {timeZone: 'UTC', dateStyle: 'long'}).format(date);
}

function number(text, digits) {
  return new Intl.NumberFormat(words().language, {useGrouping: false, minimumFractionDigits: digits}).format(Number(text));
}
