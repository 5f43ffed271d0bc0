// Which figures stand where, by what a row of the export is. A KPI is an id of the catalog or, as for orders and leads here, a definition of the page's own.

const isOrder = {kind: 'order', status: 'completed'};

const orders = {kind: 'flow', better: 'higher', table: 'orders', date: 'orderedAt', variant: 'completed'};
const orderValue = {...orders, id: 'order-value', unit: 'currency', numerator: {sum: 'amount', where: isOrder}};
const orderCount = {...orders, id: 'order-count', unit: 'count', numerator: {where: isOrder}};

const leads = {kind: 'flow', better: 'higher', table: 'leads', date: 'createdAt', variant: 'created'};
const newLeads = {...leads, id: 'new-leads', unit: 'count', numerator: {}};
const responseTime = {
  kind: 'duration',
  id: 'response-time',
  unit: 'days',
  better: 'lower',
  table: 'leads',
  date: 'createdAt',
  from: 'createdAt',
  to: 'firstResponseAt',
  variant: 'median',
  where: {},
  statistic: 'median'
};

/** `date` is the column by which a row belongs to a period, `by` what the leaderboard ranks, the first of them that the records have. */
const boards = {
  deals: {
    cards: ['total-sales', 'win-rate', 'sales-cycle-length', 'average-purchase-value'],
    trend: 'total-sales',
    ranked: 'sales-per-rep',
    by: ['ownerId'],
    date: 'closedAt'
  },
  orders: {
    cards: [orderValue, orderCount, 'average-purchase-value'],
    trend: orderValue,
    ranked: orderValue,
    by: ['repId', 'product'],
    date: 'orderedAt'
  },
  leads: {cards: [newLeads, responseTime], trend: newLeads, ranked: newLeads, by: ['ownerId', 'source'], date: 'createdAt'}
};

/** The board of the first of these tables that there is: a dataset may hold several. */
export function boardFor({tables}) {
  const table = Object.keys(boards).find((name) => tables.has(name)) ?? 'deals';
  const board = boards[table];
  const columns = tables.get(table)?.columns ?? new Map();
  const by = board.by.find((column) => columns.has(column));
  return {
    ...board,
    table,
    // Without orders, what a customer pays is told by the deals won.
    variants: {'average-purchase-value': tables.has('orders') ? undefined : 'deals'},
    by: ['ownerId', 'repId'].includes(by) ? 'rep' : by,
    hasFunnel: table === 'deals'
  };
}
