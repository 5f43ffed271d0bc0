import type {Column, ListColumn, ScalarColumn, Table, TextColumn} from '../dataset/column.js';
import {columnOf, entriesOf, textAt} from '../dataset/columns-of.js';

/** What was booked and when: each time a deal was won, its amount, and less that each time a won deal was reopened or lost. Deals without a history are booked as they stand. */
export function bookings(deals: Table): Table {
  const history = columnOf(deals, 'statusHistory', 'list');
  const [said, at] = [history?.fields.get('status'), history?.fields.get('at')];
  const [status, closed, amounts] = [
    columnOf(deals, 'status', 'text'),
    columnOf(deals, 'closedAt', 'time'),
    columnOf(deals, 'amount', 'decimal')
  ];
  const events: {row: number; ms: number; wall: number; sign: number}[] = [];
  for (let row = 0; row < deals.length; row++) {
    const entries = entriesOf(history, row);
    if (entries.length === 0 || said?.type !== 'text' || at?.type !== 'time') {
      if (textAt(status, row) === 'won') events.push({row, ms: closed ? closed.ms[row] : NaN, wall: closed?.wall[row] ?? 1, sign: 1});
      continue;
    }
    let wasWon = false;
    for (const entry of entries.sort((a, b) => at.ms[a] - at.ms[b])) {
      const isWon = textAt(said, entry) === 'won';
      if (isWon !== wasWon) events.push({row, ms: at.ms[entry], wall: at.wall[entry], sign: isWon ? 1 : -1});
      wasWon = isWon;
    }
  }
  const rows = events.map(({row}) => row);
  const columns = new Map<string, Column>();
  for (const [name, column] of deals.columns) if (!/^st\w+History$/.test(name)) columns.set(name, gathered(column, rows));
  if (amounts) columns.set('amount', {...amounts, units: Float64Array.from(events, ({row, sign}) => amounts.units[row] * sign)});
  columns.set('closedAt', {type: 'time', ms: Float64Array.from(events, ({ms}) => ms), wall: Uint8Array.from(events, ({wall}) => wall)});
  columns.set('status', {type: 'text', codes: new Int32Array(events.length), values: ['won']} satisfies TextColumn);
  return {name: 'bookings', length: events.length, columns};
}

/** The rows of a column that are named, in that order. */
function gathered(column: Column, rows: readonly number[]): Column {
  switch (column.type) {
    case 'text':
      return {...column, codes: Int32Array.from(rows, (row) => column.codes[row])};
    case 'decimal':
      return {...column, units: Float64Array.from(rows, (row) => column.units[row])};
    case 'time':
      return {...column, ms: Float64Array.from(rows, (row) => column.ms[row]), wall: Uint8Array.from(rows, (row) => column.wall[row])};
    case 'list':
      return gatheredList(column, rows);
  }
}

function gatheredList(list: ListColumn, rows: readonly number[]): ListColumn {
  const entries = rows.map((row) => entriesOf(list, row));
  const starts = [0];
  for (const [index, {length}] of entries.entries()) starts.push(starts[index] + length);
  const flat = entries.flat();
  return {
    type: 'list',
    offsets: Uint32Array.from(starts),
    fields: new Map(Array.from(list.fields, ([name, field]) => [name, gathered(field, flat) as ScalarColumn]))
  };
}
