import type {Table, TimeColumn} from './column.js';
import {columnOf, historyOf, latestEntry, textAt, withColumn, writableTimes} from './columns-of.js';
import type {Stage} from './settings.js';
import {outcomeOf} from './status.js';

/** The deals with the dates of their closings: where one that is decided has none, the latest entry of its stage history that names its outcome tells. */
export function withClosings(deals: Table, stages: readonly (string | Stage)[] = []): Table {
  const [status, closedAt] = [columnOf(deals, 'status', 'text'), columnOf(deals, 'closedAt', 'time')];
  const history = historyOf(deals, 'stageHistory', 'stage');
  if (!history) return deals;
  const {said, at} = history;
  const outcomes = said.values.map((name) => outcomeOf(name, stages));
  let told: TimeColumn | undefined;
  for (let row = 0; row < deals.length; row++) {
    const state = textAt(status, row);
    if (state === 'open' || (closedAt && !Number.isNaN(closedAt.ms[row]))) continue;
    const entry = latestEntry(history, row, at, (one) => outcomes[said.codes[one]] === state);
    if (entry === undefined) continue;
    told ??= writableTimes(deals, 'closedAt');
    [told.ms[row], told.wall[row]] = [at.ms[entry], at.wall[entry]];
  }
  return told ? withColumn(deals, 'closedAt', told) : deals;
}
