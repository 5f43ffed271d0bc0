import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Stage} from '../dataset/settings.js';

/** Words by which the usual stages are told, in the order of selling. */
const ORDER = [/lead|new|prospect|open|ny|kontakt/, /qualif|contact|engag|discover|kvalif/, /need|demo|present|meeting|visit|behov|möte/, /propos|quot|value|offert/, /negot|contract|commit|verbal|förhand|avtal/];
const WON = /won|vunn/;
const LOST = /lost|förlor/;

export interface Stages {
  readonly stages: readonly Stage[];
  /** The data names stages but no order: it was told from their histories or from the words. */
  readonly isGuessed: boolean;
}

/** The stages asked for, else those of the settings, else those in the data, in the order of selling, the won last. */
export function stagesOf(table: Table, given: readonly (string | Stage)[] | undefined): Stages {
  if (given && given.length > 0) return {stages: given.map(named), isGuessed: false};
  const current = columnOf(table, 'stage', 'text');
  const history = columnOf(table, 'stageHistory', 'list');
  const entered = history?.fields.get('stage');
  const all = [...new Set([...(current?.values ?? []), ...(entered?.type === 'text' ? entered.values : [])])];
  const won = all.find(name => WON.test(name.toLowerCase()));
  const open = all.filter(name => !WON.test(name.toLowerCase()) && !LOST.test(name.toLowerCase()));
  const position = new Map(open.map((name, index) => [name, rankOfWord(name) + index / 1000]));
  open.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  return {stages: [...open.map(named), {id: won ?? 'won', outcome: 'won'}], isGuessed: true};
}

function rankOfWord(name: string): number {
  const index = ORDER.findIndex(words => words.test(name.toLowerCase()));
  return index < 0 ? ORDER.length / 2 : index;
}

function named(stage: string | Stage): Stage {
  const {id, label, outcome} = typeof stage === 'string' ? {id: stage, label: undefined, outcome: undefined} : stage;
  const word = id.toLowerCase();
  const told = outcome ?? (WON.test(word) ? 'won' : word === 'closed' ? 'closed' : undefined);
  return {id, ...(label !== undefined && {label}), ...(told && {outcome: told})};
}

/** How a stage is recognised: case and surrounding space do not matter. */
export function stageKey(name: string): string {
  return name.trim().toLowerCase();
}
