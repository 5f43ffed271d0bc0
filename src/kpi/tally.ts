import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Window} from '../calendar/window.js';
import {ExactSums} from './exact-sums.js';
import {wantedPeople} from './filter.js';
import {fraction, plus} from './fraction.js';
import type {Fraction} from './fraction.js';
import {whole} from './groups.js';
import type {Groups} from './groups.js';
import {contradicted, logFuture} from './hygiene.js';
import {ALL} from './issue-log.js';
import type {IssueLog} from './issue-log.js';
import type {FlowKpi, Part} from './kpi.js';
import {membership} from './membership.js';
import type {Context} from './query.js';
import {conversion} from './rates.js';
import {addToCells, moveCells} from './row-loops.js';
import {scan} from './scan.js';
import type {TakeAll} from './scan.js';
import {splitCredit, splitOver} from './splits.js';
import {datesOrStarts, spreadOver} from './spread.js';
import {stateOf} from './table-as-of.js';

/** One part of a flow, counted and summed in one pass: a cell for each group and window (`group * windows + window`). */
export interface Tally {
  readonly counts: Float64Array;
  readonly amount: (cell: number) => Fraction;
  /** The amounts in `1 / unit`, where doubles hold them exactly. */
  readonly units: Float64Array | undefined;
  readonly unit: number;
  readonly currency: string | undefined;
  readonly ids: TextColumn | undefined;
}

export function tally(
  kpi: Pick<FlowKpi, 'date' | 'sum'>,
  part: Part,
  loaded: Table,
  context: Context,
  windows: readonly Window[],
  groups: Groups,
  log: IssueLog
): Tally {
  const dateName = part.date ?? kpi.date;
  const sum = sumOf(kpi, part);
  const owned = stateOf(loaded, dateName, context);
  const isWanted = wantedPeople(owned, context);
  // Sums of a rep are what the splits credit; counts go with the owner unless the query says otherwise.
  const isShared = sum !== undefined || context.params.countCredit === 'split';
  const credit =
    isShared && (groups.isOfPeople || isWanted)
      ? splitCredit(owned, groups, isWanted ?? (() => true), sum === 'amount' ? context : undefined)
      : undefined;
  const {table, date, each, addDays} = scan(context, loaded, dateName, part, windows, !credit);
  const amounts = sum === undefined ? undefined : columnOf(table, sum, 'decimal');
  const isMissingIn = missingIn(table, amounts ? (sum ?? '') : (part.has ?? ''));
  const members = membership(table, groups);
  const money = conversion(table, part.spread ? datesOrStarts(table, date, part.spread[0]) : date, context);
  const spread = part.spread ? spreadOver(table, part.spread, windows, context.zone) : undefined;
  const size = groups.labels.length * windows.length;
  const sums = new ExactSums(size);
  /** Amounts spread over so many days: of each day's share the sum, by that number of days. */
  const spreadSums = new Map<number, ExactSums>();
  const counts = new Float64Array(size);
  const isContradicted = contradicted(loaded);
  const isOver = isShared ? splitOver(loaded) : undefined;

  const isMoney = sum === 'amount';
  const isByRep = groups.by === 'rep';
  const add = (
    cell: number,
    row: number,
    factor: number,
    times: number,
    into: ExactSums,
    unit = amounts ? amounts.units[row] : 1
  ): void => {
    if (Number.isNaN(factor)) log.add(cell, 'missing-fx-rate', row, money.currencyOf(row));
    else into.add(cell, unit, factor * times);
  };
  const addTo = (row: number, window: number, into: ExactSums, days: number): void => {
    const credited = credit?.of(row);
    if (credited?.length === 0) return;
    const isMissing = isMissingIn(row);
    const isSummed = amounts !== undefined && !isMissing;
    const factor = isMoney && isSummed ? money.factor(row) : 1;
    for (const group of members.of(row)) {
      const cell = group * windows.length + window;
      if (isMissing) log.add(cell, 'missing-amount', row);
      if (!isMissing || sum !== undefined) counts[cell]++;
      if (isOver?.has(row)) log.add(cell, 'split-over-100', row);
      if (isContradicted?.[row]) log.add(cell, 'status-history-inconsistent', row);
      if (isByRep && group === 0 && !credited?.some((share) => share.group > 0)) log.add(cell, 'missing-owner', row);
      if (isMoney && money.isUnknown?.(row)) log.add(cell, 'unknown-currency', row, money.currencyOf(row));
      if (!credited && isSummed) add(cell, row, factor, days, into);
    }
    for (const {group, units, unit} of credited && !isMissing ? credited : [])
      add(group * windows.length + window, row, factor, units * days, into, unit);
  };

  const isPlain =
    members.isSingle &&
    !credit &&
    !isContradicted &&
    !isOver?.size &&
    (amounts !== undefined || part.has === undefined) &&
    !(isMoney && money.isNeeded);
  // Whoever nobody owns is told of.
  const by = members.groupOf.map((group) => (isByRep && group === 0 ? -size : group * windows.length));
  const addPlain: TakeAll = (rows, places, others) => {
    if (members.codes) moveCells(places, rows, members.codes, by);
    return addToCells(rows, places, amounts?.units, NaN, counts, sums.low, others);
  };
  const left = isPlain && groups === whole ? addDays(counts, amounts && sums, amounts) : undefined;
  each(
    (row, window) => {
      if (window >= 0) addTo(row, window, sums, 1);
      else if (
        !spread?.(row, (index, days, of) => {
          const into = of === 1 ? sums : (spreadSums.get(of) ?? new ExactSums(size));
          if (of !== 1) spreadSums.set(of, into);
          addTo(row, index, into, days);
        })
      )
        log.add(ALL, dateName === 'closedAt' ? 'closed-without-date' : 'missing-date', row);
    },
    isPlain ? addPlain : undefined,
    left
  );

  if (!spread) logFuture(context, loaded, dateName, part, windows, groups, log);

  const scale = (amounts?.scale ?? 0) + (isMoney ? money.scale : 0) + (credit?.scale ?? 0);
  const unit = 10n ** BigInt(scale);
  const spreadAt = (cell: number) => [...spreadSums].map(([of, parts]) => fraction(parts.at(cell), unit * BigInt(of)));
  const isCount = sum === undefined && !credit;
  return {
    counts,
    currency: isMoney ? money.currency : undefined,
    units: isCount ? counts : spreadSums.size + sums.high.size > 0 ? undefined : sums.low,
    unit: Number(unit),
    ids: columnOf(table, 'id', 'text'),
    amount(cell) {
      if (isCount) return fraction(counts[cell]);
      const settled = {over: sums.at(cell), under: unit};
      return spreadSums.size > 0 ? spreadAt(cell).reduce(plus, settled) : settled;
    }
  };
}

/** Whether a row has no value in a column; a column that is not asked for is never missing. */
export function missingIn(table: Table, name: string): (row: number) => boolean {
  const column = table.columns.get(name);
  switch (column?.type) {
    case 'decimal':
      return (row) => Number.isNaN(column.units[row]);
    case 'time':
      return (row) => Number.isNaN(column.ms[row]);
    case 'text':
      return (row) => column.codes[row] < 0;
    default:
      return () => false;
  }
}

/** The column a part sums; undefined when it counts. */
export function sumOf(kpi: Pick<FlowKpi, 'sum'>, part: Part): string | undefined {
  return 'sum' in part ? part.sum : kpi.sum;
}
