import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
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

describe('a row', () => {
  const asked = {period: '2026-10', asOf: '2026-10-31', compare: 'previous'} as const;
  const options = {top: 50, bottom: 0, sort: 'value', mask: false};
  const closed = (ownerId: string, closedAt: string, more: object = {}) => ({
    ownerId,
    status: 'won',
    amount: 100,
    createdAt: '2026-08-01',
    closedAt,
    ...more
  });
  const numbered = (deals: readonly object[]) => deals.map((deal, id) => ({...deal, id: String(id)}));
  /** Of the member: its row, and what stands in a column. */
  function rowOf(data: object, kpi: string, name: string, more: object = {}, language = 'en') {
    const view = leaderboardView(createDataset(data), {...asked, kpi, ...more}, options, formatFor(language));
    const {entries} = view.list({sort: view.value, isReversed: false, search: '', page: 0});
    const row = entries.map(view.rowOf).find((one) => one.name === name);
    return {row, cell: (id: string) => row?.cells[view.columns.findIndex((column) => column.id === id)]};
  }

  it('says that a rep has left, and not how many places that lost', () => {
    const deals = numbered([
      closed('r1', '2026-09-10', {amount: 900}),
      closed('r1', '2026-10-02'),
      closed('r2', '2026-10-10', {amount: 500})
    ]);
    const data = {deals, reps: [{...reps[0], activeTo: '2026-10-01'}, reps[1]]};
    expect(rowOf(data, 'sales-per-rep', 'Rep 01').row?.tag).toEqual({tone: 'muted', text: 'former'});
    expect(rowOf({...data, reps}, 'sales-per-rep', 'Rep 01').row?.tag).toMatchObject({tone: 'bad', text: '▼1'});
  });

  it('has a number in full where it fits and short where not', () => {
    const deals = numbered(Array.from({length: 12_345}, () => closed('r1', '2026-10-10')));
    expect(rowOf({deals, reps}, 'total-sales', 'Rep 01', {variant: 'count'}).row).toMatchObject({value: '12,345', short: '12.3K'});
    const millions = numbered([closed('r1', '2026-10-10', {amount: 9_140_000})]);
    expect(rowOf({deals: millions, reps}, 'total-sales', 'Rep 01', {}, 'de').row?.short).toBe('9,14\u00a0Mio.');
  });

  it('calls less better where it is', () => {
    const cycle = (createdAt: string, closedAt: string) => closed('r1', closedAt, {createdAt});
    const deals = numbered([cycle('2026-08-01', '2026-09-20'), cycle('2026-10-01', '2026-10-11')]);
    expect(rowOf({deals, reps}, 'sales-cycle-length', 'Rep 01').cell('improvement')).toMatchObject({
      tone: 'good',
      spoken: expect.stringMatching(/better$/) as string
    });
  });

  it('has no change of a rate of few cases', () => {
    const rate = (month: string, won: number, all: number) =>
      Array.from({length: all}, (_, index) => closed('r1', `2026-${month}-10`, {status: index < won ? 'won' : 'lost'}));
    const change = (all: number) =>
      rowOf({deals: numbered([...rate('09', 5, 20), ...rate('10', all / 2, all)]), reps}, 'win-rate', 'Rep 01');
    expect(change(20).cell('improvement')?.text).toBe('+25.0');
    expect(change(4).cell('improvement')?.text).toBe('–');
  });

  it('judges no attainment by a pace where only the reps of a team have quotas', () => {
    const deals = numbered([closed('r1', '2026-10-10', {amount: 10})]);
    const targets = [{id: 't', kpi: 'total-sales', value: 1000, rep: 'r1', start: '2026-10-01', end: '2026-11-01'}];
    const attained = (by: string, name: string) => rowOf({deals, reps, targets}, 'sales-per-rep', name, {by}).cell('attainment');
    expect(attained('rep', 'Rep 01')).toMatchObject({tone: 'bad', text: '1%'});
    expect(attained('region', 'North')).toEqual({tone: 'muted', text: '1%'});
  });

  it('says why another KPI has no figure of it', () => {
    const deals = numbered([closed('r1', '2026-10-10'), closed('r2', '2026-09-10', {status: 'open', closedAt: null})]);
    const view = leaderboardView(
      createDataset({deals, reps}),
      {...asked, kpi: 'sales-per-rep'},
      {...options, columns: ['win-rate']},
      formatFor('en')
    );
    const all = view.list({sort: view.value, isReversed: false, search: '', page: 0}).entries.map(view.rowOf);
    expect(all.find(({name}) => name === 'Rep 02')?.cells.at(-1)).toEqual({tone: 'muted', text: '–', spoken: 'no cases in this period'});
  });

  it('of nobody is there for what counts, though it comes to nothing', () => {
    const view = (amount?: number) =>
      leaderboardView(
        createDataset({
          deals: numbered([closed('r1', '2026-10-10'), ...(amount === undefined ? [] : [closed('', '2026-10-11', {amount})])]),
          reps
        }),
        {...asked, kpi: 'sales-per-rep'},
        options,
        formatFor('en')
      );
    expect(view(0).unassigned?.value).toBe('0');
    expect(view().unassigned).toBeUndefined();
  });
});

describe('a list', () => {
  const deals = Array.from({length: 12}, (_, index) => ({
    id: String(index),
    ownerId: `Rep ${index + 10}`,
    status: 'won',
    amount: 1000 - index,
    createdAt: '2026-10-01',
    closedAt: '2026-10-10'
  }));
  const names = (wanted: {search?: string; page?: number}) => {
    const view = leaderboardView(
      createDataset({deals}),
      {kpi: 'sales-per-rep', period: '2026-10', asOf: '2026-10-31'},
      {top: 10, bottom: 0, pageSize: 5, sort: 'value', me: 'Rep 21', mask: false},
      formatFor('en')
    );
    const list = view.list({sort: view.value, isReversed: false, search: '', page: 0, ...wanted});
    return [list.page, list.entries.map((entry) => view.rowOf(entry).name).join()];
  };

  it('has one’s own row wherever it stands, but not among what one searches for', () => {
    expect(names({})).toEqual([0, 'Rep 10,Rep 11,Rep 12,Rep 13,Rep 14,Rep 21']);
    expect(names({search: '1'})).toEqual([0, 'Rep 10,Rep 11,Rep 12,Rep 13,Rep 14']);
    expect(names({search: '12'})).toEqual([0, 'Rep 12']);
  });

  it('goes no further than its last page', () => {
    expect(names({page: 9})).toEqual([2, 'Rep 20,Rep 21']);
    expect(names({search: '12', page: 2})).toEqual([0, 'Rep 12']);
  });
});
