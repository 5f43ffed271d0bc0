import {breakdown} from './evaluate.js';
import {fraction, plus, toNumber} from './fraction.js';
import {groupsBy} from './groups.js';
import type {Defined} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';
import {findTarget, isSum} from './target.js';

/** What the reps of a team, or all, who have a target have sold together over their targets together; null when none has one. */
export function attainmentOf(kpi: Defined, context: Context, team?: string): number | null {
  const table = context.dataset.tables.get(kpi.table);
  if (!table || !isSum(kpi) || Object.keys(context.filter).length > 0) return null;
  const {reps, attributeOf} = peopleOf(context.dataset);
  const targets = reps.map(({id}) =>
    team === undefined || attributeOf(id, 'team') === team ? (findTarget(kpi, context, undefined, {rep: id})?.value ?? 0) : 0
  );
  const target = targets.reduce((sum, value) => sum + value, 0);
  if (!(target > 0)) return null;
  const figures = breakdown(kpi, context, [context.window], groupsBy('rep', table, context)).slice(1);
  const actual = figures.map(([{value}], rep) => (targets[rep] ? value : undefined) ?? fraction(0)).reduce(plus, fraction(0));
  return toNumber(actual) / target;
}
