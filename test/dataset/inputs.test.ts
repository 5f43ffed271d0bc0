import {describe, expect, it} from 'vitest';
import {measure} from '../../src/engine.js';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {decode} from '../../src/source/decode.js';
import {cells, issues} from './cells.js';
import {inputs} from './inputs.js';

it('all 64 are there', () => {
  expect(Object.keys(inputs).map(Number)).toEqual(Array.from({length: 64}, (_, at) => at + 1));
});

describe.each(Object.entries(inputs).flatMap(([number, variants]) => variants.map((input) => [number, input.name, input] as const)))(
  'input %s: %s',
  (_, __, {input, options, rows, issues: expected = [], notes = [], problem, column, total}) => {
    const decoded = input instanceof Uint8Array ? decode(input) : {text: input, notes: []};
    const dataset = createDataset(decoded.text, options);

    it('is read, or refused, as it must be', () => {
      expect(dataset.problem).toEqual(problem);
      const {read = 0, accepted = 0, rejected = 0} = dataset.rows.deals ?? {};
      expect([read, accepted, rejected]).toEqual([...(rows ?? [0, 0]), (rows?.[0] ?? 0) - (rows?.[1] ?? 0)]);
      expect(issues(dataset)).toEqual(expected);
      expect([...decoded.notes, ...dataset.notes].map(({code}) => code)).toEqual(notes);
      if (column) expect(cells(dataset, column[0])).toEqual(column[1]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

    it('gives the true figure or none', () => {
      const {value} = measure(dataset, {kpi: 'total-sales', period: 'all', asOf: '2026-07-31'});
      expect(problem || !dataset.rows.deals?.read ? null : value).toBe(total);
    });
  }
);
