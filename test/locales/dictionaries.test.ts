import {describe, expect, it} from 'vitest';
import '../../src/source/at-once.js';
import {dictionaryFor, loadDictionary} from '../../src/locales/dictionaries.js';
import {catalog} from '../../src/kpi/catalog.js';
import {en} from '../../src/locales/en.js';
import {english as explainingEn, explainingIn} from '../../src/locales/formulas.js';
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

describe.each(others)('an explanation in %s', async (language) => {
  const {names: own, ...words} = await explainingIn(`${language}-XX`);
  const wanted = new Map(textsOf({...explainingEn, names}, ''));
  const texts = textsOf({names: own, ...words}, '');

  it('has a text for every one of the English, with the same arguments', () => {
    expect(texts.map(([path]) => path).sort()).toEqual([...wanted.keys()].sort());
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe('');
      expect(new Set(text.match(/<\d>/g)), path).toEqual(new Set(wanted.get(path)?.match(/<\d>/g)));
    }
  });

  it('writes a division where English does, and as many of its signs', () => {
    const signs = (text = '') => text.replace(/[^÷×]/g, '');
    for (const [path, text] of texts) if (path.startsWith('formulas.')) expect(signs(text), path).toBe(signs(wanted.get(path)));
  });

  it('is in no other language', async () => {
    for (const other of ['en', ...others].filter((each) => each !== language)) {
      const theirs = new Map(textsOf((await explainingIn(other)).formulas, 'formulas'));
      const said = texts.filter(([path]) => path.startsWith('formulas.'));
      expect(said.filter(([path, text]) => theirs.get(path) === text).length, other).toBeLessThan(said.length / 5);
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
  ['sv_SE', 'sv'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['fr-CA', 'fr'],
  ['pl', 'en'],
  ['', 'en']
])('a page in "%s" is told in %s', (tag, language) => {
  expect(dictionaryFor(tag)).toBe(dictionaryFor(language));
});
