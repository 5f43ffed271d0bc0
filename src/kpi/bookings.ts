import type {Column, Table, TextColumn} from '../dataset/column.js';
import {columnOf, entriesOf, historyOf, textAt} from '../dataset/columns-of.js';
import {gathered} from '../dataset/gathered.js';

/** What was booked and when: each time a deal was won, its amount, and less that each time a won deal was reopened or lost. Deals without a history are booked as they stand. */
export function bookings(deals: Table): Table {
  const history = historyOf(deals, 'statusHistory', 'status');
  const [status, closed, amounts] = [
    columnOf(deals, 'status', 'text'),
    columnOf(deals, 'closedAt', 'time'),
    columnOf(deals, 'amount', 'decimal')
  ];
  const events: {row: number; ms: number; wall: number; sign: number}[] = [];
  for (let row = 0; row < deals.length; row++) {
    const entries = entriesOf(history, row);
    if (!history || entries.length === 0) {
      if (textAt(status, row) === 'won') events.push({row, ms: closed ? closed.ms[row] : NaN, wall: closed?.wall[row] ?? 1, sign: 1});
      continue;
    }
    const {said, at} = history;
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
