import type {DataType} from '@uwdata/flechette';
import {BadColumns, type Columns, day, decimal, integer, moment} from './column-values.js';

/** The columns of an Arrow file or stream. Numbers that may not fit a double come as stored, and are read here. */
export async function arrowColumns(bytes: Uint8Array): Promise<Columns> {
  const {tableFromIPC, Type} = await flechette();
  try {
    const table = tableFromIPC(bytes, {useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true});
    return table.schema.fields.map(({name, type}, at) => [name, Array.from(table.getChildAt(at) as Iterable<unknown>, reading(type))]);
  } catch (error) {
    const codec = /codec "(\w+)"/.exec(String(error))?.[1];
    throw codec ? new BadColumns({code: 'compressed', seen: [codec]}) : error;
  }

  function reading(type: DataType): (cell: unknown) => unknown {
    const read = present(type);
    return (cell) => (cell === null || cell === undefined ? null : read(cell as never));
  }

  function present(type: DataType): (cell: never) => unknown {
    switch (type.typeId) {
      case Type.Dictionary:
        return reading(type.dictionary);
      case Type.Date:
        return day;
      case Type.Timestamp: {
        // Seconds, milliseconds, microseconds, nanoseconds.
        const factor = 1000n ** BigInt(Math.abs(type.unit - 1));
        return (raw: bigint) => moment(Number(type.unit ? raw / factor : raw * factor), !!type.timezone);
      }
      case Type.Decimal:
        return (raw: number | bigint) => decimal(BigInt(raw), type.scale);
      case Type.List:
      case Type.LargeList:
      case Type.FixedSizeList: {
        const entry = reading(type.children[0].type);
        return (cells: Iterable<unknown>) => Array.from(cells, entry);
      }
      case Type.Struct: {
        const fields = type.children.map(({name, type}) => [name, reading(type)] as const);
        return (cell: Readonly<Record<string, unknown>>) => Object.fromEntries(fields.map(([name, read]) => [name, read(cell[name])]));
      }
      default:
        return (cell: unknown) => (typeof cell === 'bigint' ? integer(cell) : cell);
    }
  }
}

/** A package of its own, which a page installs that needs it. Bundlers forgive that it is not there where its import is tried. */
async function flechette() {
  try {
    return await import('@uwdata/flechette');
  } catch {
    throw new BadColumns({code: 'no-arrow-reader'});
  }
}
