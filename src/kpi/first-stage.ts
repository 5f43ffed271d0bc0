import type {Table, TimeColumn} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {stageEntry} from './cycle.js';

/** The deals with `enteredAt`: when they first entered a stage, and without a history when they were created. */
export function withEntry(deals: Table, stage: string): Table {
  const history = columnOf(deals, 'stageHistory', 'list');
  const created = columnOf(deals, 'createdAt', 'time');
  const entry = stageEntry(deals, stage);
  const points = Array.from({length: deals.length}, (_, row) => {
    const isTold = history !== undefined && history.offsets[row + 1] > history.offsets[row];
    return isTold || !created ? entry(row) : {ms: created.ms[row], isWall: created.wall[row] === 1};
  });
  const enteredAt: TimeColumn = {
    type: 'time',
    ms: Float64Array.from(points, ({ms}) => ms),
    wall: Uint8Array.from(points, ({isWall}) => Number(isWall))
  };
  return {...deals, columns: new Map(deals.columns).set('enteredAt', enteredAt)};
}
