import {en} from './en.js';
import type {Dictionary} from './en.js';
import {sv} from './sv.js';

const dictionaries = new Map<string, Dictionary>([
  ['en', en],
  ['sv', sv]
]);

/** The dictionary of a BCP 47 tag (`sv-FI` has `sv`); English where a language has none. */
export function dictionaryFor(language: string): Dictionary {
  return dictionaries.get(language.toLowerCase().split('-')[0] ?? '') ?? en;
}
