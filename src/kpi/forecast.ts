import {columnOf} from '../dataset/columns-of.js';
import type {Dataset} from '../dataset/dataset.js';
import {DAY} from '../calendar/civil.js';
import {oneOf} from '../dataset/one-of.js';
import {comparedWindow, openWindow} from '../calendar/window.js';
import {evaluate} from './evaluate.js';
import {ExactSums} from './exact-sums.js';
import {decimal, divide, plus, subtract, toNumber} from './fraction.js';
import type {Fraction} from './fraction.js';
import {ALL, IssueLog} from './issue-log.js';
import {isSum, withVariant} from './kpi.js';
import type {Defined, FlowKpi, Kpi} from './kpi.js';
import {resolve} from './query.js';
import {isTelling, progressAt} from './progress.js';
import type {Context, Query} from './query.js';
import {conversion} from './rates.js';
import type {Issue, Reason} from './result.js';
import {scan} from './scan.js';
import {sumOf} from './tally.js';

/**
 * `linear`: the pace so far goes on. `seasonal-naive`: what came after this point of the period a year ago comes again. `pipeline`: the open deals
 * expected to close in the rest of the period, each times its probability.
 */
export type ForecastMethod = 'linear' | 'seasonal-naive' | 'pipeline';

export interface ForecastQuery<K = string | Kpi> extends Query<K> {
  /** Default `linear`. */
  readonly method?: ForecastMethod;
}

export interface Forecast {
  readonly method: ForecastMethod;
  /** What the whole period comes to; null with a reason. */
  readonly value: number | null;
  readonly reason?: Reason;
  /** Of `pipeline`: the expected deals that are left out of it, for want of a probability or an amount. */
  readonly issues?: readonly Issue[];
}

/** What a running period of a sum or a count will come to. A period that is over is what it is. */
export function forecast(dataset: Dataset, query: ForecastQuery<Defined>): Forecast {
  const {method = 'linear'} = query;
  oneOf('forecast method', method, ['linear', 'seasonal-naive', 'pipeline']);
  const kpi = withVariant(query.kpi, query.variant);
  if (!isSum(kpi)) throw new RangeError(`no forecast of ${kpi.id}: it is neither a sum nor a count`);
  const context = resolve(dataset, query);
  const {window} = context;
  const [{value: actual, reason}] = evaluate(kpi, context, [window]);
  if (!actual) return {method, value: null, ...(reason && {reason})};
  if (window.status === 'complete') return {method, value: toNumber(actual)};
  if (window.status === 'future') return {method, value: null, reason: 'not-started'};
  const log = new IssueLog();
  const whole = wholeOf(method, kpi, context, actual, log);
  const issues = log.at(ALL);
  const told = {method, ...(issues.length > 0 && {issues})};
  return typeof whole === 'string' ? {...told, value: null, reason: whole} : {...told, value: toNumber(whole)};
}

/** What the whole period comes to, or why that cannot be told. */
function wholeOf(method: ForecastMethod, kpi: Defined<FlowKpi>, context: Context, actual: Fraction, log: IssueLog): Fraction | Reason {
  const {period, end} = context.window;
  switch (method) {
    case 'linear': {
      const {params, working} = context;
      const progress = progressAt(end.wall, period.start, period.end, working, params.seasonalProfile);
      return (isTelling(progress, params) && divide(actual, progress)) || 'too-early';
    }
    case 'seasonal-naive': {
      const [then, all] = [context.window.status, 'complete' as const].map((status) => {
        const window = comparedWindow({...context.window, status}, 'year-ago', context.zone);
        return window && evaluate(kpi, context, [window])[0];
      });
      return then?.value && all?.value && all.n > 0 ? plus(actual, subtract(all.value, then.value)) : 'no-comparable-period';
    }
    case 'pipeline': {
      const rest = expected(kpi, context, log);
      return typeof rest === 'string' ? rest : plus(actual, rest);
    }
  }
}

/**
 * The open deals whose expected close lies in the rest of the period, each times its probability, or why that cannot be told. One without a
 * probability or an amount is not taken for 0: it is left out and counted, and when that leaves none the sum is none either.
 */
function expected(kpi: FlowKpi, context: Context, log: IssueLog): Fraction | Reason {
  const {dataset, window, zone} = context;
  const deals = dataset.tables.get('deals');
  const isExpected = deals?.columns.get('expectedCloseAt')?.type === 'time';
  const probability = columnOf(deals, 'probability', 'decimal');
  const sum = sumOf(kpi, kpi.numerator);
  const amounts = sum === undefined ? undefined : columnOf(deals, sum, 'decimal');
  if (!deals) return 'missing-table';
  if (!probability || (sum !== undefined && !amounts)) return 'missing-column';
  const rest = openWindow(
    {...window.period, start: Math.floor(window.end.wall / DAY) * DAY},
    {...context.asOf, wall: Infinity, instant: Infinity},
    zone
  );
  const {table, date, each} = scan(context, deals, isExpected ? 'expectedCloseAt' : 'closedAt', {where: {status: 'open'}}, [rest]);
  const money = conversion(table, date, context);
  const sums = new ExactSums(1);
  let [isRated, known] = [true, 0];
  each((row, index) => {
    if (index < 0) return;
    const [units, chance] = [amounts ? amounts.units[row] : 1, probability.units[row]];
    if (Number.isNaN(units)) log.add(ALL, 'missing-amount', row);
    else if (Number.isNaN(chance)) log.add(ALL, 'missing-probability', row);
    else known++;
    if (!(units * chance)) return;
    const factor = sum === 'amount' ? money.factor(row) : 1;
    if (Number.isNaN(factor)) isRated = false;
    else sums.add(0, units, factor * chance);
  });
  if (known === 0 && log.at(ALL).length > 0) return 'missing-column';
  return isRated
    ? decimal(sums.at(0), (amounts?.scale ?? 0) + (sum === 'amount' ? money.scale : 0) + probability.scale)
    : 'missing-fx-rate';
}
