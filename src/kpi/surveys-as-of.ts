import type {Table} from '../dataset/column.js';
import {columnOf, textAt, withColumn} from '../dataset/columns-of.js';
import {isBefore} from './elapsed.js';
import type {Context} from './query.js';

/**
 * One answer a respondent, wave and question: the latest before the as-of. An earlier one is marked `isSuperseded`, one on another scale `isOffScale`,
 * one to another question than a mean of scores is of `isAside`: questions on different scales have no mean together.
 */
export function surveysAsOf(table: Table, {asOf, filter}: Context): Table {
  const at = columnOf(table, 'respondedAt', 'time');
  const keys = ['respondentId', 'wave', 'question'].map((name) => columnOf(table, name, 'text'));
  if (!at) return table;
  const latest = new Map<string, number>();
  const codes = new Int32Array(table.length);
  for (let row = 0; row < table.length; row++) {
    const respondent = textAt(keys[0], row);
    if (respondent === '' || !isBefore(at, row, asOf)) continue;
    const key = JSON.stringify(keys.map((column) => textAt(column, row)));
    const other = latest.get(key);
    const isLater = other === undefined || at.ms[row] >= at.ms[other];
    if (isLater) latest.set(key, row);
    const superseded = isLater ? other : row;
    if (superseded !== undefined) codes[superseded] = 1;
  }
  const questions = Array.from(codes, (_, row) => textAt(keys[2], row).toLowerCase());
  const meant = String(filter.question ?? (questions.includes('csat') ? 'csat' : 'enps')).toLowerCase();
  const isAside = Int32Array.from(questions, (question) => Number(question !== meant));
  return Object.entries({isSuperseded: codes, isOffScale: offScale(table), isAside}).reduce(
    (marked, [name, marks]) => withColumn(marked, name, {type: 'text', codes: marks, values: ['false', 'true']}),
    table
  );
}

/** The scales of the two questions. */
const SCALES = new Map([
  ['enps', [0, 10]],
  ['csat', [1, 5]]
]);

/** 1 for each answer outside the scale of its question, or that says it is on another. */
function offScale(table: Table): Int32Array {
  const question = columnOf(table, 'question', 'text');
  const number = (name: string) => {
    const column = columnOf(table, name, 'decimal');
    return (row: number) => (column ? column.units[row] / 10 ** column.scale : NaN);
  };
  const [score, least, most] = ['score', 'scaleMin', 'scaleMax'].map(number);
  return Int32Array.from({length: table.length}, (_, row) => {
    const [low, high] = SCALES.get(textAt(question, row).toLowerCase()) ?? [-Infinity, Infinity];
    const isOther = (said: number, own: number) => Number.isFinite(own) && !Number.isNaN(said) && said !== own;
    return Number(score(row) < low || score(row) > high || isOther(least(row), low) || isOther(most(row), high));
  });
}
