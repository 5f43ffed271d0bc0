import {definePerRep} from '../per-rep.js';
import {totalSales} from './total-sales.js';

/** Sales credited to reps, divided by the reps active at any time in the period. What no rep is credited with is left out of it and shown beside it. */
export const salesPerRep = definePerRep({...totalSales, id: 'sales-per-rep', per: 'rep'});
