import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, measure} from '../../src/engine.js';
import type {Query} from '../../src/engine.js';
import {survivalMedian} from '../../src/kpi/survival.js';

describe('the median of waits, some of them not over', () => {
  it.each<[string, number[], number[], number | undefined]>([
    ['is the middle one', [1, 2, 9], [], 2],
    ['lies between the middle two', [1, 2, 4, 9], [], 3],
    ['counts a wait as longer than what it has lasted', [1, 2, 4], [3], 3],
    ['is pulled up by those who still wait', [1, 2, 4], [5, 5], 4],
    ['forgets those who left before', [3, 5], [1, 1, 1], 4],
    ['is the last event when none comes after', [1, 2], [3, 3], 2],
    ['is not reached while most still wait', [1], [2, 2, 2], undefined],
    ['needs an event', [], [1], undefined]
  ])('%s', (_, events, waiting, median) => {
    expect(survivalMedian(events, waiting)).toBe(median);
  });

  it('is the ordinary median when all are over', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 50}), {minLength: 1, maxLength: 60}), (waits) => {
        const sorted = [...waits].sort((a, b) => a - b);
        const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
        expect(survivalMedian(waits, [])).toBe(middle);
      })
    );
  });
});

describe('lead response time', () => {
  const lead = (id: string, answeredAfter: number | null, more: object = {}) => ({
    id,
    createdAt: '2026-03-02T08:00:00Z',
    firstResponseAt: answeredAfter === null ? null : new Date(Date.UTC(2026, 2, 2, 8) + answeredAfter * 60_000).toISOString(),
    ...more
  });
  const leads = [
    lead('1', 10),
    lead('2', 30),
    lead('3', 120),
    lead('4', null),
    lead('5', null, {disqualifiedAt: '2026-03-02T08:20:00Z'}),
    lead('6', 5, {excluded: true})
  ];
  const ask = (more: Partial<Query> = {}, tables: object = {leads}) =>
    measure(createDataset({settings: {timeZone: 'Europe/Stockholm'}, ...tables}), {
      kpi: 'lead-response-time',
      period: '2026-03',
      asOf: '2026-03-03',
      ...more
    });

  it('counts who still waits', () => {
    expect(ask()).toMatchObject({value: 120 * 60, n: 5, open: 2});
  });

  it.each<[string, Partial<Query>, object]>([
    ['median-responded', {}, {value: 1800, n: 3}],
    ['mean-responded', {}, {value: 3200, numerator: 9600, denominator: 3}],
    ['within-sla', {params: {slaSeconds: 1800}}, {value: 0.5, numerator: 2, denominator: 4}],
    ['within-sla', {params: {slaSeconds: 600}}, {value: 0.2, numerator: 1, denominator: 5}]
  ])('%s %j', (variant, more, expected) => {
    expect(ask({variant, ...more})).toMatchObject(expected);
  });

  it('does not see an answer after the as-of', () => {
    expect(ask({asOf: '2026-03-02T08:15:00Z', variant: 'median-responded'})).toMatchObject({value: 600, n: 1, open: 4});
  });

  it('finds the first answer among the activities', () => {
    const call = (id: string, minutes: number, more: object = {}) => ({
      id,
      leadId: '4',
      status: 'done',
      direction: 'outbound',
      at: new Date(Date.UTC(2026, 2, 2, 8) + minutes * 60_000).toISOString(),
      ...more
    });
    const activities = [
      call('a', -5),
      call('b', 3, {automated: true}),
      call('c', 4, {direction: 'inbound'}),
      call('d', 50),
      call('e', 60),
      call('f', 2, {status: 'planned'})
    ];
    expect(ask({}, {leads: [lead('4', null)], activities})).toMatchObject({value: 3000, n: 1, open: 0});
  });

  it('may count working hours only', () => {
    const night = [{id: '1', createdAt: '2026-03-06T16:50:00+01:00', firstResponseAt: '2026-03-09T09:20:00+01:00'}];
    const businessHours = {holidays: []};
    expect(ask({asOf: '2026-03-31', params: {businessHours}}, {leads: night}).value).toBe(30 * 60);
    expect(ask({asOf: '2026-03-31', params: {businessHours: {holidays: ['2026-03-06']}}}, {leads: night}).value).toBe(20 * 60);
  });
});

describe('the cycle of the deals created in a period', () => {
  it('sees those that are still open or were lost', () => {
    const deal = (id: string, status: string, closedAt: string | null) => ({id, status, createdAt: '2026-03-01', closedAt});
    const deals = [
      deal('1', 'won', '2026-03-11'),
      deal('2', 'won', '2026-03-31'),
      deal('3', 'lost', '2026-03-05'),
      deal('4', 'open', null)
    ];
    const ask = (variant: string) =>
      measure(createDataset({deals}), {kpi: 'sales-cycle-length', variant, period: '2026-03', asOf: '2026-04-19'});
    expect(ask('km')).toMatchObject({value: 30, n: 4, open: 2});
    expect(ask('median')).toMatchObject({value: 20, n: 2});
  });
});
