import type {TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {toInstant} from '../dataset/zone.js';
import {DAY} from '../calendar/civil.js';
import type {Window} from '../calendar/window.js';
import type {Figure} from './figure.js';
import {cells} from './flow.js';
import {fraction} from './fraction.js';
import type {Groups} from './groups.js';
import {ALL, IssueLog} from './issue-log.js';
import type {DurationKpi} from './kpi.js';
import type {Context} from './query.js';
import {scan} from './scan.js';

/** Figures of a duration in days by group and window. Negative durations are left out and listed, never clamped to 0. */
export function duration(kpi: DurationKpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const {population} = context.params;
  const loaded = context.dataset.tables.get(kpi.table);
  if (!loaded) return [];
  const where = population ? {...kpi.where, status: population === 'closed' ? ['won', 'lost'] : population} : kpi.where;
  const {table, each} = scan(context, loaded, kpi.date, {where}, windows);
  const [from, to] = [kpi.from, kpi.to].map((name) => columnOf(table, name, 'time'));
  const ids = columnOf(table, 'id', 'text');
  const member = groups.memberIn(table);
  const groupOf = member && groups.of(member);
  const times = Array.from({length: groups.labels.length * windows.length}, (): number[] => []);
  const log = new IssueLog();
  each((row, window) => {
    const code = member ? member.codes[row] : -1;
    const cell = window < 0 ? ALL : (groupOf && code >= 0 ? groupOf[code] : 0) * windows.length + window;
    const ms = from && to ? elapsed(from, to, row, context.zone) : NaN;
    if (ms >= 0 && window >= 0) times[cell].push(ms);
    else log.add(cell, ms < 0 ? 'negative-duration' : 'missing-date', row);
  });
  return cells(groups, windows, (cell) => ({
    ...(kpi.statistic === 'mean' ? mean(times[cell]) : median(times[cell])),
    ...(times[cell].length === 0 && {reason: 'empty-denominator'}),
    n: times[cell].length,
    excluded: Array.from(log.rows(cell, 'negative-duration'), (row) => ({code: 'negative-duration', id: textAt(ids, row)})),
    issues: log.at(cell)
  }));
}

/** Two wall dates differ by calendar days, whatever the clocks did between them; otherwise time passed as it really did. */
function elapsed(from: TimeColumn, to: TimeColumn, row: number, zone: string): number {
  const isMixed = from.wall[row] !== to.wall[row];
  const place = ({ms, wall}: TimeColumn) => (isMixed && wall[row] && !Number.isNaN(ms[row]) ? toInstant(ms[row], zone) : ms[row]);
  return place(to) - place(from);
}

function mean(sample: readonly number[]): Pick<Figure, 'value' | 'numerator' | 'denominator'> {
  const total = sample.reduce((sum, ms) => sum + ms, 0);
  const parts = {numerator: fraction(total, DAY), denominator: fraction(sample.length)};
  return {...parts, value: sample.length > 0 ? fraction(total, DAY * sample.length) : undefined};
}

function median(sample: readonly number[]): Pick<Figure, 'value'> {
  const sorted = Float64Array.from(sample).sort();
  const {length} = sorted;
  return length === 0 ? {} : {value: fraction(sorted[(length - 1) >> 1] + sorted[length >> 1], 2 * DAY)};
}
