import type {Period} from '../calendar/period.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {decimal, toNumber} from './fraction.js';
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

/** The targets that the table has for a KPI and scope, of whatever period. */
export function quotasOf(kpi: Kpi, {dataset}: Context, {rep, team}: TargetScope): Quota[] {
  const table = dataset.tables.get('targets');
  const values = columnOf(table, 'value', 'decimal');
  const [start, end] = ['start', 'end'].map((name) => columnOf(table, name, 'time'));
  const text = (name: string, row: number) => textAt(columnOf(table, name, 'text'), row);
  const {find} = peopleOf(dataset);
  const [wanted, ids] = [find(rep), targetIds(kpi, rep !== '')];
  const quotas: Quota[] = [];
  for (let row = 0; values && start && end && row < values.units.length; row++) {
    if (Number.isNaN(values.units[row]) || find(text('repId', row)) !== wanted || text('team', row) !== team) continue;
    if (!ids.includes(text('kpi', row))) continue;
    quotas.push({row, value: toNumber(decimal(values.units[row], values.scale)), start: start.ms[row], end: end.ms[row]});
  }
  return quotas;
}

/** What each rep has of the sales may be set under either name; together they have the target of total sales. */
function targetIds({id, ...kpi}: Kpi, isRep: boolean): string[] {
  if ((kpi.kind === 'flow' && kpi.per) || !['sales-per-rep', 'total-sales'].includes(id)) return [id];
  return isRep ? ['sales-per-rep', 'total-sales'] : ['total-sales'];
}

/**
 * What targets of other periods come to in this one, by days: the longest that lie in it end to end, else their shares of the days.
 * Undefined while a day of it has none.
 */
export function prorated(quotas: readonly Quota[], {start, end}: Period): number | undefined {
  let [value, day] = [0, start];
  while (day < end) {
    const within = quotas.filter((quota) => quota.start === day && quota.end <= end).sort((a, b) => b.end - a.end);
    const around = quotas.filter((quota) => quota.start <= day && quota.end > day).sort((a, b) => a.end - a.start - (b.end - b.start));
    const next = [...within, ...around].at(0);
    if (!next) return undefined;
    const until = Math.min(next.end, end);
    value += (next.value * (until - day)) / (next.end - next.start);
    day = until;
  }
  return value;
}
