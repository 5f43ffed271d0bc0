import type {Table} from './column.js';
import type {Reference} from './references.js';
import type {Settings} from './settings.js';

/** Why a row was left out. `row` counts data rows from 1, as a spreadsheet shows them below its header; `column` is the header as the file spells it. */
export interface RowIssue {
  readonly table: string;
  readonly row: number;
  readonly column?: string;
  readonly reason: RowReason;
  readonly value?: string;
}

export type RowReason =
  | 'missing-id'
  | 'duplicate-id'
  | 'conflicting-id'
  | 'not-a-number'
  | 'number-out-of-range'
  | 'not-a-date'
  | 'date-out-of-range'
  | 'date-without-zone'
  | 'unknown-status'
  /** A change of a stage whose deal is not among the deals, or a name that several of them have. */
  | 'unknown-deal'
  /** A change of another field than the stage. */
  | 'not-a-stage'
  /** The CRM says that it is deleted. */
  | 'deleted'
  | 'control-character'
  /** A value of a kind that the column cannot hold: an object where text is expected, text where a list is, a flag neither true nor false. */
  | 'unexpected-value'
  | 'too-few-fields'
  | 'too-many-fields'
  | 'not-a-row';

/** Why nothing of a file could be read. `setting` names the option that would settle it, `seen` what stood there instead. */
export interface DataProblem {
  readonly code: DataProblemCode;
  readonly table?: string;
  readonly column?: string;
  readonly setting?: 'date-format' | 'decimal' | 'table';
  /** The line of the text (from 1) or the byte (from 0) where reading stopped. */
  readonly line?: number;
  readonly byte?: number;
  /** The headers or the values that were seen. */
  readonly seen?: readonly string[];
  readonly rows?: readonly [read: number, expected: number];
}

export type DataProblemCode =
  | 'empty-answer'
  | 'web-page'
  | 'not-json'
  | 'not-a-dataset'
  /** A workbook of Excel, which is no text. */
  | 'workbook'
  /** A Parquet or Arrow file, and the package that reads it is not there; packed in a way that is not known (`seen`); not whole. */
  | 'no-parquet-reader'
  | 'no-arrow-reader'
  | 'compressed'
  | 'damaged'
  | 'unclosed-quote'
  /** The last line of a text alone is short and has no end: the file was cut there. */
  | 'truncated'
  /** A line below the rows counts others than there are. */
  | 'row-count'
  | 'no-known-columns'
  | 'duplicate-header'
  | 'ambiguous-date'
  | 'ambiguous-number';

/** What a reader of the figures may want to know of how they were read; no row is left out for it. */
export interface Note {
  readonly code: NoteCode;
  readonly table?: string;
  /** How many lines, where lines are meant. */
  readonly count?: number;
}

export type NoteCode =
  /** The server says that the file is of another kind than it is. */
  | 'content-type'
  /** The bytes are not UTF-8: taken for what Excel writes on Western Windows. */
  | 'windows-1252'
  /** The file has no byte order mark, but NUL in every other byte. */
  | 'utf-16'
  /** Title, filters, totals and notices of a report, above and below its table, are no rows. */
  | 'report-lines'
  /** Of HubSpot: the close date becomes the day on which a deal is closed, whatever it was before. */
  | 'close-date-on-closing'
  /** Of Zoho: there is no date of winning, the expected closing date stands for it. */
  | 'expected-close-date';

/** What happened to the rows of a table: `accepted + rejected = read`. */
export interface RowCount {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** How the headers of a table were understood: field -> header, and the headers that are no field and stay as segments of their own. */
export interface Recognised {
  readonly fields: ReadonlyMap<string, string>;
  readonly segments: readonly string[];
  /** The preset by which they were read, and the headers that told; none when the page named it or nothing did. */
  readonly preset: string;
  readonly because: readonly string[];
}

/** Typed tables and the account of how they were read. Never changes; new data makes a new dataset. */
export interface Dataset {
  readonly tables: ReadonlyMap<string, Table>;
  readonly settings: Settings;
  readonly rows: Readonly<Record<string, RowCount>>;
  readonly issues: readonly RowIssue[];
  readonly notes: readonly Note[];
  readonly recognised: ReadonlyMap<string, Recognised>;
  /** Tables that lie in files of their own, which are not in it. */
  readonly references?: readonly Reference[] | undefined;
  /** Set when the input as a whole could not be read; there are no tables then. */
  readonly problem?: DataProblem;
}
