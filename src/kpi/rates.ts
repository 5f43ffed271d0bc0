import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import {toInstant} from '../dataset/zone.js';
import type {Moment} from '../calendar/moment.js';
import type {Context} from './query.js';

/** Turns amounts into the reporting currency: `amount * factor(row) / 10 ** scale`. A factor is NaN where no rate was in force: never 1:1. */
export interface Conversion {
  readonly currency: string | undefined;
  readonly scale: number;
  /** At the rate in force on the row's date: the latest `from` at or before it, as Salesforce dates its exchange rates. */
  readonly factor: (row: number) => number;
  /** Whether a row may need another factor than 1, or a word on its currency. */
  readonly isNeeded: boolean;
  /** At the rate in force just before a boundary. */
  readonly factorAt: (row: number, boundary: Moment) => number;
  readonly currencyOf: (row: number) => string;
  /** Whether the currency of a row is no ISO 4217 code; absent when all are. */
  readonly isUnknown?: (row: number) => boolean;
}

let currencies: readonly string[] | undefined;

export function conversion(table: Table, date: TimeColumn | undefined, context: Context): Conversion {
  const column = columnOf(table, 'currency', 'text');
  const codes = column?.values.map((code) => code.toUpperCase()) ?? [];
  const currency = (context.currency ?? (codes.length === 1 ? codes[0] : undefined))?.toUpperCase();
  const currencyOf = (row: number) => (column && column.codes[row] >= 0 ? codes[column.codes[row]] : '');
  const one = () => 1;
  const unknown = codes.map((code) => !(currencies ??= Intl.supportedValuesOf('currency')).includes(code));
  const isUnknown = unknown.includes(true) ? (row: number) => column !== undefined && unknown[column.codes[row]] : undefined;
  const base = {currency, currencyOf, ...(isUnknown && {isUnknown})};
  if (codes.every((code) => code === currency)) return {...base, isNeeded: isUnknown !== undefined, scale: 0, factor: one, factorAt: one};
  const {scale, rates} = readRates(context, currency);
  const {ratesAsOf, params} = context;
  const isLatest = (rate: DatedRate) => rate.instant < ratesAsOf.instant;
  const factor = (row: number, isInForce: (rate: DatedRate) => boolean) =>
    ['', currency].includes(currencyOf(row)) ? 10 ** scale : (rates.get(currencyOf(row))?.findLast(isInForce)?.units ?? NaN);
  return {
    ...base,
    isNeeded: true,
    scale,
    factor: (row) =>
      factor(
        row,
        params.constantCurrency ? isLatest : (rate) => date !== undefined && rate[date.wall[row] ? 'wall' : 'instant'] <= date.ms[row]
      ),
    factorAt: (row, {instant}) => factor(row, params.constantCurrency ? isLatest : (rate) => rate.instant < instant)
  };
}

interface DatedRate extends Moment {
  readonly units: number;
}

function readRates({dataset, zone}: Context, currency: string | undefined): {scale: number; rates: Map<string, DatedRate[]>} {
  const rates = new Map<string, DatedRate[]>();
  const table = dataset.tables.get('fxRates');
  const [rate, codes, from] = [columnOf(table, 'rate', 'decimal'), columnOf(table, 'currency', 'text'), columnOf(table, 'from', 'time')];
  // The table's rates lead to the dataset's own currency; they say nothing of another one.
  if (!rate || (dataset.settings.currency ?? currency)?.toUpperCase() !== currency) return {scale: 0, rates};
  rate.units.forEach((units, row) => {
    const code = textAt(codes, row).toUpperCase();
    const ms = from && !Number.isNaN(from.ms[row]) ? from.ms[row] : -Infinity;
    const instant = from?.wall[row] && Number.isFinite(ms) ? toInstant(ms, zone) : ms;
    if (units > 0) rates.set(code, [...(rates.get(code) ?? []), {wall: ms, instant, units}]);
  });
  for (const dated of rates.values()) dated.sort((a, b) => a.instant - b.instant);
  return {scale: rate.scale, rates};
}
