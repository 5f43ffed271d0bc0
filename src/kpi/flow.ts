import type {Table} from '../dataset/column.js';
import type {Window} from '../calendar/window.js';
import type {Figure} from './figure.js';
import {divide, fraction} from './fraction.js';
import {groupsBy, whole} from './groups.js';
import type {Groups} from './groups.js';
import {IssueLog} from './issue-log.js';
import type {FlowKpi} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';
import {tally} from './tally.js';

/** Figures of a flow by group and window. `per: 'rep'` is not divided here: a breakdown shows what each has. */
export function flow(kpi: FlowKpi, table: Table, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const log = new IssueLog();
  const [numerator, denominator, open] = [kpi.numerator, kpi.denominator, kpi.open].map(
    (part) => part && tally(kpi, part, table, context, windows, groups, log)
  );
  return cells(groups, windows, (cell) => {
    const issues = log.at(cell);
    const counted = (denominator ?? numerator)?.counts[cell] ?? 0;
    const base = {n: counted, issues, excluded: [], ...(open && {open: open.counts[cell]})};
    if (issues.some(({code}) => code === 'missing-fx-rate')) return {...base, reason: 'missing-fx-rate'};
    const over = numerator?.amount(cell);
    const under = denominator?.amount(cell);
    // A denominator of money can be negative (credits exceed sales): there is no share of it either.
    const value = over && (!under ? over : under.over > 0n ? divide(over, under) : undefined);
    return {
      ...base,
      value,
      reason: value ? undefined : 'empty-denominator',
      numerator: over,
      denominator: under,
      currency: numerator?.currency
    };
  });
}

/** What the reps are credited with together, over the reps active at any time in each window. */
export function flowPerRep(kpi: FlowKpi, table: Table, context: Context, windows: readonly Window[]): Figure[] {
  const [all] = flow(kpi, table, context, windows, whole);
  const byRep = flow(kpi, table, context, windows, groupsBy('rep', table, context)).slice(1);
  const {reps, isActive} = peopleOf(context.dataset);
  return windows.map((window, index) => {
    if (!all[index].value) return all[index];
    const credits = byRep.map((row) => row[index].value).filter((value) => value !== undefined);
    const credited = fraction(
      credits.reduce((sum, {over}) => sum + over, 0n),
      credits[0]?.under
    );
    const active = fraction(reps.filter((rep) => isActive(rep, window)).length);
    const value = divide(credited, active);
    return {...all[index], value, reason: value ? undefined : 'empty-denominator', numerator: credited, denominator: active};
  });
}

export function cells(groups: Groups, windows: readonly Window[], figure: (cell: number) => Figure): Figure[][] {
  return groups.labels.map((_, group) => windows.map((_, window) => figure(group * windows.length + window)));
}
