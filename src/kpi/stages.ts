import type {ListColumn, Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import {remembered} from '../dataset/remembered.js';
import {outcomeIn} from '../dataset/status.js';

/** Words by which the usual stages are told, in the order of selling. */
const ORDER = [
  /lead|\bnew\b|prospect|open|\bny\b|kontakt|appoint/,
  /qualif|contact|engag|discover|kvalif/,
  /need|demo|present|meet|visit|behov|möte/,
  /propos|quot|value|offert/,
  /negot|contract|commit|förhand|avtal/
];

/** The stages that the data names, in the order in which most deals entered them, else in that which their words tell; the won last. */
export const stagesIn = /* @__PURE__ */ remembered((table: Table): string[] => {
  const history = columnOf(table, 'stageHistory', 'list');
  const names = [columnOf(table, 'stage', 'text'), history?.fields.get('stage')].flatMap((column) =>
    column?.type === 'text' ? column.values : []
  );
  const place = (name: string) => {
    const index = ORDER.findIndex((words) => words.test(name.toLowerCase()));
    return index < 0 ? ORDER.length / 2 : index;
  };
  const open = names
    .filter((name, index) => names.findIndex((other) => stageKey(other) === stageKey(name)) === index)
    .filter((name) => !outcomeIn(name))
    .sort((a, b) => place(a) - place(b));
  const ahead = history ? aheadIn(open, history) : [];
  /** How many stages stand behind one. */
  const behind = open.map(
    (name, at) => open.filter((other, to) => (ahead[at * open.length + to] || place(other) - place(name)) > 0).length
  );
  const ordered = [...open.keys()].sort((a, b) => behind[b] - behind[a]).map((at) => open[at]);
  // Deals without stages are at least created.
  return [...(ordered.length > 0 ? ordered : ['created']), names.find((name) => outcomeIn(name) === 'won') ?? 'won'];
});

/** How many more deals entered a stage before another than after it, `stage * stages + other`. */
function aheadIn(stages: readonly string[], {offsets, fields}: ListColumn): Int32Array {
  const size = stages.length;
  const ahead = new Int32Array(size * size);
  const [names, at] = [fields.get('stage'), fields.get('at')];
  if (names?.type !== 'text' || at?.type !== 'time') return ahead;
  const placeOf = names.values.map((name) => stages.findIndex((stage) => stageKey(stage) === stageKey(name)));
  const first = new Float64Array(size);
  for (let row = 1; row < offsets.length; row++) {
    first.fill(Infinity);
    for (let entry = offsets[row - 1]; entry < offsets[row]; entry++) {
      const place = placeOf[names.codes[entry]] ?? -1;
      if (place >= 0 && at.ms[entry] < first[place]) first[place] = at.ms[entry];
    }
    for (let pair = 0; pair < ahead.length; pair++) {
      const [one, other] = [first[Math.floor(pair / size)], first[pair % size]];
      if (one < Infinity && other < Infinity) ahead[pair] += Math.sign(other - one);
    }
  }
  return ahead;
}

/** How a stage is recognised: case and surrounding space do not matter. */
export function stageKey(name: string): string {
  return name.trim().toLowerCase();
}
