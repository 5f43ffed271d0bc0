import {readFileSync} from 'node:fs';
import {dirname, extname} from 'node:path';
import {defaultTreeAdapter as tree, parse, parseFragment} from 'parse5';
import {fileAt} from './data.js';

const types = {
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp'
};

/** What every report begins with: it asks nobody for anything and runs nothing, whatever stands in the page. */
const head = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
`;

/**
 * The tree of a page that needs no other file: style sheets and images are in it, scripts are not. With the nodes of the elements, in the order of
 * the page; `lang` and `dir`, which they read of what is around them in a browser, are their own.
 *
 * @param {string} file
 * @returns {{document: import('parse5').DefaultTreeAdapterTypes.Document, nodes: import('parse5').DefaultTreeAdapterTypes.Element[]}}
 * @throws {RangeError} `no such file: x`, or what it refers to is none.
 */
export function pageIn(file) {
  const document = parse(readFileSync(file, 'utf8').replace(/^\s*(<!doctype[^>]*>)?/i, '<!doctype html>'));
  const nodes = [];
  for (const node of nodesIn(document)) {
    embed(node, dirname(file));
    if (!globalThis.customElements.get(node.tagName)) continue;
    for (const name of ['lang', 'dir']) inherit(node, name);
    nodes.push(node);
  }
  begin(document.childNodes.find(({tagName}) => tagName === 'html').childNodes[0]);
  return {document, nodes};
}

/** @returns {string | undefined} */
export function attribute({attrs = []}, name) {
  return attrs.find((each) => each.name === name)?.value;
}

/** Every element below a node, whatever becomes of those before it. */
function* nodesIn(parent) {
  for (const node of [...(parent.childNodes ?? [])]) {
    if (node.tagName) yield node;
    yield* nodesIn(node);
  }
}

function inherit(node, name) {
  let from = node;
  while (from && attribute(from, name) === undefined) from = from.parentNode;
  if (from && from !== node) node.attrs.push({name, value: attribute(from, name)});
}

/** Takes in what lies in a file beside the page, and leaves out what a report has no use for. */
function embed(node, folder) {
  const {tagName, attrs, parentNode} = node;
  const href = attribute(node, 'href');
  if (tagName === 'link' && attribute(node, 'rel') === 'stylesheet' && href) {
    const media = attrs.filter(({name}) => name === 'media');
    const style = tree.createElement('style', node.namespaceURI, media);
    tree.insertText(style, readFileSync(fileAt(href, folder), 'utf8'));
    tree.insertBefore(parentNode, style, node);
  }
  if (['script', 'link', 'base'].includes(tagName) || (tagName === 'meta' && attribute(node, 'http-equiv'))) tree.detachNode(node);
  const source = attrs.find(({name}) => name === 'src');
  if (tagName !== 'img' || !source || source.value.startsWith('data:')) return;
  const file = fileAt(source.value, folder);
  const type = types[extname(file).toLowerCase()];
  if (!type) throw new RangeError(`not an image: ${source.value}`);
  source.value = `data:${type};base64,${readFileSync(file, 'base64')}`;
}

function begin(node) {
  for (const child of [...node.childNodes])
    if (attribute(child, 'charset') !== undefined || attribute(child, 'name') === 'viewport') tree.detachNode(child);
  for (const child of parseFragment(head).childNodes.toReversed()) {
    if (node.childNodes.length > 0) tree.insertBefore(node, child, node.childNodes[0]);
    else tree.appendChild(node, child);
  }
}
