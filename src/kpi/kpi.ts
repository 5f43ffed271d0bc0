import type {Table} from '../dataset/column.js';
import {oneOf} from '../dataset/one-of.js';
import type {Window} from '../calendar/window.js';
import type {Term} from './bridge.js';
import type {Point} from './elapsed.js';
import type {Figure} from './figure.js';
import type {Groups} from './groups.js';
import type {Context} from './query.js';
import type {Tally} from './tally.js';

/** What a figure is counted in. Ratios are 0-1, scores −100 to 100; days and seconds are durations. */
export type Unit = 'currency' | 'count' | 'ratio' | 'days' | 'seconds' | 'score';

/** Which way is good. */
export type Direction = 'higher' | 'lower';

/** The values a column may have: `{status: ['won', 'lost']}`. */
export type Where = Readonly<Record<string, string | readonly string[]>>;

/** Rows of a table dated in the window: counted, or a column of theirs summed. */
export interface Part {
  /** Table and date, where they are not the KPI's own. */
  readonly table?: string;
  readonly date?: string;
  readonly where?: Where;
  /** Rows with these values do not count; rows without a value do. */
  readonly except?: Where | undefined;
  /** Only rows whose moment in this column has come by the as-of. */
  readonly reached?: string;
  /** Only rows that have no moment in these columns yet. */
  readonly pending?: readonly string[];
  /** Only rows with a number in these bounds, both included: `{score: [9, 10]}`. */
  readonly range?: Readonly<Record<string, readonly [number, number]>>;
  /** A row without a date of its own is spread evenly over the days between these two. */
  readonly spread?: readonly [string, string];
  /** The rows precede the window by so many months. */
  readonly lag?: 'costLag';
  /** Rows of less than `params.minAmount` do not count; refunds, which are negative, do. */
  readonly isAtLeast?: boolean;
  /** The decimal column to sum; rows are counted without it. */
  readonly sum?: string | undefined;
  /** Rows without a value in this column do not count. */
  readonly has?: string;
}

interface KpiRecord {
  /** Unique, in kebab case: how a page names it and how it is found in a language's dictionary. */
  readonly id: string;
  readonly unit: Unit;
  readonly better: Direction;
  readonly table: string;
  /** The column that dates a row: a row counts in the window this moment falls in. */
  readonly date: string;
  /** The name of the formula the record itself spells out; the other variants say what they change. */
  readonly variant: string;
  /** Rows are followed from their creation on, so a young cohort is still open: it is compared with the older one at equal age. */
  readonly isCohort?: boolean;
  /** Another formula than the default one: targets set for the KPI say nothing of it. */
  readonly isVariant?: boolean;
  /** Of a definition of the page's own: its formulas in words, by variant, as an explanation tells them; of the catalog dictionaries have them. */
  readonly formulas?: Readonly<Record<string, string>>;
}

/** Sum or count of rows dated in the window, or the ratio of two such. Ratios over groups are sums of parts, divided once. */
export interface FlowKpi extends KpiRecord {
  readonly kind: 'flow';
  /** What every part sums unless it says otherwise. */
  readonly sum?: string | undefined;
  readonly numerator: Part;
  /** Taken off the numerator. */
  readonly minus?: Part;
  readonly denominator?: Part;
  /** The ratio is shown times this: a score of −100 to 100 is 100. */
  readonly factor?: number;
  /** The rows that are counted, where they are other ones than the table's. */
  readonly rows?: (table: Table, context: Context) => Table;
  /** With `params.staleAfterDays` rows that count in the denominator as well, once they are so many days old. */
  readonly stale?: Part;
  /** Answers on another scale than the question's: never counted with the others, but reported. */
  readonly offScale?: Part;
  /** Groups with fewer answers are suppressed, so that nobody can be picked out. */
  readonly minGroup?: number;
  /** Divides what is credited to reps by the reps active in the window. A leaderboard of it shows what each rep has. */
  readonly per?: 'rep' | undefined;
  /** Rows of the cohort that are not decided yet; with `isStanding` all that there are at the end of the window, whatever their date. */
  readonly open?: Part & {readonly isStanding?: boolean};
  readonly variants?: Readonly<Record<string, Partial<Omit<FlowKpi, 'id' | 'kind' | 'variants'>>>>;
}

/** Time between two dates of a row; both date-only: calendar days, otherwise elapsed time. */
export interface DurationKpi extends KpiRecord {
  readonly kind: 'duration';
  readonly from: string;
  readonly to: string;
  readonly where: Where;
  readonly except?: Where;
  /** Rows whose end is another than this have only stopped waiting: a lost deal will not be won. */
  readonly event?: Where;
  /** Rows without an end are still waiting, which is not a missing date. */
  readonly isOpenEnded?: boolean;
  /** Where a wait starts, if not at `from`, and what is no part of it. */
  readonly starts?: (table: Table, context: Context) => ((row: number) => Point) | undefined;
  readonly pauses?: (table: Table, context: Context, between: (from: Point, to: Point) => number) => ((row: number) => number) | undefined;
  /** Moments at which a wait ends without what was waited for. */
  readonly censored?: readonly string[];
  /** `km`: the Kaplan-Meier median, which counts those still waiting; `within`: the share of those that took at most `slaSeconds`. */
  readonly statistic: 'median' | 'mean' | 'km' | 'within';
  readonly variants?: Readonly<Record<string, Partial<Omit<DurationKpi, 'id' | 'kind' | 'variants'>>>>;
}

/** A sum of terms of a bridge, each so many times: `{closing: 1, joined: -1}`. */
export type Terms = Readonly<Partial<Record<Term, number>>>;

/** Read from the bridge between an opening and a closing. */
interface BridgedKpi extends KpiRecord {
  /** Customers as heads, or the monthly amounts of their subscriptions. */
  readonly of: 'customers' | 'mrr';
  readonly numerator: Terms;
  /** The numerator counts so many times: a run rate of a year is 12 months. */
  readonly factor?: number;
  /** Only subscriptions of at least so many months. */
  readonly minMonths?: number;
  /** Looks at so many days before the closing instead of the window. */
  readonly days?: number;
  /** The sum of the figures of each day. */
  readonly isDaily?: boolean;
  /** The won deals in the window that make a customer of the opening one who `bought`. */
  readonly buys?: Where;
  /** The deals in which they are looked for, where they are told more of than the table says. */
  readonly deals?: (table: Table) => Table;
}

/** What is alive at a boundary. */
export interface StockKpi extends BridgedKpi {
  readonly kind: 'stock';
  readonly variants?: Readonly<Record<string, Partial<Omit<StockKpi, 'id' | 'kind' | 'variants'>>>>;
}

/** Of those that were there at the opening, what became of them. */
export interface CohortKpi extends BridgedKpi {
  readonly kind: 'cohort';
  readonly denominator: Terms;
  readonly variants?: Readonly<
    Record<string, Partial<Omit<CohortKpi, 'id' | 'kind' | 'variants'>> | (Partial<FlowKpi> & {readonly kind: 'flow'})>
  >;
}

/** Arithmetic over other figures, by name. */
export interface FormulaKpi extends KpiRecord {
  readonly kind: 'formula';
  readonly formula: 'simple' | 'subscription' | 'margin' | 'historic';
  readonly variants?: Readonly<Record<string, Partial<Omit<FormulaKpi, 'id' | 'kind' | 'variants'>>>>;
}

/** A KPI is a record: one definition serves the number, the series, the breakdown and its explanation. */
export type Kpi = FlowKpi | DurationKpi | StockKpi | CohortKpi | FormulaKpi;

export type Needs = readonly [table: string, columns: readonly (string | undefined)[]];

/** Figures, and the numerator and denominator that all of them are made of, where they are made of nothing else. */
export interface Cells {
  readonly figure: (cell: number) => Figure;
  readonly parts: readonly [numerator: Tally, denominator: Tally | undefined] | undefined;
}

/** A record with the code that computes it, which it brings along: who imports one definition gets no other kind. */
export type Defined<K extends Kpi = Kpi> = K & {
  readonly by: {
    /** The columns that it reads, table by table. */
    needs(kpi: Kpi, context: Context): readonly Needs[];
    /** By group and window. */
    figures(kpi: Kpi, context: Context, windows: readonly Window[], groups: Groups): Figure[][];
    /** The same cell by cell (`group * windows + window`), each made when it is looked at, where that is cheaper. */
    cells?(kpi: Kpi, context: Context, windows: readonly Window[], groups: Groups): Cells;
    /** In each window, where the whole is computed in another way than a group of it. */
    whole?(kpi: Kpi, context: Context, windows: readonly Window[]): Figure[] | undefined;
  };
};

/** The KPI with a named variant applied. @throws RangeError `unknown variant of win-rate: x; known are closed, created-cohort, by-amount` */
export function withVariant<K extends Kpi>(kpi: K, variant: string | undefined): K {
  const name = variant ?? kpi.variant;
  if (name === kpi.variant) return kpi;
  const variants: Readonly<Record<string, Partial<Kpi>>> = kpi.variants ?? {};
  oneOf(`variant of ${kpi.id}`, name, [kpi.variant, ...Object.keys(variants)]);
  // A variant is written against the record it changes: together they are one.
  return {...kpi, ...variants[name], variant: name, isVariant: true};
}

/** Whether a figure builds up from nothing over its period. */
export function isSum<K extends Kpi>(kpi: K): kpi is Extract<K, {kind: 'flow'}> {
  return kpi.kind === 'flow' && !kpi.denominator && !kpi.per;
}
