import {nameOf} from './dictionaries.js';
import {formulasEn, smartEn, type Formulas, type SmartWords} from './formulas.en.js';

/** The words of an explanation. */
interface Words {
  readonly formulas: Formulas;
  readonly smart: SmartWords;
}

/** The languages beside English: each is a file that loads when it is first asked for. */
const others = new Map<string, () => Promise<Words>>([
  [
    'sv',
    async () => {
      const {formulasSv, smartSv} = await import('./formulas.sv.js');
      return {formulas: formulasSv, smart: smartSv};
    }
  ]
]);

/** The formulas and what is said of targets, in the language of a BCP 47 tag; in English where it has none or they cannot be loaded. */
export async function formulasFor(language: string): Promise<Words> {
  const load = others.get(nameOf(language));
  return (await load?.().catch(() => undefined)) ?? {formulas: formulasEn, smart: smartEn};
}
