import {defineFlow} from '../flow.js';
import type {Part} from '../kpi.js';
import {surveysAsOf} from '../surveys-as-of.js';

const except = {isSuperseded: 'true', isOffScale: 'true'};
const enps = {where: {question: 'enps'}, except};
const csat = {where: {question: 'csat'}, except};
const mean = {where: {question: ['csat', 'enps']}, except: {...except, isAside: 'true'}, range: {score: [0, 10]}} as const;
const offScale = ({where, except: others}: Part) => ({where, except: {...others, isOffScale: 'false'}});

/**
 * eNPS: share of answers 9-10 less share of answers 0-6, times 100; passives are in the denominator (Zenefits' methodology). `csat` is the share of
 * the two top boxes of five, `mean` their mean, or that of the eNPS answers where those are asked for or there are no others. One answer a respondent
 * and wave, the latest. Groups of fewer than five are suppressed, answers on another scale (0-10 and 1-5 are the questions') left out and reported.
 */
export const employeeSatisfaction = defineFlow({
  id: 'employee-satisfaction',
  unit: 'score',
  better: 'higher',
  table: 'surveys',
  date: 'respondedAt',
  variant: 'enps',
  minGroup: 5,
  rows: surveysAsOf,
  offScale: offScale(enps),
  numerator: {...enps, range: {score: [9, 10]}},
  minus: {...enps, range: {score: [0, 6]}},
  denominator: {...enps, range: {score: [0, 10]}},
  factor: 100,
  variants: {
    csat: {
      unit: 'ratio',
      factor: 1,
      offScale: offScale(csat),
      minus: undefined,
      numerator: {...csat, range: {score: [4, 5]}},
      denominator: {...csat, range: {score: [1, 5]}}
    },
    mean: {
      factor: 1,
      offScale: offScale(mean),
      minus: undefined,
      numerator: {...mean, sum: 'score'},
      denominator: mean
    }
  }
});
