// @ts-check
import {day} from './calendar.js';

/** @import {Deal} from './deal.js' */

/**
 * Moves two deals to be created on a day of 23 hours and two to be decided on one of 25.
 *
 * @param {(count: number, fits: (deal: Deal) => boolean, change: (deal: Deal) => void) => void} change
 */
export function onClockChanges(change) {
  for (const on of [day('2025-03-30'), day('2026-03-29')]) {
    const near = (/** @type {Deal} */ {created, history}) =>
      Math.abs(created - on) < 6 && history.filter((visit) => visit.on <= created).length === 1;
    change(1, near, (deal) => {
      deal.created = on;
      for (const visit of deal.history) visit.on = Math.max(visit.on, on);
      const [first] = deal.history;
      if (first) first.on = on;
    });
  }
  for (const on of [day('2025-10-26'), day('2026-10-25')]) {
    const near = (/** @type {Deal} */ {status, type, closed, created}) =>
      status !== 'open' && type !== 'new' && closed !== null && Math.abs(closed - on) < 6 && created < on - 14;
    change(1, near, (deal) => {
      for (const visit of deal.history) visit.on = visit.on === deal.closed ? on : Math.min(visit.on, on);
      deal.closed = on;
    });
  }
}
