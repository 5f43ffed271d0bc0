import type {Table} from '../dataset/column.js';
import type {Dataset} from '../dataset/dataset.js';
import {oneOf} from '../dataset/one-of.js';
import {quotient} from './figure.js';
import type {Figure} from './figure.js';
import {fraction} from './fraction.js';
import {followed, scopeOf, stagesAsked} from './funnel-query.js';
import type {FunnelMode, FunnelQuery} from './funnel-query.js';
import {FUNNEL_MODES} from './funnel-rows.js';
import type {FunnelRow} from './funnel-rows.js';
import {tally} from './funnel-tally.js';
import type {Tally} from './funnel-tally.js';
import {whole} from './groups.js';
import type {Groups} from './groups.js';
import type {Kpi} from './kpi.js';
import {compareFigures, compared, toResult} from './measure.js';
import {resolve} from './query.js';
import type {Context} from './query.js';
import type {Result} from './result.js';

export interface Funnel extends Result {
  readonly mode: FunnelMode;
  readonly rows: readonly FunnelRow[];
  /** Nothing named the order of the stages; it was told from their words. */
  readonly isOrderGuessed: boolean;
  /** Median days from the creation of the won to their closing; the open may take longer. Null without any, and of a snapshot or throughput. */
  readonly daysToConvert: number | null;
  /** Open deals that had fewer days than `maturity`: with them the funnel is provisional. */
  readonly young: number;
  /** The stages of the cohort compared with. */
  readonly earlier?: readonly FunnelRow[];
}

/**
 * How far the deals created in the period came. Its value is won over created.
 *
 * @throws RangeError for a mode, period, zone, date or filter that is not one
 */
export function funnel(dataset: Dataset, query: FunnelQuery): Funnel {
  return funnelsIn(dataset, query, () => whole)[0];
}

/** One for each group, all of one look at the deals. */
export function funnelsIn(given: Dataset, query: FunnelQuery, groupsIn: (table: Table, context: Context) => Groups): Funnel[] {
  const {mode = 'reached', cohortBy = 'created', table: name = 'deals', compare = 'none'} = query;
  oneOf('funnel mode', mode, FUNNEL_MODES);
  oneOf('cohort', cohortBy, ['created', 'first-stage']);
  oneOf('table of a funnel', name, ['deals', 'leads']);
  const dataset = followed(given, query);
  const context = resolve(dataset, scopeOf(query));
  const isCohort = mode !== 'snapshot' && mode !== 'throughput';
  const kpi: Kpi = {
    kind: 'flow',
    id: 'funnel',
    unit: 'ratio',
    better: 'higher',
    table: 'deals',
    date: 'createdAt',
    variant: mode,
    numerator: {},
    isCohort
  };
  const deals = dataset.tables.get('deals') ?? {name: 'deals', length: 0, columns: new Map()};
  const groups = groupsIn(deals, context);
  const tallies = tally(deals, context, query, groups);
  const other = compared(kpi, context, compare);
  const earlier = other && tally(deals, other, query, groups);
  const lacking = !dataset.tables.has('deals')
    ? 'missing-table'
    : deals.length === 0 && given.rows[name]?.read
      ? 'no-readable-rows'
      : undefined;
  return tallies.map(({rows, won, n, issues, currency, ...rest}, group) => {
    const figureOf = ({won: wins, n: all}: Pick<Tally, 'won' | 'n'>) => {
      const share = quotient(fraction(wins), fraction(all));
      return {...share, ...(!isCohort && {value: undefined, reason: 'empty-denominator' as const}), n: all};
    };
    const figure: Figure = lacking
      ? {n: 0, reason: lacking, excluded: [], issues: [{code: lacking, names: [name]}]}
      : {...figureOf({won, n}), excluded: [], issues};
    const before = earlier?.[group];
    const comparison = other && before && isCohort && compareFigures(figure, {...figure, ...figureOf(before)}, other);
    return {
      ...toResult(kpi, figure, context.window, context),
      ...(comparison && {comparison}),
      ...(currency !== undefined && {currency}),
      ...(before && {earlier: before.rows}),
      mode,
      isOrderGuessed: !stagesAsked(dataset, query),
      rows,
      ...rest
    };
  });
}
