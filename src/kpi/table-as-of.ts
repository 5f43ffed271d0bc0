import type {Table} from '../dataset/column.js';
import type {Dataset} from '../dataset/dataset.js';
import type {AsOf} from '../calendar/moment.js';
import {customersAsOf} from './customers-as-of.js';
import {dealsAsOf} from './deals-as-of.js';
import {leadsAsOf} from './leads-as-of.js';
import {surveysAsOf} from './surveys-as-of.js';

const known = new WeakMap<Table, Map<number, Table>>();
const states = new Map<string, (table: Table, asOf: AsOf, dataset: Dataset) => Table>([
  ['deals', dealsAsOf],
  ['customers', customersAsOf],
  ['leads', leadsAsOf],
  ['surveys', surveysAsOf]
]);

/** A table as it stood at the as-of, with the columns that only then can be told. Most tables are what they are. */
export function tableAsOf(table: Table, asOf: AsOf, dataset: Dataset): Table {
  const stateOf = states.get(table.name);
  if (!stateOf) return table;
  const byAsOf = known.get(table) ?? new Map<number, Table>();
  known.set(table, byAsOf);
  let state = byAsOf.get(asOf.instant);
  if (!state) byAsOf.set(asOf.instant, (state = stateOf(table, asOf, dataset)));
  return state;
}
