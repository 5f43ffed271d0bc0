import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, type Dataset} from '../../src/dataset/create-dataset.js';
import {measure} from '../../src/engine.js';
import {cells, everything} from './cells.js';

const numRuns = 300;

/** Words that no reader of any kind of file could take for something else, beside some that try. */
const word = fc.oneof(
  fc.constantFrom(
    'North',
    'Åre',
    'a "quoted" one',
    'semi;colon',
    'com,ma',
    'two\nlines',
    "O'Hara",
    '=1+1',
    '__proto__',
    'constructor',
    '👍',
    '-',
    '7'
  ),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 8}).map((text) => text.replace(/\p{C}/gu, '').trim() || 'x')
);

const day = fc
  .date({min: new Date('1970-01-02'), max: new Date('2200-12-30'), noInvalidDate: true})
  .map((date) => date.toISOString().slice(0, 10));

const moment = fc.date({min: new Date('1970-01-02'), max: new Date('2200-12-30'), noInvalidDate: true}).map((date) => date.toISOString());

interface Deal {
  readonly amount: number | null;
  readonly status: string;
  readonly createdAt: string | null;
  readonly closedAt: string | null;
  readonly region: string | null;
}

/** Deals as JSON would hold them, ids their places. Amounts have cents, which a file with decimal commas writes out. */
const deals = fc
  .array(
    fc.record<Deal>({
      amount: fc.option(fc.integer({min: -1e9, max: 1e12}).map((cents) => cents / 100)),
      status: fc.constantFrom('won', 'lost', 'open'),
      createdAt: fc.option(day),
      closedAt: fc.option(moment),
      region: fc.option(word)
    }),
    {maxLength: 12}
  )
  .map((rows) => rows.map((row, index) => ({id: `D${String(index)}`, ...row})));

const columns = ['id', 'amount', 'status', 'createdAt', 'closedAt', 'region'] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

function delimited(rows: readonly Row[], delimiter: string, decimal: string, lineEnd: string): string {
  const field = (value: string | number | null): string => {
    const text = typeof value === 'number' ? value.toFixed(2).replace('.', decimal) : (value ?? '');
    return /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return (
    [columns.join(delimiter), ...rows.map((row) => columns.map((column) => field(row[column])).join(delimiter))].join(lineEnd) + lineEnd
  );
}

function accounts(dataset: Dataset): boolean {
  return [...dataset.tables.values()].every(({name, length}) => {
    const {read, accepted, rejected} = dataset.rows[name];
    const rows = new Set(dataset.issues.filter(({table}) => table === name).map(({row}) => row));
    return accepted + rejected === read && accepted === length && rows.size === rejected;
  });
}

describe('for any rows', () => {
  it('rows, columns, JSON, CSV, TSV and Swedish CSV are one dataset', () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const expected = everything(createDataset({deals: rows}));
        const held = Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column])]));
        const inputs = [
          rows,
          JSON.stringify(rows),
          delimited(rows, ',', '.', '\n'),
          delimited(rows, '\t', '.', '\r\n'),
          delimited(rows, ';', ',', '\r')
        ];
        if (rows.length) inputs.push({deals: held} as never);
        // An array without rows has no columns, a file has its header.
        for (const input of rows.length ? inputs : inputs.slice(0, 2)) {
          const dataset = createDataset(input);
          expect(dataset.problem).toBeUndefined();
          expect(everything(dataset)).toEqual(expected);
        }
      }),
      {numRuns}
    );
  });

  it('files one behind the other are read as each of them alone, row for row', () => {
    const header = `${columns.join(',')}\n`;
    const write = {
      csv: (rows: readonly Row[]) => delimited(rows, ',', '.', '\n'),
      json: (rows: readonly Row[]) => JSON.stringify(rows),
      lines: (rows: readonly Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    };
    const join = {
      csv: (files: readonly string[]) => header + files.map((file) => file.slice(header.length)).join(''),
      json: (files: readonly string[]) => JSON.stringify(files.flatMap((file) => JSON.parse(file) as Row[])),
      lines: (files: readonly string[]) => files.join('')
    };
    /** A row that cannot be read, told by its id. */
    const bad = (row: Row): Row => ({...row, createdAt: '2024-02-30'});
    fc.assert(
      fc.property(deals, fc.array(fc.nat(12), {minLength: 1, maxLength: 3}), fc.nat(12), (rows, cuts, place) => {
        const all = rows.map((row, index): Row => (index === place ? bad(row) : row));
        const places = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
        // NDJSON has two lines at least.
        const parts = places.slice(1).map((end, index) => all.slice(places[index], end));
        for (const format of ['csv', 'json', 'lines'] as const) {
          const files = parts.filter(({length}) => length > 1).map(write[format]);
          if (!files.length) continue;
          const [whole, ...each] = [join[format](files), ...files].map((file) => createDataset(file));
          const total = (dataset: Dataset) => measure(dataset, {kpi: 'total-sales', period: 'all', asOf: '2200-12-31'}).numerator ?? 0;
          for (const key of ['read', 'accepted', 'rejected'] as const)
            expect(whole.rows.deals[key]).toBe(each.reduce((sum, {rows: {deals}}) => sum + deals[key], 0));
          for (const column of columns) expect(cells(whole, column)).toEqual(each.flatMap((part) => cells(part, column)));
          expect(Math.abs(total(whole) - each.reduce((sum, part) => sum + total(part), 0))).toBeLessThan(0.001);
        }
      }),
      {numRuns}
    );
  });

  it('the order of keys and rows does not matter', () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const turned = rows.map((row) => Object.fromEntries(Object.entries(row).reverse())).reverse();
        const straight = createDataset(rows);
        const reversed = createDataset(turned);
        for (const column of rows.length ? columns : []) expect(cells(reversed, column).reverse()).toEqual(cells(straight, column));
      }),
      {numRuns}
    );
  });

  it('the units are the amounts, to the cent', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({min: -(10n ** 14n), max: 10n ** 14n}), {minLength: 1}), (cents) => {
        const text = cents.map((value, index) => {
          const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
          return `D${String(index)},${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        });
        const column = createDataset(`id,amount\n${text.join('\n')}\n`)
          .tables.get('deals')
          ?.columns.get('amount');
        if (column?.type !== 'decimal') throw new Error('no amounts');
        expect(Array.from(column.units, (units) => BigInt(units) * 10n ** BigInt(2 - column.scale))).toEqual(cents);
      }),
      {numRuns}
    );
  });
});

const cell = fc.oneof(
  fc.anything(),
  word,
  fc.constantFrom(
    '1,5',
    '1.5',
    '1,234',
    '(3)',
    '$4',
    '50 %',
    '01/02/2024',
    '2024-02-30',
    '30.01.2024',
    '2024-01-01T10:00',
    'won',
    'maybe',
    '',
    ' '
  )
);
const key = fc.constantFrom(
  'id',
  'amount',
  'status',
  'stage',
  'createdAt',
  'engage_date',
  'splits',
  'stageHistory',
  'is_won',
  'probability',
  'owner',
  'ownerId',
  'x',
  '__proto__'
);

describe('for any input at all', () => {
  it('nothing is thrown and every row is accounted for: rows', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.dictionary(key, cell), fc.anything())), (rows) => {
        const dataset = createDataset(rows);
        expect(accounts(dataset)).toBe(true);
        expect(dataset.problem !== undefined || dataset.rows.deals.read === rows.length).toBe(true);
      }),
      {numRuns: numRuns * 3}
    );
  });

  it('nothing is thrown and every row is accounted for: text', () => {
    const line = fc.array(fc.oneof(fc.constantFrom('id', 'amount', 'Belopp', 'D1', '5', '"', '""', '2024-01-01', 'x'), fc.string()), {
      maxLength: 5
    });
    const text = fc
      .tuple(fc.constantFrom(',', ';', '\t', '|'), fc.array(line), fc.constantFrom('\n', '\r\n', '\r'))
      .map(([delimiter, lines, end]) => lines.map((fields) => fields.join(delimiter)).join(end));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((rows) => `id,amount\n${rows}`),
          fc.string(),
          fc.json(),
          fc.json().map((json) => json.slice(0, -1))
        ),
        (input) => {
          expect(accounts(createDataset(input))).toBe(true);
        }
      ),
      {numRuns: numRuns * 3}
    );
  });

  it('nothing is thrown and every row is accounted for: datasets', () => {
    const table = fc.constantFrom('deals', 'leads', 'orders', 'activities', 'reps', 'fx_rates', 'settings', 'other');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.dictionary(table, fc.oneof(fc.array(fc.dictionary(key, cell)), fc.dictionary(key, fc.array(cell)), fc.anything())),
          fc.anything()
        ),
        (input) => {
          expect(accounts(createDataset(input))).toBe(true);
        }
      ),
      {numRuns: numRuns * 3}
    );
  });

  it('the input is left as it was', () => {
    const frozen = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) Object.values(Object.freeze(value)).forEach(frozen);
      return value;
    };
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, fc.oneof(word, fc.jsonValue()))), (rows) => {
        const before = JSON.stringify(rows);
        createDataset(frozen(rows));
        createDataset(frozen({deals: rows}));
        expect(JSON.stringify(rows)).toBe(before);
      }),
      {numRuns}
    );
  });

  it('JSON that the engine refuses is refused, at a byte within the text where that is known; JSON that it takes is not', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', 'x', '\\', ' '), (json, place, extra) => {
        const cut = place % (json.length + 1);
        const text = `[${json.slice(0, cut)}${extra}${json.slice(cut)}`;
        const {problem} = createDataset(text);
        const size = new TextEncoder().encode(text).length;
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(problem?.code === 'not-json').toBe(!valid);
        if (problem?.byte !== undefined) {
          expect(problem.byte).toBeGreaterThan(0);
          expect(problem.byte).toBeLessThanOrEqual(size);
        }
      }),
      {numRuns}
    );
  });
});
