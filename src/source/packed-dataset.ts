import type {Column, PackedText, TextColumn} from '../dataset/column.js';
import type {Dataset} from '../dataset/dataset.js';
import {textAsRead} from '../dataset/texts.js';
import {codedText} from '../scan/scanned-column.js';
import {ScannedWords} from '../scan/scanned-words.js';

/** So many words are quicker to send as one text than one by one. */
const mostWords = 500;

/** What a worker sends: a dataset whose large columns of text are packed, by table and field. */
export interface PackedDataset {
  readonly dataset: Dataset;
  readonly packed: readonly (readonly [table: string, field: string, column: PackedText])[];
}

/** Makes a dataset ready to be sent, and names the buffers that need not be copied. */
export function pack(dataset: Dataset): {message: PackedDataset; buffers: Set<ArrayBufferLike>} {
  const packed: [string, string, PackedText][] = [];
  const buffers = new Set<ArrayBufferLike>();
  const tables = new Map(dataset.tables);
  for (const [name, table] of tables) {
    const columns = new Map<string, Column>(table.columns);
    for (const [field, column] of columns) {
      const text = column.type === 'text' ? packedText(column) : undefined;
      if (text) {
        columns.set(field, {type: 'text', codes: new Int32Array(), values: []});
        packed.push([name, field, text]);
      }
      collect(text ?? column, buffers);
    }
    tables.set(name, {...table, columns: plainColumns(columns)});
  }
  return {message: {dataset: {...dataset, tables}, packed}, buffers};
}

/** What the worker read. Packed words are put together when first asked for. */
export function unpack({dataset, packed}: PackedDataset): Dataset {
  const tables = new Map(dataset.tables);
  for (const [name, field, text] of packed) {
    const table = tables.get(name);
    if (!table) continue;
    const column = textAsRead(codedText(text.codes, ScannedWords.of(text)));
    tables.set(name, {...table, columns: new Map([...table.columns].map(([own, other]) => [own, own === field ? column : other]))});
  }
  return {...dataset, tables};
}

/** Without what words of text are made from when asked for. */
function plainColumns(columns: ReadonlyMap<string, Column>): Map<string, Column> {
  return new Map(
    Array.from(columns, ([field, column]): [string, Column] => [
      field,
      column.type === 'text' ? {type: 'text', codes: column.codes, values: column.values} : column
    ])
  );
}

function collect(column: Column | PackedText, buffers: Set<ArrayBufferLike>): void {
  for (const part of Object.values(column) as unknown[]) if (ArrayBuffer.isView(part)) buffers.add(part.buffer);
  if ('fields' in column) for (const field of column.fields.values()) collect(field, buffers);
}

/** As it was read; else its words as one text, where they are many. */
function packedText(column: TextColumn): PackedText | undefined {
  if (column.packed) return column.packed;
  const {codes, values} = column;
  if (values.length <= mostWords) return undefined;
  const encoder = new TextEncoder();
  const ends = new Uint32Array(values.length);
  let bytes = new Uint8Array(values.length * 16);
  let end = 0;
  values.forEach((word, place) => {
    if (end + word.length * 3 > bytes.length) {
      const all = bytes;
      bytes = new Uint8Array(end * 2 + word.length * 3);
      bytes.set(all);
    }
    ends[place] = end += encoder.encodeInto(word, bytes.subarray(end)).written;
  });
  return {codes, bytes: bytes.slice(0, end), ends, isDistinct: true};
}
