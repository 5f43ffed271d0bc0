import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {ExactSums} from './exact-sums.js';
import {decimal, fraction} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Groups} from './groups.js';
import {ALL} from './issue-log.js';
import type {IssueLog} from './issue-log.js';
import type {FlowKpi, Part} from './kpi.js';
import type {Context} from './query.js';
import {conversion} from './rates.js';
import {scan} from './scan.js';

/** One part of a flow, counted and summed in one pass: a cell for each group and window (`group * windows + window`). */
export interface Tally {
  readonly counts: Float64Array;
  readonly amount: (cell: number) => Fraction;
  readonly currency: string | undefined;
}

export function tally(
  kpi: FlowKpi,
  part: Part,
  table: Table,
  context: Context,
  windows: readonly Window[],
  groups: Groups,
  log: IssueLog
): Tally {
  const rows = scan(context, table, kpi.date, part.where ?? {}, windows);
  const sum = sumOf(kpi, part);
  const amounts = sum === undefined ? undefined : columnOf(rows.table, sum, 'decimal');
  const needed = amounts ?? columnOf(rows.table, part.has ?? '', 'decimal');
  const member = columnOf(rows.table, groups.column, 'text');
  const groupOf = member && groups.of(member);
  const money = conversion(rows.table, rows.date, context);
  const credit = amounts && groups.column === 'ownerId' ? splitCredit(rows.table, groups) : undefined;
  const sums = new ExactSums(groups.labels.length * windows.length);
  const counts = new Float64Array(groups.labels.length * windows.length);

  rows.each((row, window) => {
    if (window < 0) {
      log.add(ALL, kpi.date === 'closedAt' ? 'closed-without-date' : 'missing-date', row);
      return;
    }
    const code = member ? member.codes[row] : -1;
    const group = groupOf && code >= 0 ? groupOf[code] : 0;
    const cell = group * windows.length + window;
    const isMissing = needed !== undefined && Number.isNaN(needed.units[row]);
    if (isMissing) log.add(cell, 'missing-amount', row);
    if (!isMissing || sum !== undefined) counts[cell]++;
    if (!amounts || isMissing) return;
    const factor = money.factor(row);
    if (Number.isNaN(factor)) log.add(cell, 'missing-fx-rate', row, money.currencyOf(row));
    else if (!credit) sums.add(cell, amounts.units[row], factor);
    else {
      const rest = credit.each(row, group, (to, share) => {
        sums.add(to * windows.length + window, amounts.units[row], factor * share);
      });
      if (rest < 0) log.add(cell, 'split-over-100', row);
    }
  });

  const scale = (amounts?.scale ?? 0) + money.scale + (credit?.scale ?? 0);
  return {
    counts,
    currency: amounts && money.currency,
    amount: (cell) => (sum === undefined ? fraction(counts[cell]) : decimal(sums.at(cell), scale))
  };
}

/** The column a part sums; undefined when it counts. */
export function sumOf(kpi: FlowKpi, part: Part): string | undefined {
  return 'sum' in part ? part.sum : kpi.sum;
}

interface SplitCredit {
  readonly scale: number;
  /** Credits each share of a row; a row without splits is its owner's, and what the shares leave over is nobody's. Gives that rest; negative when they exceed the whole. */
  readonly each: (row: number, owner: number, credit: (group: number, share: number) => void) => number;
}

function splitCredit(table: Table, groups: Groups): SplitCredit | undefined {
  const splits = columnOf(table, 'splits', 'list');
  const [reps, shares] = [splits?.fields.get('repId'), splits?.fields.get('share')];
  if (!splits || reps?.type !== 'text' || shares?.type !== 'decimal') return undefined;
  const groupOf = groups.of(reps);
  return {
    scale: shares.scale,
    each(row, owner, credit) {
      const [first, last] = [splits.offsets[row], splits.offsets[row + 1]];
      let rest = 10 ** shares.scale;
      if (first === last) {
        credit(owner, rest);
        return 0;
      }
      for (let entry = first; entry < last; entry++) {
        const [code, share] = [reps.codes[entry], shares.units[entry] || 0];
        rest -= share;
        credit(code < 0 ? 0 : groupOf[code], share);
      }
      if (rest > 0) credit(0, rest);
      return rest;
    }
  };
}
