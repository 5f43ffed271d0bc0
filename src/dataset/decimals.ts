import type {DecimalColumn} from './column.js';
import {currencyOf} from './currencies.js';
import {type Cells, isMissing, type Reading} from './reading.js';

/** More decimals than money, shares and rates have; further ones are rounded away. */
const mostDecimals = 9;

/** What a large value in the column may not cost the others. */
const fewestDecimals = 2;

/** A double holds 15 digits for certain; what lies beyond them is the noise of earlier arithmetic (0.1 + 0.2). */
const noise = 1e-15;

const powers = Array.from({length: 16}, (_, decimals) => 10 ** decimals);

/** A number of digits, one decimal sign and a minus alone; NaN for anything else. The sixteenth digit and further decimals are let go. */
function plainNumber(text: string, decimal: string): number {
  const sign = decimal.charCodeAt(0);
  const negative = text.charCodeAt(0) === 45;
  let mantissa = 0;
  let decimals = -1;
  let digits = 0;
  for (let at = Number(negative); at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      digits++;
      if (decimals < 0) mantissa = mantissa * 10 + (code - 48);
      else if (decimals < 15 && mantissa < 1e15) {
        mantissa = mantissa * 10 + (code - 48);
        decimals++;
      }
    } else if (code === sign && decimals < 0 && at + 1 < text.length) decimals = 0;
    else return NaN;
  }
  const value = digits ? (decimals > 0 ? mantissa / powers[decimals] : mantissa) : NaN;
  return negative ? -value : value;
}

/** Longer than any amount; the pattern need not look at more. */
const longest = 60;

/** Sign, currency, sign, whole part in groups or not, fraction, currency, sign. */
const written =
  /^([-−+]?)\s*([^\d\s.,()+−-]*)\s*([-−+]?)\s*(\d+|\d{1,3}([\s'’,])\d{3}(?:\5\d{3})*|)(?:\.(\d+))?\s*((?:[^\d\s.,()+−-]+\.?)?)\s*([-−]?)$/u;

/** A number as people write it, with groups, a sign before or behind, brackets for negative, and a currency. */
function writtenNumber(text: string, decimal: string): {value: number; sign: string} {
  let body = text.trim();
  const brackets = body.startsWith('(') && body.endsWith(')');
  if (brackets) body = body.slice(1, -1).trim();
  if (decimal === ',') body = body.replace(/[.,](?=\d)/g, (sign) => (sign === ',' ? '.' : ','));
  const [, minus1 = '', before = '', minus2 = '', whole = '', , fraction = '', after = '', minus3 = ''] =
    (body.length < longest && written.exec(body)) || [];
  const minus = minus1 + minus2 + minus3 + (brackets ? '-' : '');
  const value = minus.length < 2 && !(before && after) ? plainNumber(`${whole.replace(/\D/g, '')}.${fraction || '0'}`, '.') : NaN;
  return {value: whole || fraction ? (/[-−]/.test(minus) ? -value : value) : NaN, sign: before || after};
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** `1,234`: one separator before three digits, which could mark thousands or decimals. */
const twofold = /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/;

/** The decimal sign of a column, by the values that leave no doubt; the majority where they differ. */
function decimalSign(cells: Cells, length: number, reading: Reading): string {
  let commas = 0;
  const doubtful: string[] = [];
  let points = 0;
  for (let index = 0; index < length; index++) {
    const text = cells(index);
    if (typeof text !== 'string') continue;
    const comma = text.lastIndexOf(',');
    const point = text.lastIndexOf('.');
    const last = Math.max(comma, point);
    if (last < 0 || !isDigit(text, last + 1)) continue;
    if (comma >= 0 && point >= 0) {
      if (comma > point) commas++;
      else points++;
    } else {
      // Twice the same sign can only part thousands.
      const thousands = text.indexOf(comma < 0 ? '.' : ',') < last;
      if (!thousands && isDigit(text, last + 3) && twofold.test(text)) doubtful.push(text);
      else if (comma >= 0 !== thousands) commas++;
      else points++;
    }
  }
  if (commas === points && doubtful.length) reading.ambiguous('decimal', doubtful);
  return commas > points ? ',' : '.';
}

/** Decimals of a number, up to `mostDecimals`; `known` are tried first. */
function decimalsOf(value: number, known: number): number {
  for (let decimals = known; decimals < mostDecimals; decimals++) {
    const scaled = value * powers[decimals];
    if (Math.abs(Math.round(scaled) - scaled) <= Math.abs(scaled) * noise) return decimals;
  }
  return mostDecimals;
}

/**
 * Exact decimals. The scale is the largest number of decimals of any value, at most 9; where the units would pass 2^53 it is less,
 * but not below 2, and a value that does not fit then is out of range. A value counts with its first 15 digits. `currency` hears the currencies that stand beside amounts.
 */
export function decimalColumn(
  cells: Cells,
  length: number,
  reading: Reading,
  percent: boolean,
  currency: (index: number, code: string) => void = () => undefined
): DecimalColumn {
  let decimal = reading.options.decimal ?? '';
  const values = new Float64Array(length).fill(NaN);
  let scale = 0;
  let largest = 0;
  for (let index = 0; index < length; index++) {
    const cell = cells(index);
    let value = NaN;
    if (typeof cell === 'number') value = cell;
    else if (typeof cell === 'string') {
      value = plainNumber(cell, decimal || '.');
      if (!decimal && cell && (Number.isNaN(value) || cell.charAt(cell.length - 4) === '.')) {
        // The first number that does not speak for itself: all are heard, and read anew if the point was not the sign.
        decimal = decimalSign(cells, length, reading);
        if (decimal === ',') {
          index = -1;
          scale = 0;
          largest = 0;
          continue;
        }
      }
      if (Number.isNaN(value)) {
        if (isMissing(cell)) continue;
        const amount = writtenNumber(cell, decimal);
        value = amount.value;
        if (amount.sign === '%' && percent) value /= 100;
        else if (amount.sign) {
          const code = currencyOf(amount.sign, reading.options.settings?.currency);
          if (code) currency(index, code);
          else value = NaN;
        }
      }
    } else if (isMissing(cell)) continue;
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) {
      // Adding 0 turns -0 into 0.
      values[index] = value + 0;
      if (!Number.isInteger(value)) scale = decimalsOf(value, scale);
      largest = Math.max(largest, Math.abs(value));
    } else reading.reject(index, Number.isNaN(value) ? 'not-a-number' : 'number-out-of-range');
  }
  while (scale > fewestDecimals && largest * powers[scale] > Number.MAX_SAFE_INTEGER) scale--;
  if (scale)
    for (let index = 0; index < length; index++) {
      // Adding 0 turns -0 into 0.
      const units = Math.round(values[index] * powers[scale]) + 0;
      if (Math.abs(units) > Number.MAX_SAFE_INTEGER) reading.reject(index, 'number-out-of-range');
      values[index] = units;
    }
  return {type: 'decimal', units: values, scale};
}
