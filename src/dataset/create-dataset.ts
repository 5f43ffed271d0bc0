import {checkOptions} from './check-options.js';
import type {DataProblem, Dataset, Note} from './dataset.js';
import {readDelimited} from './delimited.js';
import {recognise} from './headers.js';
import {ownSettings} from './own-settings.js';
import {parseText} from './parse-text.js';
import {plainName} from './plain-name.js';
import {rawTable, ScannedTable} from './raw-table.js';
import {readTable, type ReadTable} from './read-table.js';
import {type RawTable, Unreadable} from './reading.js';
import {namedTables, referenceIn, type Reference} from './references.js';
import {linesAbove, withoutLinesBelow} from './report-lines.js';
import {schema} from './schema.js';
import type {DatasetOptions} from './settings.js';
import {withStageHistory} from './stage-history.js';

export type * from './column.js';
export type * from './dataset.js';
export type * from './settings.js';

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

/**
 * Reads sales data into typed tables: an array of row objects or the text of a CSV (one table, `options.table`),
 * a dataset object `{settings?, deals?: rows or columns, ...}`, or the text of JSON or NDJSON that holds either.
 * Tables that lie in files of their own (`{deals: {src, preset?, fields?}}`, or a Frictionless Data Package) are `references`, not read here.
 * Data never throws: a row that cannot be read is an issue, an input that cannot be read a `problem`.
 *
 * @throws RangeError `unknown table: x; known are deals, …`, and so of a preset, a date format, a decimal sign and a field; `unknown time zone: x`
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
    const json = typeof input === 'string' ? parseText(input) : input;
    const given = Object.entries(settings).filter(([, value]) => value !== undefined);
    settings = {...ownSettings((Object(json) as {settings?: unknown}).settings), ...Object.fromEntries(given)};
    const named = (name: string) => read.find(({table}) => table.name === name);
    const readAs = (raw: RawTable, name?: string): Generator<undefined, ReadTable> => {
      // What is said for all tables is meant for those that have such a column.
      const isThere = (header: string) => !name || raw.headers.some((other) => plainName(other) === plainName(header));
      const fields = Object.fromEntries(Object.entries(options.fields ?? {}).filter(([, header]) => isThere(header)));
      const own: DatasetOptions = {...options, fields, ...options.tables?.[name ?? ''], settings};
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
