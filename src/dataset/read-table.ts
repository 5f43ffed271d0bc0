import type {Column, Table} from './column.js';
import {withClosings} from './closings.js';
import {flagOf, readColumn} from './columns.js';
import {textAt} from './columns-of.js';
import type {Note, Recognised, RowCount, RowIssue, RowReason} from './dataset.js';
import {asChances} from './decimals.js';
import {fieldCells, orElse, stageDates} from './field-cells.js';
import {gathered} from './gathered.js';
import {matchHeaders, nameBeside, type Recognition} from './headers.js';
import {plainName} from './plain-name.js';
import {withInclusiveEnd} from './inclusive-ends.js';
import {plain} from './presets/plain.js';
import {presets} from './presets/presets.js';
import {type Cells, type RawTable, Unreadable} from './reading.js';
import {rejectDuplicates} from './rows.js';
import {type FieldType, schema} from './schema.js';
import type {DatasetOptions} from './settings.js';
import {rejectOtherChanges} from './stage-history.js';
import {statusColumn} from './status.js';
import {textOf} from './texts.js';

/** A table and the account of how it was read. */
export interface ReadTable {
  readonly table: Table;
  readonly count: RowCount;
  readonly recognised: Recognised;
  readonly issues: RowIssue[];
  readonly notes: readonly Note[];
}

/** What stands in a field that a row leaves empty. */
const defaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {orders: {kind: 'order', status: 'completed'}};

/** Understands the columns of a table, one step each. Throws Unreadable when none of it can be used. `options.settings` are those in force, `deals` the ones that stage changes are of. */
export function* readTable(
  name: string,
  raw: RawTable,
  options: DatasetOptions,
  {preset: presetName, because}: Recognition,
  deals?: ReadTable
): Generator<undefined, ReadTable> {
  const preset = presets.get(presetName) ?? plain;
  const {columns: cells, places, broken} = raw;
  const {length} = places;
  const types = schema.get(name) ?? new Map<string, FieldType>();
  const headers = raw.headers.map((header) => header.normalize('NFC').trim());
  const matched = matchHeaders(name, headers, options.fields, preset);
  const {fields, more, twice} = matched;
  if (twice) throw new Unreadable({code: 'duplicate-header', table: name, column: twice});
  // Deals often refer to these by name.
  const keyedByName = name === 'reps' || name === 'customers';
  /** A table holds more than names: a date, an amount, a list, a stage, a status. Any file has a name or a product somewhere, and one without a header may begin with a deal that is won. */
  const tells = (field: string, type?: FieldType): boolean =>
    keyedByName || /^sta(ge|tus)$/.test(field) || (type === 'flag' ? fields.has('id') : type !== 'text' && type !== 'currency');
  const isKnown = [...fields.keys()].some((field) => tells(field, types.get(field)));
  if ((headers.length || length) && !isKnown) throw new Unreadable({code: 'no-known-columns', table: name, seen: headers});

  const rejected = new Uint8Array(length);
  const issues: RowIssue[] = Array.from(broken, ([row, reason]) => ({table: name, row: row + 1, reason}));
  const columns = new Map<string, Column>();
  const recognised = new Map<string, string>();
  const segments: string[] = [];

  function reject(row: number, reason: RowReason, index: number): void {
    if (rejected[row]) return;
    rejected[row] = 1;
    const cell = (cells[index] as Cells | undefined)?.(row);
    issues.push({table: name, row: places[row] + 1, column: headers[index], reason, value: textOf(cell)?.slice(0, 100) || undefined});
  }
  /** Reads the column of a field, which stands under the header of that index; -1 is none. */
  function add(field: string, index: number, type: FieldType, from: Cells = cells[index]): Column {
    const column = readColumn(from, length, type, {
      options,
      table: name,
      column: headers[index],
      isCut: raw.isCut,
      coded: from === cells[index] ? raw.coded?.[index] : undefined,
      reject: (row, reason) => {
        // What a segment cannot hold (an object) is missing there and no harm to the row.
        if (type !== 'segment' || reason !== 'unexpected-value') reject(row, reason, index);
      }
    });
    columns.set(field, column);
    if (type === 'segment') segments.push(field);
    else if (index >= 0) recognised.set(field, headers[index]);
    return column;
  }
  const place = (header: string): number => headers.findIndex((other) => plainName(other) === header);

  const dates = stageDates(headers, cells, preset);
  // Those that all share need no other words.
  const outcomes = preset === plain ? undefined : preset.outcomes;
  const cellsOf = (field: string): Cells => fieldCells(field, cells, matched, types.get(field) === 'outcome' ? outcomes : undefined, dates);
  // A table of activities may hold the one rep of most and the several of some in two columns.
  const single = fields.has('repIds') ? place('repid') : -1;
  for (const [field, index] of fields) {
    const column = add(
      field,
      index,
      types.get(field) ?? 'text',
      field === 'repIds' ? orElse(cellsOf(field), cells[single]) : cellsOf(field)
    );
    if (field === 'probability' && column.type === 'decimal') columns.set(field, asChances(column));
    yield;
  }
  const paid = columns.get('amount');
  const isBack = (row: number) => paid?.type === 'decimal' && paid.units[row] < 0;
  // An amount that is called monthly is paid every month.
  const [interval] = /^(month|quarter|year|annual)/.exec(plainName(headers[fields.get('amount') ?? -1] ?? '')) ?? [];
  for (const [field, value] of Object.entries(defaults[name] ?? (types.has('interval') && interval ? {interval} : {}))) {
    const index = fields.get(field) ?? -1;
    // Money that goes back is no purchase.
    add(
      field,
      index,
      'text',
      orElse(cells[index], (row) => (field === 'kind' && isBack(row) ? 'refund' : value))
    );
  }
  const kind = columns.get('kind');
  // Some export a refund as the amount that was paid back: it is taken off all the same.
  if (paid?.type === 'decimal' && kind?.type === 'text') {
    const isRefund = (row: number) => textAt(kind, row).toLowerCase() === 'refund';
    columns.set('amount', {...paid, units: paid.units.map((units, row) => (units > 0 && isRefund(row) ? -units : units))});
  }
  const amount = fields.has('currency') ? undefined : fields.get('amount');
  const amounts = cellsOf('amount');
  // What was read as a plain number has no unit.
  const codes = raw.coded?.[amount ?? -1]?.codes;
  if (amount !== undefined)
    add('currency', amount, 'currency', (row) => ((codes && codes[row] < 0) || typeof amounts(row) !== 'string' ? null : amounts(row)));
  const history = types.get('stageHistory');
  if (history && dates.places.length && !fields.has('stageHistory')) add('stageHistory', dates.places[0], history, dates.cells);
  const taken = new Set([...fields.values(), ...[...more.values()].flat(), ...(history ? dates.places : []), single]);
  for (const [index, header] of headers.entries()) {
    if (!header || taken.has(index) || types.has(header) || columns.has(header)) continue;
    add(header, index, 'segment');
    yield;
  }
  const ownerName = columns.get(headers[nameBeside(headers, fields.get('ownerId') ?? fields.get('repId') ?? -1)]);
  if (ownerName) columns.set('ownerName', ownerName);
  // What lies in the bin of a CRM, and stands in its files all the same.
  const bin = headers.findIndex((header) => /^(?:is|fivetran)?deleted$/.test(plainName(header)));
  for (let row = 0; bin >= 0 && row < length; row++) if (flagOf(plainName(String(cells[bin](row)))) === 'true') reject(row, 'deleted', bin);
  if (name === 'deals') columns.set('status', statusColumn(columns, length, options.settings?.stages ?? []));
  yield;
  if (types.has('id')) {
    const key = keyedByName && !fields.has('id') ? 'name' : 'id';
    const index = fields.get(key) ?? -1;
    const ids = columns.get(key) ?? add('id', index, 'text', (row) => places[row] + 1);
    columns.set('id', ids);
    if (index >= 0 && ids.type === 'text')
      rejectDuplicates(ids, columns, rejected, (row, reason) => {
        reject(row, reason, index);
      });
  }

  if (name === 'stageHistory')
    rejectOtherChanges(columns, length, deals, (row, reason, column) => {
      reject(row, reason, fields.get(column) ?? headers.indexOf(column));
    });

  // One issue a rejected row.
  const read = length + broken.size;
  const accepted = read - issues.length;
  yield;
  if (accepted < length) {
    const kept = Uint32Array.from(rejected.keys()).filter((row) => !rejected[row]);
    for (const [field, column] of columns) {
      columns.set(field, gathered(column, kept));
      yield;
    }
  }
  if (options.endInclusive ?? options.settings?.endInclusive)
    for (const [field, column] of columns) columns.set(field, withInclusiveEnd(field, column));
  const currency = columns.get('currency');
  if (amount !== undefined && currency?.type === 'text' && !currency.values.length) {
    columns.delete('currency');
    recognised.delete('currency');
  }
  return {
    table: withClosings({name, length: accepted, columns}, options.settings?.stages),
    count: {read, accepted, rejected: issues.length},
    recognised: {fields: recognised, segments, preset: presetName, because},
    notes: Object.entries(preset.notes ?? {}).flatMap(([field, code]) => (recognised.has(field) ? [{code, table: name}] : [])),
    issues: issues.sort((a, b) => a.row - b.row)
  };
}
