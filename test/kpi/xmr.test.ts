import {describe, expect, it} from 'vitest';
import {processLimits} from '../../src/engine.js';

describe('a process behaviour chart', () => {
  it('tells a signal from routine variation', () => {
    expect(processLimits([50, 52, 48, 51, 49, 50, 52, 48, 80])).toEqual({
      mean: 53.333333333333336,
      averageMovingRange: 6.25,
      upper: 69.95833333333333,
      lower: 36.708333333333336,
      upperRange: 20.425,
      signals: [{index: 8, rule: 'outside-limits'}],
      rangeSignals: [8],
      sample: 'trial'
    });
  });

  it('has the limits that statprocon prints', () => {
    const limits = processLimits([10, 50, 40, 30]);
    expect([limits?.mean, limits?.averageMovingRange, limits?.upper, limits?.lower, limits?.upperRange]).toEqual([
      32.5, 20, 85.7, -20.7, 65.36
    ]);
  });

  it('sees a shift of level as a run of eight', () => {
    const shifted = [10, 10, 10, 10, 20, 20, 20, 20, 20, 20, 20, 20];
    expect(processLimits(shifted, {mean: 15})?.signals.filter(({rule}) => rule === 'run-of-8')).toEqual([{index: 11, rule: 'run-of-8'}]);
  });

  it('sees three of four near a limit', () => {
    const values = [50, 51, 50, 51, 50, 51, 50, 50, 53, 50, 53, 53];
    expect(processLimits(values, {mean: 50})?.signals).toEqual([{index: 11, rule: 'three-of-four'}]);
  });

  it('is broken by a gap, and says nothing of very few points', () => {
    expect(processLimits([1, null, 9])?.averageMovingRange).toBe(0);
    expect(processLimits([1, 1, 1, 1, 90])?.signals).toEqual([]);
    expect(processLimits([null])).toBeUndefined();
  });
});
