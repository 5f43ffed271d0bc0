import type {Dataset} from '../dataset/dataset.js';
import {findKpi} from './find-kpi.js';
import {forecast as forecastOf} from './forecast.js';
import type {Forecast, ForecastQuery} from './forecast.js';
import type {Defined} from './kpi.js';
import {measureIn} from './measure.js';
import {readParams} from './params.js';
import {resolve} from './query.js';
import type {Only, Query} from './query.js';
import {rank as rankOf, standings as standingsOf} from './rank.js';
import type {Ranked, RankQuery, Standings} from './rank.js';
import {figureRecords as figureRecordsOf, recordsOf as recordsBehind} from './records.js';
import type {Records} from './records.js';
import type {Result} from './result.js';
import {smart as smartOf} from './smart.js';
import type {SmartCheck} from './smart.js';
import {series as seriesOf} from './series.js';
import type {Series, SeriesQuery} from './series.js';
import {seriesBy as seriesByOf} from './series-by.js';
import type {SeriesByQuery, SeriesGroup} from './series-by.js';
import {withTarget} from './target.js';

// The calls as a page makes them: it names a KPI of the catalog, or hands over a record of its own. What they rest on takes a definition.

function defined<Q extends Query>(query: Q): Q & {readonly kpi: Defined} {
  return {...query, kpi: findKpi(query.kpi, query.variant), params: readParams(query.params ?? {})};
}

/**
 * One KPI in one period, with what it is compared with and its target.
 *
 * @throws RangeError for a KPI, variant, parameter, period, zone, date or filter that is not one; never for the data
 */
export function measure(dataset: Dataset, query: Query): Result {
  const {kpi, ...asked} = defined(query);
  const context = resolve(dataset, asked);
  return withTarget(measureIn(context, kpi, asked.compare), kpi, context, asked.target);
}

/**
 * A KPI bucket by bucket, each computed from the rows. The buckets of `all` run from the first to the last dated row.
 *
 * @throws RangeError as `measure` does
 */
export function series(dataset: Dataset, query: SeriesQuery): Series {
  return seriesOf(dataset, defined(query));
}

/**
 * A KPI bucket by bucket for each of the largest five groups, the largest first, and for all others together: of sums by amount, of rates and
 * durations by cases. The others are a figure of their own rows, never a sum or mean of groups; of a formula there is none.
 *
 * @throws RangeError as `measure` does, and for a breakdown that is none
 */
export function seriesBy(dataset: Dataset, query: SeriesByQuery): readonly SeriesGroup[] {
  return seriesByOf(dataset, defined(query));
}

/**
 * A KPI of every rep (or team, region, ...), ranked. Ties are ties of the exact value; inside one, the larger numerator stands first, then the name.
 * A KPI per rep is ranked by what each has, and its total is the sum.
 *
 * @throws RangeError as `measure` does, and for a breakdown that is none
 */
export function rank(dataset: Dataset, query: RankQuery): Ranked {
  return rankOf(dataset, defined(query));
}

/** The same for who shows but a few of its rows. */
export function standings(dataset: Dataset, query: RankQuery): Standings {
  return standingsOf(dataset, defined(query));
}

/**
 * What a running period of a sum or a count will come to. A period that is over is what it is.
 *
 * @throws RangeError as `measure` does, and for a KPI that is neither a sum nor a count, or a method that is none
 */
export function forecast(dataset: Dataset, query: ForecastQuery): Forecast {
  return forecastOf(dataset, defined(query));
}

/**
 * Whether the target of a figure is SMART, criterion by criterion; undefined where there is no target.
 *
 * @throws RangeError as `measure` does
 */
export function smart(dataset: Dataset, query: Query): SmartCheck[] | undefined {
  return smartOf(dataset, defined(query));
}

/**
 * The records that a figure counts, found by going through the data once more: nothing is collected unless asked for. Of a stock they are the
 * customers, of a KPI per rep the active reps divide, of a lifetime value the orders and those who placed them.
 *
 * @throws RangeError as `measure` does
 */
export function recordsOf(dataset: Dataset, query: Query): Records {
  return recordsBehind(dataset, defined(query));
}

/**
 * The records that a figure rests on, as a page lists them: of the one table that its KPI counts.
 *
 * @throws RangeError as `measure` does
 */
export function figureRecords(dataset: Dataset, query: Query): Only {
  return figureRecordsOf(dataset, defined(query));
}
