import {en, type Dictionary, type ShortDictionary} from './en.js';
import {nameOf} from './name-of.js';

/** The languages beside English: each is a file that loads when the first element needs it. */
const others = new Map<string, () => Promise<ShortDictionary>>([
  ['da', async () => (await import('./da.js')).da],
  ['de', async () => (await import('./de.js')).de],
  ['es', async () => (await import('./es.js')).es],
  ['fi', async () => (await import('./fi.js')).fi],
  ['fr', async () => (await import('./fr.js')).fr],
  ['nb', async () => (await import('./nb.js')).nb],
  ['sv', async () => (await import('./sv.js')).sv]
]);

/** Those that are here. */
const dictionaries = new Map<string, Dictionary>([['en', en]]);

/** The dictionary of a BCP 47 tag (`sv-FI` has `sv`); English where a language has none, or not yet. */
export function dictionaryFor(language: string): Dictionary {
  return dictionaries.get(nameOf(language)) ?? en;
}

/** What to wait for until a language has its words; nothing when they are here. English takes the place of those that cannot be loaded. */
export function loadDictionary(language: string): Promise<void> | undefined {
  const name = nameOf(language);
  const load = dictionaries.has(name) ? undefined : others.get(name);
  return load?.()
    .catch(() => en)
    .then((dictionary) => void dictionaries.set(name, {...en, ...dictionary}));
}
