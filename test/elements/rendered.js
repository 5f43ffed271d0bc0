import {html, LitElementRenderer, render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {runnerImport} from 'vite';
import {sample} from '../../demo/sample/sample.js';

const text = new Map(sample()).get('sample.json');
let dataset;

/** Tags as a server sends them, of the same sources that the tests have. */
async function rendered(tags) {
  dataset ??= runnerImport('./test/elements/rendered-kit.ts', {configFile: false}).then(({module}) => module.createDataset(text));
  const data = await dataset;
  class WithSample extends LitElementRenderer {
    connectedCallback() {
      this.element.data = data;
      super.connectedCallback();
    }
  }
  const strings = Object.assign([tags], {raw: [tags]});
  return collectResult(render(html(strings), {elementRenderers: [WithSample], deferHydration: true}));
}

/** A middleware of the test server: `/rendered/elements?tags=<kpi-card></kpi-card>`, and `/rendered/sample.json`, of which they are. */
export async function renderedServer(context, next) {
  if (context.path === '/rendered/sample.json') context.body = text;
  else if (context.path === '/rendered/elements') context.body = await rendered(context.query.tags);
  else await next();
}
