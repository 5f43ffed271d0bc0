import {createReadStream, existsSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import {Readable} from 'node:stream';
import './windows-1252.js';

const read = new Map();

/**
 * The dataset in a file, with the files that it refers to; read once for each set of options.
 *
 * @param {typeof import('../../src/source/figures.js')} engine
 * @param {string} file
 * @param {import('../../src/dataset/settings.js').DatasetOptions} options
 * @returns {Promise<import('../../src/dataset/dataset.js').Dataset>}
 * @throws {RangeError} When there is no such file, or it cannot be read.
 */
export function datasetIn(engine, file, options) {
  const key = JSON.stringify([file, options]);
  if (!read.has(key)) read.set(key, readWhole(engine, file, options));
  return read.get(key);
}

async function readWhole(engine, file, options) {
  const dataset = await readOne(engine, file, options);
  if (!dataset.references) return dataset;
  const {settings} = dataset;
  const parts = dataset.references.map(({src, table, options: own}) =>
    readOne(engine, fileAt(src, dirname(file)), {...options, table, ...own, settings})
  );
  return whole(engine.mergeDatasets(dataset, await Promise.all(parts)), file);
}

async function readOne({readBody}, file, options) {
  if (!existsSync(file)) throw new RangeError(`no such file: ${shown(file)}`);
  try {
    const [dataset] = await readBody(Readable.toWeb(createReadStream(file)), [options], {maxBytes: Infinity});
    return whole(dataset, file);
  } catch (error) {
    throw error.name === 'BadGzip' ? new RangeError(`cannot read ${shown(file)}: not gzip`) : error;
  }
}

/** @throws {RangeError} What stands in the way of reading it, and what settles that. */
function whole(dataset, file) {
  const {code, table, column, setting, line, seen = []} = dataset.problem ?? {};
  if (!code) return dataset;
  const places = [table && `table ${table}`, column && `column ${column}`, line && `line ${line}`, seen.slice(0, 5).join(', ')];
  const remedy = setting ? `; give the tags the attribute ${setting}` : '';
  throw new RangeError(`cannot read ${shown(file)}: ${[code, ...places.filter(Boolean)].join(' · ')}${remedy}`);
}

/** @throws {RangeError} For what lies on a server: this reads files alone. */
export function fileAt(address, folder) {
  if (/^[a-z][a-z\d+.-]+:/i.test(address)) throw new RangeError(`not a file: ${address}; fetch it first and name the file with --data`);
  return resolve(folder, decodeURIComponent(address.replace(/[?#].*/s, '')));
}

/** As short as it can be named here. */
function shown(file) {
  const path = relative('', file);
  return path.startsWith('..') ? file : path;
}
