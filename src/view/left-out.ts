import type {Dataset} from '../dataset/dataset.js';
import type {Issue} from '../kpi/result.js';
import type {Format} from './format.js';

/** What was not counted and why: a line for the reader and, behind it, the rows one by one. */
export interface LeftOut {
  readonly text: string;
  readonly lines: readonly string[];
}

/** Rows named one by one, at most. */
const LISTED = 20;

/** The rows of a table that could not be read, and what the figure's own issues say; undefined when nothing was left out. */
export function leftOut(dataset: Dataset, table: string, issues: readonly Issue[], {text, count}: Format): LeftOut | undefined {
  const {read = 0, rejected = 0} = dataset.rows[table] ?? {};
  const rows = dataset.issues.filter((issue) => issue.table === table);
  const notes = issues.map(({code, count: n, names}) => text.issues[code](count(n ?? 0), (names ?? []).join(', ')));
  const [first] = rejected > 0 ? [text.leftOut(count(rejected), count(read))] : notes;
  if (first === undefined) return undefined;
  const lines = rows.slice(0, LISTED).map(({row, column, reason, value}) => {
    const shown = value === undefined || value === '' ? '' : `: ${value.slice(0, 40)}`;
    return `${text.row(count(row), column ?? '')}: ${text.rowReasons[reason]}${shown}`;
  });
  const more = rows.length > LISTED ? [text.moreRows(count(rows.length - LISTED))] : [];
  return {text: first, lines: [...(rejected > 0 ? notes : notes.slice(1)), ...lines, ...more]};
}
