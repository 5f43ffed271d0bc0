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
  const lines = issues.map(({code, count: n = 0, names = []}) => text.issues[code](count(n), names.join(', ')));
  if (rejected > 0) lines.unshift(text.leftOut(count(rejected), count(read)));
  const first = lines.shift();
  if (first === undefined) return undefined;
  for (const {row, column = '', reason, value = ''} of rows.slice(0, LISTED)) {
    lines.push([text.row(count(row), column), text.rowReasons[reason], value.slice(0, 40)].filter(Boolean).join(': '));
  }
  if (rows.length > LISTED) lines.push(text.others(count(rows.length - LISTED)));
  return {text: first, lines};
}
