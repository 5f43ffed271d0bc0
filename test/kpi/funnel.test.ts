import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, funnel, timeInStage} from '../../src/engine.js';
import type {FunnelQuery} from '../../src/engine.js';

const deal = (status: string, stage?: string, more: object = {}) => ({
  status,
  ...(stage !== undefined && {stage}),
  createdAt: '2026-01-01',
  closedAt: status === 'open' ? null : '2026-02-01',
  ...more
});
const at = (stage: string, day: string) => ({stage, at: day});

/** Rows as `stage reached open lost`, and the issues. */
function read(deals: readonly object[], query: Partial<FunnelQuery>): [string[], string[]] {
  const rows = deals.map((one, index) => ({id: String(index), ...one}));
  const {rows: shown, issues} = funnel(createDataset(rows), {period: 'all', asOf: '2026-12-31', ...query});
  return [
    shown.map(({stage, reached, open, lost}) => `${stage} ${String(reached)} ${String(open)} ${String(lost)}`),
    issues.map(({code, names, count}) => `${code} ${names?.join() ?? String(count)}`)
  ];
}

it.each(['reached', 'touched', 'strict', 'snapshot'] as const)('counts deals %s kind by kind as it does one by one', (mode) => {
  const stages = ['Lead', 'Offer', {id: 'Decided', outcome: 'closed'}, 'Won'] as const;
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          status: fc.constantFrom('open', 'won', 'lost'),
          stage: fc.constantFrom('Lead', 'Offer', 'Demo', 'Won', null),
          amount: fc.option(fc.integer({min: -50, max: 900})),
          ownerId: fc.constantFrom('a', 'b', null),
          days: fc.integer({min: -3, max: 90}),
          stageHistory: fc.option(fc.constant([{stage: 'Offer', at: '2026-03-03'}]), {freq: 4})
        }),
        {maxLength: 25}
      ),
      (some) => {
        const deals = some.map(({days, status, ...one}, index) => ({
          ...one,
          id: String(index),
          status,
          createdAt: '2026-03-02',
          closedAt: status === 'open' ? null : new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10)
        }));
        // A deal in a foreign currency, though of another month, takes all of them to be looked at one by one.
        const other = {id: 'x', status: 'won', createdAt: '2025-01-01', closedAt: '2025-02-01', amount: 1};
        const settings = {currency: 'SEK'};
        const ask = (all: readonly object[]) =>
          funnel(createDataset({deals: all, settings}), {
            period: '2026-03',
            asOf: '2026-03-31',
            mode,
            stages,
            maturity: 60
          });
        const named = deals.map((one) => ({...one, currency: 'SEK'}));
        expect(ask([...named, {...other, currency: 'SEK'}])).toEqual(ask([...named, {...other, currency: 'USD'}]));
      }
    ),
    {numRuns: 300}
  );
});

it('times the won of a funnel in which no deal has an amount, beside those of which the stage of their loss is unknown', () => {
  const deals = [
    {id: 'a', status: 'lost', stage: null, createdAt: '2026-03-02', closedAt: '2026-03-04'},
    {id: 'b', status: 'won', stage: null, createdAt: '2026-03-02', closedAt: '2026-03-12'}
  ];
  const {daysToConvert, n, issues} = funnel(createDataset({deals}), {period: '2026-03', stages: ['Lead', 'Offer', 'Won']});
  expect([daysToConvert, n]).toEqual([10, 2]);
  expect(issues).toContainEqual({code: 'lost-stage-unknown', count: 1});
});

describe('a funnel', () => {
  it('counts the deals of the period that stand, or stood, at a stage it does not have', () => {
    const old = deal('open', 'Archive', {createdAt: '2025-01-01'});
    const moved = deal('open', 'Offer', {stageHistory: [at('Lead', '2026-01-01'), at('Demo', '2026-01-05'), at('Offer', '2026-01-09')]});
    const deals = [deal('open', 'Demo'), deal('open', 'Demo'), moved, deal('open', 'Lead'), old];
    const dataset = createDataset(deals.map((one, index) => ({id: String(index), ...one})));
    const {issues} = funnel(dataset, {period: '2026', asOf: '2026-12-31', stages: ['Lead', 'Offer', 'Won']});
    expect(issues).toEqual([{code: 'unknown-stage', count: 3, names: ['Demo']}]);
  });

  const three = [deal('won', 'Won'), deal('lost', 'Lost'), deal('open', 'Lead')];

  it.each<[string, readonly object[], Partial<FunnelQuery>, string[], string[]]>([
    ['takes lost for a way out, not a stage', three, {stages: ['Lead', 'Lost', 'Won']}, ['Lead 3 1 1', 'Won 1 0 0'], []],
    [
      'counts the won at every stage, also where none is called so',
      three,
      {stages: ['Lead', 'Qualified']},
      ['Lead 3 1 1', 'Qualified 1 0 0'],
      []
    ],
    ['may begin with an outcome', three, {stages: ['Closed', 'Won']}, ['Closed 2 0 1', 'Won 1 0 0'], ['unknown-stage Lead']],
    [
      'leaves out who stands at a stage that is not asked for',
      [deal('open', 'Lead'), deal('open', 'Offer')],
      {stages: ['Offer', 'Won']},
      ['Offer 1 1 0', 'Won 0 0 0'],
      ['unknown-stage Lead']
    ],
    ['without stages goes from created to won', [deal('won'), deal('open')], {}, ['created 2 1 0', 'won 1 0 0'], []],
    ['takes the spelling of a stage lightly', [deal('open', 'Lead'), deal('open', 'lead ')], {}, ['Lead 2 2 0', 'won 0 0 0'], []],
    [
      'says when it cannot know where deals were lost',
      [deal('lost', 'Lost'), deal('open', 'Offer')],
      {stages: ['Lead', 'Offer', 'Won']},
      ['Lead 2 0 1', 'Offer 1 1 0', 'Won 0 0 0'],
      ['lost-stage-unknown 1']
    ],
    [
      'knows an exit by its outcome',
      [deal('lost', 'Withdrawn')],
      {stages: ['Lead', {id: 'Withdrawn', outcome: 'lost'}, 'Won']},
      ['Lead 1 0 1', 'Won 0 0 0'],
      []
    ],
    [
      'does not count a win that was undone',
      [deal('lost', 'Lost', {stageHistory: [at('Lead', '2026-01-01'), at('Won', '2026-01-20')]})],
      {stages: ['Lead', 'Won']},
      ['Lead 1 0 1', 'Won 0 0 0'],
      []
    ],
    [
      'reads a history in any order',
      [deal('open', 'Offer', {stageHistory: [at('Offer', '2026-01-09'), at('Lead', '2026-01-01')]})],
      {stages: ['Lead', 'Offer', 'Won'], mode: 'snapshot'},
      ['Lead 0 0 0', 'Offer 1 1 0', 'Won 0 0 0'],
      []
    ],
    [
      'puts the usual stages in the order of selling',
      [deal('open', 'Negotiation'), deal('open', 'Prospecting'), deal('open', 'Proposal sent'), deal('open', 'Qualified')],
      {},
      ['Prospecting 4 1 0', 'Qualified 3 1 0', 'Proposal sent 2 1 0', 'Negotiation 1 1 0', 'won 0 0 0'],
      []
    ]
  ])('%s', (_, deals, query, rows, issues) => {
    expect(read(deals, query)).toEqual([rows, issues]);
  });

  it.each<[string, object[], string[]]>([
    [
      'as their words tell',
      ['Contract Sent', 'Presentation Scheduled', 'Qualified To Buy', 'Appointment Scheduled'].map((stage) => deal('open', stage)),
      ['Appointment Scheduled', 'Qualified To Buy', 'Presentation Scheduled', 'Contract Sent', 'won']
    ],
    [
      'a word in another is none',
      [deal('open', 'Renewal'), deal('open', 'Any offer'), deal('open', 'New')],
      ['New', 'Renewal', 'Any offer', 'won']
    ],
    [
      'as most deals went, whatever the words',
      [
        deal('open', 'Demo', {stageHistory: [at('Offer', '2026-01-01'), at('Demo', '2026-01-05')]}),
        deal('open', 'Demo', {stageHistory: [at('Offer', '2026-01-02'), at('Demo', '2026-01-05'), at('Offer', '2026-01-09')]}),
        deal('open', 'Offer', {stageHistory: [at('Offer', '2026-01-08'), at('Demo', '2026-01-03')]}),
        deal('open', 'Lead')
      ],
      ['Lead', 'Offer', 'Demo', 'won']
    ]
  ])('orders the stages that nobody has ordered %s', (_, deals, stages) => {
    const {rows, isOrderGuessed} = funnel(createDataset(deals.map((one, id) => ({...one, id}))), {period: 'all', asOf: '2026-12-31'});
    expect([rows.map(({stage}) => stage), isOrderGuessed]).toEqual([stages, true]);
  });

  it('has a step of the settled deals, the open left out', () => {
    const rows = [deal('won', 'Won'), deal('lost', 'Lost'), deal('open', 'Lead'), deal('open', 'Lead')].map((one, index) => ({
      id: String(index),
      ...one
    }));
    const [, won] = funnel(createDataset(rows), {period: 'all', asOf: '2026-12-31', stages: ['Lead', 'Won']}).rows;
    expect([won.step, won.settled]).toEqual([0.25, 0.5]);
  });

  it('holds more stages than a number has bits', () => {
    const stages = Array.from({length: 40}, (_, index) => `s${String(index)}`);
    const {rows} = funnel(createDataset([deal('open', 's39', {id: '1', stageHistory: [at('s39', '2026-01-02')]})]), {
      period: 'all',
      asOf: '2026-12-31',
      stages,
      mode: 'touched'
    });
    expect(rows.filter(({reached}) => reached > 0).map(({stage}) => stage)).toEqual(['s39']);
  });

  it('leaves deals without a creation date out of a period, and says so', () => {
    const {n, issues} = funnel(createDataset([deal('open', 'Lead', {id: '1'}), deal('open', 'Lead', {id: '2', createdAt: null})]), {
      period: '2026',
      asOf: '2026-12-31'
    });
    expect([n, issues]).toEqual([1, [{code: 'missing-date', count: 1}]]);
  });
});

it('names the open deals that have stood longer than three quarters of the others did', () => {
  const gone = (id: string, days: number) =>
    deal('won', undefined, {id, closedAt: `2026-01-${String(1 + days).padStart(2, '0')}`, stageHistory: [at('Lead', '2026-01-01')]});
  const waiting = (id: string, since: string) =>
    deal('open', undefined, {id, name: 'Slow one', ownerId: 'r1', amount: 120.5, stageHistory: [at('Lead', since)]});
  const rows = [gone('a', 2), gone('b', 4), gone('c', 6), gone('d', 10), waiting('slow', '2026-01-05'), waiting('fresh', '2026-01-20')];
  const [{median, limit, stalled}] = timeInStage(createDataset(rows), {period: '2026-01', asOf: '2026-01-24', stages: ['Lead', 'Won']});
  expect([median, limit, stalled]).toEqual([6, 6, [{id: 'slow', days: 20, isOpen: true, name: 'Slow one', owner: 'r1', amount: 120.5}]]);
});
