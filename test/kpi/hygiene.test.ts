import {describe, expect, it} from 'vitest';
import {createDataset, funnel, measure, rank, series} from '../../src/engine.js';
import type {Issue, Query} from '../../src/engine.js';
import {en} from '../../src/locales/en.js';
import {sv} from '../../src/locales/sv.js';

const won = {status: 'won', createdAt: '2026-01-10', closedAt: '2026-03-05', amount: 100, ownerId: 'a'};
const deals = (...rows: object[]) => createDataset({deals: rows.map((row, index) => ({id: `d${index}`, ...won, ...row}))});
const issuesOf = (dataset: ReturnType<typeof createDataset>, kpi = 'total-sales', more: Partial<Query> = {}): readonly Issue[] =>
  measure(dataset, {kpi, period: '2026-03', asOf: '2026-03-20', compare: 'none', ...more}).issues;

describe('what is wrong with the rows of a figure is counted', () => {
  const subscription = {id: '1', customerId: 'c', amount: 1, interval: 'fortnight', startedAt: '2026-01-01'};
  const answer = {respondentId: 'p', wave: 'w', question: 'enps', respondedAt: '2026-03-02'};
  it.each<[Issue['code'], readonly Issue[], number, (readonly string[])?]>([
    ['future-dated', issuesOf(deals({}, {closedAt: '2026-03-21'}, {closedAt: '2026-03-20'}, {closedAt: '2026-04-02'})), 1],
    ['future-dated', issuesOf(deals({}, {createdAt: '2026-03-25'}), 'win-rate', {variant: 'created-cohort'}), 1],
    ['future-dated', issuesOf(deals({closedAt: '2026-03-31'}), 'sales-cycle-length'), 1],
    ['negative-duration', issuesOf(deals({createdAt: '2026-03-06'}), 'sales-cycle-length'), 1],
    ['missing-owner', issuesOf(deals({}, {ownerId: null}), 'sales-per-rep'), 1],
    ['missing-amount', issuesOf(deals({}, {amount: null})), 1],
    ['unknown-currency', issuesOf(deals({currency: 'SEK'}, {currency: 'Kroner'}), 'total-sales', {currency: 'SEK'}), 1, ['KRONER']],
    ['missing-fx-rate', issuesOf(deals({currency: 'SEK'}, {currency: 'Kroner'}), 'total-sales', {currency: 'SEK'}), 1, ['KRONER']],
    [
      'unknown-stage',
      funnel(deals({stage: 'Lead'}, {stage: 'Limbo', status: 'open'}), {period: '2026-01', stages: ['Lead']}).issues,
      1,
      ['Limbo']
    ],
    ['unknown-interval', issuesOf(createDataset({subscriptions: [subscription]}), 'mrr'), 1, ['fortnight']],
    ['split-over-100', issuesOf(deals({splits: [{repId: 'a', share: 1.1}]}), 'total-sales', {filter: {rep: 'a'}}), 1],
    ['closed-without-date', issuesOf(deals({}, {closedAt: null})), 1],
    ['status-history-inconsistent', issuesOf(deals({}, {statusHistory: [{status: 'Lost', at: '2026-03-04'}]}), 'win-rate'), 1],
    [
      'status-history-inconsistent',
      issuesOf(
        deals(
          {
            statusHistory: [
              {status: 'Won', at: '2026-03-05'},
              {status: 'open', at: '2026-03-04'}
            ]
          },
          {
            statusHistory: [
              {status: 'won', at: '2026-03-04'},
              {status: 'open', at: '2026-04-02'}
            ]
          }
        )
      ),
      1
    ],
    [
      'off-scale',
      issuesOf(
        createDataset({
          surveys: [
            {...answer, id: '1', score: 11},
            {...answer, id: '2', respondentId: 'q', score: 9}
          ]
        }),
        'employee-satisfaction'
      ),
      1
    ]
  ])('%s', (code, issues, count, names) => {
    expect(issues.filter((issue) => issue.code === code)).toEqual([{code, count, ...(names && {names})}]);
  });

  it('a duplicate and a conflict of ids are with the rows of the dataset', () => {
    const {issues} = createDataset({
      deals: [
        {id: '1', ...won},
        {id: '1', ...won},
        {id: '2', ...won},
        {id: '2', ...won, amount: 1}
      ]
    });
    expect(issues.map(({reason}) => reason)).toEqual(['duplicate-id', 'conflicting-id', 'conflicting-id']);
  });

  it('and none is told of sound rows', () => {
    expect(issuesOf(deals({statusHistory: [{status: 'won', at: '2026-03-05'}]}, {closedAt: '2026-04-02'}))).toEqual([]);
  });

  it('in the bucket and the row it concerns', () => {
    const dataset = deals({}, {closedAt: '2026-03-21', ownerId: 'b'}, {ownerId: null});
    const query = {kpi: 'total-sales', period: '2026-02/2026-03', asOf: '2026-03-20'};
    const codes = (issues: readonly Issue[]) => issues.map(({code}) => code);
    expect(series(dataset, {...query, grain: 'month'}).buckets.map(({issues}) => codes(issues))).toEqual([[], ['future-dated']]);
    const {rows, unassigned} = rank(dataset, query);
    expect([...rows, unassigned].map(({id, issues}) => [id, codes(issues)])).toEqual([
      ['a', []],
      ['b', ['future-dated']],
      [null, ['missing-owner']]
    ]);
  });

  it('in words of every language', () => {
    expect(Object.keys(sv.issues)).toEqual(Object.keys(en.issues));
    for (const {issues} of [en, sv]) for (const say of Object.values(issues)) expect(say('3', 'X')).toMatch(/[3X]/);
  });
});

it('never mixes answers on different scales', () => {
  const answer = (id: number, score: number, more: object = {}) => ({
    id,
    respondentId: id,
    wave: 'w',
    question: 'csat',
    score,
    respondedAt: '2026-03-02',
    ...more
  });
  const surveys = [1, 2, 3, 4, 5].map((score) => answer(score, score));
  const ask = (rows: object[]) =>
    measure(createDataset({surveys: rows}), {kpi: 'employee-satisfaction', variant: 'csat', period: '2026-03', asOf: '2026-03-31'});
  expect(ask([...surveys, answer(6, 5, {scaleMin: 1, scaleMax: 7})])).toMatchObject({
    value: 0.4,
    denominator: 5,
    issues: [{code: 'off-scale', count: 1}]
  });
  expect(ask(surveys.map((one) => ({...one, scaleMin: 1, scaleMax: 5})))).toMatchObject({value: 0.4, issues: []});
});
