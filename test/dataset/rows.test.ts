import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {cells, issues} from './cells.js';

describe('rows that share an id', () => {
  it('count once when they are equal', () => {
    const dataset = createDataset([
      {id: 'D1', amount: 5, stage: 'Lead'},
      {id: 'D2', amount: 6, stage: 'Lead'},
      {id: 'D1', amount: 5, stage: 'Lead'}
    ]);
    expect(cells(dataset, 'id')).toEqual(['D1', 'D2']);
    expect(issues(dataset)).toEqual(['3 id duplicate-id']);
  });

  it.each([
    ['amount', {amount: 6}],
    ['a segment', {region: 'North'}],
    ['a missing value', {amount: null}],
    ['a date', {createdAt: '2024-01-06'}],
    ['a date as against an instant', {createdAt: '2024-01-05T00:00:00Z'}],
    ['an entry of a list', {splits: [{repId: 'R1', share: 0.4}]}],
    ['the length of a list', {splits: []}],
    ['the currency beside the amount', {amount: '$5'}]
  ])('all go when they differ in %s', (_, other) => {
    const first = {id: 'D1', amount: 5, region: 'South', createdAt: '2024-01-05', splits: [{repId: 'R1', share: 0.5}]};
    const dataset = createDataset([first, {id: 'D2', amount: 1}, {...first, ...other}, first]);
    expect(cells(dataset, 'id')).toEqual(['D2']);
    expect(issues(dataset)).toEqual(['1 id conflicting-id', '3 id conflicting-id', '4 id conflicting-id']);
    expect(dataset.rows.deals).toEqual({read: 4, accepted: 1, rejected: 3});
  });

  it('do not count where one of them is left out for another reason', () => {
    expect(
      issues(
        createDataset([
          {id: 'D1', amount: 'x'},
          {id: 'D1', amount: 5}
        ])
      )
    ).toEqual(['1 amount not-a-number']);
  });
});

describe('ids', () => {
  it('a row without one is left out', () => {
    expect(issues(createDataset('id,amount\nD1,1\n,2\n'))).toEqual(['2 id missing-id']);
  });

  it('a table without the column numbers its rows and knows no duplicates', () => {
    const dataset = createDataset('amount\n5\nx\n5\n');
    expect(cells(dataset, 'id')).toEqual(['1', '3']);
    expect(cells(dataset, 'amount')).toEqual([5, 5]);
  });

  it('may be numbers; an integer that JSON cannot hold exactly is none', () => {
    const dataset = createDataset('[{"id":42,"amount":1},{"id":9007199254740993,"amount":2}]');
    expect(cells(dataset, 'id')).toEqual(['42']);
    expect(issues(dataset)).toEqual(['2 id number-out-of-range']);
  });

  it('reps and customers without one are known by name', () => {
    expect(cells(createDataset('sales_agent,regional_office\nRep 04,North\n', {table: 'reps'}), 'id', 'reps')).toEqual(['Rep 04']);
    expect(cells(createDataset('account,sector\nCustomer 117,retail\n', {table: 'customers'}), 'id', 'customers')).toEqual([
      'Customer 117'
    ]);
  });

  it('exchange rates have none', () => {
    expect(
      createDataset([{currency: 'EUR', from: '2024-01-01', rate: 11.25}], {table: 'fxRates'})
        .tables.get('fxRates')
        ?.columns.has('id')
    ).toBe(false);
  });
});

it('a rejected row has one issue, with its number, its header as the file spells it and what stood there', () => {
  const dataset = createDataset('Deal ID,Amount,Close Date\nD1,x,Feb 30\nD2,5,2024-02-30\n');
  expect(dataset.issues).toEqual([
    {table: 'deals', row: 1, column: 'Amount', reason: 'not-a-number', value: 'x'},
    {table: 'deals', row: 2, column: 'Close Date', reason: 'not-a-date', value: '2024-02-30'}
  ]);
});

it('words that only rejected rows used are gone', () => {
  const dataset = createDataset('id,amount,stage,region\nD1,x,Won,North\nD2,5,Lost,South\n');
  expect(dataset.tables.get('deals')?.columns.get('region')).toEqual({type: 'text', codes: Int32Array.of(0), values: ['South']});
  expect(dataset.tables.get('deals')?.columns.get('id')).toEqual({type: 'text', codes: Int32Array.of(0), values: ['D2']});
});

describe('text', () => {
  it.each(['a\u0000b', 'a\u0007b', 'a\u001fb', 'a\u007fb', 'a\u0085b'])('with a control character leaves its row out: %j', (name) => {
    const dataset = createDataset([
      {id: 'D1', amount: 1, name},
      {id: 'D2', amount: 1, name: 'x'}
    ]);
    expect(issues(dataset)).toEqual(['1 name control-character']);
    expect(issues(createDataset([{id: 'D1', amount: 1, ['my own column']: name}]))).toEqual(['1 my own column control-character']);
  });

  it.each([
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['${1} {{1}} <script>', '${1} {{1}} <script>'],
    ['a\tb\nc', 'a\tb\nc'],
    [' padded\u00a0', 'padded'],
    ['\u202eright to left', '\u202eright to left'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['z̸̡a', 'z̸̡a'],
    ['x'.repeat(10_000), 'x'.repeat(10_000)],
    ['half \ud83d a pair', 'half \ufffd a pair'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__']
  ])('is kept as it is: %j', (name, kept) => {
    expect(cells(createDataset([{id: 'D1', amount: 1, ownerId: name}]), 'ownerId')).toEqual([kept]);
  });

  it('padded and plain are one value', () => {
    const column = createDataset([
      {id: 1, amount: 1, region: ' North'},
      {id: 2, amount: 1, region: 'North'},
      {id: 3, amount: 1, region: 'North '}
    ])
      .tables.get('deals')
      ?.columns.get('region');
    expect(column).toEqual({type: 'text', codes: Int32Array.of(0, 0, 0), values: ['North']});
  });

  it('an object where a field should be leaves the row out; in a segment it is missing', () => {
    const dataset = createDataset([
      {id: 'D1', amount: 1, product: {name: 'x'}},
      {id: 'D2', amount: 1, product: 'x', tags: ['a']}
    ]);
    expect(issues(dataset)).toEqual(['1 product unexpected-value']);
    expect(cells(dataset, 'tags')).toEqual([null]);
  });
});

describe('flags', () => {
  it('are true or false', () => {
    const rows = [true, false, 'yes', 'No', 1, 0, 'ja', 'nej', null].map((excluded, id) => ({id, createdAt: '2024-01-05', excluded}));
    expect(cells(createDataset(rows, {table: 'leads'}), 'excluded', 'leads')).toEqual([
      'true',
      'false',
      'true',
      'false',
      'true',
      'false',
      'true',
      'false',
      null
    ]);
  });

  it('or leave the row out', () => {
    expect(issues(createDataset([{id: 1, createdAt: '2024-01-05', excluded: 'perhaps'}], {table: 'leads'}))).toEqual([
      '1 excluded unexpected-value'
    ]);
  });
});

describe('lists', () => {
  it('hold typed entries', () => {
    const dataset = createDataset({
      deals: [
        {
          id: 'D1',
          stage_history: [
            {stage: 'Lead', at: '2024-01-05'},
            {stage: 'Won', at: '2024-02-05T10:00:00Z', by: 'R1'}
          ]
        },
        {id: 'D2', stage_history: null},
        {id: 'D3', stage_history: [{at: '2024-03-05', stage: 'Lead'}]}
      ],
      customers: [{id: 'C1', periods: [{from: '2024-01-05', to: null}]}],
      activities: [
        {id: 'A1', at: '2024-01-05', repIds: ['R1', 'R2']},
        {id: 'A2', at: '2024-01-05', repIds: 'R1'}
      ]
    });
    expect(dataset.issues).toEqual([]);
    expect(cells(dataset, 'stageHistory')).toEqual([
      [
        {stage: 'Lead', at: '2024-01-05'},
        {stage: 'Won', at: '2024-02-05T10:00:00.000Z'}
      ],
      [],
      [{stage: 'Lead', at: '2024-03-05'}]
    ]);
    expect(cells(dataset, 'periods', 'customers')).toEqual([[{from: '2024-01-05', to: null}]]);
    expect(cells(dataset, 'repIds', 'activities')).toEqual([[{repId: 'R1'}, {repId: 'R2'}], [{repId: 'R1'}]]);
  });

  it('a bad entry leaves its row out, and the others keep theirs', () => {
    const dataset = createDataset([
      {id: 'D1', splits: [{repId: 'R1', share: 1}]},
      {id: 'D2', splits: [{repId: 'R1', share: 'half'}]},
      {id: 'D3', splits: 'R1'},
      {
        id: 'D4',
        splits: [
          {repId: 'R2', share: 0.5},
          {repId: 'R3', share: 0.5}
        ]
      }
    ]);
    expect(issues(dataset)).toEqual(['2 splits not-a-number', '3 splits unexpected-value']);
    expect(cells(dataset, 'splits')).toEqual([
      [{repId: 'R1', share: 1}],
      [
        {repId: 'R2', share: 0.5},
        {repId: 'R3', share: 0.5}
      ]
    ]);
  });

  it('a single rep may stand where several may, or beside them in a column of its own', () => {
    const read = (rows: object[]): unknown[] => cells(createDataset(rows, {table: 'activities'}), 'repIds', 'activities');
    expect(read([{id: 'A1', at: '2024-01-05', repId: 'R1'}])).toEqual([[{repId: 'R1'}]]);
    expect(
      read([
        {id: 'A1', at: '2024-01-05', repId: 'R1', repIds: null},
        {id: 'A2', at: '2024-01-05', repIds: ['R1', 'R2']}
      ])
    ).toEqual([[{repId: 'R1'}], [{repId: 'R1'}, {repId: 'R2'}]]);
  });
});
