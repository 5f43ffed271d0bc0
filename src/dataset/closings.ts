import type {Table, TimeColumn} from './column.js';
import {columnOf, latestEntry, textAt} from './columns-of.js';
import type {Stage} from './settings.js';
import {outcomeOf} from './status.js';

/** The deals with the dates of their closings: where one that is decided has none, the latest entry of its stage history that names its outcome tells. */
export function withClosings(deals: Table, stages: readonly (string | Stage)[] = []): Table {
  const [status, closedAt] = [columnOf(deals, 'status', 'text'), columnOf(deals, 'closedAt', 'time')];
  const history = columnOf(deals, 'stageHistory', 'list');
  const [names, at] = [history?.fields.get('stage'), history?.fields.get('at')];
  if (!history || names?.type !== 'text' || at?.type !== 'time') return deals;
  const outcomes = names.values.map((name) => outcomeOf(name, stages));
  let told: TimeColumn | undefined;
  for (let row = 0; row < deals.length; row++) {
    const state = textAt(status, row);
    if (state === 'open' || (closedAt && !Number.isNaN(closedAt.ms[row]))) continue;
    const entry = latestEntry(history, row, at, (one) => outcomes[names.codes[one]] === state);
    if (entry === undefined) continue;
    told ??= {
      type: 'time',
      ms: closedAt?.ms.slice() ?? new Float64Array(deals.length).fill(NaN),
      wall: closedAt?.wall.slice() ?? new Uint8Array(deals.length)
    };
    [told.ms[row], told.wall[row]] = [at.ms[entry], at.wall[entry]];
  }
  return told ? {...deals, columns: new Map(deals.columns).set('closedAt', told)} : deals;
}
