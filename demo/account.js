import {make} from './make.js';
import {count, words} from './words.js';

// What became of a file: how its columns were understood, and which rows were left out and why.

const mostRows = 10;

/** One line: how much was read and how much of it left out. */
export function summary({rows}) {
  const {rowsRead, tablesRead, noneLeftOut, someLeftOut} = words();
  const tables = Object.entries(rows);
  const read = sum(tables, 'read');
  const rejected = sum(tables, 'rejected');
  const what = tables.length === 1 ? rowsRead(tables[0][0], count(read)) : tablesRead(count(tables.length), count(read));
  return `${what}, ${rejected === 0 ? noneLeftOut : someLeftOut(count(rejected))}.`;
}

function sum(tables, key) {
  return tables.reduce((total, [, counts]) => total + counts[key], 0);
}

/** Field -> column, table by table, and the columns that keep their own name. */
export function recognised({records, encoding, options}, retry) {
  const {meaning, column, fields, segments, export: exportOf, crms, notes: noteTexts, encoding: encodingNote} = words();
  const {dateOrders, decimals, zone, otherwise, tables} = words();
  const asked = (note, change) =>
    make('p', {className: 'note'}, note, ' ', make('button', {type: 'button', onclick: () => retry(change)}, otherwise));
  const told = [...records.recognised.values()].find(({because}) => because.length > 0);
  const notes = [
    told && make('p', {className: 'note'}, exportOf(crms[told.preset], told.because)),
    ...records.notes.map(({code, count: lines}) => noteTexts[code] && make('p', {className: 'note'}, noteTexts[code](count(lines ?? 0)))),
    encoding === 'windows-1252' && make('p', {className: 'note'}, encodingNote('Windows-1252')),
    options.dateFormat && asked(dateOrders[options.dateFormat], {dateFormat: options.dateFormat === 'dmy' ? 'mdy' : 'dmy'}),
    options.assumeZone && make('p', {className: 'note'}, zone(options.assumeZone)),
    options.decimal && asked(decimals[options.decimal], {decimal: options.decimal === '.' ? ',' : '.'})
  ];
  const several = records.recognised.size > 1;
  const parts = [...records.recognised].flatMap(([table, {fields: found, segments: kept}]) => [
    several && make('h3', {}, capital(tables[table] ?? table)),
    grid(
      [meaning, column],
      [...found].map(([field, header]) => [fields[field] ?? field, make('bdi', {}, header)])
    ),
    kept.length > 0 && make('p', {className: 'note'}, segments),
    kept.length > 0 && make('ul', {className: 'tags'}, ...kept.map((header) => make('li', {}, make('bdi', {}, header))))
  ]);
  return [...notes, ...parts].filter(Boolean);
}

/** Counts, reasons and the first rows, table by table. */
export function leftOut({rows, issues}) {
  const {nothingLeftOut, figuresOwn, reasons, reason, rows: rowsTitle, row, column, value, rowsLeftOut, firstRows, tables} = words();
  const own = make('p', {className: 'note'}, figuresOwn);
  if (issues.length === 0) return [make('p', {}, nothingLeftOut), own];
  const several = Object.keys(rows).length > 1;
  const parts = Object.entries(rows).flatMap(([table, {read, rejected}]) => {
    if (rejected === 0) return [];
    const those = issues.filter((issue) => issue.table === table);
    const counts = countsOf(those);
    const first = those.slice(0, mostRows);
    return [
      several && make('h3', {}, capital(tables[table] ?? table)),
      make('p', {}, rowsLeftOut(count(rejected), count(read))),
      grid(
        [reason, rowsTitle],
        [...counts].sort(([, a], [, b]) => b - a).map(([code, number]) => [reasons[code] ?? code, count(number)])
      ),
      make('h3', {}, firstRows(count(first.length))),
      grid(
        [row, column, value, reason],
        first.map((issue) => [
          count(issue.row),
          make('bdi', {}, issue.column ?? ''),
          make('bdi', {}, issue.value ?? ''),
          reasons[issue.reason] ?? issue.reason
        ])
      )
    ];
  });
  return [...parts.filter(Boolean), own];
}

/** Reason -> number of rows. */
function countsOf(issues) {
  const counts = new Map();
  for (const {reason} of issues) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function grid(headers, rows) {
  return make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...headers.map((header) => make('th', {scope: 'col'}, header)))),
    make('tbody', {}, ...rows.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell)))))
  );
}
