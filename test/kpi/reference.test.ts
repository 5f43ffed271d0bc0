import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank, series} from '../../src/engine.js';
import type {Query, Result} from '../../src/engine.js';

// The definitions once more, as plainly as they can be put: rows in, filtered and counted one by one on the clock of the zone, with no thought of speed.

const zone = 'Europe/Stockholm';
const DAY = 86_400_000;
const clock = new Intl.DateTimeFormat('sv-SE', {timeZone: zone, dateStyle: 'short', timeStyle: 'medium'});

/** What the clock on the wall shows, as text that sorts: of a date its midnight. */
const wall = (text: string) => (text.length === 10 ? `${text} 00:00:00` : clock.format(new Date(text)));
const daysAfter = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const monthsAfter = (date: string, months: number) => {
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};
/** The instant of a moment: of a date its midnight in the zone. */
const instant = (text: string): number => {
  if (text.length > 10) return Date.parse(text);
  const found = [0, 1, 2].map((hours) => Date.parse(text) - hours * 3_600_000).find((ms) => clock.format(ms) === wall(text));
  if (found === undefined) throw new Error(`no midnight on ${text}`);
  return found;
};
const lasted = (from: string, to: string) =>
  from.length === 10 && to.length === 10 ? Date.parse(to) - Date.parse(from) : instant(to) - instant(from);

/** A day of 2025, or an instant in it. */
const moment = (least = 0, most = 360) =>
  fc
    .tuple(fc.integer({min: least, max: most}), fc.constantFrom('', '', 'T00:30:00Z', 'T22:30:00Z', 'T23:30:00-03:30', 'T12:00:00+12:45'))
    .map(([day, time]) => daysAfter('2025-01-01', day) + time);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, {nil: null, freq: 2});
const rowsOf = <T extends object>(row: fc.Arbitrary<T>, maxLength = 25) =>
  fc.array(row, {maxLength}).map((all) => all.map((one, index) => ({id: `r${index}`, ...one})));

/** A month or quarter of 2025 and the day it is looked at, whose end is meant. */
const asked = fc
  .record({first: fc.integer({min: 1, max: 9}), months: fc.constantFrom(1, 3), asOf: fc.integer({min: 100, max: 364})})
  .map(({first, months, asOf: day}) => {
    const start = monthsAfter('2025-01-01', first);
    const end = monthsAfter(start, months);
    const until = daysAfter('2025-01-01', day + 1);
    return {start, end, until, last: until < end ? until : end, asOf: daysAfter('2025-01-01', day)};
  })
  .filter(({start, until}) => start < until);
type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never;

const isIn = (text: string | null, start: string, end: string) => text !== null && wall(text) >= wall(start) && wall(text) < wall(end);
const query = ({start, end, asOf}: Asked, more: Partial<Query> & {kpi: string}): Query => ({
  period: {start, end},
  asOf,
  timeZone: zone,
  compare: 'none',
  ...more
});

/** Numerator and denominator are what they should be, and the value is their quotient or nothing. */
function expectRatio({value, numerator, denominator, reason}: Result, over: number, under: number): void {
  expect([numerator, denominator]).toEqual([over, under]);
  if (under > 0) expect(value).toBeCloseTo(over / under, 10);
  else expect([value, reason]).toEqual([null, 'empty-denominator']);
}
const holds = <T>(arbitrary: fc.Arbitrary<T>, test: (given: T, period: Asked) => void): void => {
  fc.assert(
    fc.property(arbitrary, asked, (given, period) => {
      test(given, period);
    }),
    {numRuns: 150}
  );
};
const sumOf = <T>(rows: readonly T[], amount: (row: T) => number) => rows.reduce((sum, row) => sum + amount(row), 0);

describe('customers', () => {
  const stretch = fc.record({from: moment(), to: maybe(moment())}).filter(({from, to}) => to === null || wall(from) < wall(to));
  const customers = rowsOf(
    fc.oneof(
      fc.record({periods: fc.array(stretch, {minLength: 1, maxLength: 3})}),
      stretch.map(({from, to}) => ({startedAt: from, endedAt: to, periods: [] as {from: string; to: string | null}[]}))
    )
  );
  type Customer = (typeof customers extends fc.Arbitrary<infer C> ? C : never)[number];
  const stretches = (one: Customer) => ('startedAt' in one ? [{from: one.startedAt, to: one.endedAt}] : one.periods);
  /** In stock just before a moment. */
  const isAt = (boundary: string) => (one: Customer) =>
    stretches(one).some(({from, to}) => wall(from) < wall(boundary) && (to === null || wall(to) >= wall(boundary)));
  const isNewIn = (start: string, end: string) => (one: Customer) =>
    stretches(one).every(({from}) => wall(from) >= wall(start)) && stretches(one).some(({from}) => isIn(from, start, end));
  const hasEndIn = (start: string, end: string) => (one: Customer) => stretches(one).some(({to}) => isIn(to, start, end));

  it('are kept and lost as defined', () => {
    holds(customers, (all, period) => {
      const {start, last} = period;
      const dataset = createDataset({customers: all});
      const ask = (kpi: string, variant?: string) => measure(dataset, query(period, {kpi, variant}));
      const [opening, closing] = [all.filter(isAt(start)), all.filter(isAt(last))];
      const kept = opening.filter(isAt(last)).length;
      const joined = all.filter(isNewIn(start, last)).length;
      expectRatio(ask('customer-retention-rate'), kept, opening.length);
      expectRatio(ask('customer-retention-rate', 'headcount'), closing.length - joined, opening.length);
      expectRatio(ask('customer-churn-rate'), opening.length - kept, opening.length);
      expectRatio(ask('customer-churn-rate', 'net'), opening.length - closing.length, opening.length);
      const gone = all.filter(hasEndIn(start, last)).filter((one) => !isAt(last)(one)).length;
      expectRatio(ask('customer-churn-rate', 'incl-new'), gone, opening.length + joined);
      const before = all.filter(isAt(daysAfter(last, -30)));
      expectRatio(ask('customer-churn-rate', 'rolling-30d'), before.filter((one) => !isAt(last)(one)).length, before.length);
      let [daily, days] = [0, 0];
      for (let day = start; day < last; day = daysAfter(day, 1)) {
        const there = all.filter(isAt(day));
        if (there.length > 0)
          [daily, days] = [daily + there.filter((one) => !isAt(daysAfter(day, 1))(one)).length / there.length, days + 1];
      }
      const {value} = ask('customer-churn-rate', 'sum-of-daily');
      if (days > 0) expect(value).toBeCloseTo(daily, 9);
      else expect(value).toBeNull();
    });
  });

  it('cost what was spent on them', () => {
    const costs = rowsOf(
      fc.record({
        category: fc.constantFrom('sales', 'marketing', 'overhead', 'product'),
        amount: fc.integer({min: 1, max: 90_000}).map((cents) => cents / 100),
        at: maybe(moment()),
        from: fc.integer({min: 0, max: 300}).map((day) => daysAfter('2025-01-01', day)),
        days: fc.integer({min: 1, max: 200})
      })
    ).map((all) => all.map(({days, ...one}) => ({...one, to: daysAfter(one.from, days), days})));
    holds(fc.tuple(customers, costs, fc.constantFrom(0, 1, 3)), ([all, spent, costLag], period) => {
      const dataset = createDataset({customers: all, costs: spent.map(({days: _, ...one}) => one)});
      const [start, end] = [period.start, period.end].map((bound) => monthsAfter(bound, -costLag));
      const last = period.until < end ? period.until : end;
      const sums = (categories: readonly string[]) =>
        sumOf(
          spent.filter(({category}) => categories.includes(category)),
          ({at, amount, from, days}) => {
            const those = Array.from({length: days}, (_, day) => daysAfter(from, day)).filter((day) => day >= start && day < last);
            return at === null ? (amount * those.length) / days : isIn(at, start, last) ? amount : 0;
          }
        );
      const joined = all.filter(isNewIn(period.start, period.last)).length;
      for (const [variant, categories] of [
        ['default', ['sales', 'marketing']],
        ['fullyLoaded', ['sales', 'marketing', 'overhead']]
      ] as const) {
        const told = measure(dataset, query(period, {kpi: 'customer-acquisition-cost', variant, params: {costLag}}));
        expect(told.denominator).toBe(joined);
        expect(told.numerator).toBeCloseTo(sums(categories), 6);
        if (joined > 0) expect(told.value).toBeCloseTo(sums(categories) / joined, 6);
        else expect(told.value).toBeNull();
      }
    });
  });

  it('buy more', () => {
    const deals = rowsOf(
      fc.record({
        customerId: fc.constantFrom('r0', 'r1', 'r2', 'r3', 'r4', 'x'),
        type: fc.constantFrom('new', 'upsell', 'cross-sell', 'renewal'),
        status: fc.constantFrom('won', 'won', 'lost', 'open'),
        amount: fc.integer({min: 1, max: 900}),
        createdAt: moment(),
        closedAt: moment()
      })
    );
    holds(fc.tuple(customers, deals), ([all, sold], period) => {
      const {start, last, until} = period;
      const dataset = createDataset({customers: all, deals: sold});
      const opening = all.filter(isAt(start));
      const isWon = ({status, closedAt}: (typeof sold)[number]) => status === 'won' && wall(closedAt) < wall(until);
      for (const [kpi, types] of [
        ['upsell-rate', ['upsell']],
        ['cross-sell-rate', ['cross-sell']],
        ['expansion-rate', ['upsell', 'cross-sell']]
      ] as const) {
        const those = sold.filter(({type}) => (types as readonly string[]).includes(type));
        const won = sold.filter((deal) => isWon(deal) && isIn(deal.closedAt, start, last));
        const buyers = opening.filter(({id}) => won.some((deal) => deal.customerId === id && those.includes(deal)));
        const ask = (variant?: string) => measure(dataset, query(period, {kpi, variant}));
        expectRatio(ask(), buyers.length, opening.length);
        const offered = those.filter(({createdAt}) => isIn(createdAt, start, last));
        expectRatio(ask('offers'), offered.filter(isWon).length, offered.length);
        expectRatio(
          ask('revenue'),
          sumOf(
            won.filter((deal) => those.includes(deal)),
            ({amount}) => amount
          ),
          sumOf(won, ({amount}) => amount)
        );
      }
    });
  });
});

it('recurring revenue moves as defined', () => {
  const subscriptions = rowsOf(
    fc
      .record({
        customerId: fc.constantFrom('A', 'B', 'C', 'D'),
        amount: fc.integer({min: 1, max: 400}).map((units) => units * 6),
        interval: fc.constantFrom('month', 'quarter', 'year', 'week', 'once'),
        intervalCount: fc.constantFrom(1, 2, 3),
        status: fc.constantFrom('active', 'active', 'past_due', 'trialing', 'paused', 'unpaid'),
        startedAt: moment(0, 300),
        endedAt: maybe(moment())
      })
      .filter(({startedAt, endedAt}) => endedAt === null || wall(startedAt) < wall(endedAt)),
    14
  );
  holds(subscriptions, (all, period) => {
    const {start, last} = period;
    const counted = all.filter(({status, interval}) => ['active', 'past_due'].includes(status) && interval !== 'once');
    const ofCustomer = (id: string) => counted.filter(({customerId}) => customerId === id);
    const monthly = ({amount, interval, intervalCount}: (typeof all)[number]) =>
      (amount * {month: 12, quarter: 4, year: 1, week: 52, once: 0}[interval]) / intervalCount / 12;
    const at = (id: string, boundary: string) =>
      sumOf(
        ofCustomer(id).filter(
          ({startedAt, endedAt}) => wall(startedAt) < wall(boundary) && (endedAt === null || wall(endedAt) >= wall(boundary))
        ),
        monthly
      );
    const total = {opening: 0, closing: 0, new: 0, reactivation: 0, expansion: 0, contraction: 0, churn: 0};
    for (const id of ['A', 'B', 'C', 'D']) {
      const [before, after] = [at(id, start), at(id, last)];
      const isOld = ofCustomer(id).some(({startedAt}) => wall(startedAt) < wall(start));
      total.opening += before;
      total.closing += after;
      if (before === 0) total[isOld ? 'reactivation' : 'new'] += after;
      else if (after === 0) total.churn += before;
      else total[after > before ? 'expansion' : 'contraction'] += Math.abs(after - before);
    }
    const dataset = createDataset({subscriptions: all});
    const ask = (kpi: string, variant?: string) => measure(dataset, query(period, {kpi, variant}));
    const {value, parts} = ask('mrr');
    expect(value).toBeCloseTo(total.closing, 8);
    for (const [term, amount] of Object.entries(total)) expect(parts?.[term] ?? 0).toBeCloseTo(amount, 8);
    expect(ask('arr').value).toBeCloseTo(12 * total.closing, 7);
    const {opening, expansion, contraction, churn, reactivation} = total;
    for (const [kpi, variant, over] of [
      ['net-revenue-retention', undefined, opening + expansion - contraction - churn],
      ['gross-revenue-retention', undefined, opening - contraction - churn],
      ['gross-mrr-churn-rate', undefined, contraction + churn],
      ['net-mrr-churn-rate', undefined, contraction + churn - expansion],
      ['net-mrr-churn-rate', 'chartmogul', contraction + churn - expansion - reactivation]
    ] as const) {
      const rate = ask(kpi, variant).value;
      if (opening > 0) expect(rate).toBeCloseTo(over / opening, 9);
      else expect(rate).toBeNull();
    }
  });
});

it('leads convert and are answered as defined', () => {
  const leads = rowsOf(
    fc.record({
      createdAt: moment(),
      convertedAt: maybe(moment()),
      disqualifiedAt: maybe(moment()),
      excluded: fc.constantFrom(false, false, true),
      firstResponseAt: maybe(moment())
    })
  );
  holds(fc.tuple(leads, fc.constantFrom(undefined, 10, 90)), ([all, conversionWindow], period) => {
    const {start, last, until, asOf} = period;
    const dataset = createDataset({leads: all});
    const ask = (kpi: string, variant?: string, params = {}) =>
      measure(dataset, query(period, {kpi, variant, params: {...(conversionWindow !== undefined && {conversionWindow}), ...params}}));
    const hasCome = (text: string | null) => text !== null && wall(text) < wall(until);
    const kept = all.filter(({excluded}) => !excluded);
    const cohort = kept.filter(({createdAt}) => isIn(createdAt, start, last));
    const inTime = ({createdAt, convertedAt}: (typeof all)[number]) =>
      conversionWindow === undefined || lasted(createdAt, convertedAt ?? '') <= conversionWindow * DAY;
    const converted = cohort.filter((lead) => hasCome(lead.convertedAt) && inTime(lead));
    expect(ask('new-leads').value).toBe(cohort.length);
    expectRatio(ask('lead-conversion-rate'), converted.length, cohort.length);
    const qualified = ({disqualifiedAt}: (typeof all)[number]) => !hasCome(disqualifiedAt);
    expectRatio(ask('lead-conversion-rate', 'qualified-only'), converted.filter(qualified).length, cohort.filter(qualified).length);
    expectRatio(
      ask('lead-conversion-rate', 'period', {conversionWindow: undefined}),
      kept.filter(({convertedAt}) => isIn(convertedAt, start, last)).length,
      cohort.length
    );

    const end = daysAfter(asOf, 1);
    const waits = cohort.map(({createdAt, firstResponseAt, disqualifiedAt}) => {
      const answered = hasCome(firstResponseAt) ? lasted(createdAt, firstResponseAt ?? '') : NaN;
      const left = hasCome(disqualifiedAt) ? lasted(createdAt, disqualifiedAt ?? '') : NaN;
      const age = lasted(createdAt, createdAt.length === 10 ? end : new Date(instant(end)).toISOString());
      return {answered, waited: left >= 0 ? Math.min(left, age) : age};
    });
    const valid = waits.filter(({answered}) => !(answered < 0));
    const events = valid.flatMap(({answered}) => (answered >= 0 ? answered : []));
    const waiting = valid.flatMap(({answered, waited}) => (answered >= 0 ? [] : waited));
    // S as an exact fraction.
    let [over, under, median] = [1n, 1n, null as number | null];
    const times = [...new Set(events)].sort((a, b) => a - b);
    for (const [index, time] of times.entries()) {
      const atRisk = [...events, ...waiting].filter((ms) => ms >= time).length;
      const ended = events.filter((ms) => ms === time).length;
      [over, under] = [over * BigInt(atRisk - ended), under * BigInt(atRisk)];
      if (2n * over === under) median = index + 1 < times.length ? (time + times[index + 1]) / 2 : time;
      if (2n * over <= under) {
        median ??= time;
        break;
      }
    }
    const told = ask('lead-response-time');
    expect([told.n, told.open]).toEqual([valid.length, waiting.length]);
    if (median === null) expect(told.value).toBeNull();
    else expect(told.value).toBeCloseTo(median / 1000, 6);
  });
});

it('orders bring and average what is defined', () => {
  const orders = rowsOf(
    fc
      .record({
        customerId: fc.constantFrom('A', 'B', 'C'),
        amount: fc.option(fc.integer({min: -100, max: 90_000}).map((cents) => cents / 100)),
        status: fc.constantFrom('completed', 'completed', 'cancelled', null),
        isRefund: fc.constantFrom(false, false, true),
        refundOf: fc.constantFrom('r0', 'r1', 'r2', null),
        orderedAt: moment()
      })
      .map(({isRefund, refundOf, ...one}) => ({...one, kind: isRefund ? 'refund' : 'order', refundOf: isRefund ? refundOf : null}))
  );
  holds(fc.tuple(orders, fc.constantFrom(undefined, 100)), ([given, minAmount], period) => {
    const {start, last, until} = period;
    const dataset = createDataset({orders: given});
    // A refund is taken off whatever its sign.
    const all = given.map((one) => (one.kind === 'refund' && (one.amount ?? 0) > 0 ? {...one, amount: -(one.amount ?? 0)} : one));
    const ask = (kpi: string, variant?: string, params = {}) => measure(dataset, query(period, {kpi, variant, params}));
    const cents = ({amount}: (typeof all)[number]) => Math.round((amount ?? 0) * 100);
    const done = all.filter(({status}) => status !== 'cancelled');
    const those = done.filter(({orderedAt}) => isIn(orderedAt, start, last));
    const isOrder = ({kind}: (typeof all)[number]) => kind === 'order';
    expect(ask('revenue').value).toBe(sumOf(those, cents) / 100);
    expect(ask('revenue', 'gross').value).toBe(sumOf(those.filter(isOrder), cents) / 100);
    const originalOf = (one: (typeof all)[number]) => all.find(({id}) => id === one.refundOf)?.orderedAt ?? one.orderedAt;
    const byOrder = done.filter((one) => isIn(originalOf(one), start, last) && wall(one.orderedAt) < wall(until));
    expect(ask('revenue', 'refund-by-order-date').value).toBe(sumOf(byOrder, cents) / 100);
    const isLarge = ({amount}: (typeof all)[number]) => amount !== null && !(amount >= 0 && amount < (minAmount ?? 0));
    const large = those.filter(isLarge);
    const params = minAmount === undefined ? {} : {minAmount};
    const average = (variant: string, counted: typeof all) => {
      const {value, denominator} = ask('average-purchase-value', variant, params);
      const buys = large.filter(isOrder).length;
      expect(denominator).toBe(buys);
      if (buys > 0) expect(value).toBeCloseTo(sumOf(counted, cents) / buys / 100, 9);
      else expect(value).toBeNull();
    };
    average('orders', large.filter(isOrder));
    average('net-of-refunds', large);

    const year = done.filter(({orderedAt}) => isIn(orderedAt, `2024-${last.slice(5)}`, last));
    const buyers = new Set(year.filter((one) => isOrder(one) && one.amount !== null).map(({customerId}) => customerId)).size;
    const {value, denominator} = ask('customer-lifetime-value', 'simple', {retentionYears: 2.5});
    expect(denominator).toBe(buyers);
    if (buyers > 0) expect(value).toBeCloseTo((sumOf(year, cents) * 2.5) / buyers / 100, 8);
    else expect(value).toBeNull();
  });
});

it('activities count once in all, and once for each who took part', () => {
  const activities = rowsOf(
    fc.record({
      type: fc.constantFrom('call', 'mail', 'meeting'),
      status: fc.constantFrom('done', 'done', 'planned'),
      automated: fc.constantFrom(false, false, true, null),
      repIds: fc.array(fc.constantFrom('A', 'B', 'C'), {maxLength: 3}),
      at: maybe(moment())
    })
  );
  holds(fc.tuple(activities, fc.constantFrom('', 'A', 'B')), ([all, rep], period) => {
    const {start, last} = period;
    const dataset = createDataset({activities: all, reps: ['A', 'B', 'C'].map((id) => ({id}))});
    const done = all.filter(({status, automated, at}) => status === 'done' && automated !== true && isIn(at, start, last));
    const kpi = 'sales-activities';
    const {rows, unassigned, total} = rank(dataset, query(period, {kpi}));
    expect(total.value).toBe(done.length);
    for (const {id, value} of rows) expect(value).toBe(done.filter(({repIds}) => repIds.includes(id as 'A')).length);
    expect(unassigned.value).toBe(done.filter(({repIds}) => repIds.length === 0).length);
    if (rep) {
      const filtered = measure(dataset, query(period, {kpi, filter: {rep}}));
      expect(filtered.value).toBe(done.filter(({repIds}) => repIds.includes(rep as 'A')).length);
    }
  });
});

it('answers are scored by the latest of each respondent and wave, and small groups are kept back', () => {
  const surveys = rowsOf(
    fc.record({
      respondentId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', null),
      wave: fc.constantFrom('spring', 'autumn'),
      team: fc.constantFrom('North', 'South'),
      question: fc.constantFrom('enps', 'enps', 'csat'),
      score: fc.integer({min: 0, max: 10}),
      respondedAt: fc.integer({min: 0, max: 360}).map((day) => daysAfter('2025-01-01', day))
    }),
    40
  ).map((all) => all.filter(({respondedAt}, place) => all.findIndex((other) => other.respondedAt === respondedAt) === place));
  holds(surveys, (all, period) => {
    const {start, last, until} = period;
    const dataset = createDataset({surveys: all});
    const known = all.filter(({respondedAt}) => respondedAt < until);
    const latest = known.filter(
      (one) =>
        one.respondentId === null ||
        !known.some(
          (other) =>
            other.respondentId === one.respondentId &&
            other.wave === one.wave &&
            other.question === one.question &&
            other.respondedAt > one.respondedAt
        )
    );
    const those = (question: string, least: number, most: number) =>
      latest.filter((one) => one.question === question && isIn(one.respondedAt, start, last) && one.score >= least && one.score <= most);
    const ask = (variant: string) => measure(dataset, query(period, {kpi: 'employee-satisfaction', variant}));
    const check = (variant: string, answers: number, value: number) => {
      const told = ask(variant);
      if (answers >= 5) expect(told.value).toBeCloseTo(value, 9);
      else expect([told.value, told.reason]).toEqual([null, answers > 0 ? 'suppressed-small-group' : 'empty-denominator']);
    };
    const enps = those('enps', 0, 10).length;
    check('enps', enps, (100 * (those('enps', 9, 10).length - those('enps', 0, 6).length)) / enps);
    const csat = those('csat', 1, 5);
    check('csat', csat.length, those('csat', 4, 5).length / csat.length);
    const meant = all.some(({question}) => question === 'csat') ? csat : those('enps', 0, 10);
    check('mean', meant.length, sumOf(meant, ({score}) => score) / meant.length);
  });
});

it('cycles last as defined', () => {
  const deals = rowsOf(
    fc.record({
      status: fc.constantFrom('won', 'won', 'lost', 'open'),
      createdAt: moment(0, 200),
      closedAt: moment(0, 364),
      amount: fc.constant(1)
    })
  );
  holds(fc.tuple(deals, fc.constantFrom<('won' | 'lost' | 'closed')[]>('won', 'lost', 'closed')), ([all, population], period) => {
    const {start, last} = period;
    const dataset = createDataset({deals: all});
    const wanted = population === 'closed' ? ['won', 'lost'] : [population];
    const times = all
      .filter(({status, closedAt}) => wanted.includes(status) && isIn(closedAt, start, last))
      .map(({createdAt, closedAt}) => lasted(createdAt, closedAt) / DAY);
    const valid = times.filter((days) => days >= 0).sort((a, b) => a - b);
    const ask = (variant: string) => measure(dataset, query(period, {kpi: 'sales-cycle-length', variant, params: {population}}));
    const [median, mean] = [ask('median'), ask('mean')];
    expect([median.n, median.excluded.length]).toEqual([valid.length, times.length - valid.length]);
    if (valid.length === 0) expect([median.value, mean.value]).toEqual([null, null]);
    else {
      expect(median.value).toBeCloseTo((valid[(valid.length - 1) >> 1] + valid[valid.length >> 1]) / 2, 9);
      expect(mean.value).toBeCloseTo(sumOf(valid, (days) => days) / valid.length, 9);
    }
  });
});

it('buckets of whatever can be cut are what each is by itself', () => {
  const deals = rowsOf(
    fc.record({
      status: fc.constantFrom('won', 'lost', 'open'),
      createdAt: moment(),
      closedAt: moment(),
      amount: fc.integer({min: -9, max: 99})
    })
  );
  holds(
    fc.tuple(deals, fc.constantFrom('week', 'month'), fc.constantFrom('total-sales', 'win-rate', 'sales-cycle-length')),
    (given, period) => {
      const [all, grain, kpi] = given;
      const dataset = createDataset({deals: all});
      for (const {window, value, numerator} of series(dataset, {...query(period, {kpi}), grain}).buckets) {
        const alone = measure(dataset, {...query(period, {kpi}), period: {start: window.start ?? '', end: window.end ?? ''}});
        expect([value, numerator]).toEqual([alone.value, alone.numerator]);
      }
    }
  );
});
