import type {Dataset} from '../dataset/dataset.js';
import type {Query} from '../kpi/query.js';
import {formulasEn, smartEn} from '../locales/formulas.en.js';
import type {Told} from '../locales/formulas.js';
import {formulasSv, smartSv} from '../locales/formulas.sv.js';
import {nameOf} from '../locales/name-of.js';
import {namesEn} from '../locales/names.en.js';
import {namesSv} from '../locales/names.sv.js';
import {explainWith, type Explanation} from './explain.js';

const english: Told = {names: namesEn, formulas: formulasEn, smart: smartEn};
const swedish: Told = {names: namesSv, formulas: formulasSv, smart: smartSv};

/**
 * How a figure came to be: its formula in words, its parts, windows, alternatives, the rows left out and the records behind it, in a language:
 * English, Swedish, else English.
 *
 * @throws RangeError as `measure` does
 */
export function explain(dataset: Dataset, query: Query & {readonly language?: string}): Explanation {
  return explainWith(nameOf(query.language ?? 'en') === 'sv' ? swedish : english, dataset, query);
}
