import type {DataProblem, RowReason} from './dataset.js';
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
  readonly places: readonly number[];
  readonly broken: ReadonlyMap<number, RowReason>;
}

/** What the parser of a column needs besides its cells. */
export interface Reading {
  readonly options: DatasetOptions;
  /** The row of that index is left out. */
  readonly reject: (index: number, reason: RowReason) => void;
  /** The column cannot be read without a setting. */
  readonly ambiguous: (setting: 'date-format' | 'decimal', seen: readonly string[]) => never;
}

/** Ends the reading of an input of which nothing can be used. */
export class Unreadable extends Error {
  readonly problem: DataProblem;

  constructor(problem: DataProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
