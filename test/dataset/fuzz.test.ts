import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createDataset, type Dataset} from '../../src/engine.js';
import {decode} from '../../src/source/decode.js';

const numRuns = 2000;

/** Milliseconds after which an input is taken to hang, on a busy machine too. */
const patience = 120_000;

/** Exports to spoil: of each CRM, in several dialects, with what reports have around their tables. */
const exports = [
  'Opportunity Name,Opportunity Owner,Stage,Amount,Close Date\nA,R,Closed Won,"$1,000.00",2026-01-05\nB,R,Demo,5,2026-02-05\n\n"Grand Totals (2 records)"\nConfidential Information - Do Not Distribute\n',
  'Won deals\nFiltered By\n\n"Opportunity ID";"To Stage";"Last Modified Date"\n"O1";"Demo";"2026-01-05"\n',
  'Record ID,Deal Name,Deal Stage,Create Date,"Date entered ""Demo (Sales)"""\n1,A,Demo (Sales),2026-01-05,2026-01-06\n',
  'Deal - Title\tDeal - Value\tDeal - Status\tDeal - Won time\tDeal - Lost time\nA\t1 234,50\tWon\t2026-01-05\t\nB\t5,25\tLost\t\t30.01.2026\n',
  'sep=;\r\n(Do Not Modify) Opportunity;Topic;Est. Revenue;Actual Revenue;Status\r\n{1};A;10;;Open\r\n{2};B;10;(5);Won\r\n',
  'Record Id|Deal Name|Closing Date|Stage\r1|A|01/02/2026|Closed Won\r2|B|13/02/2026|Lost\r',
  'Lead Name,Assignee,Value,Status,Closed\nA,R,1,10,2026-01-05\nB,R,,Pending,\n',
  '{"id":1,"amount":5,"createdAt":"2026-01-05"}\n{"id":2,"splits":[{"repId":"R","share":"50 %"}]}\n',
  '{"deals":[{"id":"O1","stage":"Demo"}],"stageHistory":[{"dealId":"O1","stage":"Demo","at":"2026-01-05"}],"settings":{"currency":"SEK"}}',
  '[{"id":1,"amount":"500 kr"},{"id":1,"amount":"€5"},{"id":2,"stageHistory":[{"stage":"Demo","at":"2026-01-05"}]}]'
];

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\0',
    '{',
    '}',
    '[',
    ']',
    ':',
    ' (',
    ')',
    '-',
    '.',
    '9',
    '\ufeff',
    '__proto__',
    'Total',
    'id',
    '1e999',
    'é'
  ),
  fc.string({maxLength: 4})
);

/** An export with pieces cut out of it and others put in. */
const spoiled = fc
  .tuple(fc.constantFrom(...exports), fc.array(fc.tuple(fc.nat(400), fc.nat(6), piece), {minLength: 1, maxLength: 8}))
  .map(([text, changes]) =>
    changes.reduce((so, [at, length, put]) => {
      const place = at % (so.length + 1);
      return so.slice(0, place) + put + so.slice(place + length);
    }, text)
  );

/** Every row is accepted or rejected once, and the accepted ones are the table. */
function expectAccount({tables, rows, issues, problem}: Dataset): void {
  for (const {name, length} of tables.values()) {
    const {read, accepted, rejected} = rows[name];
    const places = new Set(issues.filter(({table}) => table === name).map(({row}) => row));
    expect([accepted + rejected, length, places.size]).toEqual([read, accepted, rejected]);
    expect([...places].every((row) => row > 0 && row <= read)).toBe(true);
  }
  expect(tables.size > 0).toBe(problem === undefined);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
}

describe(`of ${String(numRuns)} inputs none throws, none is half read, none reaches beyond itself`, () => {
  it(
    'exports that something spoiled',
    () => {
      fc.assert(
        fc.property(spoiled, (text) => {
          expectAccount(createDataset(text));
        }),
        {numRuns}
      );
    },
    patience
  );

  it(
    'any text',
    () => {
      fc.assert(
        fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.string({unit: 'grapheme', maxLength: 200})), (text) => {
          expectAccount(createDataset(text));
        }),
        {numRuns}
      );
    },
    patience
  );

  it(
    'any bytes',
    () => {
      fc.assert(
        fc.property(fc.uint8Array({maxLength: 300}), fc.constantFrom(...exports), (bytes, text) => {
          const head = new TextEncoder().encode(text);
          for (const file of [bytes, Uint8Array.of(...head, ...bytes), Uint8Array.of(...bytes, ...head)])
            expectAccount(createDataset(decode(file).text));
        }),
        {numRuns}
      );
    },
    patience
  );

  it(
    'any JSON',
    () => {
      const key = fc.constantFrom(
        'deals',
        'leads',
        'stageHistory',
        'settings',
        'id',
        'amount',
        'stage',
        'dealId',
        'at',
        '__proto__',
        'constructor',
        'x'
      );
      const {value} = fc.letrec((tie) => ({
        value: fc.oneof(
          {maxDepth: 4},
          fc.jsonValue({maxDepth: 1}),
          fc.array(tie('value'), {maxLength: 4}),
          fc.dictionary(key, tie('value'), {maxKeys: 5})
        )
      }));
      fc.assert(
        fc.property(value, (json) => {
          expectAccount(createDataset(JSON.stringify(json)));
          expectAccount(createDataset(json));
        }),
        {numRuns}
      );
    },
    patience
  );
});
