import fc from 'fast-check';
import {expect, it} from 'vitest';
import '../../src/source/at-once.js';
import {createDataset, measure} from '../../src/engine.js';
import {formatFor} from '../../src/view/format.js';
import {leaderboardView} from '../../src/view/leaderboard.js';

const query = {kpi: 'sales-per-rep', period: '2026-Q4', asOf: '2026-12-31'};
const reps = [
  {id: 'r1', name: 'Rep 01', team: 'A', region: 'North', manager: 'Rep 02'},
  {id: 'r2', name: 'Rep 02', team: 'A', region: '', manager: ''}
];

it('a leaderboard has in rows and unassigned what the card has, whatever the data', () => {
  const deal = fc.record({
    ownerId: fc.constantFrom('', 'r1', 'r2', 'somebody else'),
    cents: fc.integer({min: 0, max: 1e9}),
    status: fc.constantFrom('won', 'lost', 'open')
  });
  fc.assert(
    fc.property(fc.array(deal, {maxLength: 40}), fc.constantFrom('rep', 'team', 'region', 'manager'), (drawn, by) => {
      const deals = drawn.map(({cents, ...rest}, id) => ({
        ...rest,
        id: String(id),
        amount: cents / 100,
        createdAt: '2026-10-01',
        closedAt: '2026-11-10'
      }));
      const dataset = createDataset({deals, reps});
      const {table, total} = leaderboardView(dataset, {...query, by}, {top: 10, bottom: 0, sort: 'value', mask: false}, formatFor('en'));
      const inCents = (value: number | null) => Math.round((value ?? 0) * 100);
      const sum = table.rows.slice(0, -1).reduce((so, [, , value]) => so + inCents(value), 0);
      expect(sum).toBe(inCents(measure(dataset, {...query, kpi: 'total-sales'}).value));
      expect(total.isWarning).toBe(false);
    }),
    {numRuns: 200}
  );
});
