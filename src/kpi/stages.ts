import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {outcomeIn} from '../dataset/status.js';

/** Words by which the usual stages are told, in the order of selling. */
const ORDER = [
  /lead|new|prospect|open|ny|kontakt/,
  /qualif|contact|engag|discover|kvalif/,
  /need|demo|present|meet|visit|behov|möte/,
  /propos|quot|value|offert/,
  /negot|contract|commit|förhand|avtal/
];

/** The stages that the data names, in the order of selling as far as their words tell it, the won last. */
export function stagesIn(table: Table): string[] {
  const entered = columnOf(table, 'stageHistory', 'list')?.fields.get('stage');
  const names = [columnOf(table, 'stage', 'text'), entered].flatMap((column) => (column?.type === 'text' ? column.values : []));
  const place = (name: string) => {
    const index = ORDER.findIndex((words) => words.test(name.toLowerCase()));
    return index < 0 ? ORDER.length / 2 : index;
  };
  const open = names
    .filter((name, index) => names.findIndex((other) => stageKey(other) === stageKey(name)) === index)
    .filter((name) => !outcomeIn(name))
    .sort((a, b) => place(a) - place(b));
  // Deals without stages are at least created.
  return [...(open.length > 0 ? open : ['created']), names.find((name) => outcomeIn(name) === 'won') ?? 'won'];
}

/** How a stage is recognised: case and surrounding space do not matter. */
export function stageKey(name: string): string {
  return name.trim().toLowerCase();
}
