import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import {parseArgs} from 'node:util';

const help = `npm run report -- --page report.html [--data export.csv] --out folder
  writes report.html into the folder: the page with its tags drawn, in one file that needs no script, no server and no other file;
  and the figures of each tag as CSV beside it

  --page  a page with <kpi-card>, <kpi-trend>, <rep-leaderboard> and <funnel-chart>, with the attributes they have in any page
  --data  the export: JSON, NDJSON, CSV, Parquet or Arrow; by default what each tag has as its src, relative to the page
  --out   the folder, which is made if it is not there

It ends with 1, and writes nothing, when a figure cannot be computed for a mistake in the page or a file that cannot be read.`;

try {
  const {values} = parseArgs({
    options: {page: {type: 'string'}, data: {type: 'string'}, out: {type: 'string'}, help: {type: 'boolean', short: 'h'}}
  });
  if (values.help) console.log(help);
  else await write(values);
} catch (error) {
  console.error(error instanceof RangeError || error.code?.startsWith('ERR_PARSE_ARGS') ? error.message : error);
  process.exitCode = 1;
}

async function write({page, data, out}) {
  if (!page || !out) throw new RangeError(`missing: --${page ? 'out' : 'page'}\n\n${help}`);
  // npm starts scripts in the folder of the package and says here where it was called.
  const at = (path) => resolve(process.env.INIT_CWD ?? '', path);
  for (const file of [page, data]) if (file && !existsSync(at(file))) throw new RangeError(`no such file: ${file}`);
  if (dirname(at(page)) === at(out)) throw new RangeError(`the report would replace the page: name another folder than ${out}`);
  const built = new URL('../dist/', import.meta.url);
  if (!existsSync(new URL('server/index.js', built))) throw new RangeError('not built yet: npm run build');
  // First, for what it puts in the place of a browser's globals.
  const {report} = await import('./report/report.js');
  const [kit, engine] = [await import(new URL('server/index.js', built)), await import(new URL('figures.js', built))];
  const {text, figures} = await report({kit, engine}, at(page), data && at(data));
  mkdirSync(at(out), {recursive: true});
  for (const [name, content] of [[basename(page), text], ...figures]) {
    writeFileSync(join(at(out), name), content);
    console.log(`${join(out, name)}: ${Buffer.byteLength(content).toLocaleString('en')} bytes`);
  }
}
