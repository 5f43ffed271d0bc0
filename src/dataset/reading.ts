import {cellOf, code, type Coded} from './coded.js';
import type {DataProblem, DataProblemCode, RowReason} from './dataset.js';
import type {DatasetOptions} from './settings.js';

/** The cells of one column as they came, by row: text of a CSV, values of JSON. */
export type Cells = (row: number) => unknown;

/** No value, as distinct from a value that cannot be read. */
export function isMissing(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && !cell.trim());
}

/** A table before its columns are understood: the rows that are whole, where they stood in the file, and those that are none, by place. */
export interface RawTable {
  readonly headers: readonly string[];
  readonly columns: readonly Cells[];
  /** The columns as a reader of bytes left them, where it read them as what they turned out to be. */
  readonly coded?: readonly (Coded | undefined)[];
  readonly places: ArrayLike<number>;
  readonly broken: ReadonlyMap<number, RowReason>;
  /** Cells are cut out of one text. */
  readonly isCut?: boolean;
  /** The text of a row that is not whole, by place. */
  readonly line?: (row: number) => string;
}

/** What only a whole column or the page can tell: the setting, what it may be, the usual first, and the problem where neither tells. */
export interface Choice {
  readonly setting: 'date-format' | 'decimal';
  readonly code: DataProblemCode;
  readonly ways: readonly [string, string];
}

/** What the parser of a column needs besides its cells. */
export interface Reading {
  readonly options: DatasetOptions;
  /** The row of that index is left out. */
  readonly reject: (index: number, reason: RowReason) => void;
  readonly table: string;
  readonly column: string;
  readonly isCut?: boolean;
  readonly coded?: Coded | undefined;
}

/** The value of a cell; null where there is none, the reason where it cannot be read, undefined where the way must be known first. */
export type ReadCell<T> = (cell: unknown, way: string | undefined) => T | RowReason | null | undefined;

/** Distinct cells that are remembered where the caller keeps no dictionary: many days, but not every second. */
const mostKnown = 4000;

/** Gives `keep` the value of every row, undefined where there is none. `choice` is what `read` may have to know, `way` what the page says of it. */
export function readCells<T extends number | object>(
  cells: Cells,
  length: number,
  reading: Reading | undefined,
  read: ReadCell<T>,
  keep: (index: number, value: T | undefined) => void,
  choice?: Choice,
  way?: string,
  dictionary?: Map<unknown, T | RowReason | null>
): void {
  if (reading?.coded) {
    readWords(reading.coded, reading, read, keep, choice, way);
    return;
  }
  const known = dictionary ?? new Map<unknown, T | RowReason | null>();
  for (let index = 0; index < length; index++) {
    const cell = cells(index);
    // Numbers are read faster than found.
    let value = typeof cell === 'string' ? known.get(cell) : undefined;
    if (value === undefined) {
      value = read(cell, way);
      if (value === undefined && reading && choice) {
        // From the start again: what was read before may mean something else.
        known.clear();
        way = settle(cells, length, reading, read, choice);
        index = -1;
        continue;
      }
      value ??= null;
      if (typeof cell === 'string' && (dictionary ?? known.size < mostKnown)) known.set(cell, value);
    }
    if (typeof value === 'string') reading?.reject(index, value);
    keep(index, typeof value === 'string' || value === null ? undefined : value);
  }
}

/** The same where cells are words, each of which is read once. Those read before are left to the caller, but where they mean something else. */
function readWords<T extends number | object>(
  coded: Coded,
  reading: Reading,
  read: ReadCell<T>,
  keep: (index: number, value: T | undefined) => void,
  choice: Choice | undefined,
  way: string | undefined
): void {
  const {codes, words} = coded;
  let known: (T | RowReason | null | undefined)[] = [];
  for (let index = 0; index < codes.length; index++) {
    const kind = codes[index];
    let value: T | RowReason | null | undefined;
    if (kind >= 0) {
      value = known[kind];
      if (value === undefined) {
        value = read(words.values[kind], way);
        if (value === undefined && choice) {
          known = [];
          way = settle((row) => cellOf(coded, row), codes.length, reading, read, choice);
          index = -1;
          continue;
        }
        known[kind] = value ??= null;
      }
    } else if (kind === code.missing) value = null;
    // A point before digits is no decimal sign where the comma is.
    else if (kind < code.digits && way === ',') value = read(cellOf(coded, index), way) ?? null;
    else continue;
    if (typeof value === 'string') reading.reject(index, value);
    keep(index, typeof value === 'string' || value === null ? undefined : value);
  }
}

/**
 * The way of a column, by the cells that have a value in one way alone. Where they differ it is that of the majority, unless others have
 * a value in both: nobody can say then whose those are.
 */
function settle(cells: Cells, length: number, {table, column}: Reading, read: ReadCell<unknown>, {setting, code, ways}: Choice): string {
  const doubtful = new Set<string>();
  const evidence: [number, number] = [0, 0];
  for (let index = 0; index < length; index++) {
    const cell = cells(index);
    const [usual, other] = ways.map((way) => read(cell, way));
    if (JSON.stringify(usual) === JSON.stringify(other)) continue;
    if (typeof other === 'string') evidence[0]++;
    else if (typeof usual === 'string') evidence[1]++;
    else doubtful.add(String(cell));
  }
  const [usual, other] = evidence;
  if (doubtful.size && !usual === !other) throw new Unreadable({code, table, column, setting, seen: [...doubtful].slice(0, 5)});
  return ways[Number(usual < other)];
}

/** Ends the reading of an input of which nothing can be used. */
export class Unreadable extends Error {
  readonly problem: DataProblem;

  constructor(problem: DataProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
