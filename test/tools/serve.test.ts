import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {get, type IncomingHttpHeaders} from 'node:http';
import {createServer, type AddressInfo} from 'node:net';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {afterEach, describe, expect, it} from 'vitest';

const script = fileURLToPath(new URL('../../scripts/serve.js', import.meta.url));
const cleanUp: (() => void)[] = [];

afterEach(() => {
  for (const task of cleanUp.splice(0)) task();
});

/** Starts the server; the lines it prints up to the one with the address. */
async function serve(port: number | string): Promise<{lines: string[]; address: URL}> {
  const child = spawn(process.execPath, [script], {env: {...process.env, PORT: String(port)}});
  cleanUp.push(() => child.kill());
  const lines: string[] = [];
  for await (const line of createInterface({input: child.stdout})) {
    lines.push(line);
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address) return {lines, address: new URL(address)};
  }
  throw new Error(`no address in: ${lines.join('\n')}`);
}

/** Asks for a path as written: `fetch` would tidy it first. */
function ask(address: URL, path: string): Promise<{status: number | undefined; headers: IncomingHttpHeaders; body: string}> {
  return new Promise((resolve, reject) => {
    get({host: address.hostname, port: address.port, path}, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve({status: response.statusCode, headers: response.headers, body});
      });
    }).on('error', reject);
  });
}

describe('the demo server', () => {
  it('serves the demo with the right types', async () => {
    const {address} = await serve(0);
    expect(await ask(address, '/')).toMatchObject({status: 200, headers: {'content-type': 'text/html; charset=utf-8'}});
    expect(await ask(address, '/data/sample.json')).toMatchObject({headers: {'content-type': 'application/json; charset=utf-8'}});
    expect(await ask(address, '/nothing-here')).toMatchObject({status: 404});
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/cdn/..%2f..%2fpackage.json', '/%00', '/%', '//', '/data'])(
    'answers 404 to %s',
    async (path) => {
      const {address} = await serve(0);
      expect(await ask(address, path)).toMatchObject({status: 404, body: 'Not found\n'});
    }
  );

  it('says that the port is taken, and takes the next', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    cleanUp.push(() => other.close());
    await once(other, 'listening');
    const {port} = other.address() as AddressInfo;
    const {lines, address} = await serve(port);
    expect(lines[0]).toBe(`Port ${String(port)} is taken, trying ${String(port + 1)}.`);
    expect(Number(address.port)).toBeGreaterThan(port);
    expect(lines.filter((line) => line.includes('http'))).toHaveLength(1);
  });

  it.each(['abc', '65536', '-1', ''])('refuses the port %j', async (port) => {
    const child = spawn(process.execPath, [script], {env: {...process.env, PORT: port}});
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
  });
});
