import type {DecimalColumn, Table, TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {atWall} from '../calendar/moment.js';
import type {Context} from './query.js';

/** Turns amounts into the reporting currency: `amount * factor(row) / 10 ** scale`. */
export interface Conversion {
  readonly currency: string | undefined;
  readonly scale: number;
  /** NaN where no rate was in force on the row's date: never 1:1. */
  readonly factor: (row: number) => number;
  readonly currencyOf: (row: number) => string;
}

interface DatedRate {
  readonly wall: number;
  readonly instant: number;
  readonly units: number;
}

/** Each row at the rate in force on its date: the latest `from` at or before it, as Salesforce dates its exchange rates. */
export function conversion(table: Table, date: TimeColumn | undefined, context: Context): Conversion {
  const column = columnOf(table, 'currency', 'text');
  const codes = column?.values.map(code => code.toUpperCase()) ?? [];
  const currency = (context.currency ?? (codes.length === 1 ? codes[0] : undefined))?.toUpperCase();
  const currencyOf = (row: number) => codes[column?.codes[row] ?? -1] ?? '';
  if (codes.every(code => code === currency)) return {currency, scale: 0, factor: () => 1, currencyOf};

  const {scale, rates} = readRates(context, currency);
  const one = 10 ** scale;
  return {
    currency,
    scale,
    currencyOf,
    factor(row) {
      const code = currencyOf(row);
      if (code === '' || code === currency) return one;
      const ms = date?.ms[row] ?? NaN;
      const kind = date?.wall[row] ? 'wall' : 'instant';
      return rates.get(code)?.findLast(rate => rate[kind] <= ms)?.units ?? NaN;
    }
  };
}

function readRates({dataset, zone}: Context, currency: string | undefined): {scale: number; rates: Map<string, DatedRate[]>} {
  const rates = new Map<string, DatedRate[]>();
  const table = dataset.tables.get('fxRates');
  const rate: DecimalColumn | undefined = columnOf(table, 'rate', 'decimal');
  const [codes, from] = [columnOf(table, 'currency', 'text'), columnOf(table, 'from', 'time')];
  // The table's rates lead to the dataset's own currency; they say nothing of another one.
  if (!rate || (dataset.settings.currency ?? currency)?.toUpperCase() !== currency) return {scale: 0, rates};
  for (let row = 0; row < (table?.length ?? 0); row++) {
    const code = textAt(codes, row).toUpperCase();
    const units = rate.units[row] ?? NaN;
    if (!(units > 0)) continue;
    const ms = from?.ms[row] ?? NaN;
    const since = from?.wall[row] ? atWall(ms, zone) : {wall: ms, instant: ms};
    rates.set(code, [...(rates.get(code) ?? []), {...(ms === ms ? since : {wall: -Infinity, instant: -Infinity}), units}]);
  }
  for (const dated of rates.values()) dated.sort((a, b) => a.instant - b.instant);
  return {scale: rate.scale, rates};
}
