import {arrowColumns} from './arrow.js';
import {BadColumns, type Columns} from './column-values.js';
import {parquetColumns} from './parquet.js';

/** The columns of a Parquet file (`PAR1`) or, else, of an Arrow file or stream. Throws BadColumns, or whatever the reader of a broken file throws. */
export async function fileColumns(bytes: Uint8Array<ArrayBuffer>): Promise<Columns> {
  const columns = await (bytes[0] === 0x50 ? parquetColumns : arrowColumns)(bytes);
  const names = columns.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new BadColumns({code: 'duplicate-header', column: twice, seen: [twice]});
  return columns;
}
