import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

// `npm start`: the demo at /, the built elements at /cdn/. PORT and HOST change the address.

const mounts = [
  {prefix: '/cdn/', folder: fileURLToPath(new URL('../dist/cdn', import.meta.url))},
  {prefix: '/', folder: fileURLToPath(new URL('../demo', import.meta.url))}
];

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2'
};

async function answer({method, url}, response) {
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, 'Method not allowed');
  const file = await find(url);
  if (!file) return refuse(response, 404, 'Not found');
  response.writeHead(200, {
    'content-type': types[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff'
  });
  if (method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function refuse(response, status, text) {
  response.writeHead(status, {'content-type': 'text/plain; charset=utf-8'}).end(`${text}\n`);
}

/** The file a URL names; nothing when there is none or it lies outside the served folders. */
async function find(url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return;
  }
  const {prefix, folder} = mounts.find((mount) => name.startsWith(mount.prefix));
  const path = join(folder, name.slice(prefix.length), name.endsWith('/') ? 'index.html' : '');
  if (name.includes('\0') || !path.startsWith(folder + sep)) return;
  const entry = await stat(path).catch(() => undefined);
  return entry?.isFile() ? {path, size: entry.size} : undefined;
}

/** Starts at the port asked for, or at the next that is free, and says where. */
function listen(port, host) {
  const server = createServer(answer);
  server.on('error', (error) => {
    if (error.code === 'EADDRINUSE' && port < 65_535) {
      console.log(`Port ${port} is taken, trying ${port + 1}.`);
      listen(port + 1, host);
    } else {
      console.error(`cannot listen on ${host}: ${error.message}`);
      process.exitCode = 1;
    }
  });
  server.listen(port, host, () => {
    const name = {'0.0.0.0': 'localhost', '::': 'localhost'}[host] ?? (host.includes(':') ? `[${host}]` : host);
    console.log(`The demo is at http://${name}:${server.address().port}/ (Ctrl+C stops it).`);
  });
}

// Not `localhost`, which may be either of two addresses, one of them taken by somebody else.
const {PORT = '8080', HOST = '127.0.0.1'} = process.env;
if (/^\d{1,5}$/.test(PORT) && Number(PORT) <= 65_535) {
  listen(Number(PORT), HOST);
} else {
  console.error(`unknown port: ${PORT}`);
  process.exitCode = 1;
}
