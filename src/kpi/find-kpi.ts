import {catalog} from './catalog.js';
import {checkKpi} from './check-kpi.js';
import {defineDuration} from './duration.js';
import {defineFlow} from './flow.js';
import {withVariant} from './kpi.js';
import type {Defined, Kpi} from './kpi.js';
import {defineFormula} from './formula.js';
import {definePerRep} from './per-rep.js';
import {defineCohort, defineStock} from './stock.js';

/** @throws RangeError `unknown kpi: x`, `unknown variant of win-rate: x` with those that are known, or what a definition of the page's own lacks */
export function findKpi(kpi: string | Kpi, variant?: string): Defined {
  return withCode(withVariant(typeof kpi === 'string' ? named(kpi) : checkKpi(kpi), variant));
}

function named(name: string): Kpi {
  const found = catalog.find(({id}) => id === name);
  if (!found) throw new RangeError(`unknown kpi: ${name}; known are ${catalog.map(({id}) => id).join(', ')}`);
  return found;
}

/** A record of the page's own is data; its kind names the code. */
function withCode(kpi: Kpi): Defined {
  switch (kpi.kind) {
    case 'flow':
      return kpi.per ? definePerRep(kpi) : defineFlow(kpi);
    case 'duration':
      return defineDuration(kpi);
    case 'stock':
      return defineStock(kpi);
    case 'cohort':
      return defineCohort(kpi);
    case 'formula':
      return defineFormula(kpi);
  }
}
