import type {ListColumn, Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {ExactSums} from './exact-sums.js';
import {decimal} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Groups} from './groups.js';
import type {FlowKpi, Part} from './kpi.js';
import type {Context} from './query.js';
import {conversion} from './rates.js';
import type {Issue} from './result.js';
import {scan} from './scan.js';
import type {Missing} from './scan.js';

/** One part of a flow, counted and summed in one pass: a cell for each group and window (`group * windows + window`). */
export interface Tally {
  readonly counts: Float64Array;
  readonly amount: (cell: number) => Fraction;
  readonly currency: string | undefined;
  readonly issues: (cell: number) => Issue[];
}

export function tally(kpi: FlowKpi, part: Part, context: Context, windows: readonly Window[], groups: Groups): Tally | Missing {
  const rows = scan(context, kpi.table, kpi.date, part.where ?? {}, windows);
  if ('reason' in rows) return rows;
  const {table, date} = rows;
  const sum = 'sum' in part ? part.sum : kpi.sum;
  const amounts = sum === undefined ? undefined : columnOf(table, sum, 'decimal');
  const needed = columnOf(table, part.has ?? '', 'decimal');
  if (table.length > 0 && ((sum !== undefined && !amounts) || (part.has !== undefined && !needed))) {
    return {reason: 'missing-column', names: [kpi.table, sum ?? part.has ?? '']};
  }

  const member = columnOf(table, groups.column, 'text');
  const groupOf = member && groups.of(member);
  const splits = groups.column === 'ownerId' && amounts ? splitCredit(table, groups) : undefined;
  const money = conversion(table, date, context);
  const scale = (amounts?.scale ?? 0) + money.scale + (splits?.scale ?? 0);
  const size = groups.size * windows.length;
  const sums = new ExactSums(size);
  const counts = new Float64Array(size);
  const missingAmounts = new Float64Array(size);
  const overSplit = new Float64Array(size);
  const missingRates = new Map<number, Set<string>>();

  const undated = rows.each((row, window) => {
    const cell = (groupOf?.[member?.codes[row] ?? -1] ?? 0) * windows.length + window;
    if (needed && Number.isNaN(needed.units[row])) {
      missingAmounts[cell] = (missingAmounts[cell] ?? 0) + 1;
      return;
    }
    counts[cell] = (counts[cell] ?? 0) + 1;
    if (!amounts) return;
    const units = amounts.units[row] ?? NaN;
    if (Number.isNaN(units)) {
      missingAmounts[cell] = (missingAmounts[cell] ?? 0) + 1;
      return;
    }
    const factor = money.factor(row);
    if (Number.isNaN(factor)) {
      missingRates.set(cell, (missingRates.get(cell) ?? new Set()).add(money.currencyOf(row)));
    } else if (splits) {
      const isOver = splits.each(row, (group, share) => sums.add((group ?? 0) * windows.length + window, units, factor * share));
      if (isOver) overSplit[cell] = (overSplit[cell] ?? 0) + 1;
    } else {
      sums.add(cell, units, factor);
    }
  });

  return {
    counts,
    currency: amounts && money.currency,
    amount: cell => decimal(sums.at(cell), scale),
    issues: cell => [
      ...counted('missing-amount', missingAmounts[cell]),
      ...counted('split-over-100', overSplit[cell]),
      ...counted(kpi.date === 'closedAt' ? 'closed-without-date' : 'missing-date', undated),
      ...[...(missingRates.get(cell) ?? [])].map(currency => ({code: 'missing-fx-rate' as const, names: [currency]}))
    ]
  };
}

function counted(code: Issue['code'], count = 0): Issue[] {
  return count > 0 ? [{code, count}] : [];
}

interface SplitCredit {
  readonly scale: number;
  /** Credits each share of a row; a row without splits is its owner's, and what the shares leave over is nobody's. True when they exceed the whole. */
  readonly each: (row: number, credit: (group: number | undefined, share: number) => void) => boolean;
}

function splitCredit(table: Table, groups: Groups): SplitCredit | undefined {
  const splits: ListColumn | undefined = columnOf(table, 'splits', 'list');
  const [repId, share] = [splits?.fields.get('repId'), splits?.fields.get('share')];
  if (splits === undefined || repId?.type !== 'text' || share?.type !== 'decimal') return undefined;
  const owner = columnOf(table, 'ownerId', 'text');
  const [groupOf, ownerGroup] = [groups.of(repId), owner && groups.of(owner)];
  const wholeShare = 10 ** share.scale;
  return {
    scale: share.scale,
    each(row, credit) {
      const [first = 0, last = 0] = [splits.offsets[row], splits.offsets[row + 1]];
      if (first === last) {
        credit(textAt(owner, row) === '' ? 0 : ownerGroup?.[owner?.codes[row] ?? -1], wholeShare);
        return false;
      }
      let rest = wholeShare;
      for (let entry = first; entry < last; entry++) {
        const units = share.units[entry] ?? NaN;
        if (Number.isNaN(units)) continue;
        rest -= units;
        credit(groupOf[repId.codes[entry] ?? -1], units);
      }
      if (rest > 0) credit(0, rest);
      return rest < 0;
    }
  };
}
