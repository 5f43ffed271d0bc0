import {closeSync, openSync, writeSync} from 'node:fs';

/** The day on which the export was made: nothing in it happened later, but open deals may be expected to close later. */
export const exportedOn = '2026-09-15';

export const stages = ['Qualification', 'Needs analysis', 'Proposal', 'Negotiation'];

const day = 86_400_000;
const firstDay = Date.UTC(2024, 0, 1) / day;
const lastDay = Date.parse(exportedOn) / day;
export const regions = ['Norr', 'Öst', 'Söder', 'Väst', 'Utland'];
const purposes = ['licences', 'renewal', 'support', 'rollout'];
export const fields = ['id', 'name', 'ownerId', 'amount', 'currency', 'status', 'stage', 'createdAt', 'closedAt', 'region', 'customerId'];

/**
 * Writes the same deals as JSON rows and as CSV. They are like a large CRM's export: ids of 18 characters, names that are nearly all their own
 * and sometimes quoted, 200 owners, a moment of creation in seconds, a plain date of closing, a currency that some rows do not give.
 */
export function writeDeals(count, json, csv) {
  const files = [openSync(json, 'w'), openSync(csv, 'w')];
  writeRows(deals(count), fields, ...files);
  files.forEach(closeSync);
}

/** Writes rows to an open file as JSON and, where there is one, to another as CSV; in pieces, for a million are longer than a string may be. */
export function writeRows(all, names, json, csv) {
  let rows = '[';
  let lines = `${names.join(',')}\n`;
  let [count, separator] = [0, ''];
  const flush = () => {
    writeSync(json, rows);
    if (csv !== undefined) writeSync(csv, lines);
    rows = lines = '';
  };
  for (const row of all) {
    rows += separator + JSON.stringify(row);
    separator = ',\n';
    if (csv !== undefined) lines += `${names.map((name) => written(row[name])).join(',')}\n`;
    if (++count % 10_000 === 0) flush();
  }
  rows += ']';
  flush();
}

export function* deals(count) {
  const next = chance(count);
  for (let index = 0; index < count; index++) yield dealAt(index, count, next);
}

function dealAt(index, count, next) {
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[whole(0, list.length - 1)];
  const created = whole(firstDay, lastDay);
  const decided = created + whole(1, 180);
  const status = decided > lastDay ? 'open' : next() < 0.6 ? 'won' : 'lost';
  const customer = whole(1, Math.ceil(count / 25));
  const isDated = status !== 'open' || next() < 0.3;
  return {
    id: `0065g${index.toString(36).padStart(13, '0')}`,
    name: `Customer ${customer}${next() < 0.2 ? ',' : ''} ${pick(purposes)} ${index}`,
    ownerId: `0055g${whole(1, 200).toString(36).padStart(13, '0')}`,
    amount: status === 'open' && next() < 0.1 ? null : next() < 0.3 ? whole(50_000, 25_000_000) / 100 : whole(5, 2_500) * 100,
    currency: next() < 0.1 ? undefined : 'SEK',
    status,
    stage: status === 'open' ? pick(stages) : `Closed ${status}`,
    createdAt: `${dateOf(created)}T${[whole(7, 17), whole(0, 59), whole(0, 59)].map((part) => String(part).padStart(2, '0')).join(':')}Z`,
    closedAt: isDated ? dateOf(decided) : null,
    region: pick(regions),
    customerId: `0015g${customer.toString(36).padStart(13, '0')}`
  };
}

export function dateOf(days) {
  return new Date(days * day).toISOString().slice(0, 10);
}

function written(value) {
  const text = String(value ?? '');
  return text.includes(',') ? `"${text}"` : text;
}

/** Numbers from 0 up to, not including, 1: the same ones for the same seed. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
