import type {Table} from './column.js';
import type {Dataset, Recognised, RowCount, RowIssue} from './dataset.js';
import {readDelimited} from './delimited.js';
import {plainName} from './headers.js';
import {jsonStop} from './json-stop.js';
import {fromColumns, fromRows} from './raw-table.js';
import {readTable} from './read-table.js';
import {type RawTable, Unreadable} from './reading.js';
import {schema} from './schema.js';
import type {DatasetOptions, Settings} from './settings.js';
import {toWall} from './zone.js';

export type * from './column.js';
export type * from './dataset.js';
export type * from './settings.js';

/** The settings that an input gives itself, of which only those of the right type count. */
function ownSettings(given: unknown): Settings {
  const types: Partial<Record<string, string>> = {string: 'currency timeZone asOf source', number: 'fiscalYearStart weekStart'};
  return Object.fromEntries(
    Object.entries(given ?? {}).flatMap(([name, value]: [string, unknown]) => {
      if (types[typeof value]?.split(' ').includes(name)) return [[name, value]];
      return name === 'stages' && Array.isArray(value) ? [[name, value.filter(isStage)]] : [];
    })
  );
}

function isStage(stage: unknown): boolean {
  return typeof stage === 'string' || typeof (stage as {id?: unknown} | null)?.id === 'string';
}

function defined(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function checkOptions({table = 'deals', dateFormat = 'dmy', decimal = '.', assumeZone = 'UTC', fields = {}}: DatasetOptions): void {
  if (!schema.has(table)) throw new Error(`unknown table: ${table}`);
  if (!['dmy', 'mdy', 'ymd'].includes(dateFormat)) throw new Error(`unknown date format: ${dateFormat}`);
  if (decimal !== '.' && decimal !== ',') throw new Error(`unknown decimal sign: ${decimal}`);
  toWall(0, assumeZone);
  for (const field of Object.keys(fields))
    if (![...schema.values()].some((known) => known.has(field))) throw new Error(`unknown field: ${field}`);
}

/** Text as JSON where it looks like JSON, else as delimited rows. */
function parse(text: string): {json: unknown} | {raw: RawTable} {
  const start = text.search(/\S/);
  if (start < 0) throw new Unreadable({code: 'empty-answer'});
  if (/<[a-z!?]/iy.test(text.slice(start, start + 2))) throw new Unreadable({code: 'web-page'});
  if (/^(?:[[{]|(?:null|true|false|-?[\d.]+)\s*$)/.test(text.slice(start, start + 40))) {
    try {
      return {json: JSON.parse(text.slice(start))};
    } catch {
      throw new Unreadable({code: 'not-json', byte: jsonStop(text)});
    }
  }
  return {raw: readDelimited(text.startsWith('\ufeff') ? text.slice(1) : text)};
}

/** The raw tables of an input by name. */
function tablesOf(input: unknown, table: string): Map<string, RawTable> {
  if (Array.isArray(input)) return new Map([[table, fromRows(input)]]);
  const seen = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  const raws = new Map<string, RawTable>();
  for (const [key, value] of Object.entries(input ?? {})) {
    const name = [...schema.keys()].find((known) => plainName(known) === plainName(key));
    if (!name || value === null || value === undefined) continue;
    if (raws.has(name)) throw new Unreadable({code: 'duplicate-header', table: name, column: key});
    const raw = Array.isArray(value) ? fromRows(value) : typeof value === 'object' ? fromColumns(value as object) : undefined;
    if (!raw) throw new Unreadable({code: 'not-a-dataset', table: name, seen});
    raws.set(name, raw);
  }
  if (!raws.size) throw new Unreadable({code: 'not-a-dataset', seen});
  return raws;
}

/**
 * Reads sales data into typed tables: an array of row objects or the text of a CSV (one table, `options.table`),
 * a dataset object `{settings?, deals?: rows or columns, ...}`, or the text of JSON that holds either.
 * Data never throws: a row that cannot be read is an issue, an input that cannot be read a `problem`.
 * A wrong option throws: `unknown table: x`, `unknown date format: x`, `unknown decimal sign: x`, `unknown field: x`, `unknown time zone: x`.
 */
export function createDataset(input: unknown, options: DatasetOptions = {}): Dataset {
  checkOptions(options);
  const tables = new Map<string, Table>();
  const rows: Record<string, RowCount> = {};
  const issues: RowIssue[] = [];
  const recognised = new Map<string, Recognised>();
  let settings = options.settings ?? {};
  try {
    const table = options.table ?? 'deals';
    const parsed = typeof input === 'string' ? parse(input) : {json: input};
    let raws: Map<string, RawTable>;
    if ('raw' in parsed) raws = new Map([[table, parsed.raw]]);
    else {
      const {json} = parsed;
      if (typeof json === 'object' && json !== null && 'settings' in json) settings = {...ownSettings(json.settings), ...defined(settings)};
      raws = tablesOf(json, table);
    }
    for (const [name, raw] of raws) {
      const read = readTable(name, raw, {...options, settings});
      tables.set(name, read.table);
      rows[name] = read.count;
      recognised.set(name, read.recognised);
      for (const issue of read.issues) issues.push(issue);
    }
    return {tables, settings, rows, issues, recognised};
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {tables: new Map(), settings, rows: {}, issues: [], recognised: new Map(), problem: error.problem};
  }
}
