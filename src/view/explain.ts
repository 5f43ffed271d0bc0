import type {Dataset, RowCount} from '../dataset/dataset.js';
import {findKpi} from '../kpi/find-kpi.js';
import {measure, recordsOf, smart} from '../kpi/named.js';
import {resolve} from '../kpi/query.js';
import type {Query} from '../kpi/query.js';
import type {RankQuery} from '../kpi/rank.js';
import type {Records} from '../kpi/records.js';
import type {Result} from '../kpi/result.js';
import type {SmartCheck} from '../kpi/smart.js';
import {nameIn} from '../locales/names.en.js';
import type {Told} from '../locales/formulas.js';
import {undivided} from './heading.js';

/** How a figure came to be, in words and dates, so that it can be checked. */
export interface Explanation {
  readonly kpi: string;
  readonly name: string;
  readonly variant: string;
  /** The formula in words; of a definition of the page's own what its `formulas` say, else empty. */
  readonly formula: string;
  /** The other ways to compute it. */
  readonly alternatives: readonly {readonly variant: string; readonly formula: string}[];
  /** Value, parts with counts, windows as dates, what it is compared with, target, issues, rows left out. */
  readonly result: Result;
  /** Rows read, accepted and rejected of each table it rests on. */
  readonly rows: Readonly<Record<string, RowCount>>;
  readonly source?: string;
  /** Of a figure with a target: whether that is specific, measurable, achievable, relevant and time-bound, and what says so. */
  readonly smart?: readonly (SmartCheck & {readonly text: string})[];
  /** The ids of the records behind numerator and denominator, looked up when asked. */
  readonly records: () => Records;
}

/**
 * Explains a figure, or those of a ranking, in the words of a language.
 *
 * @throws RangeError as `measure` does
 */
export function explainWith(words: Told, dataset: Dataset, query: Query | RankQuery): Explanation {
  const kpi = findKpi(query.kpi, query.variant);
  const id = 'by' in query ? undivided(kpi.id) : kpi.id;
  const formulas = (words.formulas as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>)[id] ?? kpi.formulas ?? {};
  const tables = kpi.by.needs(kpi, resolve(dataset, query)).map(([table]) => table);
  const {source} = dataset.settings;
  const checks = smart(dataset, query);
  return {
    kpi: kpi.id,
    name: nameIn(words.names, kpi.id),
    variant: kpi.variant,
    formula: formulas[kpi.variant] ?? '',
    alternatives: Object.entries(formulas).flatMap(([variant, formula]) => (variant === kpi.variant ? [] : [{variant, formula}])),
    result: measure(dataset, query),
    rows: Object.fromEntries(Object.entries(dataset.rows).filter(([table]) => tables.includes(table))),
    ...(source !== undefined && {source}),
    ...(checks && {
      smart: checks.map((check) => ({...check, text: words.smart[check.criterion][check.isMet === null ? 2 : Number(!check.isMet)]}))
    }),
    records: () => recordsOf(dataset, query)
  };
}
