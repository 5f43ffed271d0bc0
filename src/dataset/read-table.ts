import {flags, stageDates} from './aliases.js';
import type {Column, ScalarColumn, Table, TextColumn} from './column.js';
import type {Recognised, RowCount, RowIssue, RowReason} from './dataset.js';
import {decimalColumn} from './decimals.js';
import {matchHeaders, plainName} from './headers.js';
import {listColumn} from './lists.js';
import {type Cells, isMissing, type RawTable, type Reading, Unreadable} from './reading.js';
import {keepRows, rejectDuplicates} from './rows.js';
import {type FieldType, type ScalarType, schema} from './schema.js';
import type {DatasetOptions} from './settings.js';
import {meanings, statusColumn} from './status.js';
import {recode, textColumn} from './texts.js';
import {timeColumn} from './times.js';

/** A table and the account of how it was read. */
export interface ReadTable {
  readonly table: Table;
  readonly count: RowCount;
  readonly recognised: Recognised;
  readonly issues: readonly RowIssue[];
}

const flagWords = meanings(flags);

function scalarColumn(cells: Cells, length: number, type: ScalarType, reading: Reading): ScalarColumn {
  switch (type) {
    case 'decimal':
    case 'ratio':
      return decimalColumn(cells, length, reading, type === 'ratio');
    case 'time':
      return timeColumn(cells, length, reading);
    case 'flag':
      return recode(
        textColumn(cells, length, reading),
        (value) => flagWords.get(plainName(value)),
        (row) => {
          reading.reject(row, 'unexpected-value');
        }
      );
    case 'text':
      return textColumn(cells, length, reading);
  }
}

/**
 * A file is taken for a table when it holds more than names: a date, an amount, a list, a stage, a status, a kind of activity.
 * Any file has a name or a product somewhere. Reps and customers are names by nature.
 */
function isKnown(table: string, fields: ReadonlyMap<string, unknown>): boolean {
  const types = schema.get(table);
  return [...fields.keys()].some(
    (field) =>
      table === 'reps' ||
      table === 'customers' ||
      types?.get(field) !== 'text' ||
      field === 'stage' ||
      field === 'status' ||
      (table === 'activities' && field === 'type')
  );
}

function filled(column: Column | undefined, length: number, value: string): TextColumn {
  if (column?.type !== 'text') return {type: 'text', codes: new Int32Array(length), values: [value]};
  const place = column.values.indexOf(value);
  const code = place < 0 ? column.values.length : place;
  return {
    type: 'text',
    codes: column.codes.map((old) => (old < 0 ? code : old)),
    values: place < 0 ? [...column.values, value] : column.values
  };
}

/** Understands the columns of a table. Throws Unreadable when none of it can be used. `options.settings` are those in force. */
export function readTable(name: string, raw: RawTable, options: DatasetOptions): ReadTable {
  const {columns: cells, length} = raw;
  const types = schema.get(name) ?? new Map<string, FieldType>();
  const headers = raw.headers.map((header) => header.normalize('NFC').trim());
  const {fields, twice = headers.find((header, index) => header && headers.indexOf(header) < index)} = matchHeaders(
    name,
    headers,
    options.fields
  );
  if (twice) throw new Unreadable({code: 'duplicate-header', table: name, column: twice});
  if (raw.broken.size < length || headers.length) {
    if (!isKnown(name, fields)) throw new Unreadable({code: 'no-known-columns', table: name, seen: headers});
  }

  const rejected = new Uint8Array(length);
  const issues: RowIssue[] = [];
  function reject(row: number, reason: RowReason, index = -1): void {
    if (rejected[row]) return;
    rejected[row] = 1;
    const cell = index < 0 ? undefined : cells[index](row);
    const value =
      typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).slice(0, 100) : undefined;
    issues.push({table: name, row: row + 1, column: index < 0 ? undefined : headers[index], reason, value});
  }
  const reading = (index: number): Reading => ({
    options,
    reject: (row, reason) => {
      reject(row, reason, index);
    },
    ambiguous: (setting, seen) => {
      const code = setting === 'decimal' ? 'ambiguous-number' : 'ambiguous-date';
      throw new Unreadable({code, table: name, column: headers[index], setting, seen: [...new Set(seen)].slice(0, 5)});
    }
  });
  for (const [row, reason] of raw.broken) reject(row, reason);

  const columns = new Map<string, Column>();
  const recognised = new Map([...fields].map(([field, index]) => [field, headers[index]]));
  const currencies: string[] = [];
  for (const [field, index] of fields) {
    const type = types.get(field) ?? 'text';
    const own = reading(index);
    if (typeof type === 'object') columns.set(field, listColumn(cells[index], length, type, own, scalarColumn));
    else if (field === 'amount' && !fields.has('currency'))
      columns.set(
        field,
        decimalColumn(cells[index], length, own, false, (row, code) => {
          currencies[row] = code;
        })
      );
    else columns.set(field, scalarColumn(cells[index], length, type, own));
  }
  const segments: string[] = [];
  const taken = new Set(fields.values());
  headers.forEach((header, index) => {
    if (taken.has(index) || !header || columns.has(header)) return;
    const {reject: refuse, ...own} = reading(index);
    segments.push(header);
    // What a segment cannot hold (an object) is missing there and no harm to the row.
    columns.set(
      header,
      textColumn(cells[index], length, {
        ...own,
        reject: (row, reason) => {
          if (reason !== 'unexpected-value') refuse(row, reason);
        }
      })
    );
  });

  if (currencies.length) {
    columns.set(
      'currency',
      textColumn((row) => currencies[row], length, reading(-1))
    );
    recognised.set('currency', recognised.get('amount') ?? '');
  }
  const histories = types.get('stageHistory');
  const dated = Object.entries(stageDates)
    .map(([date, stage]) => ({stage, index: headers.findIndex((header) => plainName(header) === date)}))
    .filter(({index}) => index >= 0);
  if (typeof histories === 'object' && !fields.has('stageHistory') && dated.length) {
    const entries = (row: number): unknown =>
      dated.filter(({index}) => !isMissing(cells[index](row))).map(({stage, index}) => ({stage, at: cells[index](row)}));
    columns.set('stageHistory', listColumn(entries, length, histories, reading(dated[0].index), scalarColumn));
    recognised.set('stageHistory', headers[dated[0].index]);
  }
  if (name === 'deals')
    columns.set(
      'status',
      statusColumn(columns, length, options.settings?.stages ?? [], (row) => {
        reject(row, 'unknown-status', fields.get('status'));
      })
    );
  if (name === 'orders') {
    columns.set('kind', filled(columns.get('kind'), length, 'order'));
    columns.set('status', filled(columns.get('status'), length, 'completed'));
  }
  if (types.has('id')) {
    const named = columns.get('id') ?? (name === 'reps' || name === 'customers' ? columns.get('name') : undefined);
    if (named?.type === 'text') {
      named.codes.forEach((code, row) => {
        if (code < 0) reject(row, 'missing-id', fields.get('id') ?? fields.get('name'));
      });
      columns.set('id', named);
      rejectDuplicates(named, [...columns.values()], rejected, (row, reason) => {
        reject(row, reason, fields.get('id') ?? fields.get('name'));
      });
    } else
      columns.set('id', {
        type: 'text',
        codes: Int32Array.from({length}, (_, row) => row),
        values: Array.from({length}, (_, row) => String(row + 1))
      });
  }

  // One issue a rejected row.
  const accepted = length - issues.length;
  if (accepted < length) {
    const rows = new Uint32Array(accepted);
    let kept = 0;
    for (let row = 0; row < length; row++) if (!rejected[row]) rows[kept++] = row;
    for (const [field, column] of columns) columns.set(field, keepRows(column, rows));
  }
  return {
    table: {name, length: accepted, columns},
    count: {read: length, accepted, rejected: issues.length},
    recognised: {fields: recognised, segments},
    issues: issues.sort((a, b) => a.row - b.row)
  };
}
