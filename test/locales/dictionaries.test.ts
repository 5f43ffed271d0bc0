import {describe, expect, it} from 'vitest';
import '../../src/source/at-once.js';
import {dictionaryFor, loadDictionary} from '../../src/locales/dictionaries.js';
import {catalog} from '../../src/kpi/catalog.js';
import {en} from '../../src/locales/en.js';
import {nameIn} from '../../src/locales/names.en.js';

/** Every text of a dictionary by its path; a text with arguments is given telling ones. */
function textsOf(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const given = ['<1>', '<2>', '<3>'].slice(0, Math.max(1, node.length));
    return [[path, (node as (...texts: string[]) => string)(...given)]];
  }
  return Object.entries(node ?? {}).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
}

/** English names a KPI by its id where that will do. */
const names = Object.fromEntries([...catalog.map(({id}) => id), 'funnel', 'lead-funnel'].map((id) => [id, nameIn(en.kpis, id)]));
const english = new Map(textsOf({...en, kpis: names}, ''));

const others = ['da', 'de', 'es', 'fi', 'fr', 'nb', 'sv'];
const early = dictionaryFor('sv');
for (const language of others) await loadDictionary(language);

it('a language is told in English until its words have loaded', () => {
  expect(early).toBe(en);
  expect(dictionaryFor('sv')).not.toBe(en);
  expect(loadDictionary('sv-FI')).toBeUndefined();
});

describe.each(['en', ...others])('the dictionary of %s', (language) => {
  const texts = language === 'en' ? [...english] : textsOf(dictionaryFor(language), '');

  it('has a text for every key of the English one, and no other', () => {
    expect(texts.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  });

  it('says something wherever English does, with the same arguments', () => {
    for (const [path, text] of texts) {
      const wanted = english.get(path) ?? '';
      expect(text === '', path).toBe(wanted === '');
      expect(new Set(text.match(/<\d>/g)), path).toEqual(new Set(wanted.match(/<\d>/g)));
    }
  });
});

it.each(others)('the dictionary of %s is in no other language', (language) => {
  const texts = textsOf(dictionaryFor(language), '').filter(([path]) => /^(kpis|basis|reasons|statuses|by)\b/.test(path));
  const same = (other: string) => {
    const theirs = new Map(textsOf(dictionaryFor(other), ''));
    return texts.filter(([path, text]) => theirs.get(path) === text).length;
  };
  for (const other of ['en', ...others]) if (other !== language) expect(same(other), other).toBeLessThan(texts.length / 3);
});

it.each([
  ['sv-FI', 'sv'],
  ['SV', 'sv'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['fr-CA', 'fr'],
  ['pl', 'en'],
  ['', 'en']
])('a page in "%s" is told in %s', (tag, language) => {
  expect(dictionaryFor(tag)).toBe(dictionaryFor(language));
});
