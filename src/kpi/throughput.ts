import type {Table} from '../dataset/column.js';
import {columnOf, historyOf, textAt} from '../dataset/columns-of.js';
import type {Stage} from '../dataset/settings.js';
import type {Window} from '../calendar/window.js';
import {isIn} from './intervals.js';
import {stageKey} from './stages.js';

/** Marks the stages that a deal entered in the window: by its history, else the first by its creation; an outcome by its closing. */
export function entriesIn(deals: Table, stages: readonly Stage[], {start, end}: Window): (row: number) => boolean[] {
  const places = new Map(stages.map(({id}, place) => [stageKey(id), place]));
  const history = historyOf(deals, 'stageHistory', 'stage');
  const status = columnOf(deals, 'status', 'text');
  const [created, closed] = ['createdAt', 'closedAt'].map((name) => columnOf(deals, name, 'time'));
  return (row) => {
    const entered = stages.map(() => false);
    const [first, last] = history ? [history.offsets[row], history.offsets[row + 1]] : [0, 0];
    for (let entry = first; history && entry < last; entry++) {
      const {said, at} = history;
      const place = places.get(stageKey(textAt(said, entry))) ?? -1;
      if (place >= 0 && !stages[place].outcome && isIn(at.ms[entry], at.wall[entry] === 1, start, end)) entered[place] = true;
    }
    if (first === last && created && !stages[0].outcome && isIn(created.ms[row], created.wall[row] === 1, start, end)) entered[0] = true;
    const state = textAt(status, row);
    const isDecided = state !== 'open' && closed !== undefined && isIn(closed.ms[row], closed.wall[row] === 1, start, end);
    stages.forEach(({outcome}, place) => {
      if (isDecided && (outcome === 'closed' || outcome === state)) entered[place] = true;
    });
    return entered;
  };
}
