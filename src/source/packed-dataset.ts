import type {Column, PackedWords} from '../dataset/column.js';
import type {Dataset} from '../dataset/dataset.js';
import {lazyText} from '../dataset/texts.js';
import {wordsOf} from '../scan/words-of.js';

/** So many words are quicker to send as one text than one by one. */
const mostWords = 500;

interface Packed extends PackedWords {
  readonly codes: Int32Array;
}

/** What a worker sends: a dataset whose large columns of text are packed, by table and field. */
export interface PackedDataset {
  readonly dataset: Dataset;
  readonly packed: readonly (readonly [table: string, field: string, column: Packed])[];
}

/** Makes a dataset ready to be sent, and names the buffers that need not be copied. */
export function pack(dataset: Dataset): {message: PackedDataset; buffers: Set<ArrayBufferLike>} {
  const packed: [string, string, Packed][] = [];
  const buffers = new Set<ArrayBufferLike>();
  const tables = new Map(dataset.tables);
  for (const [name, table] of tables) {
    const columns = new Map<string, Column>(table.columns);
    for (const [field, column] of columns) {
      collect(column, buffers);
      if (column.type !== 'text' || column.codes.length < mostWords) continue;
      const words = column.packed ?? (column.values.length > mostWords ? bytesOf(column.values) : undefined);
      if (!words) continue;
      columns.set(field, {type: 'text', codes: new Int32Array(), values: []});
      packed.push([name, field, {codes: column.codes, ...words}]);
      buffers.add(words.bytes.buffer).add(words.ends.buffer);
    }
    tables.set(name, {...table, columns: plainColumns(columns)});
  }
  return {message: {dataset: {...dataset, tables}, packed}, buffers};
}

/** What the worker read. Packed words are put together when first asked for. */
export function unpack({dataset, packed}: PackedDataset): Dataset {
  const tables = new Map(dataset.tables);
  for (const [name, field, {codes, ...words}] of packed) {
    const table = tables.get(name);
    if (!table) continue;
    const column = lazyText(codes, () => wordsOf(words), words);
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

function collect(column: Column, buffers: Set<ArrayBufferLike>): void {
  for (const part of Object.values(column) as unknown[]) if (ArrayBuffer.isView(part)) buffers.add(part.buffer);
  if (column.type === 'list') for (const field of column.fields.values()) collect(field, buffers);
}

function bytesOf(words: readonly string[]): PackedWords {
  const encoder = new TextEncoder();
  const ends = new Uint32Array(words.length);
  let bytes = new Uint8Array(words.length * 16);
  let end = 0;
  words.forEach((word, place) => {
    if (end + word.length * 3 > bytes.length) {
      const all = bytes;
      bytes = new Uint8Array(end * 2 + word.length * 3);
      bytes.set(all);
    }
    ends[place] = end += encoder.encodeInto(word, bytes.subarray(end)).written;
  });
  return {bytes: bytes.slice(0, end), ends};
}
