import {html, LitElementRenderer, render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {serialize} from 'parse5';
import {datasetIn, fileAt} from './data.js';
import {attribute, pageIn} from './page.js';
import {dirname} from 'node:path';

/**
 * A page of tags with their figures drawn, in one text that needs no script and no other file; and the figures of each as CSV, by the name of a file.
 *
 * @param {{kit: typeof import('../../src/index.js'), engine: typeof import('../../src/source/figures.js')}} built
 * @param {string} page The file that holds the tags.
 * @param {string} [data] The file of the records; by default the `src` of each tag.
 * @returns {Promise<{text: string, figures: Map<string, string>}>}
 * @throws {RangeError} What is wrong with the page or the records.
 */
export async function report({kit, engine}, page, data) {
  const {document, nodes} = pageIn(page);
  if (nodes.length === 0)
    throw new RangeError('no elements in the page: put a <kpi-card>, <kpi-trend>, <rep-leaderboard> or <funnel-chart> into it');
  const datasets = [];
  for (const node of nodes) {
    await kit.loadLanguage(attribute(node, 'lang') ?? 'en');
    datasets.push(await datasetFor(node, engine, dirname(page), data));
    node.attrs = node.attrs.filter(({name}) => name !== 'src');
  }
  const {text, elements} = await rendered(serialize(document), datasets);
  const figures = new Map();
  for (const [index, element] of elements.entries())
    if (element.result) figures.set(`${String(index + 1).padStart(2, '0')}-${element.result.kpi}.csv`, await element.toCSV());
  return {text, figures};
}

/** Read as the element that the node is would read it. */
async function datasetFor({tagName, attrs}, engine, folder, data) {
  const renderer = new LitElementRenderer(tagName);
  for (const {name, value} of attrs) renderer.setAttribute(name, value);
  const {src, table, preset, fields, dateFormat, decimal, assumeZone, expectedRows} = renderer.element;
  if (!data && !src) throw new RangeError(`no data for <${tagName}>: name a file with --data, or in its src`);
  const dataset = await datasetIn(engine, data ?? fileAt(src, folder), {table, preset, fields, dateFormat, decimal, assumeZone});
  const [only, ...others] = Object.keys(dataset.rows);
  const {read = 0} = dataset.rows[table ?? (others.length > 0 ? 'deals' : only)] ?? {};
  if (expectedRows !== undefined && expectedRows !== read)
    throw new RangeError(`expected-rows: ${expectedRows}, but there are ${read}: the export is not whole`);
  return dataset;
}

/** The page and its elements, in the order of their datasets. What an element would tell the console of a browser is an error here. */
async function rendered(page, datasets) {
  const elements = [];
  class WithData extends LitElementRenderer {
    connectedCallback() {
      this.element.data = datasets[elements.length];
      elements.push(this.element);
      super.connectedCallback();
    }
  }
  const mistakes = [];
  const {reportError} = globalThis;
  globalThis.reportError = (mistake) => mistakes.push(mistake.message);
  const strings = Object.assign([page], {raw: [page]});
  const text = await collectResult(render(html(strings), {elementRenderers: [WithData]}));
  globalThis.reportError = reportError;
  if (mistakes.length > 0) throw new RangeError([...new Set(mistakes)].join('\n'));
  // The places that Lit would find again are of no use without it.
  return {text: text.replace(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, ''), elements};
}
