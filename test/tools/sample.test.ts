import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';

type Row = Readonly<Record<string, unknown>>;
interface Settings {
  readonly asOf: string;
  readonly stages: readonly {readonly id: string}[];
}

const files = ['sample.json', 'deals.csv'];
const committed = (name: string) => readFileSync(join('demo/data', name), 'utf8');
const dataset = JSON.parse(committed('sample.json')) as Readonly<Record<string, readonly Row[]>> & {readonly settings: Settings};
const rows = (table: string): readonly Row[] => dataset[table] ?? [];
const list = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const values = (table: string, field: string) => rows(table).flatMap((row) => (typeof row[field] === 'string' ? [row[field]] : []));
const tables = Object.keys(dataset).filter((name) => name !== 'settings');

describe('the sample data', () => {
  it.each(['UTC', 'Asia/Kathmandu'])('is what the generator makes on a machine in %s', (zone) => {
    const folder = mkdtempSync(join(tmpdir(), 'sample-'));
    try {
      execFileSync(process.execPath, ['demo/sample/generate.js', folder], {env: {...process.env, TZ: zone}});
      for (const name of files)
        expect(readFileSync(join(folder, name), 'utf8') === committed(name), `${name}: run npm run sample`).toBe(true);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('has every table of the data contract, with rows', () => {
    expect(tables.sort()).toEqual('activities costs customers deals fxRates leads orders reps subscriptions surveys targets'.split(' '));
    for (const table of tables) expect(rows(table).length, table).toBeGreaterThan(20);
  });

  it.each(tables.filter((name) => name !== 'fxRates'))(
    'gives each of the %s an id of its own, but for rows repeated on purpose',
    (table) => {
      const distinct = new Set(rows(table).map((row) => JSON.stringify(row)));
      expect(new Set(values(table, 'id')).size).toBe(distinct.size);
      expect(rows(table).length - distinct.size).toBe(table === 'deals' ? 1 : 0);
    }
  );

  it.each([
    ['deals', 'ownerId', 'reps', 'id'],
    ['deals', 'customerId', 'customers', 'id'],
    ['leads', 'ownerId', 'reps', 'id'],
    ['customers', 'ownerId', 'reps', 'id'],
    ['orders', 'customerId', 'customers', 'id'],
    ['orders', 'repId', 'reps', 'id'],
    ['orders', 'orderId', 'orders', 'id'],
    ['subscriptions', 'customerId', 'customers', 'id'],
    ['activities', 'repId', 'reps', 'id'],
    ['activities', 'dealId', 'deals', 'id'],
    ['activities', 'leadId', 'leads', 'id'],
    ['surveys', 'team', 'reps', 'team'],
    ['targets', 'repId', 'reps', 'id'],
    ['targets', 'team', 'reps', 'team'],
    ['targets', 'owner', 'reps', 'name'],
    ['reps', 'manager', 'reps', 'name']
  ])('%s.%s names only %s that exist', (table, field, referred, key) => {
    const known = new Set(values(referred, key));
    expect(values(table, field).length).toBeGreaterThan(0);
    expect(values(table, field).filter((value) => !known.has(value))).toEqual([]);
  });

  it('names only reps, stages and currencies that exist inside a row', () => {
    const reps = new Set<unknown>(values('reps', 'id'));
    const stages = new Set<unknown>(dataset.settings.stages.map(({id}) => id));
    const currencies = new Set<unknown>(['SEK', ...values('fxRates', 'currency')]);
    const credited = [
      ...rows('deals').flatMap((deal) => list(deal.splits).map(({repId}) => repId)),
      ...rows('activities').flatMap(({repIds}) => (Array.isArray(repIds) ? (repIds as unknown[]) : []))
    ];
    const visited = rows('deals').flatMap((deal) => [deal.stage, ...list(deal.stageHistory).map(({stage}) => stage)]);
    const paid = ['deals', 'orders', 'subscriptions', 'costs'].flatMap((table) => values(table, 'currency'));
    expect(credited.filter((id) => !reps.has(id))).toEqual([]);
    expect(visited.filter((stage) => !stages.has(stage))).toEqual([]);
    expect(paid.filter((currency) => !currencies.has(currency))).toEqual([]);
  });

  it('knows nothing that lies after its last day, but what is planned', () => {
    const {asOf} = dataset.settings;
    const past = [
      ...['createdAt', 'closedAt'].flatMap((field) => values('deals', field)),
      ...['createdAt', 'firstResponseAt', 'convertedAt', 'disqualifiedAt'].flatMap((field) => values('leads', field)),
      ...values('orders', 'orderedAt'),
      ...values('customers', 'startedAt'),
      ...values('surveys', 'respondedAt'),
      ...rows('activities').flatMap(({status, at}) => (status === 'done' && typeof at === 'string' ? [at] : []))
    ];
    expect(past.filter((at) => at.slice(0, 10) > asOf)).toEqual([]);
  });

  it('keeps the histories of its deals in order, from the creation to the decision', () => {
    const broken = rows('deals').filter(({createdAt, closedAt, stageHistory}) => {
      const days = list(stageHistory).map(({at}) => String(at));
      return (
        days.length > 0 &&
        (days[0] !== createdAt || days.some((at, i) => at < (days[i - 1] ?? '') || (typeof closedAt === 'string' && at > closedAt)))
      );
    });
    expect(broken.map(({id}) => id)).toEqual([]);
  });

  it('has the deals of the CSV in the same number and order', () => {
    const ids = committed('deals.csv')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.slice(0, line.indexOf(',')));
    expect(ids).toEqual(['Deal ID', ...values('deals', 'id')]);
  });
});
