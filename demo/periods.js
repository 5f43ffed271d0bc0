import {words} from './words.js';

// Which periods to offer, and what to call them.

const running = ['this-month', 'this-quarter', 'last-quarter', 'this-year', 'last-12-months'];
const ninetyDays = 90 * 86_400_000;
const mostYears = 4;

/**
 * The day the report is true for, and the periods to choose from. Periods that run up to today, as long as the records do;
 * of records that ended long ago their own years, and the quarters of the last. Nothing comes before the `earliest`, to compare with.
 */
export function periodsFor({tables, settings}, {table, date}, latest, now = Date.now()) {
  const today = new Date(now).toISOString().slice(0, 10);
  const isOld = !settings.asOf && latest !== null && Date.parse(`${latest.slice(0, 10)}T00:00Z`) < now - ninetyDays;
  const asOf = isOld ? latest.slice(0, 10) : undefined;
  const shownAsOf = asOf ?? settings.asOf ?? today;
  if (!isOld) return {asOf, shownAsOf, periods: settings.asOf ? running : [...running, 'all'], first: 'this-quarter', earliest: []};
  const columns = tables.get(table)?.columns;
  const quarters = quartersOf(columns?.get(date) ?? columns?.get('createdAt'), `${asOf}T23:59Z`);
  const years = [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))];
  const last = years.at(-1);
  const ofLast = quarters.filter((quarter) => quarter.startsWith(last));
  return {
    asOf,
    shownAsOf,
    periods: [...ofLast, ...years.slice(-mostYears), 'all'],
    first: last ?? 'all',
    earliest: [quarters[0], years[0]]
  };
}

/** The quarters that have rows, in order. */
function quartersOf(column, end) {
  const quarters = new Set();
  for (const ms of column?.ms ?? []) {
    if (!(ms <= Date.parse(end))) continue;
    const date = new Date(ms);
    quarters.add(`${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`);
  }
  return [...quarters].sort();
}

/** What the trend shows beside a period: the twelve months or the year it lies in. */
export function trendPeriod(period) {
  if (/^\d{4}/.test(period)) return period.slice(0, 4);
  return period === 'this-year' || period === 'all' ? period : 'last-12-months';
}

/** The name of a period or of a bucket: `this-month`, `2026`, `2026-Q3`, `2026-07`, `2026-W30`, `2026-07-15`. */
export function periodName(period) {
  const {periods, quarter, week} = words();
  const [, year, q, w, month, day] = /^(\d{4})(?:-(?:Q(\d)|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/.exec(period) ?? [];
  if (q) return quarter(q, year);
  if (w) return week(Number(w), year);
  if (day) return dateName(period);
  if (month) return format(period, {month: 'long', year: 'numeric'});
  return year ?? periods[period];
}

export function dateName(date) {
  return format(date.slice(0, 10), {day: 'numeric', month: 'short', year: 'numeric'});
}

function format(date, options) {
  const [year, month, day = 1] = date.split('-').map(Number);
  return new Intl.DateTimeFormat(words().language, {timeZone: 'UTC', ...options}).format(Date.UTC(year, month - 1, day));
}
