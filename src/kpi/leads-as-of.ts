import type {Table} from '../dataset/column.js';
import {columnOf, textAt, withColumn, writableTimes} from '../dataset/columns-of.js';
import {compareTimes} from './elapsed.js';
import type {Context} from './query.js';

/** The leads with their first response: their own, else the first activity for them, done, outbound and not automated, at or after their creation. */
export function leadsAsOf(table: Table, {dataset, zone}: Pick<Context, 'dataset' | 'zone'>): Table {
  const activities = dataset.tables.get('activities');
  const [leads, status, direction, automated] = ['leadId', 'status', 'direction', 'automated'].map((name) =>
    columnOf(activities, name, 'text')
  );
  const at = columnOf(activities, 'at', 'time');
  const [ids, created, answered] = [
    columnOf(table, 'id', 'text'),
    columnOf(table, 'createdAt', 'time'),
    columnOf(table, 'firstResponseAt', 'time')
  ];
  if (!activities || !at || !leads || !ids || !created) return table;
  const rows = new Map(Array.from(ids.codes, (_, row) => [textAt(ids, row), row]));
  const first = writableTimes(table, 'firstResponseAt');
  const isOwn = (row: number) => answered !== undefined && !Number.isNaN(answered.ms[row]);
  for (let row = 0; row < activities.length; row++) {
    const lead = rows.get(textAt(leads, row));
    // What nobody says came in went out.
    const counts = textAt(status, row) === 'done' && /^(out|utg|$)/i.test(textAt(direction, row)) && textAt(automated, row) !== 'true';
    if (lead === undefined || !counts || isOwn(lead)) continue;
    if (compareTimes(at, row, created, lead, zone) < 0 || compareTimes(at, row, first, lead, zone) >= 0) continue;
    [first.ms[lead], first.wall[lead]] = [at.ms[row], at.wall[row]];
  }
  return withColumn(table, 'firstResponseAt', first);
}
