import {defineFlow} from '../flow.js';

const except = {excluded: 'true'};
const converted = {except, reached: 'convertedAt'};
const open = {except, pending: ['convertedAt', 'disqualifiedAt']};

/**
 * Of the leads created in the period, how many had become customers by the as-of; with `conversionWindow`, within so many days. `qualified-only`
 * leaves out the disqualified. `period` divides the conversions of the period by its new leads: a throughput that mixes cohorts and can pass 1.
 */
export const leadConversionRate = defineFlow({
  id: 'lead-conversion-rate',
  unit: 'ratio',
  better: 'higher',
  table: 'leads',
  date: 'createdAt',
  variant: 'cohort',
  isCohort: true,
  numerator: converted,
  denominator: {except},
  open,
  variants: {
    period: {numerator: {except, date: 'convertedAt'}, isCohort: false, open: undefined},
    'qualified-only': {numerator: {...converted, pending: ['disqualifiedAt']}, denominator: {except, pending: ['disqualifiedAt']}}
  }
});
