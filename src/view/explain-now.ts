import type {Dataset} from '../dataset/dataset.js';
import type {Query} from '../kpi/query.js';
import {english} from '../locales/formulas.js';
import {swedish} from '../locales/formulas.sv.js';
import {nameOf} from '../locales/name-of.js';
import {explainWith, type Explanation} from './explain.js';

/**
 * How a figure came to be: its formula in words, its parts, windows, alternatives, the rows left out and the records behind it, in a language:
 * English, Swedish, else English.
 *
 * @throws RangeError as `measure` does
 */
export function explain(dataset: Dataset, query: Query & {readonly language?: string}): Explanation {
  return explainWith(nameOf(query.language ?? 'en') === 'sv' ? swedish : english, dataset, query);
}
