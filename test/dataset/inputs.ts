import type {DatasetOptions, NoteCode} from '../../src/engine.js';

/**
 * The bad inputs that files bring, and the exact outcome of each. Rows are deals won in July 2026; `total` is what a card of total sales over
 * all time shows, null when it shows none.
 */
export interface Input {
  readonly name: string;
  /** Text, the bytes of a file, or a value handed over. */
  readonly input: unknown;
  readonly options?: DatasetOptions;
  /** Rows read and accepted; none where the file as a whole cannot be read. */
  readonly rows?: readonly [read: number, accepted: number];
  /** `row column reason` of each rejected row. */
  readonly issues?: readonly string[];
  readonly notes?: readonly NoteCode[];
  /** Why nothing can be read. */
  readonly problem?: Readonly<Record<string, unknown>>;
  /** What the reader of an element is told then. */
  readonly message?: string;
  /** A column and its values. */
  readonly column?: readonly [name: string, values: readonly unknown[]];
  readonly total: number | null;
  readonly state: 'ready' | 'partial' | 'empty' | 'error';
}

const header = 'id,amount,status,closedAt,name\n';
const plainText = `${header}D1,10,won,2026-07-05,Åsa\nD2,20,won,2026-07-06,Örn\n`;
const read = {rows: [2, 2], total: 30, state: 'ready', column: ['name', ['Åsa', 'Örn']]} as const;

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  Array.from({length: text.length}, (_, at) => {
    view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  });
  return new Uint8Array(view.buffer);
}

const utf8 = new TextEncoder();
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Deals of these amounts, as JSON holds them. */
function amounts(...values: readonly unknown[]): object[] {
  return values.map((amount, index) => ({id: `D${String(index + 1)}`, amount, status: 'won', closedAt: '2026-07-05'}));
}

/** Deals of these amounts, as text in quotes holds them. */
function csv(...values: readonly string[]): string {
  const rows = values.map((value, index) => `"D${String(index + 1)}","${value}",won,2026-07-05`);
  return `id,amount,status,closedAt\n${rows.join('\n')}\n`;
}

/** Deals of 10 closed on these dates. */
function dates(...values: readonly unknown[]): object[] {
  return values.map((closedAt, index) => ({id: `D${String(index + 1)}`, amount: 10, status: 'won', closedAt}));
}

/** Amounts that are read as these numbers. */
function numbers(name: string, values: readonly string[], expected: readonly (number | null)[]): Input {
  const total = expected.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return {
    name,
    input: csv(...values),
    rows: [values.length, values.length],
    column: ['amount', expected],
    total,
    state: expected.includes(null) ? 'partial' : 'ready'
  };
}

/** A first deal of 10 and a second that cannot be read. */
function rejected(name: string, rows: string | readonly object[], reason: string): Input {
  return {name, input: rows, rows: [2, 1], issues: [`2 ${reason}`], total: 10, state: 'partial'};
}

const ten = amounts(10)[0];

export const inputs: Readonly<Record<number, readonly Input[]>> = {
  1: [{name: 'UTF-8 with a byte order mark', input: utf8.encode(`\ufeff${plainText}`), ...read}],
  2: [{name: 'UTF-16, little end first', input: utf16(`\ufeff${plainText}`, true), ...read}],
  3: [{name: 'UTF-16, big end first', input: utf16(`\ufeff${plainText}`, false), ...read}],
  4: [
    {name: 'UTF-16 without a mark', input: utf16(plainText, true), ...read, notes: ['utf-16']},
    {name: 'UTF-16 without a mark, big end first', input: utf16(plainText, false), ...read, notes: ['utf-16']},
    {
      name: 'UTF-16 without a mark, most of it in another script',
      input: utf16(plainText.replace('Åsa', 'Ελένη'.repeat(200)), true),
      ...read,
      column: ['name', ['Ελένη'.repeat(200), 'Örn']],
      notes: ['utf-16']
    }
  ],
  5: [{name: 'windows-1252', input: windows1252(plainText), ...read, notes: ['windows-1252']}],
  6: [
    {
      name: 'UTF-8 with a stray byte',
      input: Uint8Array.of(...utf8.encode(plainText.replace('Åsa', 'åsa').replace('Örn', 'Orn').trimEnd()), 0xff, 10),
      ...read,
      column: ['name', ['Ã¥sa', 'Ornÿ']],
      notes: ['windows-1252']
    },
    {
      name: 'UTF-8 with a mark and a stray byte',
      input: Uint8Array.of(...utf8.encode(`\ufeff${plainText.replace('Åsa', 'asa').replace('Örn', 'Orn').trimEnd()}`), 0xff, 10),
      ...read,
      column: ['name', ['asa', 'Ornÿ']],
      notes: ['windows-1252']
    }
  ],
  7: [
    rejected('NUL in a field', `${header}D1,10,won,2026-07-05,a\nD2,20,won,2026-07-06,b\0\n`, 'name control-character'),
    rejected('NUL in a status', `${header}D1,10,won,2026-07-05,a\nD2,20,won\0,2026-07-06,b\n`, 'status control-character')
  ],
  8: [
    {
      name: 'half a surrogate pair, escaped',
      input: '[{"id":1,"amount":5,"status":"won","closedAt":"2026-07-05","name":"a\\ud83d"}]',
      rows: [1, 1],
      column: ['name', ['a\ufffd']],
      total: 5,
      state: 'ready'
    }
  ],

  9: [
    {
      name: 'semicolons and decimal commas',
      input: 'id;amount;status;closedAt\nD1;1234,50;won;2026-07-05\n',
      rows: [1, 1],
      total: 1234.5,
      state: 'ready'
    }
  ],
  10: [{name: 'tabs', input: plainText.replaceAll(',', '\t'), ...read}],
  11: [{name: 'bars', input: plainText.replaceAll(',', '|'), ...read}],
  12: [{name: 'a sep= line', input: `sep=;\r\n${plainText.replaceAll(',', ';')}`, ...read}],
  13: [{name: 'lines that end in every way', input: plainText.replace('\n', '\r\n').replace('Åsa\n', 'Åsa\r'), ...read}],
  14: [{name: 'a line end in quotes', input: plainText.replace('Åsa', '"Åsa\nB"'), ...read, column: ['name', ['Åsa\nB', 'Örn']]}],
  15: [{name: 'doubled quotes', input: plainText.replace('Åsa', '"say ""hi"""'), ...read, column: ['name', ['say "hi"', 'Örn']]}],
  16: [
    {
      name: 'a quote that never closes',
      input: plainText.replace('Örn', '"Örn'),
      problem: {code: 'unclosed-quote', line: 3},
      message: 'The quote opened in line 3 never closes. Export it again.',
      total: null,
      state: 'error'
    }
  ],
  17: [rejected('a row with a field too few', `${header}D1,10,won,2026-07-05,a\nD2,20,won,2026-07-06\n`, 'too-few-fields')],
  18: [rejected('a row with a field too many', `${header}D1,10,won,2026-07-05,a\nD2,20,won,2026-07-06,b,c\n`, 'too-many-fields')],
  19: [{name: 'blank lines at the end', input: `${plainText}\n \r\n,,,,\n\n`, ...read}],
  20: [{name: 'a header alone', input: header, rows: [0, 0], total: null, state: 'empty'}],
  21: [
    {
      name: 'no header',
      input: 'D1,10\nD2,20\n',
      problem: {code: 'no-known-columns', table: 'deals', seen: ['D1', '10']},
      message: 'No known columns. The file has: D1, 10. Name them in its first line, or in fields.',
      total: null,
      state: 'error'
    },
    {
      name: 'no header, but a first deal that is won',
      input: 'D1,10,won,2026-07-05\nD2,20,won,2026-07-06\n',
      problem: {code: 'no-known-columns', table: 'deals', seen: ['D1', '10', 'won', '2026-07-05']},
      message: 'No known columns. The file has: D1, 10, won, 2026-07-05. Name them in its first line, or in fields.',
      total: null,
      state: 'error'
    },
    {
      name: 'unknown columns',
      input: 'foo,bar\n1,2\n',
      problem: {code: 'no-known-columns', table: 'deals', seen: ['foo', 'bar']},
      message: 'No known columns. The file has: foo, bar. Name them in its first line, or in fields.',
      total: null,
      state: 'error'
    }
  ],
  22: [
    {
      name: 'a header twice',
      input: 'id,amount,Amount\nD1,10,20\n',
      problem: {code: 'duplicate-header', table: 'deals', column: 'Amount'},
      message: 'Two columns have the same name: Amount. Rename one or leave it out.',
      total: null,
      state: 'error'
    }
  ],
  23: [
    {name: 'a column __proto__', input: plainText.replace('name', '__proto__'), ...read, column: ['__proto__', ['Åsa', 'Örn']]},
    {name: 'a column constructor', input: plainText.replace('name', 'constructor'), ...read, column: ['constructor', ['Åsa', 'Örn']]}
  ],
  24: [
    {
      name: 'one column of decimal commas',
      input: 'Belopp\n1234,50\n',
      rows: [1, 1],
      column: ['amount', [1234.5]],
      total: null,
      state: 'partial'
    }
  ],
  25: [
    {
      name: 'a header of odd case, spaces and composition',
      input: `\ufeff  ID ,AMOUNT,Sta\u0300tus,closed\u00a0at\nD1,10,x,2026-07-05\n`,
      rows: [1, 1],
      column: ['amount', [10]],
      total: 0,
      state: 'ready'
    }
  ],
  26: [
    {name: 'a last line without an end', input: plainText.trimEnd(), ...read},
    {
      name: 'a last line cut short',
      input: plainText.slice(0, -6),
      problem: {code: 'truncated', line: 3},
      message: 'The file was cut off in line 3. Export it again.',
      total: null,
      state: 'error'
    },
    {
      name: 'a last line cut short, and another row with a field too few',
      input: `${header}D1,10\n${plainText.slice(header.length, -6)}`,
      problem: {code: 'truncated', line: 4},
      message: 'The file was cut off in line 4. Export it again.',
      total: null,
      state: 'error'
    }
  ],

  27: [numbers('nothing', ['', '10'], [null, 10])],
  28: [numbers('spaces', ['  ', '10'], [null, 10])],
  29: [{name: 'null', input: amounts(null, 10), rows: [2, 2], column: ['amount', [null, 10]], total: 10, state: 'partial'}],
  30: [rejected('NaN', csv('10', 'NaN'), 'amount not-a-number'), rejected('NaN, handed over', amounts(10, NaN), 'amount not-a-number')],
  31: [
    rejected('Infinity', csv('10', 'Infinity'), 'amount not-a-number'),
    rejected('Infinity, handed over', amounts(10, Infinity), 'amount number-out-of-range')
  ],
  32: [
    rejected('1e400', csv('10', '1e400'), 'amount not-a-number'),
    rejected('1e400 in JSON', JSON.stringify(amounts(10, 'x')).replace('"x"', '1e400'), 'amount number-out-of-range')
  ],
  33: ['1 234,50', '1\u00a0234,50', '1\u202f234,50', '1\u2009234,50'].map((text) =>
    numbers(`groups parted by U+${text.charCodeAt(1).toString(16)}`, [text], [1234.5])
  ),
  34: [numbers('groups parted by points', ['1.234,50'], [1234.5])],
  35: [numbers('groups parted by commas', ['1,234.50'], [1234.5])],
  36: [numbers('groups parted by apostrophes', ["1'234.50", '1’234.50'], [1234.5, 1234.5])],
  37: [
    {
      name: 'a column of 1,234 alone',
      input: csv('1,234'),
      problem: {code: 'ambiguous-number', table: 'deals', column: 'amount', setting: 'decimal', seen: ['1,234']},
      message: 'Thousands or decimals in amount (1,234)? Set decimal to . or ,',
      total: null,
      state: 'error'
    },
    {...numbers('1,234 where the page says', ['1,234'], [1234]), options: {decimal: '.'}}
  ],
  38: [
    {
      name: 'both decimal signs in a column',
      input: csv('1.5', '1,5', '2.5'),
      rows: [3, 2],
      issues: ['2 amount not-a-number'],
      column: ['amount', [1.5, 2.5]],
      total: 4,
      state: 'partial'
    }
  ],
  39: [numbers('a minus that is one', ['−5', '12'], [-5, 12])],
  40: [numbers('brackets', ['(500)', '600'], [-500, 600])],
  41: [numbers('a minus behind', ['500-', '600'], [-500, 600])],
  42: [{...numbers('one currency, in both places', ['500 kr', 'SEK 500'], [500, 500]), column: ['currency', ['SEK', 'SEK']]}],
  43: [
    {
      name: 'one currency in two spellings',
      input: 'id,amount,currency,status,closedAt\nD1,10,SEK,won,2026-07-05\nD2,20,sek,won,2026-07-05\nD3,5,kr,won,2026-07-05\n',
      rows: [3, 3],
      column: ['currency', ['SEK', 'SEK', 'SEK']],
      total: 35,
      state: 'ready'
    },
    {...numbers('two currencies', ['500 kr', '€500'], [500, 500]), column: ['currency', ['SEK', 'EUR']], total: null, state: 'partial'}
  ],
  44: [
    rejected('percent of an amount', csv('10', '50 %'), 'amount not-a-number'),
    {
      name: 'percent of a rate',
      input: [{...ten, probability: '50 %'}],
      rows: [1, 1],
      column: ['probability', [0.5]],
      total: 10,
      state: 'ready'
    },
    {
      name: 'a rate in percent without its sign',
      input: 'id,amount,status,closedAt,Probability (%)\nD1,10,won,2026-07-05,100\nD2,20,open,,12.5\nD3,20,open,,1\n',
      rows: [3, 3],
      column: ['probability', [1, 0.125, 0.01]],
      total: 10,
      state: 'ready'
    }
  ],
  45: [
    ...['0x10', '0b11', '1_000', '12abc'].map((text) => rejected(text, csv('10', text), 'amount not-a-number')),
    rejected('true', amounts(10, true), 'amount not-a-number'),
    rejected('a list', amounts(10, [5]), 'amount not-a-number')
  ],
  46: [
    rejected('an integer beyond 2^53', JSON.stringify(amounts(10, 'x')).replace('"x"', '9007199254740993'), 'amount number-out-of-range')
  ],
  47: [numbers('minus nought', ['-0'], [0])],

  48: ['2024-02-30', '2023-02-29', '2024-06-31'].map((text) => rejected(text, dates('2026-07-05', text), 'closedAt not-a-date')),
  49: ['0001-01-01', '2201-01-01', '0000-00-00'].map((text) => rejected(text, dates('2026-07-05', text), 'closedAt date-out-of-range')),
  50: [
    {
      name: 'day or month first',
      input: dates('01/02/2024'),
      problem: {code: 'ambiguous-date', table: 'deals', column: 'closedAt', setting: 'date-format', seen: ['01/02/2024']},
      message: 'Day or month first in closedAt (01/02/2024)? Set date-format to dmy or mdy.',
      total: null,
      state: 'error'
    },
    {
      name: 'settled by another date',
      input: dates('01/02/2024', '30/01/2024'),
      rows: [2, 2],
      column: ['closedAt', ['2024-02-01', '2024-01-30']],
      total: 20,
      state: 'ready'
    },
    {
      name: 'settled by the page',
      input: dates('01/02/2024'),
      options: {dateFormat: 'mdy'},
      rows: [1, 1],
      column: ['closedAt', ['2024-01-02']],
      total: 10,
      state: 'ready'
    }
  ],
  51: [
    {
      name: 'points between the parts',
      input: dates('05.01.2024'),
      rows: [1, 1],
      column: ['closedAt', ['2024-01-05']],
      total: 10,
      state: 'ready'
    }
  ],
  52: [
    {name: 'parts of one digit', input: dates('2024-1-5'), rows: [1, 1], column: ['closedAt', ['2024-01-05']], total: 10, state: 'ready'}
  ],
  53: [
    {
      name: 'a date alone is a day wherever it is read',
      input: dates('2024-01-05'),
      rows: [1, 1],
      column: ['closedAt', ['2024-01-05']],
      total: 10,
      state: 'ready'
    }
  ],
  54: [
    {
      name: 'with an offset and in UTC',
      input: dates('2024-01-05T10:00:00+02:00', '2024-01-05T10:00:00Z'),
      rows: [2, 2],
      column: ['closedAt', ['2024-01-05T08:00:00.000Z', '2024-01-05T10:00:00.000Z']],
      total: 20,
      state: 'ready'
    },
    {
      name: 'UTC as a word',
      input: dates('2024-01-05 10:00:00 UTC'),
      rows: [1, 1],
      column: ['closedAt', ['2024-01-05T10:00:00.000Z']],
      total: 10,
      state: 'ready'
    },
    rejected('a time without an offset', dates('2024-01-05', '2024-01-05T10:00:00'), 'closedAt date-without-zone')
  ],
  55: [
    {
      name: 'hours that a clock skips or shows twice',
      input: dates('2024-03-31 02:30', '2024-10-27 02:30'),
      options: {assumeZone: 'Europe/Stockholm'},
      rows: [2, 2],
      column: ['closedAt', ['2024-03-31T01:00:00.000Z', '2024-10-27T00:30:00.000Z']],
      total: 20,
      state: 'ready'
    }
  ],
  56: [
    ...[45296, 1704412800, 1704412800000].map((count) =>
      rejected(`${String(count)} as a date`, dates('2024-01-05', count), 'closedAt not-a-date')
    ),
    {
      name: 'days of Excel, declared',
      input: dates(45296, '45296.5', '2024-01-07'),
      options: {dateFormat: 'excel'},
      rows: [3, 2],
      issues: ['2 closedAt date-without-zone'],
      column: ['closedAt', ['2024-01-05', '2024-01-07']],
      total: 20,
      state: 'partial'
    },
    {
      name: 'seconds, declared',
      input: dates(1704412800, 99999999999),
      options: {dateFormat: 'unix'},
      rows: [2, 1],
      issues: ['2 closedAt date-out-of-range'],
      column: ['closedAt', ['2024-01-05T00:00:00.000Z']],
      total: 10,
      state: 'partial'
    },
    {
      name: 'milliseconds, declared',
      input: dates('1704412800000'),
      options: {dateFormat: 'unix-ms'},
      rows: [1, 1],
      column: ['closedAt', ['2024-01-05T00:00:00.000Z']],
      total: 10,
      state: 'ready'
    }
  ],
  57: [{name: 'out of order, and twice', input: dates('2024-02-01', '2024-01-01', '2024-02-01'), rows: [3, 3], total: 30, state: 'ready'}],
  58: [{name: 'after the day of the report', input: dates('2026-07-05', '2027-01-01'), rows: [2, 2], total: 10, state: 'partial'}],

  59: [
    {name: 'a row twice', input: [ten, ten], rows: [2, 1], issues: ['2 id duplicate-id'], total: 10, state: 'partial'},
    {
      name: 'an id twice',
      input: [ten, {...ten, amount: 20}, amounts(1, 5)[1]],
      rows: [3, 1],
      issues: ['1 id conflicting-id', '2 id conflicting-id'],
      total: 5,
      state: 'partial'
    }
  ],
  60: ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '{{7*7}}', '${7*7}'].map((owner) => ({
    name: `${owner} as a name`,
    input: [{...ten, owner}],
    rows: [1, 1],
    column: ['ownerId', [owner]],
    total: 10,
    state: 'ready'
  })),
  61: [
    'javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'data:image/svg+xml,x',
    '//evil.example/x.png',
    'java\nscript:alert(1)'
  ].map((avatar) => ({
    name: `${JSON.stringify(avatar)} as a picture`,
    input: {deals: [{...ten, owner: 'R1'}], reps: [{id: 'R1', name: 'Rep 04', avatar}]},
    rows: [1, 1],
    total: 10,
    state: 'ready'
  })),
  62: ['\u202eright to left', 'שלום', 'z\u0338\u0321\u0335a', '👩‍👩‍👧', 'x'.repeat(10_000)].map((owner) => ({
    name: `a name of ${JSON.stringify(owner.slice(0, 12))}`,
    input: [{...ten, owner}],
    rows: [1, 1],
    column: ['ownerId', [owner]],
    total: 10,
    state: 'ready'
  })),
  63: [
    {
      name: 'JSON 10,000 deep in a segment',
      input: JSON.stringify([ten]).replace('"won"', `"won","x":${'['.repeat(10_000)}${']'.repeat(10_000)}`),
      rows: [1, 1],
      total: 10,
      state: 'ready'
    },
    {
      name: 'JSON 10,000 deep',
      input: '['.repeat(10_000) + ']'.repeat(10_000),
      rows: [1, 0],
      issues: ['1 not-a-row'],
      total: null,
      state: 'partial'
    },
    {
      name: 'a key __proto__',
      input: JSON.stringify([ten]).replace('{', '{"__proto__":{"polluted":1},'),
      rows: [1, 1],
      total: 10,
      state: 'ready'
    },
    {
      name: 'a key twice, the last counts',
      input: JSON.stringify([ten]).replace('{', '{"amount":99,'),
      rows: [1, 1],
      total: 10,
      state: 'ready'
    },
    {
      name: 'an object that is no dataset',
      input: JSON.stringify({ok: true}),
      problem: {code: 'not-a-dataset', seen: ['ok']},
      message: 'JSON, but neither rows, [{…}], nor a dataset, {"deals": [{…}]}.',
      total: null,
      state: 'error'
    },
    {name: 'lists as rows', input: '[[1,2],[3,4]]', rows: [2, 0], issues: ['1 not-a-row', '2 not-a-row'], total: null, state: 'partial'},
    {
      name: 'NDJSON',
      input: amounts(10, 20)
        .map((row) => JSON.stringify(row))
        .join('\n'),
      rows: [2, 2],
      total: 30,
      state: 'ready'
    }
  ],
  64: ['red;background:url(//evil.example/x)', 'url(//evil.example/x)', 'var(--x)'].map((name) => ({
    name: `${name} as a name`,
    input: [{...ten, name}],
    rows: [1, 1],
    column: ['name', [name]],
    total: 10,
    state: 'ready'
  }))
};
