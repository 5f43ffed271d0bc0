import type {DecimalColumn} from './column.js';
import {currencyOf, unitOf} from './currencies.js';
import type {RowReason} from './dataset.js';
import {type Cells, type Choice, isMissing, readCells, type Reading} from './reading.js';

const signs: Choice = {setting: 'decimal', code: 'ambiguous-number', ways: ['.', ',']};

/** More decimals than money, shares and rates have; further ones are rounded away. */
const mostDecimals = 9;

/** What a large value in the column may not cost the others. */
const fewestDecimals = 2;

/** A double holds 15 digits for certain; what lies beyond them is the noise of earlier arithmetic (0.1 + 0.2). */
const noise = 1e-15;

const plain = /^-?\d+(?:\.\d+)?$/;
/** A point before three digits might part thousands; before fewer it does not, and where it is not the sign others will ask. */
const plainEitherWay = /^-?\d+(?:\.\d\d?)?$/;

/** Longer than any amount; the pattern need not look at more. */
const longest = 60;

/** Minus or bracket, unit, minus, whole part in groups or not, fraction, unit, minus or bracket. `¤` stands for the unit. */
const written =
  /^([-−+(]?)\s*¤?\s*([-−+]?)\s*((?=\.?\d)(?:[1-9]\d{0,2}(?:([\s'’,])\d{3}(?:\4\d{3})*)|\d*)(?:\.\d+)?)\s*(?:¤\.?)?\s*([-−)]?)$/;

/** A number as people write it, with groups, a sign before or behind, brackets for negative, and a currency or (of a `ratio`) percent. */
function writtenNumber(text: string, reporting: string | undefined, ratio: boolean): number {
  const unit = unitOf(text);
  const percent = ratio && unit === '%';
  const found = text.length < longest && (percent || !unit || currencyOf(unit, reporting)) && written.exec(text.replace(unit || '¤', '¤'));
  if (!found) return NaN;
  const [, left, inner, digits, , right] = found;
  const marks = left + inner + right;
  if (!/^(?:[-−+]?|\(\))$/.test(marks)) return NaN;
  const value = Number(digits.replace(/[^\d.]/g, '')) / (percent ? 100 : 1);
  return /[-−(]/.test(marks) ? -value : value;
}

/** Without a decimal sign what could mean another number with the other one is undefined. */
function readNumber(
  cell: unknown,
  decimal: string | undefined,
  reporting: string | undefined,
  ratio: boolean
): number | RowReason | null | undefined {
  let value = NaN;
  if (typeof cell === 'number' || typeof cell === 'bigint') value = Number(cell);
  else if (isMissing(cell)) return null;
  else if (typeof cell === 'string') {
    const text = decimal === ',' ? cell.replace(/[.,](?=\d)/g, (sign) => (sign === ',' ? '.' : ',')) : cell;
    if ((decimal ? plain : plainEitherWay).test(text)) value = Number(text);
    else if (!decimal) return undefined;
    else value = writtenNumber(text.trim(), reporting, ratio);
  }
  // Adding 0 turns -0 into 0.
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value + 0;
  return Number.isNaN(value) ? 'not-a-number' : 'number-out-of-range';
}

/** Decimals of a number, up to `mostDecimals`; `known` are tried first. */
function decimalsOf(value: number, known: number): number {
  for (let decimals = known; decimals < mostDecimals; decimals++) {
    const scaled = value * 10 ** decimals;
    if (Math.abs(Math.round(scaled) - scaled) <= Math.abs(scaled) * noise) return decimals;
  }
  return mostDecimals;
}

/** Chances as parts of one: none is above 1 but where all are in percent. */
export function asChances(column: DecimalColumn): DecimalColumn {
  const one = 10 ** column.scale;
  return column.units.some((units) => units > one) ? {...column, scale: column.scale + 2} : column;
}

/**
 * Exact decimals. The scale is the largest number of decimals of any value, at most 9; where the units would pass 2^53 it is less,
 * but not below 2, and a value that does not fit then is out of range. A value counts with its first 15 digits.
 */
export function decimalColumn(cells: Cells, length: number, reading: Reading, ratio: boolean): DecimalColumn {
  const {decimal, settings} = reading.options;
  const read = (cell: unknown, sign: string | undefined) => readNumber(cell, sign, settings?.currency, ratio);
  const units = reading.coded?.numbers.slice() ?? new Float64Array(length);
  const keep = (index: number, value = NaN): void => {
    units[index] = value;
  };
  readCells(cells, length, reading, read, keep, signs, decimal);
  let scale = 0;
  let largest = 0;
  for (const value of units) {
    if (Number.isNaN(value)) continue;
    scale = decimalsOf(value, scale);
    largest = Math.max(largest, Math.abs(value));
  }
  while (scale > fewestDecimals && largest * 10 ** scale > Number.MAX_SAFE_INTEGER) scale--;
  const power = 10 ** scale;
  for (let index = 0; index < length; index++) {
    // Adding 0 turns -0 into 0.
    units[index] = Math.round(units[index] * power) + 0;
    if (Math.abs(units[index]) > Number.MAX_SAFE_INTEGER) reading.reject(index, 'number-out-of-range');
  }
  return {type: 'decimal', units, scale};
}
