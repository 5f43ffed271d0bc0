import {dateDay, decimal, dictionary, int64, list, struct, tableFromArrays, tableToIPC, timestamp, TimeUnit, utf8} from '@uwdata/flechette';
import type {SchemaElement} from 'hyparquet';
import {parquetWriteBuffer} from 'hyparquet-writer';

type Cells = readonly unknown[];

export const day = (text: string): number => Date.parse(text) / 86_400_000;

/** How Parquet stores the columns that the tests use: an element, or one with what it holds. */
const stored: Readonly<Record<string, Partial<SchemaElement> | readonly Partial<SchemaElement>[]>> = {
  text: {type: 'BYTE_ARRAY', converted_type: 'UTF8'},
  bytes: {type: 'BYTE_ARRAY'},
  integer: {type: 'INT64'},
  double: {type: 'DOUBLE'},
  cents: {type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18},
  wide: {type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL', scale: 18, precision: 38},
  day: {type: 'INT32', converted_type: 'DATE'},
  instant: {type: 'INT64', logical_type: {type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS'}},
  nanos: {type: 'INT64', logical_type: {type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS'}},
  wall: {type: 'INT64', logical_type: {type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS'}},
  history: [
    {converted_type: 'LIST', num_children: 1},
    {name: 'list', repetition_type: 'REPEATED', num_children: 1},
    {name: 'element', num_children: 2},
    {name: 'stage', type: 'BYTE_ARRAY', converted_type: 'UTF8'},
    {name: 'at', type: 'INT32', converted_type: 'DATE'}
  ]
};

/** A Parquet file of columns, each with the name of how it is stored. Several row groups, so that columns come in pieces. */
export function parquetFile(columns: Readonly<Record<string, readonly [kind: string, cells: Cells]>>, codec: 'SNAPPY' | 'GZIP' = 'SNAPPY') {
  const names = Object.keys(columns);
  return new Uint8Array(
    parquetWriteBuffer({
      schema: [
        {name: 'root', num_children: names.length},
        ...names.flatMap((name) =>
          [stored[columns[name][0]]].flat().map((element): SchemaElement => ({name, repetition_type: 'OPTIONAL', ...element}))
        )
      ],
      columnData: names.map((name) => ({name, data: columns[name][1] as never[]})),
      codec,
      ...(codec === 'GZIP' && {compressors: {GZIP: (bytes: Uint8Array) => bytes}}),
      rowGroupSize: 1000
    })
  );
}

/** The types in which Arrow keeps the columns that the tests use. */
const types = {
  text: utf8(),
  word: dictionary(utf8()),
  integer: int64(),
  cents: decimal(18, 2, 128),
  day: dateDay(),
  instant: timestamp(TimeUnit.MICROSECOND, 'UTC'),
  wall: timestamp(TimeUnit.SECOND, null),
  history: list(struct({stage: utf8(), at: dateDay()}))
};

/** An Arrow file, or stream, of columns, each with the name of its type. */
export function arrowFile(columns: Readonly<Record<string, readonly [kind: string, cells: Cells]>>, format: 'file' | 'stream' = 'file') {
  const table = tableFromArrays(Object.fromEntries(Object.entries(columns).map(([name, [, cells]]) => [name, cells as unknown[]])), {
    types: Object.fromEntries(Object.entries(columns).map(([name, [kind]]) => [name, types[kind as keyof typeof types]]))
  });
  return new Uint8Array(tableToIPC(table, {format}) as Uint8Array<ArrayBuffer>);
}
