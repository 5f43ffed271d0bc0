import {describe, expect, it} from 'vitest';
import {createDataset, forecast} from '../../src/engine.js';
import type {ForecastMethod} from '../../src/engine.js';

const won = (id: string, amount: number, closedAt: string) => ({id, amount, status: 'won', createdAt: '2025-01-01', closedAt});
const open = (id: string, amount: number, probability: number, closedAt: string) => ({
  id,
  amount,
  probability,
  status: 'open',
  createdAt: '2026-02-01',
  closedAt
});
const deals = [
  won('1', 100, '2026-03-02'),
  won('2', 200, '2026-03-09'),
  won('3', 90, '2025-03-05'),
  won('4', 400, '2025-03-20'),
  open('5', 1000, 0.5, '2026-03-25'),
  open('6', 1000, 0.1, '2026-03-11'),
  open('7', 1000, 0.9, '2026-04-02'),
  open('8', 1000, 0.9, '2026-03-08')
];
const ask = (method: ForecastMethod, more: object = {}) =>
  forecast(createDataset({deals}), {kpi: 'total-sales', period: '2026-03', asOf: '2026-03-10', method, ...more});

describe('a forecast of the running period', () => {
  it.each<[ForecastMethod, number]>([
    ['linear', 930],
    ['seasonal-naive', 700],
    ['pipeline', 900]
  ])('%s', (method, value) => {
    expect(ask(method)).toEqual({method, value});
  });

  it('is what happened once the period is over', () => {
    expect(ask('linear', {asOf: '2026-04-01'}).value).toBe(300);
  });

  it.each([
    ['too early', {asOf: '2026-03-02'}, 'too-early'],
    ['earlier than asked for', {params: {minElapsed: 0.5}}, 'too-early'],
    ['not begun', {asOf: '2026-02-20'}, 'not-started']
  ])('is none while it is %s', (_, more, reason) => {
    expect(ask('linear', more)).toMatchObject({value: null, reason});
  });

  it('is none without the year before', () => {
    expect(ask('seasonal-naive', {period: '2025-03', asOf: '2025-03-10'})).toMatchObject({value: null, reason: 'no-comparable-period'});
  });

  it('from the pipeline is none where the pipeline cannot be told, rather than what has been sold so far', () => {
    const pipelineOf = (tables: object, more: object = {}) =>
      forecast(createDataset(tables), {kpi: 'total-sales', period: '2026-03', asOf: '2026-03-10', method: 'pipeline', ...more});
    const inEuro = {...open('5', 1000, 0.5, '2026-03-25'), currency: 'EUR'};
    expect(pipelineOf({deals: deals.slice(0, 4)}).reason).toBe('missing-column');
    expect(pipelineOf({deals: [...deals.slice(0, 4), inEuro], settings: {currency: 'SEK'}}).reason).toBe('missing-fx-rate');
    expect(pipelineOf({deals}, {variant: 'count'}).value).toBe(2.6);
  });

  it('from the pipeline leaves out the deals without a probability and says how many', () => {
    const ofChances = (...chances: (number | null)[]) => {
      const pipeline = chances.map((probability, index) => ({...open(`p${index}`, 1000, 1, '2026-03-25'), probability}));
      return forecast(createDataset({deals: [...deals.slice(0, 4), ...pipeline, open('far', 1, 0.5, '2027-01-01')]}), {
        kpi: 'total-sales',
        period: '2026-03',
        asOf: '2026-03-10',
        method: 'pipeline'
      });
    };
    const issues = [{code: 'missing-probability', count: 1}];
    expect(ofChances(0.5, null)).toEqual({method: 'pipeline', value: 800, issues});
    expect(ofChances(null)).toEqual({method: 'pipeline', value: null, reason: 'missing-column', issues});
    expect(ofChances(0)).toEqual({method: 'pipeline', value: 300});
  });

  it('is not made of a rate', () => {
    expect(() => ask('linear', {kpi: 'win-rate'})).toThrow('no forecast of win-rate: it is neither a sum nor a count');
    expect(() => ask('tarot' as ForecastMethod)).toThrow('unknown forecast method: tarot');
  });
});
