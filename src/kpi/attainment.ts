import {breakdown} from './evaluate.js';
import {fraction, plus, toNumber} from './fraction.js';
import {groupsBy} from './groups.js';
import type {Defined} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';
import {targetsFor} from './find-target.js';
import {isSum} from './kpi.js';

/**
 * What the reps of each team (region, manager), or all together under the empty name, who have a target have sold over their targets together.
 * Where none has one there is nothing.
 */
export function attainmentsBy(kpi: Defined, context: Context, attribute?: string): ReadonlyMap<string, number> {
  const table = context.dataset.tables.get(kpi.table);
  if (!table || !context.dataset.tables.has('targets') || !isSum(kpi) || Object.keys(context.filter).length > 0) return new Map();
  const {reps, attributeOf} = peopleOf(context.dataset);
  const targetOf = targetsFor(kpi, context);
  const targets = reps.map(({id}) => targetOf({rep: id})?.value ?? 0);
  if (!targets.some(Boolean)) return new Map();
  const figures = breakdown(kpi, context, [context.window], groupsBy('rep', table, context)).slice(1);
  const sums = new Map<string, {target: number; actual: ReturnType<typeof fraction>}>();
  for (const [rep, {id}] of reps.entries()) {
    if (!targets[rep]) continue;
    const group = attribute === undefined ? '' : attributeOf(id, attribute);
    const {target, actual} = sums.get(group) ?? {target: 0, actual: fraction(0)};
    sums.set(group, {target: target + targets[rep], actual: plus(actual, figures[rep][0]?.value ?? fraction(0))});
  }
  return new Map([...sums].flatMap(([group, {target, actual}]) => (target > 0 ? [[group, toNumber(actual) / target] as const] : [])));
}
