import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {cells, issues} from './cells.js';

const plain = ['D1', 'D2'];

describe('delimited text is read whatever parts its fields and lines', () => {
  it.each([
    ['commas', 'id,amount\nD1,10\nD2,20\n'],
    ['semicolons', 'id;amount\nD1;10\nD2;20\n'],
    ['tabs', 'id\tamount\nD1\t10\nD2\t20\n'],
    ['bars', 'id|amount\nD1|10\nD2|20\n'],
    ['a sep= line', 'sep=;\r\nid;amount\r\nD1;10\r\nD2;20\r\n'],
    ['a sep= line that names an odd sign', 'sep=^\nid^amount\nD1^10\nD2^20'],
    ['CRLF, CR and LF mixed', 'id,amount\r\nD1,10\rD2,20\n'],
    ['a last line without an end', 'id,amount\nD1,10\nD2,20'],
    ['a byte order mark', '\ufeffid,amount\nD1,10\nD2,20\n'],
    ['blank lines at the end', 'id,amount\nD1,10\nD2,20\n\n  \n\r\n'],
    ['rows of nothing but delimiters at the end', 'id,amount\nD1,10\nD2,20\n,\n,\n'],
    ['quotes', '"id","amount"\n"D1","10"\n"D2","20"\n'],
    ['a comma in a header of semicolons', 'id;"Belopp, netto";amount\nD1;x;10\nD2;y;20\n'],
    ['as many commas as semicolons in the header', 'id;amount, net\nD1;10\nD2;20\n']
  ])('%s', (_, text) => {
    const dataset = createDataset(text, {fields: {amount: text.includes('amount, net') ? 'amount, net' : 'amount'}});
    expect(dataset.problem).toBeUndefined();
    expect(cells(dataset, 'id')).toEqual(plain);
    expect(cells(dataset, 'amount')).toEqual([10, 20]);
    expect(dataset.rows).toEqual({deals: {read: 2, accepted: 2, rejected: 0}});
  });
});

describe('quoted fields', () => {
  it.each([
    ['hold delimiters', '"a,b"', 'a,b'],
    ['hold line ends', '"a\nb\r\nc"', 'a\nb\r\nc'],
    ['double their quotes', '"say ""hi"""', 'say "hi"'],
    ['may be a lone quote', '""""', '"'],
    ['that go on after the closing quote are taken as they stand', '"a"b', '"a"b'],
    ['are literal in the midst of a field', 'a"b"', 'a"b"'],
    ['may be empty', '""', null]
  ])('%s', (_, field, value) => {
    const dataset = createDataset(`id,name,amount\nD1,${field},1\nD2,x,2\n`);
    expect(cells(dataset, 'name')).toEqual([value, 'x']);
    expect(cells(dataset, 'amount')).toEqual([1, 2]);
  });
});

it('a row of too few or too many fields is left out and says so', () => {
  const dataset = createDataset('id,amount,stage\nD1,1,Lead\nD2,2\nD3,3,Lead,more\nD4,4,Lead\n');
  expect(cells(dataset, 'id')).toEqual(['D1', 'D4']);
  expect(cells(dataset, 'stage')).toEqual(['Lead', 'Lead']);
  expect(issues(dataset)).toEqual(['2 too-few-fields', '3 too-many-fields']);
  expect(dataset.rows).toEqual({deals: {read: 4, accepted: 2, rejected: 2}});
});

it('a blank line between rows is a row without fields', () => {
  const dataset = createDataset('id,amount\nD1,1\n\nD2,2\n');
  expect(issues(dataset)).toEqual(['2 too-few-fields']);
  expect(dataset.rows.deals).toEqual({read: 3, accepted: 2, rejected: 1});
});

it('a header alone is an empty table', () => {
  for (const text of ['id,amount', 'id,amount\n', 'id,amount\r\n\r\n']) {
    const dataset = createDataset(text);
    expect(dataset.problem).toBeUndefined();
    expect(dataset.rows).toEqual({deals: {read: 0, accepted: 0, rejected: 0}});
    expect(dataset.tables.get('deals')?.length).toBe(0);
  }
});

it('one column of decimal commas is not split at them', () => {
  expect(cells(createDataset('Belopp\n1234,50\n99,5\n'), 'amount')).toEqual([1234.5, 99.5]);
});

describe('a text that cannot be read as a whole says why', () => {
  it.each([
    ['an unclosed quote, with the line where it opens', 'id,amount\nD1,1\n"D2,2\nD3,3\n', {code: 'unclosed-quote', line: 3}],
    ['an unclosed quote, counting quoted line ends', '"id","amount"\n"D\n1",1\n"D2,2\n', {code: 'unclosed-quote', line: 4}],
    ['a last line cut short', 'id,amount,stage\nD1,1,Lead\nD2,2', {code: 'truncated', line: 3}],
    ['unknown columns', 'foo,bar\n1,2\n', {code: 'no-known-columns', table: 'deals', seen: ['foo', 'bar']}],
    ['no header', '1,2\n3,4\n', {code: 'no-known-columns', table: 'deals', seen: ['1', '2']}],
    [
      'a list of products',
      'product,series,sales_price\nA,B,5\n',
      {code: 'no-known-columns', table: 'deals', seen: ['product', 'series', 'sales_price']}
    ],
    [
      'a list of names',
      'sales_agent,manager\nRep 04,Rep 05\n',
      {code: 'no-known-columns', table: 'deals', seen: ['sales_agent', 'manager']}
    ],
    ['the same header twice', 'id,amount,Amount\nD1,1,2\n', {code: 'duplicate-header', table: 'deals', column: 'Amount'}],
    ['the same unknown header twice', 'id,amount,x,x\nD1,1,2,3\n', {code: 'duplicate-header', table: 'deals', column: 'x'}]
  ])('%s', (_, text, problem) => {
    const dataset = createDataset(text);
    expect(dataset.problem).toEqual(problem);
    expect(dataset.tables.size).toBe(0);
    expect(dataset.rows).toEqual({});
    expect(dataset.issues).toEqual([]);
  });
});

it('short lines elsewhere are rows left out, not a cut file', () => {
  const dataset = createDataset('id,amount\nD1,1\nand so on\nand more');
  expect(issues(dataset)).toEqual(['2 too-few-fields', '3 too-few-fields']);
});

it.each([0, 1, 2, 3, 4, 5, 6, 7])('rows of hardly anything are read to the last, however long the text: %i more letters', (more) => {
  const rows = Array.from({length: 400}, (_, row) => `${String(row)},,,,,,1`);
  const dataset = createDataset(`id${' '.repeat(more)},a,b,c,d,e,amount\n${rows.join('\n')}\n`);
  expect(cells(dataset, 'id')).toEqual(rows.map((_, row) => String(row)));
  expect(cells(dataset, 'amount')).toEqual(rows.map(() => 1));
});

it('columns without a header are left aside', () => {
  const dataset = createDataset(',id,amount,,\n0,D1,1,x,y\n');
  expect(cells(dataset, 'id')).toEqual(['D1']);
  expect([...(dataset.tables.get('deals')?.columns.keys() ?? [])]).toEqual(['id', 'amount', 'status']);
});

it('a wide header over many empty lines takes no more room than the text', () => {
  const wide = ['id', 'amount', ...Array.from({length: 20_000}, (_, index) => `c${String(index)}`)].join(',');
  const dataset = createDataset(`${wide}\n${'\n'.repeat(100_000)}D1,5\nx\n`);
  expect(dataset.rows.deals).toEqual({read: 100_002, accepted: 0, rejected: 100_002});
});
