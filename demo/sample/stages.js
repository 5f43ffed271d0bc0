// @ts-check
import {workdayBefore} from './calendar.js';
import {settings} from './company.js';
import {at} from './random.js';

/** @import {Random} from './random.js' */
/** @import {Visit} from './deal.js' */

const stages = settings.stages.map(({id}) => id);
export const lastStage = stages.length - 1;

/** How far into the cycle each stage is entered, roughly. */
const entered = [0, 0.22, 0.5, 0.77, 1];

/**
 * The way of a deal from its creation to the furthest stage it reaches. About one in eight stages is skipped and one deal in thirty steps back once.
 * @param {Random} random @param {{created: number, closed: number, begins: number, furthest: number}} course
 * @returns {Visit[]}
 */
export function stageHistory(random, {created, closed, begins, furthest}) {
  const first = Math.min(begins, furthest);
  /** @type {Visit[]} */
  const visits = [];
  let on = created;
  for (let stage = first; stage <= furthest; stage++) {
    const between = stage > first && stage < furthest;
    if (between && random.chance(0.12)) continue;
    if (stage === lastStage) on = closed;
    else if (stage > first) on = later(random, on, created + (closed - created) * at(entered, stage), closed);
    visits.push({stage: at(stages, stage), on});
    if (between && stage > 1 && random.chance(0.05)) {
      on = later(random, on, on + 9, closed);
      visits.push({stage: at(stages, stage - 1), on});
      on = later(random, on, on + 7, closed);
      visits.push({stage: at(stages, stage), on});
    }
  }
  return visits;
}

/** A workday around an aim, not before the last step and not after the end. @param {Random} random @param {number} last @param {number} aim @param {number} end */
function later(random, last, aim, end) {
  const spread = Math.round((end - last) * 0.12);
  return Math.min(end, Math.max(last, workdayBefore(Math.round(aim) + random.whole(-spread, spread))));
}
