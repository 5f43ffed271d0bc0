import {describe, expect, it} from 'vitest';
import {createDataset, measure, rank} from '../../src/engine.js';
import type {Query} from '../../src/engine.js';

let next = 0;
const answers = (team: string, scores: readonly number[], question = 'enps') =>
  scores.map((score) => ({
    id: `s${String(next++)}`,
    respondentId: `p${String(next)}`,
    wave: '2026-Q1',
    team,
    question,
    score,
    respondedAt: '2026-03-05'
  }));
const ask = (surveys: readonly object[], more: Partial<Query> = {}) =>
  measure(createDataset({surveys}), {kpi: 'employee-satisfaction', period: '2026-03', asOf: '2026-03-31', ...more});

describe('employee satisfaction', () => {
  const ten = answers('North', [10, 9, 9, 8, 7, 7, 6, 5, 0, 10]);

  it('is promoters less detractors, passives in the denominator', () => {
    expect(ask(ten)).toMatchObject({value: 10, numerator: 1, denominator: 10, unit: 'score'});
  });

  it('never mixes questions, and leaves out what is not on the scale', () => {
    expect(ask([...ten, ...answers('North', [5, 4], 'csat'), ...answers('North', [11])]).denominator).toBe(10);
  });

  it.each([
    ['csat', 0.6, 3],
    ['mean', 3.4, 17]
  ])('%s', (variant, value, numerator) => {
    expect(ask(answers('North', [5, 4, 4, 3, 1], 'csat'), {variant})).toMatchObject({value, numerator, denominator: 5});
  });

  it('has a mean of one question alone: the one asked for, else that of satisfaction, else the only one', () => {
    const scores = answers('North', [5, 4, 4, 3, 1, 0], 'CSAT');
    expect(ask(ten, {variant: 'mean'})).toMatchObject({value: 7.1, numerator: 71, denominator: 10, issues: []});
    expect(ask([...ten, ...scores], {variant: 'mean'})).toMatchObject({
      value: 3.4,
      denominator: 5,
      issues: [{code: 'off-scale', count: 1}]
    });
    expect(ask([...ten, ...scores], {variant: 'mean', filter: {question: 'enps'}})).toMatchObject({value: 7.1, issues: []});
  });

  it.each([
    [-20, 'on-track'],
    [-10, 'on-track'],
    [-9.5, 'at-risk'],
    [-5, 'off-track'],
    [5, 'off-track']
  ])('of -10 against a target of %d is %s', (target, status) => {
    const surveys = answers('North', [10, 9, 9, 8, 7, 7, 6, 5, 0, 1]);
    expect(ask(surveys, {target, asOf: '2026-03-15'})).toMatchObject({value: -10, target: {status}});
  });

  it('takes the latest answer of each in a wave', () => {
    const again = {...ten[8], id: 'again', score: 9, respondedAt: '2026-03-20'};
    expect(ask([...ten, again])).toMatchObject({value: 30, denominator: 10});
    expect(ask([...ten, again], {asOf: '2026-03-10'})).toMatchObject({value: 10});
  });

  it('shows no group of fewer than five, nor one that could be told from it', () => {
    const surveys = [...answers('Few', [9, 9, 9]), ...answers('Next', [9, 9, 9, 9, 0]), ...answers('Many', [9, 9, 9, 9, 9, 9, 0])];
    const {rows, total} = rank(createDataset({surveys}), {kpi: 'employee-satisfaction', by: 'team', period: '2026-03', asOf: '2026-03-31'});
    const told = new Map(rows.map(({name, value, reason, numerator}) => [name, [value, reason, numerator]]));
    expect(told.get('Few')).toEqual([null, 'suppressed-small-group', null]);
    expect(told.get('Next')).toEqual([null, 'suppressed-small-group', null]);
    expect(told.get('Many')?.[0]).toBeCloseTo(500 / 7, 9);
    expect(total.n).toBe(15);
    expect(ask(answers('Few', [9, 9, 9])).reason).toBe('suppressed-small-group');
    expect(ask(answers('Few', [9, 9, 9]), {params: {minGroup: 3}}).value).toBe(100);
  });
});
