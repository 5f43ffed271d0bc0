import type {Kpi} from './kpi.js';

/** What each kind cannot do without, besides what all need. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  flow: ['numerator'],
  duration: ['from', 'to', 'where', 'statistic'],
  stock: ['of', 'numerator'],
  formula: ['formula']
};

/** A definition of the page's own, checked. @throws RangeError `not a kpi: it lacks table` */
export function checkKpi(given: unknown): Kpi {
  const kpi = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
  const {kind, unit, better} = kpi;
  const needs = typeof kind === 'string' && Object.hasOwn(NEEDS, kind) ? NEEDS[kind] : undefined;
  if (!needs) throw new RangeError(`not a kpi: its kind is ${JSON.stringify(kind)}, not one of ${Object.keys(NEEDS).join(', ')}`);
  const lacking = ['id', 'unit', 'better', 'table', 'date', 'variant', ...needs].filter((name) => kpi[name] === undefined);
  if (lacking.length > 0) throw new RangeError(`not a kpi: it lacks ${lacking.join(', ')}`);
  const units = ['currency', 'count', 'ratio', 'days', 'seconds', 'score'];
  if (!units.includes(unit as string))
    throw new RangeError(`not a kpi: its unit is ${JSON.stringify(unit)}, not one of ${units.join(', ')}`);
  if (better !== 'higher' && better !== 'lower') throw new RangeError('not a kpi: better is neither higher nor lower');
  return given as Kpi;
}
