import type {Dataset} from '../dataset/dataset.js';
import {peopleOf} from '../kpi/people.js';
import type {StageTime} from '../kpi/time-in-stage.js';
import type {Format} from './format.js';
import {joined} from './heading.js';
import type {TableView} from './table.js';

/** The open deals that stand longer in their stage than most did. */
export interface StallView {
  readonly title: string;
  /** When a deal counts as stalled. */
  readonly meaning: string;
  readonly table: TableView;
  /** How many more there are than the table has. */
  readonly more: string;
}

/** Listed at most. */
const LISTED = 20;

/** The longest first; nothing where none has stalled. */
export function stallView(
  dataset: Dataset,
  times: readonly StageTime[],
  currency: string | undefined,
  caption: string,
  format: Format
): StallView | undefined {
  const {text, count, figure} = format;
  const stalls = times.flatMap(({stage, stalled}) => stalled.map((stall) => ({...stall, stage}))).sort((a, b) => b.days - a.days);
  if (stalls.length === 0) return undefined;
  const {reps, find} = peopleOf(dataset);
  const amounts = stalls.flatMap(({amount}) => amount ?? []);
  const sum = amounts.reduce((a, b) => a + b, 0);
  const risk = amounts.length > 0 ? text.atRisk(`${currency ?? ''} ${figure(sum, 'currency').short}`.trim()) : '';
  return {
    title: joined(text.stalled(count(stalls.length)), risk),
    meaning: text.stalledAs,
    more: stalls.length > LISTED ? text.others(count(stalls.length - LISTED)) : '',
    table: {
      caption,
      headers: [text.name, text.days[1], text.value],
      rows: stalls
        .slice(0, LISTED)
        .map(({name, id, stage, owner, days, amount}) => [joined(name || id, reps[find(owner)]?.name ?? owner, stage), days, amount]),
      text: (value, column) => (column === 1 ? figure(value, 'days').text : figure(value, 'currency', currency).full)
    }
  };
}
