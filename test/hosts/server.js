import {readFileSync} from 'node:fs';
import {csv, elements, pages} from './pages.js';

const bundles = {esm: ['sales-kpi-elements.js', 'type="module"'], iife: ['sales-kpi-elements.iife.js', 'defer="defer"']};

function pageOf(
  {doctype = '<!doctype html>', namespace = '', charset = 'utf-8', nonce = '', before, body = (html) => html, src, rep, twice = false},
  bundle
) {
  const [file, kind] = bundles[bundle];
  const own = nonce && `nonce="${nonce}"`;
  const load = (query = '') => `<script ${kind} ${own} src="/dist/cdn/${file}${query}"></script>`;
  return `${doctype}<html lang="en" ${namespace}><head><meta charset="${charset}"/><title>A page</title>
    <script ${own} src="/hosts/report.js"></script>
    ${before ? `<script ${own} src="/hosts/before.js?${before}"></script>` : ''}
    ${load()}${twice ? load('?again') : ''}
    </head><body>${body(elements(src, rep))}</body></html>`;
}

const scripts = ['report.js', 'before.js'];

/** A middleware of the test server that gives these pages. */
export function hostsServer(context, next) {
  const {pathname} = new URL(context.url, 'http://localhost');
  const [, folder, name, bundle] = pathname.split('/');
  if (folder !== 'hosts' || !name) return next();
  if (name === 'deals.csv') {
    context.type = 'text/csv';
    context.set('access-control-allow-origin', '*');
    context.body = csv;
  } else if (scripts.includes(name)) {
    context.type = 'text/javascript';
    context.body = readFileSync(new URL(name, import.meta.url), 'utf8');
  } else {
    const page = pages[decodeURIComponent(name)];
    if (!page) return next();
    context.set('content-type', page.namespace ? 'application/xhtml+xml' : 'text/html');
    if (page.policy) context.set('content-security-policy', page.policy);
    context.body = pageOf(page, bundle);
  }
}
