import type {ListColumn, Table, TextColumn, TimeColumn} from '../dataset/column.js';
import {columnOf, writableTimes} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {remembered} from '../dataset/remembered.js';
import type {Stage} from '../dataset/settings.js';
import {leadsAsOf} from './leads-as-of.js';

/** What a lead goes through. */
export const LEAD_STAGES: readonly Stage[] = [{id: 'new'}, {id: 'contacted'}, {id: 'converted', outcome: 'won'}];

/** The dataset with its leads in place of its deals: new when created, contacted by the first response, won when converted, lost when disqualified. */
export const leadsAsDeals = /* @__PURE__ */ remembered((dataset: Dataset): Dataset => {
  const tables = new Map(dataset.tables);
  const leads = tables.get('leads');
  tables.delete('deals');
  if (leads) tables.set('deals', dealsOf(leadsAsOf(leads, {dataset, zone: dataset.settings.timeZone ?? 'UTC'})));
  return {...dataset, tables};
});

function dealsOf(leads: Table): Table {
  const {length} = leads;
  const [created, answered, converted, disqualified] = ['createdAt', 'firstResponseAt', 'convertedAt', 'disqualifiedAt'].map((name) =>
    columnOf(leads, name, 'time')
  );
  const isSet = (column: TimeColumn | undefined, row: number) => column !== undefined && !Number.isNaN(column.ms[row]);
  const decided = Array.from({length}, (_, row) => [converted, disqualified].findIndex((column) => isSet(column, row)));
  const status: TextColumn = {type: 'text', codes: Int32Array.from(decided, (place) => place + 1), values: ['open', 'won', 'lost']};
  const closedAt = writableTimes(leads, 'convertedAt');
  for (const [row, place] of decided.entries())
    if (place === 1 && disqualified) [closedAt.ms[row], closedAt.wall[row]] = [disqualified.ms[row], disqualified.wall[row]];
  const entries: [stage: number, ms: number, wall: number][] = [];
  const offsets = new Uint32Array(length + 1);
  for (let row = 0; row < length; row++) {
    for (const [stage, column] of [created, answered].entries())
      if (column && isSet(column, row)) entries.push([stage, column.ms[row], column.wall[row]]);
    offsets[row + 1] = entries.length;
  }
  const stageHistory: ListColumn = {
    type: 'list',
    offsets,
    fields: new Map<string, TextColumn | TimeColumn>([
      ['stage', {type: 'text', codes: Int32Array.from(entries, ([stage]) => stage), values: LEAD_STAGES.map(({id}) => id)}],
      ['at', {type: 'time', ms: Float64Array.from(entries, ([, ms]) => ms), wall: Uint8Array.from(entries, ([, , wall]) => wall)}]
    ])
  };
  const columns = new Map(leads.columns).set('status', status).set('closedAt', closedAt).set('stageHistory', stageHistory);
  // A column that leads happen to have is no stage of these.
  columns.delete('stage');
  return {name: 'deals', length, columns};
}
