// @ts-check
import {customers, nameDeals} from './customers.js';
import {addIrregularities} from './irregularities.js';
import {outcomes} from './outcomes.js';
import {tieTwoReps} from './tie.js';
import {asKnown, stalled} from './today.js';

/** The deals, oldest first and numbered so, with the customers they made. */
export function dealsAndCustomers() {
  const deals = stalled(asKnown(outcomes()), 26).sort((a, b) => a.created - b.created);
  const known = customers(deals);
  nameDeals(deals, known);
  addIrregularities(deals);
  tieTwoReps(deals);
  deals.sort((a, b) => a.created - b.created);
  deals.forEach((deal, index) => (deal.id = `d${1001 + index}`));
  return {deals, customers: known};
}
