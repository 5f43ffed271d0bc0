import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Column} from '../../src/dataset/column.js';
import {createDataset} from '../../src/dataset/create-dataset.js';
import type {DatasetOptions} from '../../src/dataset/settings.js';
import {Scanner} from '../../src/scan/scanner.js';

const numRuns = Number(process.env.RUNS ?? 1000);

/** The bytes as they may arrive: in chunks of any size. */
function scanned(bytes: Uint8Array, sizes: readonly number[], options: DatasetOptions = {}): unknown {
  const scanner = new Scanner(options);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length];
    scanner.push(bytes.subarray(at, at + size));
    at += size;
  }
  return scanner.end();
}

/** All that a dataset says, the words of its columns in their order. */
function account(input: unknown, options: DatasetOptions = {}): unknown {
  const {tables, ...rest} = createDataset(input, options);
  const plain = (column: Column): unknown =>
    column.type === 'list'
      ? {...column, fields: Array.from(column.fields, ([name, inner]) => [name, plain(inner)])}
      : column.type === 'text'
        ? {type: column.type, codes: column.codes, values: [...column.values]}
        : column;
  return {
    ...rest,
    tables: Array.from(tables, ([name, table]) => [
      name,
      table.length,
      Array.from(table.columns, ([field, column]) => [field, plain(column)])
    ])
  };
}

const text = new TextEncoder();

/** Whether the text was scanned; where it was, it must be what the general way makes of it. */
function agrees(source: string, sizes: readonly number[], options: DatasetOptions = {}): boolean {
  const bytes = text.encode(source);
  source = new TextDecoder().decode(bytes);
  const value = scanned(bytes, sizes, options);
  if (value === undefined) return false;
  // Not toEqual: its report of a difference takes longer than the search for a smaller one.
  expect(isDeepStrictEqual(account(value, options), account(source, options))).toBe(true);
  return true;
}

const sizes = fc.array(fc.integer({min: 1, max: 90}), {minLength: 1, maxLength: 5});

const cell = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      'won',
      'Lost',
      'open',
      'nonsense',
      'Åsa',
      'Öst och väst',
      '\u00a0Ö\u00a0',
      'Ä\u0085',
      'Ö–Ä',
      ' padded ',
      '',
      ' ',
      '👍',
      'a "quoted" one',
      'two\nlines',
      'tab\there',
      'co,mma',
      'se;mi',
      '\ud800',
      '\u0000'
    ],
    ...['2024-01-31', '2024-02-30', '2024-02-29', '2023-02-29', '31/01/2024', '01/02/2024', '1969-12-31', '2201-01-01', '2024-1-5'],
    ...[
      '2024-01-31T23:59:59Z',
      '2024-01-31T23:59:59.120Z',
      '2024-01-31T24:00:00Z',
      '2024-01-31T10:00:00',
      '2024-01-31T10:00:00+01:00',
      '2024-13-01'
    ],
    ...[
      '12',
      '12.5',
      '12.50',
      '012',
      '-0',
      '-0.5',
      '1,234',
      '1,5',
      '1.234,50',
      '1,234.50',
      '1e400',
      '9007199254740993',
      '$12',
      '12 kr',
      '12 EUR',
      '50 %',
      '-7'
    ],
    ...[0, -0, 1, 1.5, -2.25, 1e21, 1e-7, 0.1, 1234567.891, 9007199254740992, 123456789012345, true, false, null],
    ...[[], {}, [{stage: 'A', at: '2024-01-01'}], {nested: [1, '}', '"']}, [1, 2]]
  ),
  fc.string({unit: 'binary', maxLength: 6}),
  fc.double({noNaN: true, noDefaultInfinity: true}),
  fc.integer()
);

const keys = [
  'id',
  'amount',
  'status',
  'stage',
  'createdAt',
  'closedAt',
  'region',
  'owner',
  'currency',
  'stageHistory',
  'splits',
  'note',
  '__proto__',
  'constructor',
  'probability'
];

const row = fc
  .uniqueArray(fc.constantFrom(...keys), {maxLength: 9})
  .chain((chosen) =>
    fc
      .tuple(...chosen.map(() => cell))
      .map((cells) => `{${chosen.map((key, index) => `${JSON.stringify(key)}:${JSON.stringify(cells[index])}`).join(',')}}`)
  );
const space = fc.constantFrom('', ' ', '\n', '\r\n  ');
const rows = fc.tuple(fc.array(row, {maxLength: 8}), space).map(([list, gap]) => `[${gap}${list.join(`${gap},${gap}`)}${gap}]`);

const options = fc.record<DatasetOptions>({
  decimal: fc.constantFrom(undefined, '.', ','),
  dateFormat: fc.constantFrom(undefined, 'dmy', 'mdy'),
  assumeZone: fc.constantFrom(undefined, 'Europe/Stockholm')
});

/** The same keys in every row, as an export has them: then most is scanned. */
const evenRows = fc
  .uniqueArray(fc.constantFrom(...keys.slice(0, 13)), {minLength: 3, maxLength: 8})
  .chain((chosen) => fc.array(fc.tuple(...chosen.map(() => cell)), {maxLength: 10}).map((list) => ({chosen, list})));

function delimited(
  {chosen, list}: {chosen: readonly string[]; list: readonly (readonly unknown[])[]},
  sign: string,
  lineEnd: string,
  isEnded: boolean
): string {
  const field = (value: unknown): string => {
    const said = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
    return /["\n\r]/.test(said) || said.includes(sign) ? `"${said.replaceAll('"', '""')}"` : said;
  };
  return [chosen, ...list].map((cells) => cells.map(field).join(sign)).join(lineEnd) + (isEnded ? lineEnd : '');
}

describe('what is scanned is what the general way reads', {timeout: 60_000}, () => {
  it('from JSON rows', () => {
    let count = 0;
    fc.assert(
      fc.property(rows, sizes, options, (source, chunks, given) => {
        if (agrees(source, chunks, given)) count++;
      }),
      {numRuns, endOnFailure: true}
    );
    expect(count).toBeGreaterThan(numRuns / 3);
  });

  it('from a dataset object', () => {
    let count = 0;
    const entry = fc.oneof(
      rows.map((list) => `"deals":${list}`),
      rows.map((list) => `"leads" : ${list}`),
      fc.constantFrom(
        '"settings":{"currency":"SEK"}',
        '"Deals":[{"id":1,"amount":2}]',
        '"other":[1,2]',
        '"orders":{"id":["a"],"amount":[3]}',
        '"targets":null'
      )
    );
    const objects = fc.array(entry, {minLength: 1, maxLength: 4}).map((list) => `{${list.join(' , ')}}`);
    fc.assert(
      fc.property(objects, sizes, (source, chunks) => {
        if (agrees(source, chunks)) count++;
      }),
      {numRuns, endOnFailure: true}
    );
    expect(count).toBeGreaterThan(numRuns / 3);
  });

  it('from delimited text', () => {
    let count = 0;
    fc.assert(
      fc.property(
        evenRows,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        sizes,
        options,
        (table, sign, lineEnd, isEnded, chunks, given) => {
          if (agrees(delimited(table, sign, lineEnd, isEnded), chunks, given)) count++;
        }
      ),
      {numRuns, endOnFailure: true}
    );
    expect(count).toBeGreaterThan(numRuns / 3);
  });

  it('from thousands of rows whose names nearly all differ', () => {
    // In no order, as names are.
    const names = Array.from({length: 4500}, (_, index) => `Deal ${(index * 7919) % 4507}`);
    const more = fc.array(fc.oneof(fc.nat(names.length - 1), cell), {maxLength: 40});
    fc.assert(
      fc.property(more, fc.boolean(), (list, isShuffled) => {
        const all: unknown[] = [...names, ...list.map((one) => (typeof one === 'number' ? names[one] : one))];
        const ids = all.map((_, index) => (isShuffled ? (index * 7919) % 9973 : index));
        const source = JSON.stringify(all.map((name, index) => ({id: `i${ids[index]}`, name, amount: 5})));
        agrees(source, [60_000]);
      }),
      {numRuns: numRuns / 20, endOnFailure: true}
    );
  });

  it('from text that was tampered with', () => {
    const tampered = fc.tuple(
      fc.oneof(
        rows,
        evenRows.map((table) => delimited(table, ',', '\n', true))
      ),
      fc.nat(),
      fc.constantFrom('', '"', ',', '\n', '{', '}', ']', ':', '\\', '0', 'e', ' ', '\r', ';', '\u0000', '-', '.'),
      fc.nat(3)
    );
    fc.assert(
      fc.property(tampered, sizes, ([source, place, sign, gone], chunks) => {
        const at = place % (source.length + 1);
        agrees(source.slice(0, at) + sign + source.slice(at + gone), chunks);
      }),
      {numRuns: numRuns * 3, endOnFailure: true}
    );
  });

  it('from bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 60}), sizes, (bytes, chunks) => {
        expect(() => scanned(bytes, chunks)).not.toThrow();
      }),
      {numRuns, endOnFailure: true}
    );
  });
});
