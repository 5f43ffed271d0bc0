import type {DataProblem, Dataset, Note} from './dataset.js';
import {readDelimited} from './delimited.js';
import {recognise} from './headers.js';
import {plainName} from './plain-name.js';
import {presets} from './presets/presets.js';
import {rawTable, ScannedTable} from './raw-table.js';
import {readTable, type ReadTable} from './read-table.js';
import {type RawTable, Unreadable} from './reading.js';
import {namedTables, referenceIn, type Reference} from './references.js';
import {linesAbove, withoutLinesBelow} from './report-lines.js';
import {schema} from './schema.js';
import type {DatasetOptions, Settings} from './settings.js';
import {withStageHistory} from './stage-history.js';
import {toWall} from './zone.js';

export type * from './column.js';
export type * from './dataset.js';
export type * from './settings.js';

/** The settings that an input gives itself, of which only those of the right type count. */
function ownSettings(given: unknown): Settings {
  const settings = Object(given) as Readonly<Record<string, unknown>>;
  const scalars = (type: string, names: string): unknown[][] =>
    names.split(' ').flatMap((name) => (typeof settings[name] === type ? [[name, settings[name]]] : []));
  const items = (name: string, fits: (item: unknown) => boolean): unknown[][] => {
    const list = settings[name];
    return Array.isArray(list) ? [[name, list.filter(fits)]] : [];
  };
  return Object.fromEntries([
    ...scalars('string', 'currency timeZone asOf source fiscalYearLabel'),
    ...scalars('number', 'fiscalYearStart weekStart'),
    ...scalars('boolean', 'endInclusive'),
    ...items('stages', (stage) => typeof stage === 'string' || hasTexts(stage, ['id'])),
    ...items('periods', (period) => hasTexts(period, ['key', 'start', 'end'])),
    ...items('workingDays', (day) => typeof day === 'number'),
    ...items('holidays', (date) => typeof date === 'string')
  ]) as Settings;
}

function hasTexts(object: unknown, names: readonly string[]): boolean {
  return names.every((name) => typeof (Object(object) as Readonly<Record<string, unknown>>)[name] === 'string');
}

/** Where JSON broke off, in bytes of UTF-8: the end of a text that is cut, or where the engine says, if it does. What it quotes of the text says nothing. */
function stop(text: string, message: string): number | undefined {
  const [, position, line, column] = /^[^"]*?(?:position (\d+)|line (\d+) column (\d+))/.exec(message) ?? [];
  // Firefox counts lines: those before, their breaks, and what stands before the column.
  const told = line ? text.split('\n', +line - 1).join('\n').length + Number(+line > 1) + +column - 1 : Number(position);
  const place = /^[^"]*(end of|eof|unterminated)/i.test(message) ? text.length : told;
  // A surrogate is half of four bytes.
  const twoBytes = /[\u0080-\u07ff\ud800-\udfff]/g;
  const bytes = text
    .slice(0, place)
    .replace(twoBytes, '**')
    .replace(/[\u0800-\uffff]/g, '***').length;
  return Number.isNaN(place) ? undefined : bytes;
}

/** Text as a value where it looks like JSON, else undefined: as delimited rows. */
function parse(text: string): unknown {
  const start = /\S/.exec(text)?.index;
  if (start === undefined) throw new Unreadable({code: 'empty-answer'});
  const head = text.slice(start, start + 40);
  // A zip or an old compound file, as text.
  if (['PK\x03\x04', '\xd0\xcf\x11\xe0'].some((sign) => head.startsWith(sign))) throw new Unreadable({code: 'workbook'});
  if (/^<[a-z!?]/i.test(head)) throw new Unreadable({code: 'web-page'});
  if (!/^(?:[[{]|(?:null|true|false|-?[\d.]+)\s*$)/.test(head)) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ' '));
  } catch (error) {
    const rows = jsonLines(text);
    if (rows) return rows;
    throw new Unreadable({code: 'not-json', byte: stop(text, String(error))});
  }
}

/** The values of NDJSON, one a line; undefined when the first line is no whole object. A line that is none is a row that cannot be read. */
function jsonLines(text: string): unknown[] | undefined {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const read = (line: string): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      return undefined;
    }
  };
  while (!lines.at(-1)?.trim()) lines.pop();
  if (lines.length < 2 || !/^\s*\{/.test(lines[0]) || !read(lines[0])) return undefined;
  const rows = lines.map(read);
  // A last line that breaks off is the edge at which the file was cut.
  if (rows.at(-1) === undefined && !text.endsWith('\n')) throw new Unreadable({code: 'truncated', line: lines.length});
  return rows;
}

/** The raw tables of a dataset object, and those that lie elsewhere. */
function rawTables(input: unknown): {raws: Map<string, RawTable>; references: Reference[]} {
  const raws = new Map<string, RawTable>();
  const references: Reference[] = [];
  const entries = namedTables(input);
  const seen = entries.map(([key]) => key);
  for (const [key, value] of entries) {
    const reference = referenceIn(value);
    const name = plainName(reference?.table || key);
    const table = [...schema.keys()].find((known) => plainName(known) === name);
    if (reference) references.push({...reference, table});
    else if (table && value !== null && value !== undefined) {
      if (raws.has(table)) throw new Unreadable({code: 'duplicate-header', table, column: key});
      const raw = rawTable(value);
      if (!raw) throw new Unreadable({code: 'not-a-dataset', table, seen});
      raws.set(table, raw);
    }
  }
  if (!raws.size && !references.length) throw new Unreadable({code: 'not-a-dataset', seen});
  return {raws, references};
}

/** Throws on an option that names nothing, as `createDataset` does. */
export function checkOptions({table, preset = 'auto', dateFormat, decimal, assumeZone, fields = {}, tables = {}}: DatasetOptions): void {
  const check = (what: string, name: string | undefined, isKnown: boolean): void => {
    if (name !== undefined && !isKnown) throw new Error(`unknown ${what}: ${name}`);
  };
  check('table', table, schema.has(table ?? ''));
  check('preset', preset, preset === 'auto' || presets.has(preset));
  if (dateFormat) check('date format', dateFormat, /^(dmy|mdy|ymd|excel|unix|unix-ms)$/.test(dateFormat));
  if (decimal) check('decimal sign', decimal, /^[.,]$/.test(decimal));
  if (assumeZone) toWall(0, assumeZone);
  for (const field of Object.keys(fields))
    check(
      'field',
      field,
      [...schema.values()].some((types) => types.has(field))
    );
  for (const [name, options] of Object.entries(tables)) checkOptions({table: name, ...options});
}

/**
 * Reads sales data into typed tables: an array of row objects or the text of a CSV (one table, `options.table`),
 * a dataset object `{settings?, deals?: rows or columns, ...}`, or the text of JSON or NDJSON that holds either.
 * Tables that lie in files of their own (`{deals: {src, preset?, fields?}}`, or a Frictionless Data Package) are `references`, not read here.
 * Data never throws: a row that cannot be read is an issue, an input that cannot be read a `problem`.
 * A wrong option throws: `unknown table: x`, `unknown preset: x`, `unknown date format: x`, `unknown decimal sign: x`, `unknown field: x`,
 * `unknown time zone: x`.
 */
export function createDataset(input: unknown, options: DatasetOptions = {}): Dataset {
  const steps = readDataset(input, options);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}

/** The same in steps, for those who have other things to do in between. */
export function* readDataset(input: unknown, options: DatasetOptions): Generator<undefined, Dataset> {
  checkOptions(options);
  let {settings = {}} = options;
  let read: ReadTable[] = [];
  let problem: DataProblem | undefined;
  let references: readonly Reference[] | undefined;
  const notes: Note[] = [];
  try {
    const json = typeof input === 'string' ? parse(input) : input;
    const given = Object.entries(settings).filter(([, value]) => value !== undefined);
    settings = {...ownSettings((Object(json) as {settings?: unknown}).settings), ...Object.fromEntries(given)};
    const named = (name: string) => read.find(({table}) => table.name === name);
    const readAs = (raw: RawTable, name?: string): Generator<undefined, ReadTable> => {
      const own: DatasetOptions = {...options, ...options.tables?.[name ?? ''], settings};
      const recognition = recognise(raw.headers, own.preset);
      return readTable(name ?? options.table ?? recognition.table ?? 'deals', raw, own, recognition, named('deals'));
    };
    if (typeof input === 'string' && json === undefined) {
      const text = input.replace(/^\ufeff/, '');
      const above = linesAbove(text, options.preset);
      const {raw, count, miscounted} = withoutLinesBelow(readDelimited(text.slice(above.start)));
      if (miscounted) throw new Unreadable(miscounted);
      read = [yield* readAs(raw)];
      if (above.count + count) notes.push({code: 'report-lines', table: read[0].table.name, count: above.count + count});
    } else if (Array.isArray(json) || json instanceof ScannedTable) {
      const raw = rawTable(json);
      if (raw) read = [yield* readAs(raw)];
    } else {
      // What stage changes are of must be there before.
      const found = rawTables(json);
      if (found.references.length) ({references} = found);
      const raws = [...found.raws].sort(([a], [b]) => Number(a === 'stageHistory') - Number(b === 'stageHistory'));
      for (const [name, raw] of raws) read.push(yield* readAs(raw, name));
      const [deals, history] = [named('deals'), named('stageHistory')];
      if (deals && history) read[read.indexOf(deals)] = {...deals, table: withStageHistory(deals, history.table, settings)};
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problem = error.problem;
    read = [];
  }
  return {
    tables: new Map(read.map(({table}) => [table.name, table])),
    settings,
    rows: Object.fromEntries(read.map(({table, count}) => [table.name, count])),
    issues: read.flatMap(({issues}) => issues),
    notes: [...notes, ...read.flatMap(({notes}) => notes)],
    recognised: new Map(read.map(({table, recognised}) => [table.name, recognised])),
    references,
    problem
  };
}
