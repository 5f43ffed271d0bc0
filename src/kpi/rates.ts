import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {toInstant} from '../dataset/zone.js';
import type {Context} from './query.js';

/** Turns amounts into the reporting currency: `amount * factor(row) / 10 ** scale`. */
export interface Conversion {
  readonly currency: string | undefined;
  readonly scale: number;
  /** NaN where no rate was in force on the row's date: never 1:1. */
  readonly factor: (row: number) => number;
  readonly currencyOf: (row: number) => string;
}

/** Each row at the rate in force on its date: the latest `from` at or before it, as Salesforce dates its exchange rates. */
export function conversion(table: Table, date: TimeColumn | undefined, context: Context): Conversion {
  const column = columnOf(table, 'currency', 'text');
  const codes = column?.values.map((code) => code.toUpperCase()) ?? [];
  const currency = (context.currency ?? (codes.length === 1 ? codes[0] : undefined))?.toUpperCase();
  const currencyOf = (row: number) => (column && column.codes[row] >= 0 ? codes[column.codes[row]] : '');
  if (codes.every((code) => code === currency)) return {currency, scale: 0, factor: () => 1, currencyOf};
  const {scale, rateAt} = readRates(context, currency);
  const factor = (row: number) =>
    ['', currency].includes(currencyOf(row)) ? 10 ** scale : date ? rateAt(currencyOf(row), date, row) : NaN;
  return {currency, scale, currencyOf, factor};
}

function readRates(
  {dataset, zone}: Context,
  currency: string | undefined
): {scale: number; rateAt: (code: string, date: TimeColumn, row: number) => number} {
  const table = dataset.tables.get('fxRates');
  const [rate, codes, from] = [columnOf(table, 'rate', 'decimal'), columnOf(table, 'currency', 'text'), columnOf(table, 'from', 'time')];
  // The table's rates lead to the dataset's own currency; they say nothing of another one.
  if (!rate || (dataset.settings.currency ?? currency)?.toUpperCase() !== currency) return {scale: 0, rateAt: () => NaN};
  const rates = new Map<string, {wall: number; instant: number; units: number}[]>();
  rate.units.forEach((units, row) => {
    const code = textAt(codes, row).toUpperCase();
    const ms = from && !Number.isNaN(from.ms[row]) ? from.ms[row] : -Infinity;
    const instant = from?.wall[row] && Number.isFinite(ms) ? toInstant(ms, zone) : ms;
    if (units > 0) rates.set(code, [...(rates.get(code) ?? []), {wall: ms, instant, units}]);
  });
  for (const dated of rates.values()) dated.sort((a, b) => a.instant - b.instant);
  return {
    scale: rate.scale,
    rateAt: (code, {ms, wall}, row) => rates.get(code)?.findLast((dated) => dated[wall[row] ? 'wall' : 'instant'] <= ms[row])?.units ?? NaN
  };
}
