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

/** Serves the demo. Listens only where `listen` says. */
export const server = createServer(async ({method, url}, response) => {
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
});

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
export function listen(port, host, say = console.log) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port >= 65_535) return reject(error);
      say(`Port ${port} is taken, trying ${port + 1}.`);
      resolve(listen(port + 1, host, say));
    });
    server.listen(port, host, () => {
      const address = `http://${host.includes(':') ? `[${host}]` : host}:${server.address().port}/`;
      say(`The demo is at ${address} (Ctrl+C stops it)`);
      resolve(address);
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {PORT = '8080', HOST = 'localhost'} = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`unknown port: ${PORT}`);
    process.exit(1);
  }
  await listen(port, HOST).catch((error) => {
    console.error(`cannot listen on ${HOST}: ${error.message}`);
    process.exit(1);
  });
}
