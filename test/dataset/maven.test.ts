import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {createDataset, type Dataset} from '../../src/dataset/create-dataset.js';
import {cells} from './cells.js';

const folder = new URL('../../../shared/data/maven-crm/', import.meta.url);
const present = existsSync(folder);
if (!present) console.warn(`SKIPPED: the Maven CRM export is not at ${folder.pathname}`);

function read(name: string, options = {}): Dataset {
  return createDataset(readFileSync(new URL(name, folder), 'utf8'), options);
}

describe.skipIf(!present)('the Maven CRM export, with no settings', () => {
  it.each(['sales_pipeline.csv', 'sales_pipeline.dmy.csv', 'sales_pipeline.us-mdy.csv'])('%s is read whole and exact', (name) => {
    const dataset = read(name);
    expect(dataset.problem).toBeUndefined();
    expect(dataset.rows).toEqual({deals: {read: 8800, accepted: 8800, rejected: 0}});
    const amounts = dataset.tables.get('deals')?.columns.get('amount');
    if (amounts?.type !== 'decimal') throw new Error('no amounts');
    expect(amounts.scale).toBe(0);
    const statuses = cells(dataset, 'status');
    expect(statuses.reduce<number>((sum, status, row) => (status === 'won' ? sum + amounts.units[row] : sum), 0)).toBe(10_005_534);
    expect(['won', 'lost', 'open'].map((outcome) => statuses.filter((status) => status === outcome).length)).toEqual([4238, 2473, 2089]);
    expect(cells(dataset, 'stageHistory').filter((history) => (history as unknown[]).length === 1)).toHaveLength(8300);
  });

  it.each(['sales_pipeline.dmy.csv', 'sales_pipeline.us-mdy.csv'])('%s holds the same dates', (name) => {
    const iso = read('sales_pipeline.csv').tables.get('deals')?.columns;
    const other = read(name).tables.get('deals')?.columns;
    for (const column of ['id', 'createdAt', 'closedAt', 'stage', 'status', 'stageHistory'])
      expect(other?.get(column)).toEqual(iso?.get(column));
  });

  it('its agents are reps, known by name', () => {
    const dataset = read('sales_teams.csv', {table: 'reps'});
    expect(dataset.rows).toEqual({reps: {read: 35, accepted: 35, rejected: 0}});
    expect(new Set(cells(dataset, 'region', 'reps'))).toEqual(new Set(['Central', 'East', 'West']));
    const owners = new Set(cells(read('sales_pipeline.csv'), 'ownerId'));
    expect(cells(dataset, 'id', 'reps').filter((id) => !owners.has(id))).toHaveLength(5);
  });

  it.each(['products.csv', 'accounts.csv', 'sales_teams.csv', 'data_dictionary.csv'])('%s is not taken for deals', (name) => {
    expect(read(name).problem?.code).toBe('no-known-columns');
  });
});
