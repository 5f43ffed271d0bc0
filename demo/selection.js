import {dealsAt} from './boards.js';
import {make} from './make.js';
import {periodName} from './periods.js';
import {words} from './words.js';

// What the reader chose in one element and the others follow: a rep (or what else is ranked), a stage, a month.

const area = document.getElementById('selection');

/** Kind -> what is chosen of it. */
const chosen = new Map();
let changed = () => undefined;

/** Listens to the elements; `follow` is told of every change. */
export function onSelect(follow) {
  changed = follow;
  document.addEventListener('kpi-select', choose);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && chosen.size > 0) drop(...chosen.keys());
  });
}

function choose({target, detail: {stage, bucket, filter}}) {
  const kind = bucket ? 'bucket' : stage ? 'stage' : target.groupBy === 'rep' ? 'rep' : 'member';
  const key = bucket ?? stage ?? filter[target.groupBy];
  if (chosen.get(kind)?.key === key) return drop(kind);
  const rows = target.result.rows ?? [];
  const row = rows.find((row) => row.stage === stage);
  chosen.set(kind, {
    key,
    by: target,
    name: row?.label ?? (kind === 'rep' ? repName(target.records, key) : key),
    isWon: row !== undefined && row === rows.at(-1) && row.reached === target.result.numerator,
    column: target.groupBy
  });
  render();
  changed();
}

function repName({tables}, id) {
  const columns = tables.get('reps')?.columns;
  const texts = (name) => columns?.get(name) ?? {codes: [], values: []};
  const [ids, names] = [texts('id'), texts('name')];
  const row = ids.codes.findIndex((code) => ids.values[code] === id);
  return names.values[names.codes[row]] ?? id;
}

function drop(...kinds) {
  for (const kind of kinds) chosen.delete(kind);
  if (area.contains(document.activeElement)) document.getElementById('main').focus({preventScroll: true});
  render();
  changed();
}

/** Forgets what was chosen, of all kinds or of some. */
export function clear(...kinds) {
  for (const kind of kinds.length > 0 ? kinds : [...chosen.keys()]) chosen.delete(kind);
  render();
}

/** The filter that an element has to follow: not its own choice. */
export function filterFor(element) {
  for (const kind of ['rep', 'member']) {
    const choice = chosen.get(kind);
    if (choice && choice.by !== element) return {[choice.column]: choice.key};
  }
}

/** The period chosen in the trend, which all but the trend follow. */
export function periodChosen() {
  return chosen.get('bucket')?.key;
}

/** What the leaderboard ranks while a stage is chosen. */
export function rankedChosen() {
  const stage = chosen.get('stage');
  if (!stage) return;
  const {dealsAt: at, dealsWon} = words();
  return {kpi: dealsAt({stage: stage.key, isWon: stage.isWon}, stage.by.records), heading: stage.isWon ? dealsWon : at(stage.name)};
}

/** A chip for each choice. */
export function render() {
  const {selected, wonSelected, clear: clearText} = words();
  area.replaceChildren(
    ...[...chosen].map(([kind, {key, name, isWon}]) => {
      const title = kind === 'bucket' ? periodName(key) : name;
      return make(
        'p',
        {className: 'chip'},
        make('span', {}, make('bdi', {}, title), isWon ? wonSelected : selected[kind]),
        make('button', {type: 'button', ariaLabel: clearText(title), title: 'Esc', onclick: () => drop(kind)}, '×')
      );
    })
  );
}
