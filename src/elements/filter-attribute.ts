import type {Filter} from '../kpi/query.js';

/** `region=North;product=A,B` -> the names and what stands behind their signs. */
function pairsOf(text: string | null): [name: string, values: string][] {
  return Array.from((text ?? '').matchAll(/([^\s;=][^;=]*)=?([^;]*)/g), ([, name, values]) => [name.trim(), values.trim()]);
}

/** `region=North;product=A,B` -> {region: ['North'], product: ['A', 'B']}. */
export function filterAttribute(text: string | null): Filter {
  return Object.fromEntries(pairsOf(text).map(([name, values]) => [name, values.split(',').map((value) => value.trim())]));
}

/** `amount=ARR, net;owner=Rep` -> {amount: 'ARR, net', owner: 'Rep'}. */
export function fieldsAttribute(text: string | null): Readonly<Record<string, string>> {
  return Object.fromEntries(pairsOf(text));
}
