import {isoText} from '../calendar/civil.js';
import type {Dataset, RowIssue} from '../dataset/dataset.js';
import {latestIn} from '../dataset/latest.js';

/** What a page is told of the records it shows. */
export interface Account {
  /** Rows that count: those accepted. */
  readonly rows: number;
  readonly rejected: number;
  /** Every rejected row with its reason. */
  readonly issues: readonly RowIssue[];
  /** The latest date in the data, not after the load; null without one. */
  readonly latest: string | null;
}

export function accountOf({rows, issues, tables}: Dataset, loadedAt: number): Account {
  const counts = Object.values(rows);
  const sum = (kind: 'accepted' | 'rejected') => counts.reduce((so, count) => so + count[kind], 0);
  return {
    rows: sum('accepted'),
    rejected: sum('rejected'),
    issues,
    // Looked for when it is asked for: few do, of every element.
    get latest() {
      const latest = Math.max(...Array.from(tables.values(), (table) => latestIn(table, loadedAt) ?? -Infinity));
      return Number.isFinite(latest) ? isoText(latest) : null;
    }
  };
}
