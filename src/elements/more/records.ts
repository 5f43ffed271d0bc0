import type {Words} from '../../locales/formulas.en.js';
import {csvOf} from '../../view/csv.js';
import type {Shown} from '../shown.js';
import {node, openDialog} from './dialog.js';
import {download, fileName} from './download.js';

/** Rows shown at once. */
const PAGE = 25;

/** Whether there are records of its own behind a figure: behind one that is made of others there are none. */
export function hasRecords({figures, query: {kpi, variant}}: Shown): boolean {
  return kpi === undefined || figures.findKpi(kpi, variant).kind !== 'formula';
}

/** Lists the records behind a figure, page by page, and gives all of them as a file. */
export function openRecords({element, figures, dataset, query, format}: Shown, title: string, words: Words): void {
  const {kpi} = query;
  const only = kpi ? figures.figureRecords(dataset, {...query, kpi}) : figures.stageRecords(dataset, query);
  const date = kpi ? figures.findKpi(kpi, query.variant).date : 'createdAt';
  const view = figures.recordsView(dataset, only, date, query.timeZone ?? dataset.settings.timeZone ?? 'UTC', words, format);
  const {rows, headers} = view;
  let first = 0;
  const body = node('tbody', {});
  const place = node('p', {class: 'small', role: 'status'});
  const button = (label: string, part: string, act: () => void) => {
    const made = node('button', {part}, label);
    made.addEventListener('click', act);
    return made;
  };
  const go = (to: number) => {
    first = to;
    const page = rows.slice(first, first + PAGE);
    body.replaceChildren(
      ...page.map((cells) =>
        node('tr', {}, ...cells.map((cell, column) => node('td', view.isFigure[column] ? {class: 'figures'} : {}, view.text(cell, column))))
      )
    );
    place.textContent =
      rows.length > 0 ? words.page(format.count(first + 1), format.count(first + page.length), format.count(rows.length)) : words.nothing;
    // Not disabled, which would lose the focus.
    back.setAttribute('aria-disabled', String(first === 0));
    on.setAttribute('aria-disabled', String(first + PAGE >= rows.length));
  };
  const back = button(words.back, 'records-back', () => {
    if (first > 0) go(first - PAGE);
  });
  const on = button(words.on, 'records-on', () => {
    if (first + PAGE < rows.length) go(first + PAGE);
  });
  const save = button(words.download('CSV'), 'records-csv', () => {
    download(
      fileName(`${words.recordsBehind}, ${title.replace(/ · /g, ', ')}`, 'csv'),
      csvOf({headers, rows}, format),
      'text/csv;charset=utf-8'
    );
  });
  go(0);
  const head = node(
    'tr',
    {},
    ...headers.map((label, column) => node('th', {scope: 'col', ...(view.isFigure[column] && {class: 'figures'})}, label))
  );
  openDialog(
    element,
    {part: 'records', title: words.recordsBehind, subtitle: title, close: words.close},
    node(
      'div',
      {class: 'list', tabindex: '0', role: 'group', 'aria-label': words.recordsBehind},
      node('table', {}, node('thead', {}, head), body)
    ),
    node('div', {class: 'pages'}, place, ...(rows.length > PAGE ? [back, on] : []), save)
  );
}
