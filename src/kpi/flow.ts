import type {Window} from '../calendar/window.js';
import {noFigure} from './figure.js';
import type {Figure} from './figure.js';
import {decimal, divide, fraction} from './fraction.js';
import type {Fraction} from './fraction.js';
import type {Groups} from './groups.js';
import type {FlowKpi, Part} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';
import type {Issue} from './result.js';
import {tally} from './tally.js';
import type {Tally} from './tally.js';

/** Figures of a flow by group and window. `per: 'rep'` is not divided here: a breakdown shows what each has (see `flowPerRep`). */
export function flow(kpi: FlowKpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][] {
  const parts = [kpi.numerator, kpi.denominator, kpi.open].map(part => part && tally(kpi, part, context, windows, groups));
  const missing = parts.find(part => part && 'reason' in part);
  if (missing && 'reason' in missing) {
    const issue: Issue = {code: missing.reason as 'missing-table', names: missing.names};
    return cells(groups, windows, () => noFigure(missing.reason, [issue]));
  }
  const [numerator, denominator, open] = parts as [Tally, Tally?, Tally?];
  return cells(groups, windows, cell => {
    const over = amountOf(kpi, kpi.numerator, numerator, cell);
    const under = denominator && kpi.denominator && amountOf(kpi, kpi.denominator, denominator, cell);
    const issues = merge(numerator.issues(cell), denominator?.issues(cell) ?? []);
    const unrated = issues.some(({code}) => code === 'missing-fx-rate');
    // A denominator of money can be negative (credits exceed sales): there is no share of it either.
    const value = unrated ? undefined : under ? (under.over > 0n ? divide(over, under) : undefined) : over;
    return {
      value,
      reason: value ? undefined : unrated ? 'missing-fx-rate' : 'empty-denominator',
      numerator: unrated ? undefined : over,
      denominator: unrated ? undefined : under,
      n: (denominator ?? numerator).counts[cell] ?? 0,
      ...(open && {open: open.counts[cell] ?? 0}),
      currency: numerator.currency,
      excluded: [],
      issues
    };
  });
}

/** What the reps have together, over the reps active at any time in each window. `byRep` is the breakdown of the flow by rep, the unassigned first. */
export function perRep(byRep: readonly Figure[][], context: Context, windows: readonly Window[]): Figure[] {
  const {reps} = peopleOf(context.dataset);
  return windows.map((window, index) => {
    const figures = byRep.map(row => row[index]).filter(figure => figure !== undefined);
    const failed = figures.find(({value}) => !value);
    if (failed) return failed;
    const credited = figures.slice(1).reduce<Fraction>((sum, {value}) => plus(sum, value), decimal(0, 0));
    const active = fraction(reps.filter(rep => rep.isActive(window)).length);
    const value = divide(credited, active);
    return {
      value,
      reason: value ? undefined : 'empty-denominator',
      numerator: credited,
      denominator: active,
      n: figures.reduce((sum, {n}) => sum + n, 0),
      currency: figures[0]?.currency,
      excluded: [],
      issues: figures.map(({issues}) => issues).reduce(merge, [])
    };
  });
}

function plus(a: Fraction, b: Fraction | undefined): Fraction {
  return b ? fraction(a.over * b.under + b.over * a.under, a.under * b.under) : a;
}

function amountOf(kpi: FlowKpi, part: Part, {amount, counts}: Tally, cell: number): Fraction {
  const isSum = ('sum' in part ? part.sum : kpi.sum) !== undefined;
  return isSum ? amount(cell) : fraction(counts[cell] ?? 0);
}

export function cells(groups: Groups, windows: readonly Window[], figure: (cell: number) => Figure): Figure[][] {
  return Array.from({length: groups.size}, (_, group) => windows.map((_, window) => figure(group * windows.length + window)));
}

/** The same thing seen in two parts is one issue, with the larger count. */
function merge(a: readonly Issue[], b: readonly Issue[]): Issue[] {
  const byKey = new Map<string, Issue>();
  for (const issue of [...a, ...b]) {
    const key = `${issue.code} ${issue.names?.join() ?? ''}`;
    if ((issue.count ?? 0) >= (byKey.get(key)?.count ?? 0)) byKey.set(key, issue);
  }
  return [...byKey.values()];
}
