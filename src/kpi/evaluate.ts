import type {Window} from '../calendar/window.js';
import {duration} from './duration.js';
import type {Figure} from './figure.js';
import {flow, perRep} from './flow.js';
import {groupsBy, whole} from './groups.js';
import type {Groups} from './groups.js';
import type {Kpi} from './kpi.js';
import type {Context, Params} from './query.js';

/** The KPI in each window, as a whole. */
export function evaluate(kpi: Kpi, context: Context, windows: readonly Window[], params: Params): Figure[] {
  const table = context.dataset.tables.get(kpi.table);
  if (kpi.kind === 'flow' && kpi.per && table) {
    return perRep(flow(kpi, context, windows, groupsBy('rep', table, context).groups), context, windows);
  }
  return breakdown(kpi, context, windows, whole, params)[0] ?? [];
}

/** The KPI of each group in each window. A KPI per rep shows what each has. */
export function breakdown(kpi: Kpi, context: Context, windows: readonly Window[], groups: Groups, params: Params): Figure[][] {
  switch (kpi.kind) {
    case 'flow':
      return flow(kpi, context, windows, groups);
    case 'duration':
      return duration(kpi, context, windows, groups, params);
  }
}
