import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {AsOf} from '../calendar/moment.js';

/** One answer a respondent, wave and question: the latest before the as-of. An earlier one is marked `isSuperseded`. */
export function surveysAsOf(table: Table, asOf: AsOf): Table {
  const at = columnOf(table, 'respondedAt', 'time');
  const keys = ['respondentId', 'wave', 'question'].map((name) => columnOf(table, name, 'text'));
  if (!at || !keys[0]) return table;
  const latest = new Map<string, number>();
  const codes = new Int32Array(table.length);
  for (let row = 0; row < table.length; row++) {
    const respondent = textAt(keys[0], row);
    if (respondent === '' || !(at.ms[row] < (at.wall[row] ? asOf.wall : asOf.instant))) continue;
    const key = JSON.stringify(keys.map((column) => textAt(column, row)));
    const other = latest.get(key);
    const isLater = other === undefined || at.ms[row] >= at.ms[other];
    if (isLater) latest.set(key, row);
    const superseded = isLater ? other : row;
    if (superseded !== undefined) codes[superseded] = 1;
  }
  const mark: TextColumn = {type: 'text', codes, values: ['false', 'true']};
  return {...table, columns: new Map(table.columns).set('isSuperseded', mark)};
}
