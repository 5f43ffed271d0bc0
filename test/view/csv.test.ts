import {describe, expect, it} from 'vitest';
import '../../src/source/at-once.js';
import {createDataset} from '../../src/engine.js';
import {loadDictionary} from '../../src/locales/dictionaries.js';
import {csvOf} from '../../src/view/csv.js';
import {formatFor} from '../../src/view/format.js';
import type {TableView} from '../../src/view/table.js';

await loadDictionary('sv');
const table = (...rows: TableView['rows']): TableView => ({caption: '', headers: ['Rep', 'SEK'], rows, text: String});
const lines = (view: TableView, language = 'en') => csvOf(view, formatFor(language)).split('\r\n');

describe('a table as CSV', () => {
  it('starts with a byte order mark, has a line a row and ends the last one', () => {
    expect(csvOf(table(['Rep 04', 1]), formatFor('en'))).toBe('\ufeffRep,SEK\r\nRep 04,1\r\n');
  });

  it.each([
    ['=1+2', "'=1+2"],
    ['=HYPERLINK("//x";"y")', `"'=HYPERLINK(""//x"";""y"")"`],
    ['+46 8 123', "'+46 8 123"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['-5', '-5'],
    ['+5.25', '+5.25'],
    ['-5,25', '"-5,25"'],
    ['a, b', '"a, b"'],
    ['two\nlines', '"two\nlines"'],
    ['say "so"', '"say ""so"""'],
    ['a=b', 'a=b'],
    ['−5', '−5'],
    ['', '']
  ])('writes the name %j as %s', (name, field) => {
    expect(csvOf(table([name, null]), formatFor('en'))).toBe(`\ufeffRep,SEK\r\n${field},\r\n`);
  });

  it('has figures as plain numbers with every digit, and nothing where there is none', () => {
    expect(lines(table(['a', -1234567.891], ['b', 0], ['c', null])).slice(1, 4)).toEqual(['a,-1234567.891', 'b,0', 'c,']);
  });

  it('parts fields by semicolons where decimals have a comma, as spreadsheets of that language do', () => {
    expect(lines(table(['a;b', 0.5]), 'sv')).toEqual(['\ufeffRep;SEK', '"a;b";0,5', '']);
    expect(lines(table(['a', 0.5]), 'nl')[1], 'of one without words here too').toBe('a;0,5');
  });

  it('can be read back', () => {
    const text = csvOf({...table(['7', 1234.5]), headers: ['id', 'amount']}, formatFor('sv'));
    const {rows, tables} = createDataset(text, {table: 'orders'});
    expect(rows.orders).toEqual({read: 1, accepted: 1, rejected: 0});
    expect(tables.get('orders')?.columns.get('amount')).toMatchObject({type: 'decimal', scale: 1});
  });
});
