import {closedTime, cycleStart} from '../cycle.js';
import {defineDuration} from '../duration.js';

/**
 * Days from creation to closing of the deals won in the period. The median by default, since a few slow deals pull a mean;
 * `mean` is what HubSpot-type reports show; `km` follows the deals created in the period and sees the slow ones that are still open. 0 days is valid; a closing before the creation is left out and reported, never taken for 0.
 * A reopened deal counts from its first creation to its last closing; `subtractClosedTime` takes off the time it was closed in between.
 */
export const salesCycleLength = defineDuration({
  id: 'sales-cycle-length',
  unit: 'days',
  better: 'lower',
  table: 'deals',
  date: 'closedAt',
  from: 'createdAt',
  to: 'closedAt',
  variant: 'median',
  where: {status: 'won'},
  statistic: 'median',
  starts: cycleStart,
  pauses: closedTime,
  variants: {
    mean: {statistic: 'mean'},
    km: {statistic: 'km', date: 'createdAt', where: {}, event: {status: 'won'}, isOpenEnded: true}
  }
});
