import {flags, stageDates} from './aliases.js';
import type {Column, ScalarColumn, Table} from './column.js';
import type {Recognised, RowCount, RowIssue, RowReason} from './dataset.js';
import {decimalColumn} from './decimals.js';
import {matchHeaders, plainName} from './headers.js';
import {listColumn} from './lists.js';
import {type Cells, isMissing, type RawTable, type Reading, Unreadable} from './reading.js';
import {keepRows, rejectDuplicates} from './rows.js';
import {type FieldType, type ScalarType, schema} from './schema.js';
import type {DatasetOptions} from './settings.js';
import {meanings, statusColumn} from './status.js';
import {textColumn, textOf} from './texts.js';
import {timeColumn} from './times.js';

/** A table and the account of how it was read. */
export interface ReadTable {
  readonly table: Table;
  readonly count: RowCount;
  readonly recognised: Recognised;
  readonly issues: RowIssue[];
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
      return textColumn(cells, length, reading, (value) => flagWords.get(plainName(value)));
    case 'text':
      return textColumn(cells, length, reading);
  }
}

/** What stands in a field that a row leaves empty. */
const defaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {orders: {kind: 'order', status: 'completed'}};

/**
 * A file is taken for a table when it holds more than names: a date, an amount, a list, a stage, a status. Any file has a name or a product
 * somewhere. Reps and customers are names by nature.
 */
function isKnown(fields: ReadonlyMap<string, unknown>, types: ReadonlyMap<string, FieldType>, keyedByName: boolean): boolean {
  return [...fields.keys()].some((field) => keyedByName || types.get(field) !== 'text' || /^sta(ge|tus)$/.test(field));
}

/** Understands the columns of a table. Throws Unreadable when none of it can be used. `options.settings` are those in force. */
export function readTable(name: string, raw: RawTable, options: DatasetOptions): ReadTable {
  const {columns: cells, places, broken} = raw;
  const {length} = places;
  const types = schema.get(name) ?? new Map<string, FieldType>();
  const headers = raw.headers.map((header) => header.normalize('NFC').trim());
  const seen = new Set<string>();
  const again = headers.find((header) => header && seen.size === seen.add(header).size);
  const {fields, twice = again} = matchHeaders(name, headers, options.fields);
  if (twice) throw new Unreadable({code: 'duplicate-header', table: name, column: twice});
  // Deals often refer to these by name.
  const keyedByName = name === 'reps' || name === 'customers';
  if ((headers.length || length) && !isKnown(fields, types, keyedByName))
    throw new Unreadable({code: 'no-known-columns', table: name, seen: headers});

  const rejected = new Uint8Array(length);
  const issues: RowIssue[] = Array.from(broken, ([row, reason]) => ({table: name, row: row + 1, reason}));
  function reject(row: number, reason: RowReason, index?: number): void {
    if (rejected[row]) return;
    rejected[row] = 1;
    const value = index === undefined ? null : textOf(cells[index](row));
    issues.push({table: name, row: places[row] + 1, column: headers[index ?? -1], reason, value: value?.slice(0, 100)});
  }
  const reading = (index: number | undefined): Reading => ({
    options,
    reject: (row, reason) => {
      reject(row, reason, index);
    },
    ambiguous: (setting, seen) => {
      const code = setting === 'decimal' ? 'ambiguous-number' : 'ambiguous-date';
      throw new Unreadable({code, table: name, column: headers[index ?? -1], setting, seen: [...new Set(seen)].slice(0, 5)});
    }
  });

  const columns = new Map<string, Column>();
  const recognised = new Map([...fields].map(([field, index]) => [field, headers[index]]));
  const taken = new Set(fields.values());
  const currencies: string[] = [];
  for (const [field, index] of fields) {
    const type = types.get(field) ?? 'text';
    const own = reading(index);
    if (typeof type === 'object') {
      // A table of activities may hold the one rep of most and the several of some in two columns.
      const single = field === 'repIds' ? headers.findIndex((header) => plainName(header) === 'repid') : -1;
      taken.add(single);
      const entries = (row: number): unknown => (single >= 0 && isMissing(cells[index](row)) ? cells[single](row) : cells[index](row));
      columns.set(field, listColumn(entries, length, type, own, scalarColumn));
    } else if (field === 'amount' && !fields.has('currency')) {
      columns.set(
        field,
        decimalColumn(cells[index], length, own, false, (row, code) => {
          currencies[row] = code;
        })
      );
    } else columns.set(field, scalarColumn(cells[index], length, type, own));
  }
  const segments: string[] = [];
  headers.forEach((header, index) => {
    if (!header || taken.has(index) || columns.has(header)) return;
    segments.push(header);
    // What a segment cannot hold (an object) is missing there and no harm to the row.
    const lenient: Reading['reject'] = (row, reason) => {
      if (reason !== 'unexpected-value') reject(row, reason, index);
    };
    columns.set(header, textColumn(cells[index], length, {...reading(index), reject: lenient}));
  });

  if (currencies.length) {
    columns.set(
      'currency',
      textColumn((row) => currencies[row], length, reading(fields.get('amount')))
    );
    recognised.set('currency', recognised.get('amount') ?? '');
  }
  const history = types.get('stageHistory');
  const dated = Object.entries(stageDates)
    .map(([date, stage]) => ({stage, index: headers.findIndex((header) => plainName(header) === date)}))
    .filter(({index}) => index >= 0);
  if (typeof history === 'object' && !fields.has('stageHistory') && dated.length) {
    const entries = (row: number): unknown =>
      dated.filter(({index}) => !isMissing(cells[index](row))).map(({stage, index}) => ({stage, at: cells[index](row)}));
    columns.set('stageHistory', listColumn(entries, length, history, reading(dated[0].index), scalarColumn));
    recognised.set('stageHistory', headers[dated[0].index]);
  }
  for (const [field, value] of Object.entries(defaults[name] ?? {})) {
    const given = cells[fields.get(field) ?? -1] as Cells | undefined;
    columns.set(
      field,
      textColumn((row) => (isMissing(given?.(row)) ? value : given?.(row)), length, reading(fields.get(field)))
    );
  }
  if (name === 'deals') {
    const status = statusColumn(columns, length, options.settings?.stages ?? [], (row) => {
      reject(row, 'unknown-status', fields.get('status'));
    });
    columns.set('status', status);
  }
  if (types.has('id')) {
    const key = fields.has('id') ? 'id' : 'name';
    const index = key === 'id' || keyedByName ? fields.get(key) : undefined;
    const ids = index === undefined ? undefined : columns.get(key);
    if (ids?.type === 'text') {
      columns.set('id', ids);
      ids.codes.forEach((code, row) => {
        if (code < 0) reject(row, 'missing-id', index);
      });
      rejectDuplicates(ids, [...columns.values()], rejected, (row, reason) => {
        reject(row, reason, index);
      });
    } else
      columns.set(
        'id',
        textColumn((row) => places[row] + 1, length)
      );
  }

  // One issue a rejected row.
  const read = length + broken.size;
  const accepted = read - issues.length;
  if (accepted < length) {
    const kept: number[] = [];
    for (let row = 0; row < length; row++) if (!rejected[row]) kept.push(row);
    for (const [field, column] of columns) columns.set(field, keepRows(column, kept));
  }
  return {
    table: {name, length: accepted, columns},
    count: {read, accepted, rejected: issues.length},
    recognised: {fields: recognised, segments},
    issues: issues.sort((a, b) => a.row - b.row)
  };
}
