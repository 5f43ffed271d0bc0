import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {Scanner} from '../../src/scan/scanner.js';
import {decode} from '../../src/source/decode.js';
import {everything} from '../dataset/cells.js';
import {inputs} from '../dataset/inputs.js';

/** What a scanner makes of bytes, in chunks of so many; undefined where it leaves them to the general way. */
function scanned(bytes: Uint8Array, size: number, options = {}): unknown {
  const scanner = new Scanner(options);
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
  return scanner.end();
}

/** The bytes of a file that holds the input. */
function bytesOf(input: unknown): Uint8Array {
  if (input instanceof Uint8Array) return input;
  return new TextEncoder().encode(typeof input === 'string' ? input : JSON.stringify(input));
}

describe.each(Object.entries(inputs).flatMap(([number, variants]) => variants.map((input) => [number, input.name, input] as const)))(
  'input %s, as the bytes of a file: %s',
  (_, __, {input, options}) => {
    it.each([1, 7, 1000])('is scanned as the general way reads it, or left to that: in chunks of %i', (size) => {
      const bytes = bytesOf(input);
      const value = scanned(bytes, size, options);
      if (value === undefined) return;
      const [plain, general] = [value, decode(bytes).text].map((each) => createDataset(each, options));
      for (const part of ['problem', 'rows', 'issues', 'notes'] as const) expect(plain[part]).toEqual(general[part]);
      expect(everything(plain)).toEqual(everything(general));
    });
  }
);

describe('texts that differ in the space around them alone', () => {
  const rows = ['A,Rep 04', ' A,Rep 07', 'B, Rep 04', '"B ",Rep 04 '].map((row) => `${row},5,won,2026-07-05`);

  it.each([[rows], [rows.toReversed()]])('are one id and one rep, in any order', (lines) => {
    const text = `id,owner,amount,status,closedAt\n${lines.join('\n')}\n`;
    const dataset = createDataset(scanned(new TextEncoder().encode(text), 20));
    const owners = dataset.tables.get('deals')?.columns.get('ownerId');
    expect(owners?.type === 'text' && owners.values).toEqual(['Rep 04']);
    expect(dataset.issues.map(({reason}) => reason).sort()).toEqual(['conflicting-id', 'conflicting-id', 'duplicate-id']);
  });
});

it('UTF-16 without a mark is for the general way, also where it would pass for UTF-8', () => {
  const bytes = Uint8Array.from('id,amount,closedAt\n1,5,2026-07-05', (letter) => letter.charCodeAt(0));
  expect(scanned(bytes, 9)).toBeDefined();
  expect(
    scanned(
      bytes.reduce((wide, byte, at) => wide.fill(byte, 2 * at, 2 * at + 1), new Uint8Array(2 * bytes.length)),
      9
    )
  ).toBeUndefined();
});
