/** Text as dictionary codes: `values[codes[row]]`. Code -1 is a missing value. Flags are text too: `true` and `false`. */
export interface TextColumn {
  readonly type: 'text';
  readonly codes: Int32Array;
  readonly values: readonly string[];
  /** As a reader of bytes left it, for another thread to read on. */
  readonly packed?: PackedText | undefined;
}

/** Texts as UTF-8, one behind the other, where each ends, and whether each stands there once. */
export interface PackedWords {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  readonly isDistinct: boolean;
}

export interface PackedText extends PackedWords {
  readonly codes: Int32Array;
}

/** Exact decimals: the value of a row is `units[row] / 10 ** scale`. The units are integers; NaN is a missing value. */
export interface DecimalColumn {
  readonly type: 'decimal';
  readonly units: Float64Array;
  readonly scale: number;
}

/**
 * Moments in milliseconds; NaN is a missing value. A row is one of two kinds of time:
 * an *instant* (its text had an offset) counts from 1970 in UTC; a *wall date* (it had none, `wall[row]` is 1)
 * counts as if the calendar on the wall were UTC. A period carries both bounds, so no row is ever converted.
 */
export interface TimeColumn {
  readonly type: 'time';
  readonly ms: Float64Array;
  readonly wall: Uint8Array;
}

export type ScalarColumn = TextColumn | DecimalColumn | TimeColumn;

/** Several entries a row (splits, histories): those of a row are `offsets[row]` up to, not including, `offsets[row + 1]` of each field. */
export interface ListColumn {
  readonly type: 'list';
  readonly offsets: Uint32Array;
  readonly fields: ReadonlyMap<string, ScalarColumn>;
}

export type Column = ScalarColumn | ListColumn;

/** One table of a dataset: the accepted rows as columns of equal length. */
export interface Table {
  readonly name: string;
  readonly length: number;
  readonly columns: ReadonlyMap<string, Column>;
}
