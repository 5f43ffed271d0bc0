import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Stage} from '../dataset/settings.js';
import {DAY} from '../calendar/civil.js';
import {daysBetween} from './elapsed.js';
import {withEntry} from './first-stage.js';
import {funnelStages, partOf, stagesAsked} from './funnel-query.js';
import type {FunnelQuery} from './funnel-query.js';
import {stageCounts} from './funnel-rows.js';
import type {FunnelRow} from './funnel-rows.js';
import type {Groups} from './groups.js';
import {IssueLog} from './issue-log.js';
import {journeys} from './journey.js';
import {plainDeals} from './plain-deals.js';
import type {Journey} from './journey.js';
import {membership} from './membership.js';
import {resolve} from './query.js';
import type {Context} from './query.js';
import {conversion} from './rates.js';
import type {Issue} from './result.js';
import {rowList} from './row-loops.js';
import {scan} from './scan.js';
import {stageKey} from './stages.js';
import {survivalMedian} from './survival.js';
import {entriesIn} from './throughput.js';

/** What a funnel says of one cohort, or of one group of it. */
export interface Tally {
  readonly rows: readonly FunnelRow[];
  readonly n: number;
  readonly won: number;
  readonly young: number;
  readonly daysToConvert: number | null;
  readonly currency: string | undefined;
  readonly issues: readonly Issue[];
}

/** Follows the deals of one cohort, each group for itself. `visit` is told the stages at which each deal counts. */
export function tally(
  table: Table,
  context: Context,
  query: FunnelQuery,
  groups: Groups,
  visit?: (row: number, stages: readonly Stage[]) => void
): Tally[] {
  const {mode = 'reached', cohortBy, maturity = 0} = query;
  const isCohort = mode !== 'snapshot' && mode !== 'throughput';
  const all = funnelStages(table, stagesAsked(context.dataset, query));
  // Lost is a way out, not a stage.
  const stages = all.filter(({outcome}) => outcome !== 'lost');
  const isByStage = cohortBy === 'first-stage' && isCohort;
  const window = isCohort ? context.window : resolve(context.dataset, {...query, period: 'all'}).window;
  const [loaded, began] = isByStage ? ([withEntry(table, stages[0]?.id ?? ''), 'enteredAt'] as const) : ([table, 'createdAt'] as const);
  const {table: deals, date, each} = scan(context, loaded, began, partOf(query), [window]);
  const entriesOf = mode === 'throughput' ? entriesIn(deals, stages, context.window) : undefined;
  const ways = journeys(deals, stages, context.asOf);
  const known = new Set(all.map(({id}) => stageKey(id)));
  const money = conversion(deals, date, context);
  const amounts = columnOf(deals, 'amount', 'decimal');
  const closed = columnOf(deals, 'closedAt', 'time');
  const members = membership(deals, groups);
  const counts = stageCounts(mode, stages, groups.labels.length);
  const log = new IssueLog();
  const tallies = groups.labels.map(() => ({n: 0, won: 0, young: 0, isRated: amounts !== undefined}));
  const won = groups.labels.map(rowList);

  const count = (group: number, journey: Journey, entered: readonly boolean[], deals: number, units: number, weight: number): void => {
    counts.add(group, journey, entered, deals, units, weight);
    tallies[group].n += deals;
    if (journey.outcome === 'won') tallies[group].won += deals;
  };
  const isTimed = ({outcome}: Journey) => isCohort && (outcome === 'won' || (outcome === 'open' && maturity > 0));
  /** Keeps in mind the won, which took some time, and counts the open that may still come. */
  const time = (row: number, group: number, {outcome}: Journey): void => {
    if (outcome === 'won') won[group].add(row);
    else if (date && context.asOf[date.wall[row] ? 'wall' : 'instant'] - date.ms[row] < maturity * DAY) tallies[group].young++;
  };
  // What a deal brings to its kind is the amount as it stands, at no rate.
  const isPlain = !entriesOf && !visit && !money.isNeeded && members.isSingle;
  const plain = isPlain
    ? plainDeals(ways, members, groups.labels.length, amounts?.units, query.measure === 'amount' ? NaN : 0, isTimed, time)
    : undefined;

  each((row, place) => {
    const [group] = members.of(row);
    if (place < 0) {
      if (!isByStage) log.add(group, 'missing-date', row);
      return;
    }
    const journey = ways.of(row);
    for (const name of journey.unknown) if (!known.has(stageKey(name))) log.add(group, 'unknown-stage', row, name);
    const entered = entriesOf?.(row) ?? journey.entered;
    if ((entriesOf && !entered.includes(true)) || !counts.isIn(journey)) return;
    if (journey.isGuessed) log.add(group, 'lost-stage-unknown', row);
    const units = amounts ? amounts.units[row] : NaN;
    // What stands there now is money of now.
    const factor = mode === 'snapshot' ? money.factorAt(row, context.asOf) : money.factor(row);
    if (Number.isNaN(units)) {
      if (query.measure === 'amount') log.add(group, 'missing-amount', row);
    } else if (Number.isNaN(factor)) tallies[group].isRated = false;
    count(group, journey, entered, 1, units, factor);
    if (isTimed(journey)) time(row, group, journey);
    visit?.(
      row,
      stages.filter((_, stage) => counts.isAt(stage, journey, entered))
    );
  }, plain?.take);
  plain?.each((group, journey, deals, units) => {
    if (counts.isIn(journey)) count(group, journey, journey.entered, deals, units, 1);
  });

  const scale = (amounts?.scale ?? 0) + money.scale;
  return tallies.map(({isRated, ...own}, group) => ({
    ...own,
    rows: counts.rows(group, scale, isRated),
    issues: log.at(group),
    currency: money.currency,
    daysToConvert: (closed && date && survivalMedian(daysBetween(won[group].rows(), date, closed, context.zone), [])) ?? null
  }));
}
