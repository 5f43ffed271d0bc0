import type {RowReason} from '../dataset/dataset.js';
import {matchHeaders, recognise} from '../dataset/headers.js';
import {presets} from '../dataset/presets/presets.js';
import type {Cells, RawTable} from '../dataset/reading.js';
import {type FieldType, schema} from '../dataset/schema.js';
import type {DatasetOptions} from '../dataset/settings.js';
import {type Mode, ScannedColumn} from './scanned-column.js';

/** What is scanned is not as plain as scanning takes it for: the whole text is for the general way of reading. */
export class NotPlain extends Error {}

function modeOf(type: FieldType | undefined): Mode {
  return type === 'time' ? 'time' : type === 'decimal' || type === 'ratio' ? 'decimal' : 'text';
}

/** The rows of a table while they are scanned. */
export class ScannedRows {
  readonly columns: ScannedColumn[] = [];
  readonly broken = new Map<number, RowReason>();
  /** Whole rows so far. The next row writes its cells at this place. */
  length = 0;
  /** Where whole rows stood in the file, once that is not where they stand here. */
  places: number[] | undefined;
  readonly #table: string | undefined;
  readonly #options: DatasetOptions;
  #capacity = 4096;

  /** `table` is undefined where the headers may tell. */
  constructor(table: string | undefined, options: DatasetOptions) {
    this.#table = table;
    this.#options = {...options, ...options.tables?.[table ?? '']};
  }

  /** The types of what the headers are for, by place; none where too few are known for it to be a header. */
  typesOf(headers: readonly string[]): (FieldType | undefined)[] | undefined {
    const {preset, table, because} = recognise(headers, this.#options.preset);
    const name = this.#table ?? table ?? 'deals';
    const {fields} = matchHeaders(name, headers, this.#options.fields, presets.get(preset));
    if (fields.size < 2 && !because.length) return undefined;
    const types: (FieldType | undefined)[] = [];
    for (const [field, place] of fields) types[place] = schema.get(name)?.get(field);
    return types;
  }

  /** What a header alone seems to be for. */
  typeOf(header: string): FieldType | undefined {
    const name = this.#table ?? 'deals';
    const [[field] = ['']] = matchHeaders(name, [header], this.#options.fields).fields;
    return schema.get(name)?.get(field);
  }

  add(header: string, type: FieldType | undefined): ScannedColumn {
    const column = new ScannedColumn(header, modeOf(type), this.#capacity);
    this.columns.push(column);
    return column;
  }

  /** The row at `length` is whole. */
  endRow(): void {
    if (this.places) this.places.push(this.length + this.broken.size);
    if (++this.length < this.#capacity) return;
    this.#capacity *= 2;
    for (const column of this.columns) column.grow(this.#capacity);
  }

  /** The row at `length` is none. Its cells are for the next to write over. */
  rejectRow(reason: RowReason): void {
    this.places ??= Array.from({length: this.length}, (_, row) => row);
    this.broken.set(this.length + this.broken.size, reason);
    for (const column of this.columns) {
      column.isLoose = true;
      column.codes[this.length] = -1;
    }
  }

  /** Throws NotPlain where all headers together say otherwise than each said alone, TypeError where texts are no UTF-8. */
  close(): RawTable {
    const {columns, broken, length} = this;
    const headers = columns.map(({header}) => header);
    const types = this.typesOf(headers) ?? [];
    const isAsRead = columns.map(({mode}, place) => mode === modeOf(types[place]));
    // A number or a date that was taken for text has lost what it was.
    if (columns.some(({mode}, place) => mode === 'text' && !isAsRead[place])) throw new NotPlain();
    for (const column of columns) column.close(length);
    const places = this.places?.slice(0, length) ?? new Uint32Array(length).map((_, row) => row);
    return {
      headers,
      columns: columns.map((column): Cells => column.cell),
      coded: columns.map((column, place) => (isAsRead[place] ? column : undefined)),
      places,
      broken
    };
  }
}
