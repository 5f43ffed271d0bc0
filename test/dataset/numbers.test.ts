import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {cells, issues} from './cells.js';

/** Amounts of deals D1, D2, ... as JSON holds them. */
function amounts(values: readonly unknown[], options = {}) {
  return createDataset(
    values.map((amount, index) => ({id: `D${String(index + 1)}`, amount})),
    options
  );
}

describe('a number is read as people write it', () => {
  it.each<[unknown, number | null]>([
    ['0', 0],
    ['1234', 1234],
    ['1234.5', 1234.5],
    ['-12.25', -12.25],
    ['+7', 7],
    ['.5', 0.5],
    ['00123', 123],
    [' 12 ', 12],
    ['1 234.50', 1234.5],
    ['1\u00a0234.50', 1234.5],
    ['1\u202f234.50', 1234.5],
    ['1\u2009234.50', 1234.5],
    ["1'234.50", 1234.5],
    ['1’234.50', 1234.5],
    ['1,234.50', 1234.5],
    ['1,234,567', 1234567],
    ['$1,234.00', 1234],
    ['-$5.10', -5.1],
    ['$-5.10', -5.1],
    ['500 kr', 500],
    ['500kr.', 500],
    ['SEK 500', 500],
    ['500 sek', 500],
    ['€ 12.5', 12.5],
    ['−5', -5],
    ['(200)', -200],
    ['($200.25)', -200.25],
    ['500-', -500],
    ['-0', 0],
    ['', null],
    ['  ', null],
    [null, null],
    [undefined, null],
    [0, 0],
    [-0, 0],
    [1234.5, 1234.5],
    [-1234.5, -1234.5]
  ])('%j is %j', (written, value) => {
    const dataset = amounts([written, '1.5']);
    expect(cells(dataset, 'amount')).toEqual([value, 1.5]);
    expect(Object.is(cells(dataset, 'amount')[0], -0)).toBe(false);
    expect(dataset.issues).toEqual([]);
  });

  it.each<[string, number]>([
    ['1 234,50 kr', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567,5', 1234567.5],
    ['1.234.567', 1234567],
    ['1.234', 1234],
    ["1'234,5", 1234.5],
    ['−1 234,5', -1234.5],
    ['1,234', 1.234],
    ['7', 7]
  ])('and with a decimal comma where the column has one: %j is %j', (written, value) => {
    expect(cells(amounts(['0,25', written]), 'amount')).toEqual([0.25, value]);
    expect(cells(amounts([written, '0,25']), 'amount')).toEqual([value, 0.25]);
    expect(cells(createDataset(`id;amount\nD1;${written}\nD2;0,25\n`), 'amount')).toEqual([value, 0.25]);
  });
});

it('reads whole numbers of any width', () => {
  expect(cells(amounts([5n, -7n]), 'amount')).toEqual([5, -7]);
});

describe('what is no number leaves its row out', () => {
  it.each<[unknown, string]>([
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e400', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['0b11', 'not-a-number'],
    ['1_000', 'not-a-number'],
    ['12abc', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['-', 'not-a-number'],
    ['.', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['$', 'not-a-number'],
    ['1 23', 'not-a-number'],
    ['12 3456', 'not-a-number'],
    ['1,23', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['-(5)', 'not-a-number'],
    ['5 %', 'not-a-number'],
    ['2024-01-05', 'not-a-number'],
    ['#REF!', 'not-a-number'],
    ['7 pcs', 'not-a-number'],
    ['500,-', 'not-a-number'],
    ['500:-', 'not-a-number'],
    ['1' + ' '.repeat(5000) + '2', 'not-a-number'],
    [true, 'not-a-number'],
    [[5], 'not-a-number'],
    [{}, 'not-a-number'],
    [2n ** 53n + 1n, 'number-out-of-range'],
    [NaN, 'not-a-number'],
    [Infinity, 'number-out-of-range'],
    [2 ** 53, 'number-out-of-range'],
    ['9007199254740993', 'number-out-of-range'],
    ['1' + '0'.repeat(400), 'number-out-of-range']
  ])('%s', (written, reason) => {
    const dataset = amounts([1.5, 2.5, '3.5', written]);
    expect(issues(dataset)).toEqual([`4 amount ${reason}`]);
    expect(cells(dataset, 'amount')).toEqual([1.5, 2.5, 3.5]);
    expect(dataset.rows.deals).toEqual({read: 4, accepted: 3, rejected: 1});
  });
});

it('an amount too large for the decimals of its column leaves its row out, and the others keep their decimals', () => {
  const dataset = amounts([4503599627370496, 0.25]);
  expect(issues(dataset)).toEqual(['1 amount number-out-of-range']);
  expect(cells(dataset, 'amount')).toEqual([0.25]);
  expect(cells(amounts([9007199254740991, '9007199254740991', -9007199254740991]), 'amount')).toEqual([
    9007199254740991, 9007199254740991, -9007199254740991
  ]);
});

it('1e400 in JSON is out of range', () => {
  expect(issues(createDataset('[{"id":"D1","amount":1e400}]'))).toEqual(['1 amount number-out-of-range']);
});

describe('the decimal sign is inferred from the whole column', () => {
  it.each([
    [['1,234', '2,345']],
    [['1,234']],
    [['1.234', '500']],
    [['$1,234', '(2,000)']],
    [['1,234', '1.234']],
    [['1,234', '1.5', '1,5']]
  ])('%j could be either and asks for the setting', (values) => {
    const {problem} = amounts(values);
    expect(problem).toMatchObject({code: 'ambiguous-number', table: 'deals', column: 'amount', setting: 'decimal'});
    expect(problem?.seen).toContain(values.find((value) => /[.,]\d{3}/.test(value)));
  });

  it('and the setting answers', () => {
    expect(cells(amounts(['1,234', '2,345'], {decimal: '.'}), 'amount')).toEqual([1234, 2345]);
    expect(cells(amounts(['1,234', '2,345'], {decimal: ','}), 'amount')).toEqual([1.234, 2.345]);
    expect(cells(amounts(['1.234'], {decimal: '.'}), 'amount')).toEqual([1.234]);
    expect(cells(amounts(['1.234'], {decimal: ','}), 'amount')).toEqual([1234]);
  });

  it('one value that leaves no doubt settles it, wherever it stands', () => {
    expect(cells(amounts(['1,234', '2,5']), 'amount')).toEqual([1.234, 2.5]);
    expect(cells(amounts(['2.5', '1,234']), 'amount')).toEqual([2.5, 1234]);
    expect(cells(amounts(['1,234', '0,345']), 'amount')).toEqual([1.234, 0.345]);
    expect(cells(amounts(['1.234', '0.345']), 'amount')).toEqual([1.234, 0.345]);
    expect(cells(amounts(['1.234', '1234.567']), 'amount')).toEqual([1.234, 1234.567]);
  });

  it('where signs are mixed the minority is left out', () => {
    const dataset = amounts(['1,5', '2.5', '3,5', 'n.a.']);
    expect(cells(dataset, 'amount')).toEqual([1.5, 3.5]);
    expect(issues(dataset)).toEqual(['2 amount not-a-number', '4 amount not-a-number']);
    expect(issues(amounts(['1,5', '1.5']))).toEqual(['1 amount not-a-number']);
  });
});

describe('amounts are exact', () => {
  it.each<[readonly unknown[], number, readonly number[]]>([
    [[10, 20], 0, [10, 20]],
    [['10.00', '20.0'], 0, [10, 20]],
    [[0.1, 0.2], 1, [1, 2]],
    [[19.99, 5], 2, [1999, 500]],
    [['19.99', '0.125'], 3, [19990, 125]],
    [[1.005], 3, [1005]],
    [[0.30000000000000004], 1, [3]],
    [[0.7999999999999999, 1.25], 2, [80, 125]],
    [['0.30000000000000004'], 1, [3]],
    [[123456789.12 + 1.5e-8], 2, [12345678912]],
    [[1 / 3, 0.5], 9, [333333333, 500000000]],
    [[1 / 3, 99999999.5], 7, [3333333, 999999995000000]],
    [[90071992547409, 0.25, '0.3333333'], 2, [9007199254740900, 25, 33]],
    [['1234567890123.45'], 2, [123456789012345]]
  ])('%j has scale %i', (values, scale, units) => {
    const column = amounts(values).tables.get('deals')?.columns.get('amount');
    expect(column).toEqual({type: 'decimal', scale, units: Float64Array.from(units)});
  });

  it('typed arrays are copied, and NaN in them is missing', () => {
    const amount = Float64Array.of(1.5, NaN, 3);
    const dataset = createDataset({deals: {id: ['a', 'b', 'c'], amount}});
    expect(cells(dataset, 'amount')).toEqual([1.5, null, 3]);
    expect(dataset.issues).toEqual([]);
    expect(amount).toEqual(Float64Array.of(1.5, NaN, 3));
  });
});

describe('percent', () => {
  it('is a share where a share is meant', () => {
    const dataset = createDataset([
      {id: 'D1', amount: 1, probability: '50 %', splits: [{repId: 'R1', share: '12.5%'}]},
      {id: 'D2', amount: 1, probability: 0.25, splits: []}
    ]);
    expect(cells(dataset, 'probability')).toEqual([0.5, 0.25]);
    expect(cells(dataset, 'splits')).toEqual([[{repId: 'R1', share: 0.125}], []]);
  });

  it('is no amount', () => {
    expect(issues(amounts(['50 %', 1]))).toEqual(['1 amount not-a-number']);
  });
});

describe('a currency beside the amount', () => {
  it.each([
    [['$5', '7 €', 'GBP 3', '4'], undefined, ['USD', 'EUR', 'GBP', null]],
    [['5 kr', '7 SEK', '8 sek', '1 kr.'], undefined, ['SEK', 'SEK', 'SEK', 'SEK']],
    [['5 kr', '$5', '¥5'], 'NOK', ['NOK', 'USD', 'JPY']],
    [['5 kr', '$5', '¥5'], 'CAD', ['SEK', 'CAD', 'JPY']]
  ])('fills the currency of its row: %j with reporting currency %s', (values, currency, expected) => {
    expect(cells(amounts(values, {settings: {currency}}), 'currency')).toEqual(expected);
  });

  it('does not beat a column of currencies', () => {
    expect(cells(createDataset([{id: 'D1', amount: '$5', currency: 'CAD'}]), 'currency')).toEqual(['CAD']);
  });

  it('makes no column where there is none', () => {
    expect(amounts([5]).tables.get('deals')?.columns.has('currency')).toBe(false);
  });
});
