import type {Table} from '../dataset/column.js';
import {recalled} from '../dataset/recalled.js';
import {dealsAsOf} from './deals-as-of.js';
import {leadsAsOf} from './leads-as-of.js';
import {ownersAt} from './owners-at.js';
import type {Context} from './query.js';

const recall = /* @__PURE__ */ recalled<Table>();

const states = new Map<string, (table: Table, context: Context) => Table>([
  ['deals', dealsAsOf],
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
  const {instant} = context.asOf;
  return recall(table, [instant, context.zone], () => stateIn(table, context));
}
