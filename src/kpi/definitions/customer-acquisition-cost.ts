import {withFirstStarts} from '../first-starts.js';
import {defineFlow} from '../flow.js';

const spread = ['from', 'to'] as const;
const newCustomers = {table: 'customers', date: 'firstStartedAt'};

/**
 * Cost of sales and marketing over customers whose first start ever falls in the period; who comes back is not new. A cost with from and to is
 * spread over its days. `fullyLoaded` adds overhead, as SMSB wants it; `costLag` looks for the costs so many months earlier, as SaaSGrid does.
 */
export const customerAcquisitionCost = defineFlow({
  id: 'customer-acquisition-cost',
  unit: 'currency',
  better: 'lower',
  table: 'costs',
  date: 'at',
  rows: withFirstStarts,
  variant: 'default',
  numerator: {sum: 'amount', where: {category: ['sales', 'marketing']}, spread, lag: 'costLag'},
  denominator: newCustomers,
  variants: {
    fullyLoaded: {numerator: {sum: 'amount', where: {category: ['sales', 'marketing', 'overhead']}, spread, lag: 'costLag'}}
  }
});
