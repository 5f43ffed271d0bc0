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
  const {window} = context;
  const compare = mode ?? 'previous';
  const [figure] = evaluate(kpi, context, [window]);
  const other = earlier(kpi, context, compare);
  // What is not decided yet is not compared.
  const settled = kpi.kind === 'flow' ? {...kpi, open: undefined} : kpi;
  const told = compareFigures(figure, other ? evaluate(settled, other, [other.window])[0] : NOTHING, other ?? context);
  const comparison: Comparison = {
    ...told,
    ...(!(other && hasBegun(kpi, other)) && {reason: 'no-comparable-period'}),
    ...(!other && {window: {...told.window, start: null, end: null}})
  };
  return {
    ...toResult(kpi, figure, window, context),
    ...(compare !== 'none' && window.period.start !== -Infinity && {comparison})
  };
}

export function toResult(kpi: Kpi, figure: Figure, window: Window, {zone, currency}: Context): Result {
  const money = figure.currency ?? currency;
  // What is spread stands last: V8 takes a hundred times as long to add to what was spread, and a ranking has thousands of them.
  return {
    kpi: kpi.id,
    variant: kpi.variant,
    unit: kpi.unit,
    direction: kpi.better,
    window: windowText(window, zone),
    partial: window.status === 'partial',
    excluded: figure.excluded,
    issues: figure.issues,
    ...toFigures(figure, window),
    ...(kpi.unit === 'currency' && money && {currency: money}),
    ...(figure.own && {ownWindow: windowText(figure.own, zone)}),
    ...(figure.open !== undefined && {open: figure.open}),
    ...(figure.parts && {parts: Object.fromEntries(Object.entries(figure.parts).map(([name, part]) => [name, toNumber(part)]))})
  };
}

/** The context of what a figure is compared with; undefined where there is nothing, as before the first row. */
export function compared(kpi: Kpi, context: Context, compare: Compare): Context | undefined {
  const other = earlier(kpi, context, compare);
  return other && hasBegun(kpi, other) ? other : undefined;
}

/** Whether there is a row before the end of a window. Before the first there is nothing to compare with, although a sum has 0 there. */
function hasBegun({table, date: name}: Kpi, {dataset, window}: Context): boolean {
  const date = columnOf(dataset.tables.get(table), name, 'time');
  return !date || datesOf(date).first < window.end.wall;
}

/** The context of a compared window. A cohort is looked at when it was as old as this one is now. */
function earlier(kpi: Kpi, context: Context, compare: Compare): Context | undefined {
  const window = comparedWindow(context.window, compare, context.zone, context.working);
  if (!window || !kpi.isCohort || !Number.isFinite(context.asOf.wall)) return window && {...context, window};
  const {start} = context.window.period;
  const months = monthsBetween(start, context.asOf.wall);
  const wall = add(window.period.start, months, 'month') + context.asOf.wall - add(start, months, 'month');
  const asOf: AsOf = {...atWall(wall, context.zone), today: wall, isDate: false};
  return {...context, asOf, window: {...window, asOf}};
}

const NOTHING: Figure = {n: 0, excluded: [], issues: []};

export function compareFigures(current: Figure, other: Figure, {window, zone}: Context): Comparison {
  const difference = current.value && other.value && subtract(current.value, other.value);
  const size = other.value && {...other.value, over: other.value.over < 0n ? -other.value.over : other.value.over};
  const relative = difference && size && divide(difference, size);
  const isKnown = window.status !== 'future';
  return {
    window: windowText(window, zone, isKnown ? window.end.wall : window.period.end),
    change: changeOf(current, other, {window}),
    relativeChange: relative && isKnown ? toNumber(relative) : null,
    ...toFigures(other, window)
  };
}

/** Null when either has no value, or when what is compared with lies ahead. */
export function changeOf({value}: Figure, other: Figure, {window}: Pick<Context, 'window'>): number | null {
  return value && other.value && window.status !== 'future' ? toNumber(subtract(value, other.value)) : null;
}
