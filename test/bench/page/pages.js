import {createReadStream, readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {scripts} from './build.js';
import {tags} from './workload.js';

const types = {'.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.csv': 'text/csv'};
const csv = JSON.stringify({deals: {src: 'deals.csv'}, leads: {src: 'leads.csv'}});
const css = readFileSync(new URL('contenders/page.css', import.meta.url));

/**
 * Serves the pages at `/page/<contender>/<board>/<format>/<rows>/<load>`, scripts of `outDir` and the data of `fileOf(rows, name)`.
 * Each load of a page has addresses of its own; asked a second time, they give the rows with a tenth of the deals changed.
 */
export function served(outDir, fileOf) {
  const asked = new Set();
  const answer = (request, response) => {
    const [what, ...path] = request.url.slice(1).split('/');
    if (what === 'page') return response.writeHead(200, {'content-type': 'text/html'}).end(page(...path));
    if (what === 'blank')
      return response.writeHead(200, {'content-type': 'text/html'}).end('<!doctype html><link rel="icon" href="data:,">');
    if (what === 'page.css') return response.writeHead(200, {'content-type': 'text/css'}).end(css);
    let file = join(outDir, what, ...path);
    if (what === 'data') {
      const [, rows, name] = path;
      if (name === 'csv.json') return response.writeHead(200, {'content-type': types['.json']}).end(csv);
      const isAgain = asked.size === asked.add(request.url).size;
      file = fileOf(rows, isAgain && name === 'rows.json' ? 'changed.json' : name);
    }
    const entry = statSync(file, {throwIfNoEntry: false});
    if (!entry) return response.writeHead(404).end();
    response.writeHead(200, {'content-type': types[extname(file)], 'content-length': entry.size, 'cache-control': 'no-cache'});
    createReadStream(file).pipe(response);
  };
  return new Promise((resolve) => {
    const server = createServer(answer).listen(0, '127.0.0.1', () => resolve(server));
  });
}

function page(contender, board, format, rows, load) {
  const address = (name) => `/data/${load}/${rows}/${name}`;
  const modules = scripts[contender].map((file) => `<script type="module" src="/${file}"></script>`).join('\n');
  const elements = contender === 'ours' ? ours(board, format, address) : '';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${contender}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
${modules}
<body data-source="${address('rows.json')}" data-board="${board}">
${elements}`;
}

/** CSV holds one table a file: a small dataset names both, so that as much is read as of JSON. */
function ours(board, format, address) {
  return tags(board, {src: address(format === 'json' ? 'rows.json' : 'csv.json')}).join('\n');
}
