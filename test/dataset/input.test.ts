import {describe, expect, it, vi} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {cells, everything, issues} from './cells.js';

describe('an input that cannot be read as a whole', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing', '', {code: 'empty-answer'}],
    ['blanks', ' \r\n\ufeff\t ', {code: 'empty-answer'}],
    ['a web page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', {code: 'web-page'}],
    ['a web page without doctype', '<html lang="en">', {code: 'web-page'}],
    ['XML', '<?xml version="1.0"?><error/>', {code: 'web-page'}],
    ['JSON cut between values', '[{"id":1},', {code: 'not-json', byte: 10}],
    ['JSON cut in a string', '[{"id":"Å', {code: 'not-json', byte: 10}],
    ['JSON cut in a word', '[{"id":tru', {code: 'not-json', byte: 10}],
    ['JSON followed by something else', '{"deals":[]} x', {code: 'not-json', byte: 13}],
    ['JSON with a comma too many', '[{"id":1,}]', {code: 'not-json', byte: 9}],
    ['JSON with a comma at the end of an array, where engines do not say', '[1,]', {code: 'not-json'}],
    ['JSON with a bad escape after a byte order mark', '\ufeff["\\x"]', {code: 'not-json', byte: 6}],
    ['JSON with a number too long', '[01]', {code: 'not-json', byte: 2}],
    ['JSON with a key that is none', '{id:1}', {code: 'not-json', byte: 1}],
    ['JSON without a colon', '{"id" 1}', {code: 'not-json', byte: 6}],
    ['JSON closed by the wrong bracket', '[1}', {code: 'not-json', byte: 2}],
    ['JSON that talks of an end of its own', '[the end of position 7', {code: 'not-json'}],
    ['JSON with NaN', '[NaN]', {code: 'not-json'}],
    ['a JSON object a line, the last cut', '{"id":1}\n{"id":2', {code: 'truncated', line: 2}],
    ['JSON over several lines, cut', '{\n"deals":[]\n', {code: 'not-json', byte: 13}],
    ['a workbook', 'PK\x03\x04\x14\x00\x06', {code: 'workbook'}],
    ['an old workbook', '\xd0\xcf\x11\xe0\xa1\xb1', {code: 'workbook'}],
    ['an object without a table', '{"ok":true,"rows":[]}', {code: 'not-a-dataset', seen: ['ok', 'rows']}],
    ['a reference as a table', {deals: 'deals.csv'}, {code: 'not-a-dataset', table: 'deals', seen: ['deals']}],
    ['a single row as a table', {deals: {id: 'D1', amount: 5}}, {code: 'not-a-dataset', table: 'deals', seen: ['deals']}],
    ['a scalar', 5, {code: 'not-a-dataset', seen: []}],
    ['a scalar as text', '42', {code: 'not-a-dataset', seen: []}],
    ['null as text', 'null', {code: 'not-a-dataset', seen: []}],
    ['null', null, {code: 'not-a-dataset', seen: []}],
    ['undefined', undefined, {code: 'not-a-dataset', seen: []}],
    ['a function', () => 1, {code: 'not-a-dataset', seen: []}],
    ['a table twice', {fxRates: [], fx_rates: []}, {code: 'duplicate-header', table: 'fxRates', column: 'fx_rates'}],
    ['rows of unknown columns', [{foo: 1}], {code: 'no-known-columns', table: 'deals', seen: ['foo']}],
    ['rows without columns', [{}], {code: 'no-known-columns', table: 'deals', seen: []}],
    [
      'one bad table among good ones',
      {deals: [{id: 1, amount: 1}], leads: [{foo: 1}]},
      {code: 'no-known-columns', table: 'leads', seen: ['foo']}
    ]
  ])('%s', (_, input, problem) => {
    const dataset = createDataset(input);
    expect(dataset.problem).toEqual(problem);
    expect(dataset.tables.size).toBe(0);
    expect(dataset.rows).toEqual({});
  });

  it('keeps the settings of the page', () => {
    expect(createDataset('', {settings: {currency: 'SEK'}}).settings).toEqual({currency: 'SEK'});
  });
});

describe('an empty table is no problem', () => {
  it.each<[string, unknown]>([
    ['[]', '[]'],
    ['an empty array', []],
    ['an empty table', {deals: []}],
    ['columns without rows', {deals: {id: [], amount: []}}],
    ['no columns', {deals: {}}]
  ])('%s', (_, input) => {
    const dataset = createDataset(input);
    expect(dataset.problem).toBeUndefined();
    expect(dataset.rows).toEqual({deals: {read: 0, accepted: 0, rejected: 0}});
    expect(dataset.tables.get('deals')?.length).toBe(0);
  });
});

describe('rows, columns and text of the same data are the same', () => {
  const rows = [
    {id: 'D1', amount: 1234.5, closedAt: '2024-01-05', region: 'North'},
    {id: 'D2', amount: null, closedAt: '2024-02-05', region: ''}
  ];
  it.each<[string, unknown]>([
    ['a dataset', {deals: rows}],
    ['columns', {deals: {id: ['D1', 'D2'], amount: [1234.5, null], closedAt: ['2024-01-05', '2024-02-05'], region: ['North', null]}}],
    [
      'typed columns',
      {deals: {id: ['D1', 'D2'], amount: Float64Array.of(1234.5, NaN), closedAt: ['2024-01-05', '2024-02-05'], region: ['North', '']}}
    ],
    ['JSON of rows', JSON.stringify(rows)],
    ['NDJSON', `${rows.map((row) => JSON.stringify(row)).join('\r\n')}\r\n\n`],
    ['JSON of a dataset, with a byte order mark', `\ufeff\n${JSON.stringify({Deals: rows})}`],
    ['CSV', 'id,amount,closedAt,region\nD1,1234.5,2024-01-05,North\nD2,,2024-02-05,\n'],
    ['Swedish CSV', 'ID;Belopp;Stängd;region\r\nD1;1 234,50;2024-01-05;North\r\nD2;;2024-02-05;\r\n']
  ])('%s', (_, input) => {
    const dataset = createDataset(input);
    expect(dataset.issues).toEqual([]);
    expect(everything(dataset)).toEqual(everything(createDataset(rows)));
  });
});

it('every table of the contract is read', () => {
  const names = ['deals', 'leads', 'customers', 'orders', 'subscriptions', 'activities', 'costs', 'surveys', 'reps', 'targets', 'fxRates'];
  const dataset = createDataset(Object.fromEntries(names.map((name) => [name, []])));
  expect([...dataset.tables.keys()]).toEqual(names);
});

it('array elements that are no rows are left out', () => {
  const dataset = createDataset([{id: 'D1', amount: 1}, null, 5, [1], 'x', {id: 'D2', amount: 2}]);
  expect(issues(dataset)).toEqual(['2 not-a-row', '3 not-a-row', '4 not-a-row', '5 not-a-row']);
  expect(cells(dataset, 'amount')).toEqual([1, 2]);
  expect(createDataset('[[1,2],[3,4]]').rows).toEqual({deals: {read: 2, accepted: 0, rejected: 2}});
});

it('a line of NDJSON that is no row is left out', () => {
  const dataset = createDataset('{"id":"D1","amount":1}\n{"id":"D2",\n\n[1]\n{"id":"D3","amount":3}\n');
  expect(issues(dataset)).toEqual(['2 not-a-row', '3 not-a-row', '4 not-a-row']);
  expect(cells(dataset, 'amount')).toEqual([1, 3]);
});

it('columns of unequal length lose their loose ends', () => {
  const dataset = createDataset({deals: {id: ['D1', 'D2', 'D3'], amount: [1, 2]}});
  expect(issues(dataset)).toEqual(['3 too-few-fields']);
});

it('rows need not have the same keys in the same order', () => {
  const dataset = createDataset([
    {id: 'D1', amount: 1},
    {amount: 2, id: 'D2'},
    {id: 'D3', stage: 'Lead'}
  ]);
  expect(cells(dataset, 'id')).toEqual(['D1', 'D2', 'D3']);
  expect(cells(dataset, 'amount')).toEqual([1, 2, null]);
  expect(cells(dataset, 'stage')).toEqual([null, null, 'Lead']);
});

describe('settings', () => {
  it('come from the dataset; the page beats them; what is of the wrong type is dropped', () => {
    const {settings} = createDataset(
      {
        settings: {
          currency: 'SEK',
          timeZone: 'Europe/Stockholm',
          weekStart: '1',
          fiscalYearStart: 7,
          asOf: 5,
          stages: ['Lead', {id: 'Won'}, 3, {}],
          __proto__: {polluted: 1},
          other: 1
        },
        deals: []
      },
      {settings: {timeZone: 'UTC', source: undefined}}
    );
    expect(settings).toEqual({currency: 'SEK', timeZone: 'UTC', fiscalYearStart: 7, stages: ['Lead', {id: 'Won'}]});
  });

  it('that are none are ignored', () => {
    for (const settings of [null, 5, 'SEK', [], {stages: 5}]) expect(createDataset({settings, deals: []}).settings).toEqual({});
  });
});

describe('a wrong option throws', () => {
  it.each([
    [{table: 'deal'}, 'unknown table: deal; known are deals, stageHistory, '],
    [{dateFormat: 'ydm'}, 'unknown date format: ydm; known are dmy, mdy, ymd, excel, unix, unix-ms'],
    [{decimal: ';'}, 'unknown decimal sign: ;; known are ., ,'],
    [{assumeZone: 'Mars/Olympus'}, 'unknown time zone: Mars/Olympus'],
    [{fields: {amonut: 'ARR'}}, 'unknown field: amonut; known are id, name, ']
  ])('%j', (options, message) => {
    expect(() => createDataset([], options)).toThrow(message);
    expect(() => createDataset([], options)).toThrow(RangeError);
  });
});

it('prototypes stay clean', () => {
  const text = '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"D1","amount":1}]';
  expect(createDataset(text).rows.deals?.accepted).toBe(1);
  createDataset('{"__proto__":[{"polluted":1}],"deals":[{"id":1,"amount":1}],"settings":{"__proto__":{"polluted":1}}}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('only own keys of a row count', () => {
  const row = Object.create({amount: 5}) as Record<string, unknown>;
  row.id = 'D1';
  row.stage = 'Lead';
  expect(createDataset([row]).recognised.get('deals')?.fields.has('amount')).toBe(false);
});

it('nesting of any depth is survived', () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  expect(createDataset(`[{"id":1,"amount":2,"x":${deep},"splits":${deep}}]`).rows.deals).toEqual({read: 1, accepted: 0, rejected: 1});
  expect(createDataset(deep).rows.deals?.rejected).toBe(1);
  expect(createDataset('['.repeat(10_000)).problem).toEqual({code: 'not-json', byte: 10_000});
});

it.each([
  ['[{"id":1,}]', 1, 10, 9],
  ['[{"id":"Å"},\n{"id":2},\n{1}]', 3, 2, 25]
])('JSON that breaks off where Firefox tells the line and the column: %s', (text, line, column, byte) => {
  const parse = vi.spyOn(JSON, 'parse').mockImplementation(() => {
    throw new SyntaxError(`JSON.parse: expected property name at line ${line} column ${column} of the JSON data`);
  });
  const {problem} = createDataset(text);
  parse.mockRestore();
  expect(problem).toEqual({code: 'not-json', byte});
});
