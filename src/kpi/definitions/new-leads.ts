import {defineFlow} from '../flow.js';

/** Leads created in the period. Those marked as excluded (merged, test) do not count. */
export const newLeads = defineFlow({
  id: 'new-leads',
  unit: 'count',
  better: 'higher',
  table: 'leads',
  date: 'createdAt',
  variant: 'created',
  numerator: {except: {excluded: 'true'}}
});
