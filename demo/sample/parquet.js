// @ts-check
import {exportedDeals} from './exported-deals.js';

/** @import {SchemaElement} from 'hyparquet' */
/** @import {ExportedDeal} from './exported-deals.js' */

const text = {type: 'BYTE_ARRAY', converted_type: 'UTF8'};

/** As a warehouse keeps it: typed, amounts in hundredths. @type {[string, object, (deal: ExportedDeal) => unknown][]} */
const columns = [
  ['id', {type: 'INT64'}, ({number}) => BigInt(number)],
  ['name', text, ({name}) => name],
  ['owner', text, ({owner}) => owner],
  ['customer', text, ({customer}) => customer],
  [
    'amount',
    {type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18},
    ({amount}) => (amount === null ? null : BigInt(Math.round(amount * 100)))
  ],
  ['currency', text, () => 'SEK'],
  ['status', text, ({status}) => status],
  [
    'created_at',
    {type: 'INT64', logical_type: {type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS'}},
    ({createdAt}) => BigInt(createdAt) * 1000n
  ],
  ['closed_at', {type: 'INT32', converted_type: 'DATE'}, ({closed}) => closed],
  ['product', text, ({product}) => product],
  ['source', text, ({source}) => source]
];

const rowGroup = 100_000;

/** Writes so many deals to a Parquet file, a row group at a time. @param {string} file @param {number} count */
export async function writeParquet(file, count) {
  const {fileWriter, ParquetWriter} = await import('hyparquet-writer');
  const schema = /** @type {SchemaElement[]} */ ([
    {name: 'root', num_children: columns.length},
    ...columns.map(([name, element]) => ({name, repetition_type: 'OPTIONAL', ...element}))
  ]);
  const writer = new ParquetWriter({writer: fileWriter(file), schema});
  /** @type {ExportedDeal[]} */
  let deals = [];
  const flush = async () => {
    const columnData = columns.map(([name, , cell]) => ({name, data: /** @type {any[]} */ (deals.map(cell))}));
    await writer.write({columnData, rowGroupSize: rowGroup});
    deals = [];
  };
  for (const deal of exportedDeals(count)) if (deals.push(deal) === rowGroup) await flush();
  if (deals.length > 0) await flush();
  await writer.finish();
}
