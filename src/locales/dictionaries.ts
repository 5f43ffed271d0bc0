import type {Dictionary, ShortDictionary} from './en.js';
import {nameOf} from './name-of.js';
import {waitingEn} from './waiting.en.js';

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

/** As much of it as is here: nothing that is computed is shown before all of it is. */
let english = waitingEn as unknown as Dictionary;

/** Those of the others that are here: as they are, and filled up with English. */
const loaded = new Map<string, Partial<Dictionary>>();
const filled = new Map<string, Dictionary>();

/** Takes in the whole of English, which comes with what computes. */
export function addEnglish(words: Dictionary): void {
  english = words;
  filled.clear();
}

/** The dictionary of a BCP 47 tag (`sv-FI` has `sv`); English where a language has none, or not yet. */
export function dictionaryFor(language: string): Dictionary {
  const name = nameOf(language);
  const own = loaded.get(name);
  if (!own) return english;
  const dictionary = filled.get(name) ?? {...english, ...own};
  filled.set(name, dictionary);
  return dictionary;
}

/** Whether a language has words of its own. Numbers and dates of one that has none are English too, as its words are. */
export function hasWords(language: string): boolean {
  return ['en', ...others.keys()].includes(nameOf(language));
}

/** What to wait for until a language has its words; nothing when they are here. English takes the place of those that cannot be loaded. */
export function loadDictionary(language: string): Promise<void> | undefined {
  const name = nameOf(language);
  const load = loaded.has(name) ? undefined : others.get(name);
  return load?.()
    .catch(() => ({}))
    .then((words) => void loaded.set(name, words));
}
