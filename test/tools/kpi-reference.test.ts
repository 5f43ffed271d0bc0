import {readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {expect, it} from 'vitest';
import {catalog, explain, createDataset} from '../../src/engine.js';
import type {Kpi, Part} from '../../src/engine.js';
import {sv} from '../../src/locales/sv.js';

const readme = new URL('../../README.md', import.meta.url);
const [start, end] = ['<!-- kpis -->', '<!-- /kpis -->'];

/** The tables and fields a KPI reads, `deals: status, closedAt`. */
function reads(kpi: Kpi): string {
  if (kpi.kind === 'stock' || kpi.kind === 'cohort')
    return kpi.of === 'mrr' ? 'subscriptions' : kpi.buys ? 'customers, deals' : 'customers';
  if (kpi.kind === 'formula') return 'orders, customers';
  if (kpi.kind === 'duration') return `${kpi.table}: ${[...new Set([...Object.keys(kpi.where), kpi.from, kpi.to])].join(', ')}`;
  const tables = new Map<string, Set<string>>();
  for (const part of [kpi.numerator, kpi.denominator].filter((one): one is Part => one !== undefined)) {
    const fields = tables.get(part.table ?? kpi.table) ?? new Set<string>();
    tables.set(part.table ?? kpi.table, fields);
    const sum = 'sum' in part ? part.sum : kpi.sum;
    const date = (part.date ?? kpi.date).replace('firstStartedAt', 'startedAt');
    for (const field of [...Object.keys(part.where ?? {}), ...Object.keys(part.range ?? {}), sum, date]) if (field) fields.add(field);
  }
  return [...tables].map(([table, fields]) => `${table}: ${[...fields].join(', ')}`).join('; ');
}

function reference(): string {
  const empty = createDataset({deals: []});
  const rows = catalog.map((kpi) => {
    const {name, formula, alternatives} = explain(empty, {kpi, period: '2026'});
    const variants = [kpi.variant, ...alternatives.map(({variant}) => variant)].map((variant) => `\`${variant}\``).join(', ');
    return `| \`${kpi.id}\` | ${name} / ${sv.kpis[kpi.id]} | ${formula} | ${reads(kpi)} | ${kpi.unit} | ${kpi.better} | ${variants} |`;
  });
  return [
    '| id | Name (en / sv) | Formula | Reads | Unit | Better | Variants, the default first |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows
  ].join('\n');
}

it('the README names every KPI as its record defines it (UPDATE=1 rewrites it)', async () => {
  const text = readFileSync(readme, 'utf8');
  const [before, , after] = text.split(new RegExp(`${start}|${end}`));
  const wanted = await format(`${before}${start}\n\n${reference()}\n\n${end}${after}`, {
    ...(await resolveConfig(readme)),
    parser: 'markdown'
  });
  if (process.env.UPDATE) writeFileSync(readme, wanted);
  expect(readFileSync(readme, 'utf8')).toBe(wanted);
});
