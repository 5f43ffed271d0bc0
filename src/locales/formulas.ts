import {nameOf} from './dictionaries.js';
import {formulasEn, type Formulas} from './formulas.en.js';

/** The languages beside English: each is a file that loads when it is first asked for. */
const others = new Map<string, () => Promise<Formulas>>([['sv', async () => (await import('./formulas.sv.js')).formulasSv]]);

/** The formulas in words, in the language of a BCP 47 tag; in English where it has none or they cannot be loaded. */
export async function formulasFor(language: string): Promise<Formulas> {
  const load = others.get(nameOf(language));
  return (await load?.().catch(() => undefined)) ?? formulasEn;
}
