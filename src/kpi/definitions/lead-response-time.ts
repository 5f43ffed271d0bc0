import {defineDuration} from '../duration.js';

/**
 * Time from a lead's creation to the first response: done by a person, outbound. The default median counts the leads that still wait, since the mean
 * of the answered alone flatters (the famous 42 hours left out the 23 % that were never answered). `within-sla` is the share answered in `slaSeconds`.
 */
export const leadResponseTime = defineDuration({
  id: 'lead-response-time',
  unit: 'seconds',
  better: 'lower',
  table: 'leads',
  date: 'createdAt',
  from: 'createdAt',
  to: 'firstResponseAt',
  variant: 'km-median',
  where: {},
  except: {excluded: 'true'},
  statistic: 'km',
  isOpenEnded: true,
  censored: ['disqualifiedAt'],
  variants: {
    'median-responded': {statistic: 'median'},
    'mean-responded': {statistic: 'mean'},
    'within-sla': {statistic: 'within', unit: 'ratio', better: 'higher'}
  }
});
