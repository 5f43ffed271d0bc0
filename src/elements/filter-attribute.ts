import type {Filter} from '../kpi/query.js';

/** `region=North;product=A,B` -> {region: ['North'], product: ['A', 'B']}. */
export function filterAttribute(text: string | null): Filter {
  const pairs = [...(text ?? '').matchAll(/([^\s;=][^;=]*)=?([^;]*)/g)];
  return Object.fromEntries(pairs.map(([, name, values]) => [name.trim(), values.split(',').map((value) => value.trim())]));
}
