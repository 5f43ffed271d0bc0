import {formulasEn, smartEn, wordsEn, type Formulas, type SmartWords, type Words} from './formulas.en.js';
import {nameOf} from './name-of.js';
import {namesEn, type Names} from './names.en.js';

/** What an explanation is told in. */
export interface Told {
  readonly names: Readonly<Partial<Names>>;
  readonly formulas: Formulas;
  readonly smart: SmartWords;
}

/** The same with what only the elements say around it, and of their exports. */
export interface Explaining extends Told {
  readonly words: Words;
}

export const english: Explaining = {names: namesEn, formulas: formulasEn, smart: smartEn, words: wordsEn};

/** The languages beside English: each is a file that loads when it is first asked for. */
const others = new Map<string, () => Promise<Explaining>>([
  ['da', async () => (await import('./formulas.da.js')).danish],
  ['de', async () => (await import('./formulas.de.js')).german],
  ['es', async () => (await import('./formulas.es.js')).spanish],
  ['fi', async () => (await import('./formulas.fi.js')).finnish],
  ['fr', async () => (await import('./formulas.fr.js')).french],
  ['nb', async () => (await import('./formulas.nb.js')).norwegian],
  ['sv', async () => (await import('./formulas.sv.js')).swedish]
]);

/** In the language of a BCP 47 tag; in English where it has none or they cannot be loaded. */
export async function explainingIn(language: string): Promise<Explaining> {
  const load = others.get(nameOf(language));
  return (await load?.().catch(() => undefined)) ?? english;
}
