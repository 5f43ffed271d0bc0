import type {Table} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {toWall} from '../dataset/zone.js';
import {isoText} from '../calendar/civil.js';
import {ownersOf, peopleOf} from '../kpi/people.js';
import type {Only} from '../kpi/query.js';
import type {Words} from '../locales/formulas.en.js';
import {dayText} from './dates.js';
import type {Format} from './format.js';

type Cell = string | number | null;

/** The records behind a figure, the newest first, with the fields they have. Dates are those of the report's zone, `2026-03-31`. */
export interface RecordsView {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** A cell in the words of the reader. */
  readonly text: (cell: Cell, column: number) => string;
  /** Columns of figures, which stand flush. */
  readonly isFigure: readonly boolean[];
}

/** @param date the column by which the KPI dates its rows */
export function recordsView(
  dataset: Dataset,
  {table: name, ids}: Only,
  date: string,
  zone: string,
  {fields}: Words,
  format: Format
): RecordsView {
  // Of customers who are only known by what they bought there is nothing but who they are.
  const table = dataset.tables.get(name) ?? {name, length: 0, columns: new Map()};
  const column = columnOf(table, 'id', 'text');
  const found: number[] = [];
  for (let row = 0; row < table.length; row++) if (ids.has(textAt(column, row))) found.push(row);
  const shown = columnsIn(table, date, dataset, zone).map(({field, cell}) => ({field, label: fields[field], cell}));
  // Each amount is in the currency of its row, where rows have one.
  const currency = shown.some(({field}) => field === 'currency') ? undefined : dataset.settings.currency;
  const dated = shown.findIndex(({field}) => field === 'date');
  const day = (cells: readonly Cell[]) => String(cells[dated] ?? '');
  return {
    headers: shown.map(({label}) => label),
    rows:
      found.length > 0
        ? found.map((row) => shown.map(({cell}) => cell(row))).sort((a, b) => day(b).localeCompare(day(a)))
        : [...ids].map((id) => shown.map(({field}) => (field === 'id' ? id : null))),
    text: (cell, index) => {
      if (typeof cell === 'number') return format.figure(cell, 'currency', currency).full;
      return cell && index === dated ? dayText(cell, format) : (cell ?? '');
    },
    isFigure: shown.map(({field}) => field === 'amount')
  };
}

/** What is read off a row, of what its table has. */
function columnsIn(
  table: Table,
  date: string,
  dataset: Dataset,
  zone: string
): {readonly field: keyof Words['fields']; readonly cell: (row: number) => Cell}[] {
  const text = (name: string) => {
    const column = columnOf(table, name, 'text');
    return column && ((row: number) => textAt(column, row));
  };
  const owners = ownersOf(table);
  const {find, reps} = peopleOf(dataset);
  const amounts = columnOf(table, 'amount', 'decimal');
  const times = columnOf(table, date, 'time');
  const cells: Record<keyof Words['fields'], ((row: number) => Cell) | undefined> = {
    id: (row) => textAt(columnOf(table, 'id', 'text'), row),
    name: text('name'),
    owner: owners && ((row) => reps[find(textAt(owners, row))]?.name ?? textAt(owners, row)),
    amount: amounts && ((row) => (Number.isNaN(amounts.units[row]) ? null : amounts.units[row] / 10 ** amounts.scale)),
    currency: text('currency'),
    date:
      times &&
      ((row) => {
        const ms = times.ms[row];
        return Number.isNaN(ms) ? null : isoText(times.wall[row] ? ms : toWall(ms, zone)).slice(0, 10);
      }),
    stage: text('stage'),
    status: text('status')
  };
  return Object.entries(cells).flatMap(([field, cell]) => (cell ? [{field: field as keyof Words['fields'], cell}] : []));
}
