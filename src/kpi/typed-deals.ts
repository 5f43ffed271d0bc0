import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf, textAt, toldColumn, withColumn} from '../dataset/columns-of.js';
import {remembered} from '../dataset/remembered.js';
import type {Context} from './query.js';

/**
 * The deals, each with a type. Where none is given the product tells it: one that is new to a customer who has bought before is a cross-sell, one the
 * customer has, for more than ever before, an upsell; the first deal of a customer is new, the same again a renewal.
 */
export const typedDeals = /* @__PURE__ */ remembered((deals: Table): Table =>
  deals.columns.has('product') && deals.columns.has('customerId') ? withColumn(deals, 'type', typesOf(deals)) : deals
);

function typesOf(deals: Table): TextColumn {
  const [type, product, customers, status] = ['type', 'product', 'customerId', 'status'].map((name) => columnOf(deals, name, 'text'));
  const amounts = columnOf(deals, 'amount', 'decimal');
  const [closed, created] = ['closedAt', 'createdAt'].map((name) => columnOf(deals, name, 'time'));
  const isWon = (row: number) => textAt(status, row) === 'won';
  const time = (row: number) => (isWon(row) ? closed : created)?.ms[row] ?? NaN;
  /** The most each customer has paid for each product. */
  const bought = new Map<string, Map<string, number>>();
  const told: string[] = [];
  const rows = Array.from({length: deals.length}, (_, row) => row)
    .filter((row) => !Number.isNaN(time(row)))
    .sort((a, b) => time(a) - time(b));
  for (const row of rows) {
    const [customer, what, amount] = [textAt(customers, row), textAt(product, row), amounts?.units[row] ?? NaN];
    const before = bought.get(customer);
    const most = before?.get(what);
    if (customer && what) told[row] = !before ? 'new' : most === undefined ? 'cross-sell' : amount > most ? 'upsell' : 'renewal';
    if (isWon(row)) bought.set(customer, (before ?? new Map<string, number>()).set(what, Math.max(most ?? -Infinity, amount || 0)));
  }
  return toldColumn(deals.length, (row) => textAt(type, row) || told[row]);
}

/** What a query by type needs to find: types, else products to tell them by. */
export function typeOrProduct(name: string, {dataset}: Context): string {
  const columns = dataset.tables.get('deals')?.columns;
  return name === 'type' && !columns?.has('type') && columns?.has('product') ? 'product' : name;
}
