import type {TextColumn} from '../dataset/column.js';
import {textAt} from '../dataset/columns-of.js';
import type {Issue} from './result.js';

/** Every cell: what concerns a figure whatever its group and window. */
export const ALL = -1;

const NONE: readonly Issue[] = [];

/** What is wrong with which rows, cell by cell. A row that two parts of a ratio meet is one row. */
export class IssueLog {
  readonly #cells = new Map<number, Map<Issue['code'], {rows: Set<number>; names: Set<string>}>>();

  add(cell: number, code: Issue['code'], row: number, name?: string): void {
    const codes = this.#cells.get(cell) ?? new Map<Issue['code'], {rows: Set<number>; names: Set<string>}>();
    const issue = codes.get(code) ?? {rows: new Set(), names: new Set()};
    this.#cells.set(cell, codes.set(code, issue));
    issue.rows.add(row);
    if (name !== undefined) issue.names.add(name);
  }

  at(cell: number): Issue[] {
    if (this.#cells.size === 0) return [];
    return [...new Set([cell, ALL])].flatMap((key) =>
      [...(this.#cells.get(key) ?? [])].map(([code, {rows, names}]) => ({
        code,
        count: rows.size,
        ...(names.size > 0 && {names: [...names]})
      }))
    );
  }

  has(code: Issue['code']): boolean {
    return [...this.#cells.values()].some((codes) => codes.has(code));
  }

  /** The rows of which something is wrong, one by one. */
  excluded(cell: number, code: Issue['code'], ids: TextColumn | undefined): readonly Issue[] {
    const rows = this.#cells.get(cell)?.get(code)?.rows;
    return rows ? Array.from(rows, (row) => ({code, id: textAt(ids, row)})) : NONE;
  }
}
