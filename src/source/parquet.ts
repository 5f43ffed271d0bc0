import type {SchemaElement, SchemaTree} from 'hyparquet';
import {BadColumns, type Columns, day, decimal, integer, moment} from './column-values.js';

type Raw = number | bigint | Uint8Array;

/** The columns of a Parquet file. What the reader would round (decimals, moments without their zone) it gives as stored, and is read here. */
export async function parquetColumns(bytes: Uint8Array<ArrayBuffer>): Promise<Columns> {
  const reader = await hyparquet();
  const file = {byteLength: bytes.length, slice: (start: number, end?: number) => bytes.slice(start, end).buffer};
  const metadata = reader.parquetMetadata(bytes.buffer, {geoparquet: false});
  const codecs = new Set(metadata.row_groups.flatMap(({columns}) => columns.map(({meta_data: chunk}) => chunk?.codec ?? '')));
  const unknown = [...codecs].filter((codec) => !/^(UNCOMPRESSED|SNAPPY)?$/.test(codec));
  if (unknown.length > 0) throw new BadColumns({code: 'compressed', seen: unknown});

  const readings = new Map<SchemaElement, (raw: never) => unknown>();
  for (const element of metadata.schema) {
    const reading = element.type && readingOf(element);
    if (!reading) continue;
    readings.set(element, reading);
    delete element.converted_type;
    delete element.logical_type;
  }
  const trees = reader.parquetSchema(metadata).children;
  const columns = trees.map((tree): [string, unknown[]] => [tree.element.name, new Array<unknown>(Number(metadata.num_rows)).fill(null)]);
  await reader.parquetRead({
    file,
    metadata,
    utf8: false,
    geoparquet: false,
    onChunk({columnName, columnData, rowStart}) {
      const at = columns.findIndex(([name]) => name === columnName);
      for (let row = 0; row < columnData.length; row++) columns[at][1][rowStart + row] = value(trees[at], columnData[row]);
    }
  });
  return columns;

  /** A cell, in all its depth: lists of structs are the histories of a deal. */
  function value(tree: SchemaTree, cell: unknown): unknown {
    if (cell === null || cell === undefined) return null;
    const {element, children} = tree;
    if (Array.isArray(cell)) {
      const entry = element.converted_type === 'LIST' || element.logical_type?.type === 'LIST' ? children[0].children[0] : tree;
      return cell.map((each) => value(entry, each));
    }
    const reading = readings.get(element) as ((raw: unknown) => unknown) | undefined;
    if (reading) return reading(cell);
    if (typeof cell === 'bigint') return integer(cell);
    if (children.length === 0) return cell;
    return Object.fromEntries(
      children.map((child) => [child.element.name, value(child, (cell as Record<string, unknown>)[child.element.name])])
    );
  }
}

/** A package of its own, which a page installs that needs it. Bundlers forgive that it is not there where its import is tried. */
async function hyparquet() {
  try {
    return await import('hyparquet');
  } catch {
    throw new BadColumns({code: 'no-parquet-reader'});
  }
}

/** How a stored value is to be read where the reader's own way would not do. */
function readingOf({type, converted_type: old, logical_type: kind, scale = 0}: SchemaElement): ((raw: never) => unknown) | undefined {
  if (kind?.type === 'DECIMAL') return (raw: Raw) => decimal(units(raw), kind.scale);
  if (old === 'DECIMAL') return (raw: Raw) => decimal(units(raw), scale);
  if (kind?.type === 'DATE' || old === 'DATE') return (days: number) => day(days * 86_400_000);
  if (kind?.type === 'TIMESTAMP') {
    const {unit, isAdjustedToUTC} = kind;
    const perMs = {MILLIS: 1n, MICROS: 1000n, NANOS: 1_000_000n}[unit];
    return (raw: bigint) => moment(Number(raw / perMs), isAdjustedToUTC);
  }
  // Before there were logical types, moments were in UTC.
  if (old === 'TIMESTAMP_MILLIS') return (raw: bigint) => moment(Number(raw), true);
  if (old === 'TIMESTAMP_MICROS') return (raw: bigint) => moment(Number(raw / 1000n), true);
  // A Julian day and nanoseconds; writers differ in whether that is UTC, so it is a time that names no zone.
  if (type === 'INT96')
    return (raw: bigint) => moment(Number(((raw >> 64n) - 2_440_588n) * 86_400_000n + (raw & 0xffffffffffffffffn) / 1_000_000n), false);
  if (old === 'INTERVAL' || old === 'BSON') return () => null;
  if (type === 'BYTE_ARRAY' && (!old || old === 'ENUM') && kind?.type !== 'STRING')
    return (raw: Uint8Array) => new TextDecoder().decode(raw);
  return undefined;
}

/** The whole number that a decimal is stored as: an integer, or bytes in two's complement, the highest first. */
function units(raw: Raw): bigint {
  if (!(raw instanceof Uint8Array)) return BigInt(raw);
  let all = 0n;
  for (const byte of raw) all = (all << 8n) | BigInt(byte);
  return BigInt.asIntN(8 * raw.length, all);
}
