import {describe, expect, it} from 'vitest';
import {createDataset, explain, smart} from '../../src/engine.js';
import type {Query, SmartCheck} from '../../src/engine.js';

const won = (id: string, amount: number, closedAt: string) => ({id, amount, status: 'won', createdAt: '2025-01-01', closedAt});
const deals = [won('1', 310, '2026-01-10'), won('2', 560, '2026-02-10'), won('3', 100, '2026-03-05')];
const own = {id: 't', kpi: 'total-sales', start: '2026-03-01', end: '2026-04-01'};
const check = (target: object, query: Partial<Query> = {}): readonly SmartCheck[] =>
  smart(createDataset({deals, targets: [{...own, ...target}]}), {kpi: 'total-sales', period: '2026-03', asOf: '2026-03-11', ...query}) ??
  [];
const of = (checks: readonly SmartCheck[], criterion: SmartCheck['criterion']) => checks.find((one) => one.criterion === criterion);

describe('a target is', () => {
  const full = {value: 500, owner: 'Sales', baseline: 310, reason: 'Two new reps'};
  it('SMART when it says who, from what, why and by when, and needs no more a day than was ever sold', () => {
    expect(check(full).map(({criterion, isMet}) => [criterion, isMet])).toEqual([
      ['specific', true],
      ['measurable', true],
      ['achievable', true],
      ['relevant', true],
      ['time-bound', true]
    ]);
    expect(of(check(full), 'achievable')).toMatchObject({required: 20, best: 20});
  });
  it.each<[SmartCheck['criterion'], object, readonly string[]]>([
    ['specific', {...full, owner: ''}, ['owner']],
    ['measurable', {...full, baseline: null}, ['baseline']],
    ['relevant', {...full, reason: null}, ['reason']],
    ['achievable', {...full, value: 521}, []]
  ])('not %s without that', (criterion, target, missing) => {
    expect(of(check(target), criterion)).toMatchObject({isMet: false, missing});
    expect(check(target).filter(({isMet}) => !isMet)).toHaveLength(1);
  });
  it('bound to no time over all of it, and judged by nothing where nothing came before', () => {
    const checks = check({}, {period: 'all', target: {value: 5, owner: 'A', reason: 'B', baseline: 0}});
    expect([of(checks, 'time-bound'), of(checks, 'achievable')]).toMatchObject([{isMet: false, missing: ['end']}, {isMet: null}]);
    expect(of(check({}, {period: '2026-01', asOf: '2026-01-20', target: 5}), 'achievable')).toEqual({
      criterion: 'achievable',
      isMet: null,
      missing: [],
      required: 0
    });
    expect(smart(createDataset({deals}), {kpi: 'total-sales', period: '2026-03'})).toBeUndefined();
  });
  it('of a rate achievable when it was that good before, of a wait that short', () => {
    const cycles = (days: number) => of(check({}, {kpi: 'sales-cycle-length', target: days}), 'achievable');
    expect([cycles(374)?.isMet, cycles(373)?.isMet, cycles(373)?.best]).toEqual([true, false, 374]);
  });
  it('of a stock judged by what was gained a day', () => {
    const subscription = (id: string, amount: number, startedAt: string) => ({id, customerId: id, amount, interval: 'month', startedAt});
    const dataset = createDataset({subscriptions: [subscription('a', 100, '2026-01-01'), subscription('b', 56, '2026-02-02')]});
    const told = (value: number) =>
      of(smart(dataset, {kpi: 'mrr', period: '2026-03', asOf: '2026-03-11', target: value}) ?? [], 'achievable');
    expect(told(176)).toMatchObject({required: 1, best: 100 / 31, isMet: true});
    expect(told(256)).toMatchObject({required: 5, isMet: false});
  });
});

it('is told in words with the explanation, in English and Swedish', () => {
  const dataset = createDataset({deals, targets: [{...own, value: 5000}]});
  const textsIn = (language: string) =>
    explain(dataset, {kpi: 'total-sales', period: '2026-03', asOf: '2026-03-11', language}).smart?.map(({text}) => text);
  expect(textsIn('en')).toEqual([
    'nobody answers for it',
    'does not say what it sets out from',
    'needs more than was ever reached in a period as long',
    'does not say why it is set',
    'says by when'
  ]);
  expect(textsIn('sv')).toContain('kräver mer än vad som någonsin nåtts i en lika lång period');
  expect(explain(dataset, {kpi: 'win-rate', period: '2026-03'}).smart).toBeUndefined();
});
