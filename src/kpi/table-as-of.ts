import type {Table} from '../dataset/column.js';
import {remembered} from '../dataset/remembered.js';
import {customersAsOf} from './customers-as-of.js';
import {dealsAsOf} from './deals-as-of.js';
import {leadsAsOf} from './leads-as-of.js';
import {ownersAt} from './owners-at.js';
import type {Context} from './query.js';

const known = /* @__PURE__ */ remembered((_: Table) => new Map<string, Table>());
/** A page looks at one as-of, and at those of the older cohorts that it compares with. */
const KEPT = 4;

const states = new Map<string, (table: Table, context: Context) => Table>([
  ['deals', dealsAsOf],
  ['customers', customersAsOf],
  ['leads', leadsAsOf]
]);

/** A table as it stood at the as-of, its rows owned as of the date that counts them. */
export function stateOf(table: Table, dateName: string, context: Context): Table {
  return ownersAt(tableAsOf(table, context), dateName, context.zone);
}

/** A table as it stood at the as-of, with the columns that only then can be told. Most tables are what they are. */
function tableAsOf(table: Table, context: Context): Table {
  const stateIn = states.get(table.name);
  if (!stateIn) return table;
  const byAsOf = known(table);
  const key = `${context.asOf.instant} ${context.zone}`;
  let state = byAsOf.get(key);
  if (!state) byAsOf.set(key, (state = stateIn(table, context)));
  const [oldest] = byAsOf.keys();
  if (byAsOf.size > KEPT) byAsOf.delete(oldest);
  return state;
}
