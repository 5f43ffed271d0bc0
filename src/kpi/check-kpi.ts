import {oneOf} from '../dataset/one-of.js';
import type {Kpi} from './kpi.js';

/** What each kind cannot do without, besides what all need. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  flow: ['numerator'],
  duration: ['from', 'to', 'where', 'statistic'],
  stock: ['of', 'numerator'],
  cohort: ['of', 'numerator', 'denominator'],
  formula: ['formula']
};

/** A definition of the page's own, checked. @throws RangeError `not a kpi: it lacks table`, `unknown unit: kr; known are currency, …` */
export function checkKpi(given: unknown): Kpi {
  const kpi = Object(given) as Readonly<Record<string, unknown>>;
  oneOf('kind of kpi', kpi.kind, Object.keys(NEEDS));
  const needs = ['id', 'unit', 'better', 'table', 'date', 'variant', ...NEEDS[kpi.kind as string]];
  const lacking = needs.filter((name) => kpi[name] === undefined);
  if (lacking.length > 0) throw new RangeError(`not a kpi: it lacks ${lacking.join(', ')}`);
  if (kpi.kind === 'stock' && kpi.denominator) throw new RangeError('not a kpi: a stock with a denominator is of the kind cohort');
  oneOf('unit', kpi.unit, ['currency', 'count', 'ratio', 'days', 'seconds', 'score']);
  oneOf('direction', kpi.better, ['higher', 'lower']);
  return given as Kpi;
}
