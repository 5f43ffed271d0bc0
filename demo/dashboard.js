import {leftOut, recognised, summary} from './account.js';
import {boardFor} from './boards.js';
import {onFile, recordsOf, tableOf, textOf} from './export-file.js';
import {make} from './make.js';
import {dateName, periodName, periodsFor, trendPeriod} from './periods.js';
import {choices, problemText} from './problem.js';
import {teamsIn} from './teams.js';
import {speak, words} from './words.js';

const at = (id) => document.getElementById(id);
const cards = [...document.querySelectorAll('kpi-card')];
const [trend, leaderboard, funnel] = ['kpi-trend', 'rep-leaderboard', 'funnel-chart'].map((tag) => document.querySelector(tag));
const elements = [...cards, trend, leaderboard, funnel];

/**
 * What is shown: the sample, or a file with its text and the options it is read with. `records` is there once it was read, `problem` when it could not be.
 * `board` and `scope` follow from the records: which figures they hold, and for which periods.
 */
let shown = {};
let period = 'this-quarter';
let team = '';

let asked = 0;

/** Shows what was asked for last, whichever is read first. */
async function showWhenRead(reading) {
  const turn = ++asked;
  const next = await reading;
  if (turn === asked) show(next);
}

/** The sample is what the elements have as their `src`. */
async function sample() {
  give({text: undefined, options: {}});
  await cards[0].updateComplete;
  await cards[0].loadComplete;
  return {records: cards[0].records, latest: null};
}

async function opened(file, files) {
  const {name} = file;
  announce(words().reading(name));
  if (files > 1) return {name, problem: {code: 'several-files'}};
  const {text, encoding, problem} = await textOf(file);
  if (problem) return {name, problem};
  return read({name, text, encoding, options: {table: tableOf(file)}});
}

/** Reads the text of a file, first or again with other options. */
async function read({name, text, encoding, options}) {
  // So that the page says so before it is busy.
  await new Promise((resolve) => setTimeout(resolve));
  return {name, text, encoding, options, ...(await recordsOf(text, options))};
}

function retry(options) {
  void showWhenRead(read({...shown, options: {...shown.options, ...options}}));
}

/** Hands the elements what they are to compute from. */
function give({text, options: {table, dateFormat, decimal, assumeZone}, scope}) {
  const given = {data: text, table, dateFormat, decimal, assumeZone, timeZone: assumeZone, asOf: scope?.asOf};
  for (const element of elements) Object.assign(element, given);
}

function show(next) {
  const {records, latest, name} = next;
  letGo();
  shown = next;
  if (records) {
    const board = boardFor(records);
    shown.board = board;
    shown.scope = periodsFor(records, board, latest);
    if (name) give(shown);
    offer(shown.scope);
    offerTeams(teamsIn(records));
    arrange(board);
  }
  follow();
  render();
  if (name) {
    announce(`${at('file-name').textContent}. ${at('file-account').textContent}`);
    at(records ? 'main' : 'problem').focus({preventScroll: true});
    scrollTo(0, 0);
  }
}

/** The figures that the records hold, each in its place; a place without one is left out. */
function arrange({cards: kpis, variants, trend: overTime, ranked, by, hasFunnel}) {
  for (const [place, card] of cards.entries()) {
    const kpi = kpis[place];
    card.hidden = kpi === undefined;
    if (kpi) Object.assign(card, {kpi, variant: variants[kpi]});
  }
  trend.kpi = overTime;
  Object.assign(leaderboard, {hidden: by === undefined, groupBy: by ?? 'rep', kpi: ranked});
  funnel.hidden = !hasFunnel;
}

/** Period and team of each element, as the reader set them for all. What is chosen in one the others follow by themselves. */
function follow() {
  const {board, scope} = shown;
  if (!board) return;
  const compare = scope.earliest.includes(period) ? 'none' : 'previous';
  for (const element of elements) Object.assign(element, {team, period, compare});
  Object.assign(trend, {period: trendPeriod(period), compare: 'year-ago'});
  const {headings, overTime, by} = words();
  for (const card of cards) card.heading = headings[card.kpi?.id];
  const name = headings[board.trend.id];
  trend.heading = name && overTime(name);
  leaderboard.heading = name && by[board.by]?.(name);
}

/** What is chosen in the group is let go of as a reader does it. */
function letGo() {
  document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
}

/** The teams that the records name; the first choice is all of them. */
function offerTeams(teams) {
  if (!teams.includes(team)) team = '';
  at('team-choice').hidden = teams.length < 2;
  at('team').replaceChildren(...['', ...teams].map((value) => make('option', {value, selected: value === team}, value)));
}

/** The switch of periods; what was on stays on where it is still offered. */
function offer({periods, first}) {
  period = periods.includes(period) ? period : first;
  const [legend] = at('periods').children;
  at('periods').replaceChildren(
    legend,
    ...periods.map((value) =>
      make('label', {}, make('input', {type: 'radio', name: 'period', value, checked: value === period}), make('span'))
    )
  );
}

/** All texts of the page that depend on what is shown. */
function render() {
  const {name, problem, records, scope, options} = shown;
  const {sample: sampleData, own, asOf, oneQuestion, couldNotRead, nothingShown} = words();
  const facts = [name ? own : sampleData, records?.settings.currency, records && asOf(dateName(scope.shownAsOf))];
  at('source').textContent = facts.filter(Boolean).join(' · ');
  for (const label of at('periods').querySelectorAll('label')) label.lastChild.textContent = periodName(label.firstChild.value);

  at('opened').hidden = name === undefined;
  at('problem').hidden = problem === undefined;
  at('report').hidden = problem !== undefined;
  at('account').hidden = name === undefined || records === undefined;
  // A dataset has tables of its own names, whatever is chosen.
  const table = options?.table ?? records?.tables.keys().next().value ?? 'deals';
  at('table-choice').hidden = !options || (records && !(records.tables.size === 1 && records.tables.has(table)));
  at('table').value = table;
  at('file-name').replaceChildren(make('bdi', {}, name ?? ''));
  at('file-account').textContent = records && name ? summary(records) : '';
  at('how-read').hidden = problem !== undefined;
  if (problem) {
    at('problem-title').replaceChildren(make('bdi', {}, problem.setting ? oneQuestion : couldNotRead(name)));
    at('problem-text').textContent = problemText(problem);
    at('problem-choices').replaceChildren(...choices(problem, retry));
    at('problem-hint').textContent = problem.setting ? nothingShown : '';
  }
  if (name && records) {
    at('recognised-body').replaceChildren(...recognised(shown, retry));
    at('left-out-body').replaceChildren(...leftOut(records));
  }
  const [everybody] = at('team').options;
  if (everybody) everybody.textContent = words().allTeams;
}

function announce(text) {
  at('announced').textContent = text;
}

at('periods').addEventListener('change', ({target}) => {
  period = target.value;
  letGo();
  follow();
});
at('team').addEventListener('change', ({target}) => {
  team = target.value;
  follow();
});
at('language').addEventListener('change', ({target}) => {
  speak(target.value);
  follow();
  render();
});
at('scheme').addEventListener('change', ({target}) => {
  document.documentElement.dataset.scheme = target.value;
});
at('table').addEventListener('change', ({target}) => retry({table: target.value}));
at('back').addEventListener('click', () => {
  void showWhenRead(sample());
  at('main').focus({preventScroll: true});
});
onFile((file, files) => void showWhenRead(opened(file, files)));

// A browser that comes back to the page may have kept what was set.
speak(document.querySelector('[name=language]:checked').value);
document.documentElement.dataset.scheme = document.querySelector('[name=scheme]:checked').value;
await showWhenRead(sample());
