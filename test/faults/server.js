import {randomBytes} from 'node:crypto';
import {constants, deflateRawSync} from 'node:zlib';

/** Two deals won in July, so the figure is 350; the third moves it to 400. */
const rows = 'id,amount,status,createdAt,closedAt\n1,100,won,2025-01-01,2026-07-05\n2,250,won,2025-01-01,2026-07-10\n';
const more = `${rows}3,50,won,2025-01-01,2026-07-20\n`;
const page = '<!doctype html><title>Sign in</title><form></form>';

/** A gzip file of 600 MB of nothing: a head, and 600 times the same megabyte, packed so that it can follow itself. Nobody comes to its end. */
const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
const megabyte = deflateRawSync(Buffer.alloc(1_000_000), {finishFlush: constants.Z_FULL_FLUSH});
const bomb = Buffer.concat([head, ...Array(600).fill(megabyte)]);

const ok = (response, body = rows, headers = {}) => response.writeHead(200, {'content-type': 'text/csv', ...headers}).end(body);
const status =
  (code, body = '', headers = {}) =>
  (response) =>
    response.writeHead(code, headers).end(body);
const after =
  (ms, act) =>
  (response, ...given) =>
    setTimeout(act, ms, response, ...given);
/** One bad answer, then good ones. */
const once = (first) => (response, nth) => (nth === 1 ? first : ok)(response);
/** The head and a part of the body, then nothing; or the end of the connection, as it is cut. */
const part = (response, {length, text = rows.slice(0, 60)} = {}) => {
  response.writeHead(200, {'content-type': 'text/csv', ...(length && {'content-length': length})});
  response.write(text);
};
const cut = (response) => setTimeout(() => response.socket.resetAndDestroy(), 20);

/** What each address does with the request, told how many came before. Times are those of a clock that the tests run faster. */
const faults = {
  good: (response) => ok(response, more),
  late: after(50, (response) => ok(response)),
  slow: after(100, (response) => ok(response)),
  never: () => undefined,
  stalls: (response) => part(response),
  drips: (response) => {
    part(response);
    const timer = setInterval(() => response.write('\n'), 20);
    response.on('close', () => clearInterval(timer));
  },
  refused: (response) => response.socket.destroy(),
  reset: (response) => {
    part(response);
    cut(response);
  },
  'too-long': (response) => {
    part(response, {length: rows.length + 100});
    setTimeout(() => response.socket.end(), 20);
  },
  'cut-chunk': (response) => {
    part(response);
    setTimeout(() => response.socket.end(), 20);
  },
  'close-delimited': (response) => {
    response.socket.end(`HTTP/1.0 200 OK\r\ncontent-type: text/csv\r\n\r\n${rows.slice(0, rows.lastIndexOf('2,250'))}`);
  },
  trailer: (response) => ok(response, `${rows}Grand Totals (3 records)\n`),
  login: (response) => ok(response, page, {'content-type': 'text/html'}),
  'login-here': (response) => response.writeHead(302, {location: '/faults/login/here'}).end(),
  'login-elsewhere': (response, _nth, request) => {
    const {port} = new URL(`http://${request.headers.host}`);
    const host = request.headers.host.startsWith('localhost') ? '127.0.0.1' : 'localhost';
    response.writeHead(302, {location: `http://${host}:${port}/faults/login/elsewhere`}).end();
  },
  401: (response, _nth, request) => (request.headers.authorization === 'new' ? ok(response) : status(401)(response)),
  403: status(403),
  404: status(404, 'Not found'),
  410: status(410, 'Gone'),
  'limited-2': once(status(429, '', {'retry-after': '2'})),
  'limited-date': once((response) => status(429, '', {'retry-after': new Date(Date.now() + 1000).toUTCString()})(response)),
  'limited-3600': status(429, '', {'retry-after': '3600'}),
  'limited-garbage': once(status(429, '', {'retry-after': 'soon'})),
  'failing-thrice': (response, nth) => (nth <= 3 ? status([500, 502, 504][nth - 1])(response) : ok(response)),
  503: status(503),
  'not-modified': (response, nth, request) =>
    nth > 1 && request.headers['if-none-match'] === '"one"' ? status(304)(response) : ok(response, rows, {etag: '"one"'}),
  empty: (response) => ok(response, ''),
  204: status(204),
  'no-rows': (response) => ok(response, '[]'),
  'cut-json': (response) => ok(response, '[{"id": "1", "amount": 5'),
  'trailing-json': (response) => ok(response, '[{"id": "1", "amount": 5}] and more'),
  'wrong-type': (response) => ok(response, rows, {'content-type': 'text/html'}),
  'wrong-type-json': (response) =>
    ok(response, JSON.stringify({deals: {id: [1], amount: [350], status: ['won'], closedAt: ['2026-07-05']}})),
  bomb: (response) => ok(response, bomb, {'content-encoding': 'gzip'}),
  'bomb-file': (response) => ok(response, bomb, {'content-type': 'application/gzip'}),
  large: (response) => {
    response.writeHead(200, {'content-type': 'text/csv'});
    const line = Buffer.alloc(1_000_000, 'x');
    for (let written = 0; written < 30; written++) response.write(line);
    response.end();
  },
  'bad-gzip': (response) => ok(response, randomBytes(1000), {'content-encoding': 'gzip'}),
  'no-cors': (response) => ok(response),
  'any-origin': (response) => ok(response, rows, {'access-control-allow-origin': '*'})
};

const seen = new Map();

/**
 * A middleware of the test server that answers `/faults/<fault>/<id>` as networks and servers do on bad days, over the raw connection.
 * `/faults/count/<id>` says how many requests have come for an id; `?then=<fault>` is another fault from the second request on.
 */
export function faultServer(context, next) {
  const {pathname, searchParams} = new URL(context.url, 'http://localhost');
  const [, folder, fault, id] = pathname.split('/');
  if (folder !== 'faults' || !(fault === 'count' || fault in faults)) return next();
  if (fault === 'count') {
    context.body = String(seen.get(id) ?? 0);
    return;
  }
  const nth = (seen.get(id) ?? 0) + 1;
  seen.set(id, nth);
  const then = searchParams.get('then');
  context.respond = false;
  context.status = 200;
  context.res.setHeader('cache-control', 'no-store');
  if (then && nth > 1) faults[then](context.res, nth - 1, context.req);
  else faults[fault](context.res, nth, context.req);
}
