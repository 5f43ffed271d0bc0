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
  const notes = issues.map(({code, count: n = 0, names = []}) => text.issues[code](count(n), names.join(', ')));
  if (rejected > 0) notes.unshift(text.leftOut(count(rejected), count(read)));
  const [first, ...others] = notes;
  return first === undefined
    ? undefined
    : {
        text: first,
        lines: [
          ...others,
          ...rows
            .slice(0, LISTED)
            .map(
              ({row, column = '', reason, value}) =>
                `${text.row(count(row), column)}: ${text.rowReasons[reason]}${value ? `: ${value.slice(0, 40)}` : ''}`
            ),
          ...(rows.length > LISTED ? [text.moreRows(count(rows.length - LISTED))] : [])
        ]
      };
}
