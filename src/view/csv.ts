import type {Format} from './format.js';

interface Cells {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A table as CSV, as spreadsheets of the reader's language open it: where decimals have a comma, fields are parted by semicolons. Figures are plain
 * numbers with every digit; what there is none of is an empty field. Text that a spreadsheet would take for a formula gets an apostrophe
 * before it (OWASP, CSV injection). Starts with a byte order mark, without which Excel takes UTF-8 for something else.
 */
export function csvOf({headers, rows}: Cells, {reader}: Format): string {
  const isComma = new Intl.NumberFormat(reader).formatToParts(0.5).some(({type, value}) => type === 'decimal' && value === ',');
  const separator = isComma ? ';' : ',';
  const field = (cell: string | number | null) => {
    if (typeof cell === 'number') return isComma ? String(cell).replace('.', ',') : String(cell);
    const text = guarded(cell ?? '');
    return /[",;\r\n\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return `\ufeff${[headers, ...rows].map((row) => row.map(field).join(separator)).join('\r\n')}\r\n`;
}

/** What is a plain number stays one, with whatever decimal sign. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
}
