import type {Table} from '../dataset/column.js';
import {columnOf, withColumn, writableTimes} from '../dataset/columns-of.js';
import {stageEntry} from './cycle.js';

/** The deals with `enteredAt`: when they first entered a stage, and without a history when they were created. */
export function withEntry(deals: Table, stage: string): Table {
  const history = columnOf(deals, 'stageHistory', 'list');
  const entry = stageEntry(deals, stage);
  const entered = writableTimes(deals, 'createdAt');
  for (let row = 0; history && row < deals.length; row++) {
    if (history.offsets[row + 1] === history.offsets[row]) continue;
    const {ms, isWall} = entry(row);
    [entered.ms[row], entered.wall[row]] = [ms, Number(isWall)];
  }
  return withColumn(deals, 'enteredAt', entered);
}
