// @ts-check
import {createWriteStream, mkdirSync, statSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {exported, formats} from './exports.js';
import {writeParquet} from './parquet.js';
import {sample} from './sample.js';

const names = [...Object.keys(formats), 'parquet'];

const help = `npm run sample [folder]
  writes the sample data of the demo; by default where the demo reads it

npm run sample -- --format <${names.join(' | ')}> [--rows 1000] [--output file]
  writes deals as that program exports them, always the same; by default to <format>-<rows> in the current folder, to the screen with --output -

HubSpot and Pipedrive write times without a zone: read them with assume-zone="Europe/Stockholm".
Salesforce writes dates as one is used to in the United States.`;

const {values, positionals} = parseArgs({
  options: {
    format: {type: 'string'},
    rows: {type: 'string', default: '1000'},
    output: {type: 'string'},
    help: {type: 'boolean', short: 'h'}
  },
  allowPositionals: true
});

if (values.help) console.log(help);
else if (values.format === undefined) writeSample(positionals[0] ?? fileURLToPath(new URL('../data', import.meta.url)));
else
  try {
    await writeExport(values.format, values.rows, values.output);
  } catch (error) {
    console.error(error instanceof RangeError ? error.message : error);
    process.exitCode = 1;
  }

/** @param {string} folder */
function writeSample(folder) {
  mkdirSync(folder, {recursive: true});
  for (const [name, text] of sample()) {
    writeFileSync(`${folder}/${name}`, text);
    console.log(`${folder}/${name}: ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
  }
}

/** @param {string} name @param {string} rows @param {string | undefined} output */
async function writeExport(name, rows, output) {
  if (!names.includes(name)) throw new RangeError(`unknown format: ${name}`);
  const count = Number(rows);
  if (!/^\d+$/.test(rows) || !Number.isSafeInteger(count)) throw new RangeError(`not a number of rows: ${rows}`);
  const format = formats[name];
  if (format && output === '-') return pipeline(Readable.from(exported(format, count)), process.stdout);
  if (output === '-') throw new RangeError(`not for the screen: ${name}`);
  // npm starts scripts in the folder of the package and says here where it was called.
  const file = resolve(process.env.INIT_CWD ?? '', output ?? `${name}-${count}.${format?.extension ?? 'parquet'}`);
  if (format) await pipeline(Readable.from(exported(format, count)), createWriteStream(file));
  else await writeParquet(file, count);
  console.log(`${file}: ${statSync(file).size.toLocaleString('en')} bytes`);
}
