import type {Column, ListColumn, ScalarColumn, Table, TimeColumn} from './column.js';
import {columnOf, textAt, withColumn} from './columns-of.js';
import type {Recognised, RowReason} from './dataset.js';
import {withClosings} from './closings.js';
import {gathered} from './gathered.js';
import {plainName} from './plain-name.js';
import type {Settings} from './settings.js';
import {textColumn} from './texts.js';

/** How CRMs call the column that names the field which changed, and the stage there. */
const fieldNames = /^field(?:event|key|name)?$/;
const stageNames = /^(?:deal)?(?:stage|stagename|stageid|phase|pipelinestageid)$/;

/** Deals as they were read. */
interface Deals {
  readonly table: Table;
  readonly recognised: Recognised;
}

/** Row of a deal by its id or, where only one has it, its name; undefined for any other text. */
function dealRows({table, recognised}: Deals): (text: string) => number | undefined {
  const rows = new Map<string, number | undefined>();
  for (const field of ['name', 'id']) {
    // Ids that the file does not give are numbers of rows.
    const column = recognised.fields.has(field) ? columnOf(table, field, 'text') : undefined;
    const seen = new Set<string>();
    column?.codes.forEach((code, row) => {
      const text = code < 0 ? '' : column.values[code];
      if (text) rows.set(text, seen.size === seen.add(text).size ? undefined : row);
    });
  }
  return (text) => rows.get(text);
}

/** Leaves out the rows of a table of changes that are of another field than the stage, or of no deal that is there. */
export function rejectOtherChanges(
  columns: ReadonlyMap<string, Column>,
  length: number,
  deals: Deals | undefined,
  reject: (row: number, reason: RowReason, column: string) => void
): void {
  const table = {name: '', length, columns};
  const name = [...columns.keys()].find((header) => fieldNames.test(plainName(header))) ?? '';
  const [ids, changed] = [columnOf(table, 'dealId', 'text'), columnOf(table, name, 'text')];
  const rowOf = deals && dealRows(deals);
  for (let row = 0; row < length; row++)
    if (changed && !stageNames.test(plainName(textAt(changed, row)))) reject(row, 'not-a-stage', name);
    else if (rowOf && rowOf(textAt(ids, row)) === undefined) reject(row, 'unknown-deal', 'dealId');
}

/** The deals with the changes of their stage, which a table of its own has a row each, in the order of time. A stage that is entered twice in a row was entered once. */
export function withStageHistory(deals: Deals, history: Table, {stages: known}: Settings): Table {
  const rowOf = dealRows(deals);
  const [ids, stages] = [columnOf(history, 'dealId', 'text'), columnOf(history, 'stage', 'text')];
  const at = columnOf(history, 'at', 'time');
  const {table} = deals;
  if (!ids || !stages || !at || table.columns.has('stageHistory')) return table;
  const changes: number[][] = Array.from({length: table.length}, () => []);
  for (let row = 0; row < history.length; row++) changes[rowOf(textAt(ids, row)) ?? -1]?.push(row);
  const entries = changes.map((rows) => {
    const sorted = rows.filter((row) => !Number.isNaN(at.ms[row]) && stages.codes[row] >= 0).sort((a, b) => at.ms[a] - at.ms[b]);
    return sorted.filter((row, place) => !place || stages.codes[row] !== stages.codes[sorted[place - 1]]);
  });
  const all = entries.flat();
  const offsets = new Uint32Array(table.length + 1);
  entries.forEach((rows, row) => (offsets[row + 1] = offsets[row] + rows.length));
  const column: ListColumn = {
    type: 'list',
    offsets,
    fields: new Map<string, ScalarColumn>([
      ['stage', textColumn((entry) => textAt(stages, all[entry]), all.length)],
      ['at', gathered(at, all) as TimeColumn]
    ])
  };
  return withClosings(withColumn(table, 'stageHistory', column), known);
}
