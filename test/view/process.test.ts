import fc from 'fast-check';
import {expect, it} from 'vitest';
import '../../src/source/at-once.js';
import {createDataset} from '../../src/engine.js';
import {cardView} from '../../src/view/card.js';
import {formatFor} from '../../src/view/format.js';
import {trendView} from '../../src/view/trend.js';

const format = formatFor('en');
const monthOf = (index: number) => new Date(Date.UTC(2026, index, 5)).toISOString().slice(0, 10);
const closed = (id: string, closedAt: string, amount: number, status = 'won') => ({id, status, amount, createdAt: closedAt, closedAt});

/** Whether the last of the months is called routine, by a card of it and by trends of so many months. */
function verdicts(deals: readonly object[], kpi: string, asOf: string, period: string): (boolean | undefined)[] {
  const dataset = createDataset({deals});
  const told = cardView(dataset, {kpi, period, compare: 'previous', asOf}, {}, format).change?.against ?? '';
  const card = told.includes('within normal') ? true : told.includes('outside normal') ? false : undefined;
  const trends = [6, 12, 24].map((months) => {
    const {limits, remarks} = trendView(dataset, {kpi, period: `last-${months}-months`, asOf}, {hasLimits: true}, format);
    return limits.length === 0 ? undefined : !remarks.some(({index, isSignal}) => isSignal && index === months - 1);
  });
  return [card, ...trends];
}

it('a month is routine by its card and by every trend, or by none', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({min: 1, max: 1000}), {freq: 8}), {minLength: 2, maxLength: 40}), (amounts) => {
      const last = amounts.length - 1;
      const deals = amounts.flatMap((amount, index) => (amount === null ? [] : [closed(`${index}`, monthOf(index - last), amount)]));
      const [card, ...trends] = verdicts(deals, 'total-sales', '2026-01-31', '2026-01');
      for (const trend of trends) if (card !== undefined) expect(trend).toBe(card);
    }),
    {numRuns: 80}
  );
});

it('what comes every season is routine, and a season without it is not, in card and trend', () => {
  const seasonal = (december: number) =>
    Array.from({length: 36}, (_, index) =>
      closed(`${index}`, monthOf(index - 35), 100 + ((index * 7) % 5) + (index % 12 === 11 ? 900 : 0))
    ).map((deal, index) => (index === 35 ? {...deal, amount: december} : deal));
  const judged = (december: number) => verdicts(seasonal(december), 'total-sales', '2026-01-31', '2026-01');
  expect(judged(1001)).toEqual([true, true, true, true]);
  expect(judged(100)).toEqual([false, false, false, false]);
});

it('the band of seasons follows the year before', () => {
  const deals = Array.from({length: 36}, (_, index) => closed(`${index}`, monthOf(index - 35), 100 + (index % 12 === 11 ? 900 : 0)));
  const query = {kpi: 'total-sales', period: 'last-12-months', asOf: '2026-01-31'};
  const {limits, legend} = trendView(createDataset({deals}), query, {hasLimits: true}, format);
  expect(limits.map((one) => one?.mean)).toEqual([...Array<number>(11).fill(100), 1000]);
  expect(legend).toContainEqual(['limits', 'normal variation · year on year']);
});
