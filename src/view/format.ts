import {dictionaryFor, hasWords} from '../locales/dictionaries.js';
import type {Dictionary} from '../locales/en.js';
import type {Numbers, numbersIn} from './numbers.js';

/** The words and numbers of one language. */
export interface Format extends Numbers {
  readonly language: string;
  /** The page's, whose spreadsheets open what is exported, where there are no words in it too. */
  readonly reader: string;
  readonly text: Dictionary;
}

/** Sets plain counts until what computes is here, which brings the rest: no figure is shown before. */
let numbers = ((language: string) => ({count: (value: number) => value.toLocaleString(language)})) as unknown as typeof numbersIn;

const formats = new Map<string, Format>();

/** Takes in how figures are set, which comes with what computes. */
export function addNumbers(all: typeof numbersIn): void {
  if (numbers !== all) formats.clear();
  numbers = all;
}

export function formatFor(requested: string): Format {
  const text = dictionaryFor(requested);
  let format = formats.get(requested);
  // The words may have come after it was made.
  if (format?.text !== text) {
    const reader = localeOf(requested);
    const language = hasWords(reader) ? reader : 'en';
    format = {language, reader, text, ...numbers(language, text)};
    formats.set(requested, format);
  }
  return format;
}

/** English where the page's `lang` is no language that the browser knows. */
function localeOf(requested: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(requested.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
