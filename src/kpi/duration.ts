import type {TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {toInstant} from '../dataset/zone.js';
import {DAY} from '../calendar/civil.js';
import type {Window} from '../calendar/window.js';
import {noFigure} from './figure.js';
import type {Figure} from './figure.js';
import {cells} from './flow.js';
import {fraction} from './fraction.js';
import type {Groups} from './groups.js';
import type {DurationKpi, Where} from './kpi.js';
import type {Context, Params} from './query.js';
import type {Issue} from './result.js';
import {scan} from './scan.js';

/** Figures of a duration in days by group and window. Negative durations are left out and listed, never clamped to 0. */
export function duration(kpi: DurationKpi, context: Context, windows: readonly Window[], groups: Groups, {population}: Params): Figure[][] {
  const where: Where = population ? {...kpi.where, status: population === 'closed' ? ['won', 'lost'] : population} : kpi.where;
  const rows = scan(context, kpi.table, kpi.date, where, windows);
  if ('reason' in rows) return cells(groups, windows, () => noFigure(rows.reason, [{code: rows.reason as 'missing-table', names: rows.names}]));
  const {table} = rows;
  const [from, to] = [columnOf(table, kpi.from, 'time'), columnOf(table, kpi.to, 'time')];
  if (table.length > 0 && (!from || !to)) {
    return cells(groups, windows, () => noFigure('missing-column', [{code: 'missing-column', names: [kpi.table, from ? kpi.to : kpi.from]}]));
  }
  const ids = columnOf(table, 'id', 'text');
  const member = columnOf(table, groups.column, 'text');
  const groupOf = member && groups.of(member);
  const times = Array.from({length: groups.size * windows.length}, (): number[] => []);
  const negative = times.map((): Issue[] => []);
  const undatable = new Float64Array(times.length);

  const undated = rows.each((row, window) => {
    const cell = (groupOf?.[member?.codes[row] ?? -1] ?? 0) * windows.length + window;
    const ms = elapsed(from, to, row, context.zone);
    if (Number.isNaN(ms)) undatable[cell] = (undatable[cell] ?? 0) + 1;
    else if (ms < 0) negative[cell]?.push({code: 'negative-duration', id: textAt(ids, row)});
    else times[cell]?.push(ms);
  });

  return cells(groups, windows, cell => {
    const sample = times[cell] ?? [];
    const excluded = negative[cell] ?? [];
    const missing = undated + (undatable[cell] ?? 0);
    return {
      ...(kpi.statistic === 'mean' ? mean(sample) : median(sample)),
      n: sample.length,
      excluded,
      issues: [
        ...(excluded.length > 0 ? [{code: 'negative-duration' as const, count: excluded.length}] : []),
        ...(missing > 0 ? [{code: 'missing-date' as const, count: missing}] : [])
      ]
    };
  });
}

/** Two wall dates differ by calendar days, whatever the clocks did between them; otherwise time passed as it really did. */
function elapsed(from: TimeColumn | undefined, to: TimeColumn | undefined, row: number, zone: string): number {
  const [start, end] = [from?.ms[row] ?? NaN, to?.ms[row] ?? NaN];
  const [isWallStart, isWallEnd] = [from?.wall[row] === 1, to?.wall[row] === 1];
  if (isWallStart === isWallEnd || Number.isNaN(start) || Number.isNaN(end)) return end - start;
  return isWallStart ? end - toInstant(start, zone) : toInstant(end, zone) - start;
}

function mean(sample: readonly number[]): Pick<Figure, 'value' | 'reason' | 'numerator' | 'denominator'> {
  const total = sample.reduce((sum, ms) => sum + ms, 0);
  const parts = {numerator: fraction(total, DAY), denominator: fraction(sample.length)};
  return sample.length > 0 ? {...parts, value: fraction(total, DAY * sample.length)} : {...parts, reason: 'empty-denominator'};
}

function median(sample: number[]): Pick<Figure, 'value' | 'reason'> {
  if (sample.length === 0) return {reason: 'empty-denominator'};
  const sorted = Float64Array.from(sample).sort();
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return {value: fraction(low + high, 2 * DAY)};
}
