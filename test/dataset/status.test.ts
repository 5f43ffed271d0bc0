import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {cells, issues} from './cells.js';

describe('the status of a deal', () => {
  it.each<[Record<string, unknown>, string]>([
    [{status: 'won'}, 'won'],
    [{status: 'Closed Won'}, 'won'],
    [{status: 'CLOSED-WON'}, 'won'],
    [{status: ' Vunnen '}, 'won'],
    [{status: 'Closed lost'}, 'lost'],
    [{status: 'Förlorad'}, 'lost'],
    [{status: 'Open'}, 'open'],
    [{status: 'In progress'}, 'open'],
    [{status: 'Pågående'}, 'open'],
    [{status: true}, 'won'],
    [{status: 'false'}, 'lost'],
    [{is_won: true}, 'won'],
    [{is_won: false}, 'lost'],
    [{is_won: false, is_closed: false}, 'open'],
    [{is_won: false, is_closed: true}, 'lost'],
    [{is_won: false, stage: 'Negotiation'}, 'open'],
    [{is_won: false, stage: 'Closed Lost'}, 'lost'],
    [{is_won: false, is_closed: true, stage: 'Negotiation'}, 'lost'],
    [{is_won: true, stage: 'Done'}, 'won'],
    [{is_closed: false, stage: 'Won over'}, 'open'],
    [{stage: 'Won'}, 'won'],
    [{stage: 'Closed Won'}, 'won'],
    [{stage: 'closedwon'}, 'won'],
    [{stage: 'Avslut - vunnet'}, 'won'],
    [{stage: 'Lost to competitor'}, 'lost'],
    [{stage: 'Lost, competitor won'}, 'lost'],
    [{stage: 'Closed - Not Won'}, 'lost'],
    [{stage: 'Tapt'}, 'lost'],
    [{stage: 'Vundet'}, 'won'],
    [{status: 'Not won'}, 'lost'],
    [{stage: 'Förlorad'}, 'lost'],
    [{stage: 'Prospecting'}, 'open'],
    [{status: '', stage: 'Won'}, 'won'],
    [{status: 'lost', stage: 'Won'}, 'lost'],
    [{amount: 5}, 'open']
  ])('of %j is %s', (deal, status) => {
    const dataset = createDataset([{id: 'D1', ...deal}]);
    expect(cells(dataset, 'status')).toEqual([status]);
    expect(dataset.issues).toEqual([]);
  });

  it('follows the settings where they say what a stage stands for', () => {
    const settings = {
      stages: ['Lead', {id: 'Signed', outcome: 'won' as const}, {id: 'x', label: 'Won their heart', outcome: 'lost' as const}]
    };
    const deals = ['Signed', 'Won their heart', 'Lead', 'Won'].map((stage, id) => ({id, stage}));
    expect(cells(createDataset(deals, {settings}), 'status')).toEqual(['won', 'lost', 'open', 'won']);
  });

  it('leaves the row out when it cannot be read', () => {
    const dataset = createDataset([
      {id: 'D1', status: 'closed'},
      {id: 'D2', status: 'won'}
    ]);
    expect(issues(dataset)).toEqual(['1 status unknown-status']);
    expect(dataset.issues[0].value).toBe('closed');
  });
});

it('an order without kind and status is a completed order', () => {
  const dataset = createDataset(
    [
      {id: 'O1', amount: 5},
      {id: 'O2', amount: 5, kind: 'refund', status: 'pending'},
      {id: 'O3', amount: 5, kind: '', status: null}
    ],
    {table: 'orders'}
  );
  expect(cells(dataset, 'kind', 'orders')).toEqual(['order', 'refund', 'order']);
  expect(cells(dataset, 'status', 'orders')).toEqual(['completed', 'pending', 'completed']);
  expect(cells(createDataset([{id: 'O1', amount: 5}], {table: 'orders'}), 'kind', 'orders')).toEqual(['order']);
});
