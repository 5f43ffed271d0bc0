import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, rank} from '../../src/engine.js';
import {standings} from '../../src/kpi/named.js';

/** Deals of one rep: few enough for many reps to have the same share, and amounts that doubles can hardly tell apart. */
const work = fc.record({
  won: fc.integer({min: 0, max: 12}),
  lost: fc.integer({min: 0, max: 6}),
  amount: fc.constantFrom('0.10', '0.20', '0.30', '9999999999999.97', '9999999999999.98', '9999999999999.99')
});

const datasetOf = (reps: readonly {won: number; lost: number; amount: string}[], quotas: readonly number[] = []) =>
  createDataset({
    reps: reps.map((_, rep) => ({id: `r${rep}`, name: `Rep ${(rep * 7) % 5}`})),
    deals: reps.flatMap(({won, lost, amount}, rep) =>
      Array.from({length: won + lost}, (_, index) => ({
        id: `${rep}-${index}`,
        ownerId: `r${rep}`,
        amount,
        status: index < won ? 'won' : 'lost',
        createdAt: '2026-03-02',
        closedAt: '2026-03-10'
      }))
    ),
    targets: quotas.map((value, rep) => ({repId: `r${rep}`, kpi: 'total-sales', value, start: '2026-03-01', end: '2026-04-01'})),
    settings: {asOf: '2026-03-20', currency: 'SEK'}
  });

const units = (amount: string) => {
  const [whole, cents = ''] = amount.split('.');
  return BigInt(whole + cents.padEnd(2, '0'));
};

describe('a ranking, whoever sold what', () => {
  it.each(['total-sales', 'win-rate'])('has the places that whole numbers tell: %s', (kpi) => {
    fc.assert(
      fc.property(fc.array(work, {maxLength: 40}), (others) => {
        const reps = [{won: 1, lost: 1, amount: '0.20'}, ...others];
        const [over, under] = [
          reps.map(({won, amount}) => (kpi === 'win-rate' ? BigInt(won) : BigInt(won) * units(amount))),
          reps.map(({won, lost}) => (kpi === 'win-rate' ? BigInt(won + lost) : 1n))
        ];
        const isLess = (a: number, b: number) => over[a] * under[b] < over[b] * under[a];
        const ranked = [...reps.keys()].filter((rep) => under[rep] > 0n);
        const {rows} = rank(datasetOf(reps), {kpi, period: '2026-03', minSample: 0});
        for (const {id, rank: place} of rows) {
          const rep = Number(id?.slice(1));
          expect(place).toBe(under[rep] > 0n ? 1 + ranked.filter((other) => isLess(rep, other)).length : null);
        }
        const inOrder = rows.filter(({rank: place}) => place !== null).map(({id}) => Number(id?.slice(1)));
        for (const [index, rep] of inOrder.slice(1).entries()) {
          const before = inOrder[index];
          const isTie = !isLess(rep, before) && !isLess(before, rep);
          expect(isLess(before, rep)).toBe(false);
          if (isTie && over[rep] === over[before]) expect(`${(before * 7) % 5} r${before}` <= `${(rep * 7) % 5} r${rep}`).toBe(true);
          if (isTie) expect(over[before] >= over[rep]).toBe(true);
        }
      }),
      {numRuns: 100}
    );
  });

  it('is placed by the attainment and the pace that each row says of itself', () => {
    fc.assert(
      fc.property(
        fc.array(work, {minLength: 1, maxLength: 12}),
        fc.array(fc.integer({min: 1, max: 900}), {maxLength: 12}),
        (reps, quotas) => {
          const {rows, inFull} = standings(datasetOf(reps, quotas.slice(0, reps.length)), {kpi: 'total-sales', period: '2026-03'});
          for (const row of rows) {
            const {attainment, target} = inFull(row);
            if (attainment === null) expect(row.attainment).toBeNull();
            else expect(row.attainment).toBeCloseTo(attainment, 9 - Math.ceil(Math.log10(attainment + 1)));
            expect(row.pace).toBeCloseTo(target?.expectedToDate ?? 0, 9);
          }
        }
      )
    );
  });
});
