import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';

/** Parts of an amount, each so many minor units; so many units of the amount and the shares together make one of these. */
interface Parts {
  readonly parts: readonly number[];
  readonly minorUnit: number;
}

/**
 * Parts amounts in minor units of their own currency (ISO 4217: öre, none of the yen, fils in thousands) by largest remainder: the parts add to the
 * amount. Undefined where there is nothing to round: the shares come out whole, or the amount is none itself.
 *
 * @param scale that of the shares
 */
export function minorUnits(table: Table, scale: number, reporting = ''): (row: number, shares: readonly number[]) => Parts | undefined {
  const [amounts, currencies] = [columnOf(table, 'amount', 'decimal'), columnOf(table, 'currency', 'text')];
  const digits = [reporting, ...(currencies?.values ?? [])].map(digitsOf);
  return (row, shares) => {
    const excess = scale + (amounts?.scale ?? 0) - digits[(currencies?.codes[row] ?? -1) + 1];
    const [units, minorUnit] = [amounts?.units[row] ?? NaN, 10 ** excess];
    const exact = shares.map((share) => (Math.abs(units) * share) / minorUnit);
    const parts = exact.map(Math.floor);
    const rest = shares.reduce((sum, share) => sum + Math.abs(units) * share, 0) / minorUnit - parts.reduce((sum, part) => sum + part, 0);
    if (excess <= 0 || !Number.isInteger(rest)) return undefined;
    const byRemainder = [...parts.keys()].sort((a, b) => exact[b] - parts[b] - (exact[a] - parts[a]));
    for (const place of byRemainder.slice(0, rest)) parts[place]++;
    return {parts, minorUnit: minorUnit * Math.sign(units)};
  };
}

/** How many decimals a currency has; two where nobody says which it is. */
function digitsOf(currency: string): number {
  if (!/^[a-z]{3}$/i.test(currency)) return 2;
  return new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits ?? 2;
}
