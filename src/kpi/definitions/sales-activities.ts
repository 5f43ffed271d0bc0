import {defineFlow} from '../flow.js';

const done = {where: {status: 'done'}};

/** Activities done in the period, not the automated ones. A joint meeting is one in the total and one for each who took part: rows may add to more. */
export const salesActivities = defineFlow({
  id: 'sales-activities',
  unit: 'count',
  better: 'higher',
  table: 'activities',
  date: 'at',
  variant: 'done',
  numerator: {...done, except: {automated: 'true'}},
  variants: {
    'including-automated': {numerator: done}
  }
});
