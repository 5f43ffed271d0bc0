import {columnOf} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {add, monthsBetween} from '../calendar/civil.js';
import {atWall} from '../calendar/moment.js';
import type {AsOf} from '../calendar/moment.js';
import {comparedWindow, windowText} from '../calendar/window.js';
import type {Compare, Window} from '../calendar/window.js';
import {datesOf} from './dates.js';
import {evaluate} from './evaluate.js';
import {toFigures} from './figure.js';
import type {Figure} from './figure.js';
import {divide, subtract, toNumber} from './fraction.js';
import {withVariant} from './kpi.js';
import type {Defined, Kpi} from './kpi.js';
import {resolve} from './query.js';
import type {Context, Query} from './query.js';
import type {Comparison, Result} from './result.js';

/** One KPI in one period, with what it is compared with; a target is for `withTarget`. */
export function measure(dataset: Dataset, query: Omit<Query<Defined>, 'target'>): Result {
  return measureIn(resolve(dataset, query), withVariant(query.kpi, query.variant), query.compare);
}

export function measureIn(context: Context, kpi: Defined, mode?: Compare): Result {
  const compare = mode ?? 'previous';
  const figure = evaluate(kpi, context, [context.window])[0];
  if (!figure) throw new Error('no figure for a window');
  const other = compared(kpi, context, compare);
  // What is not decided yet is not compared.
  const settled = kpi.kind === 'flow' ? {...kpi, open: undefined} : kpi;
  const comparison = other
    ? compareFigures(figure, evaluate(settled, other, [other.window])[0], other)
    : noComparison(kpi, figure, context, compare);
  return {...toResult(kpi, figure, context.window, context), ...(comparison && {comparison})};
}

export function toResult(kpi: Kpi, figure: Figure, window: Window, {zone, currency}: Context): Result {
  const money = figure.currency ?? currency;
  return {
    kpi: kpi.id,
    variant: kpi.variant,
    unit: kpi.unit,
    direction: kpi.better,
    ...toFigures(figure, window),
    ...(kpi.unit === 'currency' && money && {currency: money}),
    window: windowText(window, zone),
    ...(figure.own && {ownWindow: windowText(figure.own, zone)}),
    partial: window.status === 'partial',
    ...(figure.open !== undefined && {open: figure.open}),
    ...(figure.parts && {parts: Object.fromEntries(Object.entries(figure.parts).map(([name, part]) => [name, toNumber(part)]))}),
    excluded: figure.excluded,
    issues: figure.issues
  };
}

/** The context of what a figure is compared with. A cohort is looked at when it was as old as this one is now. */
export function compared(kpi: Kpi, context: Context, compare: Compare): Context | undefined {
  const window = comparedWindow(context.window, compare, context.zone, context.working);
  const date = columnOf(context.dataset.tables.get(kpi.table), kpi.date, 'time');
  // Before the first row there is nothing to compare with, which is not 0.
  if (window && date && datesOf(date).first >= window.end.wall) return undefined;
  if (!window || !kpi.isCohort || !Number.isFinite(context.asOf.wall)) return window && {...context, window};
  const {start} = context.window.period;
  const months = monthsBetween(start, context.asOf.wall);
  const wall = add(window.period.start, months, 'month') + context.asOf.wall - add(start, months, 'month');
  const asOf: AsOf = {...atWall(wall, context.zone), today: wall, isDate: false};
  return {...context, asOf, window: {...window, asOf}};
}

export function compareFigures(current: Figure, other: Figure | undefined, {window, zone}: Context): Comparison | undefined {
  if (!other) return undefined;
  const change = current.value && other.value && subtract(current.value, other.value);
  const size = other.value && {...other.value, over: other.value.over < 0n ? -other.value.over : other.value.over};
  const relative = change && size && divide(change, size);
  const isKnown = window.status !== 'future';
  return {
    ...toFigures(other, window),
    window: windowText(window, zone, Math.min(window.period.end, window.end.wall)),
    change: change && isKnown ? toNumber(change) : null,
    relativeChange: relative && isKnown ? toNumber(relative) : null
  };
}

/** Where there is nothing to compare with, or only a time before the first row: what that has (a sum has 0) is told with the reason not to compare. */
function noComparison(kpi: Defined, figure: Figure, context: Context, mode: Compare): Comparison | undefined {
  const {window, zone, working} = context;
  if (mode === 'none' || window.period.start === -Infinity) return undefined;
  const before = comparedWindow(window, mode, zone, working);
  const reason = 'no-comparable-period';
  if (before) {
    const other = {...context, window: before};
    const comparison = compareFigures(figure, evaluate(kpi, other, [before])[0], other);
    return comparison && {...comparison, reason};
  }
  const nothing = {value: null, numerator: null, denominator: null, n: 0, change: null, relativeChange: null, status: window.status};
  return {...nothing, reason, window: {...windowText(window, zone), start: null, end: null}};
}
