import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank} from '../../src/engine.js';
import type {Params} from '../../src/engine.js';

const thirds = [
  {repId: 'A', share: 0.3333},
  {repId: 'B', share: 0.3333},
  {repId: 'C', share: 0.3334}
];
const won = {id: '1', ownerId: 'A', status: 'won', createdAt: '2026-03-01', closedAt: '2026-03-10', splits: thirds};
const month = {period: '2026-03', asOf: '2026-03-31', compare: 'none'} as const;

function credited(amount: number, currency: string, splits: readonly object[], params: Params): (number | null)[] {
  const {rows, unassigned} = rank(createDataset({deals: [{...won, amount, currency, splits}]}), {...month, kpi: 'total-sales', params});
  const byName = [...rows].sort((a, b) => a.name.localeCompare(b.name));
  return [...byName, ...(unassigned.value ? [unassigned] : [])].map(({value}) => value);
}

describe('what a split credits', () => {
  it.each<[what: string, amount: number, currency: string, splits: readonly object[], credits: number[]]>([
    ['in whole öre, the odd ones to whom most is left', 100.01, 'SEK', thirds, [33.33, 33.33, 33.35]],
    ['in whole yen, which have no hundredths', 101, 'JPY', thirds, [34, 33, 34]],
    ['in fils, a thousand of which are a dinar', 1.001, 'KWD', thirds, [0.334, 0.333, 0.334]],
    ['taken back as it was given', -0.05, 'SEK', thirds, [-0.02, -0.01, -0.02]],
    [
      'with what the shares leave over as a part of its own',
      0.1,
      'SEK',
      [
        {repId: 'A', share: 0.25},
        {repId: 'B', share: 0.5}
      ],
      [0.03, 0.05, 0.02]
    ],
    [
      'exactly, where it is whole as it stands',
      100,
      'SEK',
      [
        {repId: 'A', share: 0.6},
        {repId: 'B', share: 0.4}
      ],
      [60, 40]
    ],
    [
      'exactly, where the amount itself has no whole öre',
      1.005,
      'SEK',
      [
        {repId: 'A', share: 0.5},
        {repId: 'B', share: 0.5}
      ],
      [0.5025, 0.5025]
    ]
  ])('is rounded %s', (_, amount, currency, splits, credits) => {
    const found = credited(amount, currency, splits, {roundSplits: true});
    expect(found).toEqual(credits);
    expect(found.reduce((sum: number, credit) => sum + (credit ?? 0), 0)).toBeCloseTo(amount, 9);
  });
  it('is exact unless rounding is asked for', () => {
    expect(credited(100.01, 'SEK', thirds, {})).toEqual([33.333333, 33.333333, 33.343334]);
  });
  it('is rounded in the currency of the deal, before the rate', () => {
    const fxRates = [{currency: 'JPY', from: '2026-01-01', rate: 0.07}];
    const dataset = createDataset({deals: [{...won, amount: 100, currency: 'JPY'}], fxRates, settings: {currency: 'SEK'}});
    const query = {...month, kpi: 'total-sales', params: {roundSplits: true}};
    expect(measure(dataset, {...query, filter: {rep: 'C'}}).value).toBe(2.38);
    expect(measure(dataset, query).value).toBe(7);
  });
});
