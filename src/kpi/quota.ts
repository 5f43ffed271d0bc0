import type {Period} from '../calendar/period.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {remembered} from '../dataset/remembered.js';
import {wallAt} from './elapsed.js';
import {decimal, fraction, ofNumber, plus, times, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Kpi} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';

/** A row of the `targets` table: its window is wall time, half-open. */
export interface Quota {
  readonly row: number;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** Whose target is wanted; nobody's in particular: that of the whole. */
export interface TargetScope {
  readonly rep: string;
  readonly team: string;
}

/** The targets that the table has for a KPI, of whatever period, scope by scope. */
export function quotasOf(kpi: Kpi, {dataset, zone}: Context): (scope: TargetScope) => Quota[] {
  const table = dataset.tables.get('targets');
  const values = columnOf(table, 'value', 'decimal');
  const [start, end] = ['start', 'end'].map((name) => columnOf(table, name, 'time'));
  const kpis = columnOf(table, 'kpi', 'text');
  if (!values || !start || !end) return () => [];
  const [ids, idsOfRep] = [targetIds(kpi, false), targetIds(kpi, true)];
  const rows = rowsByScope(dataset);
  const {find} = peopleOf(dataset);
  return ({rep, team}) =>
    (rows.get(`${find(rep)} ${team}`) ?? [])
      .filter((row) => !Number.isNaN(values.units[row]) && (rep === '' ? ids : idsOfRep).includes(textAt(kpis, row)))
      .map((row) => ({
        row,
        value: toNumber(decimal(values.units[row], values.scale)),
        start: wallAt(start, row, zone),
        end: wallAt(end, row, zone)
      }));
}

/** Whose each row of the targets is, so that a ranking of thousands does not read the table for everyone. */
const rowsByScope = /* @__PURE__ */ remembered((dataset: Dataset): ReadonlyMap<string, readonly number[]> => {
  const {find} = peopleOf(dataset);
  const table = dataset.tables.get('targets');
  const [reps, teams] = ['repId', 'team'].map((name) => columnOf(table, name, 'text'));
  const rows = new Map<string, number[]>();
  for (let row = 0; row < (table?.length ?? 0); row++) {
    const scope = `${find(textAt(reps, row))} ${textAt(teams, row)}`;
    const those = rows.get(scope);
    if (those) those.push(row);
    else rows.set(scope, [row]);
  }
  return rows;
});

/** What each rep has of the sales may be set under either name; together they have the target of total sales. */
function targetIds({id, ...kpi}: Kpi, isRep: boolean): string[] {
  if ((kpi.kind === 'flow' && kpi.per) || !['sales-per-rep', 'total-sales'].includes(id)) return [id];
  return isRep ? ['sales-per-rep', 'total-sales'] : ['total-sales'];
}

/**
 * What targets of other periods come to in this one, by days: the longest that lie in it end to end, else their shares of the days.
 * Undefined while a day of it has none.
 */
export function prorated(quotas: readonly Quota[], {start, end}: Period): Fraction | undefined {
  let [value, day] = [fraction(0), start];
  while (day < end) {
    const within = quotas.filter((quota) => quota.start === day && quota.end <= end).sort((a, b) => b.end - a.end);
    const around = quotas.filter((quota) => quota.start <= day && quota.end > day).sort((a, b) => a.end - a.start - (b.end - b.start));
    const next = [...within, ...around].at(0);
    if (!next) return undefined;
    const until = Math.min(next.end, end);
    value = plus(value, times(ofNumber(next.value), fraction(until - day, next.end - next.start)));
    day = until;
  }
  return value;
}
