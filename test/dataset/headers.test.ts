import {describe, expect, it} from 'vitest';
import {createDataset} from '../../src/dataset/create-dataset.js';
import {cells} from './cells.js';

function fields(headers: string, table = 'deals', options = {}): Record<string, string> {
  const {recognised, problem} = createDataset(`${headers}\n`, {...options, table});
  expect(problem).toBeUndefined();
  return Object.fromEntries(recognised.get(table)?.fields ?? []);
}

describe('headers are known however they are spelled', () => {
  it.each([
    ['closedAt,createdAt', ['closedAt', 'createdAt']],
    ['closed_at,created_at', ['closedAt', 'createdAt']],
    ['Closed At,CREATED AT', ['closedAt', 'createdAt']],
    ['\ufeff Closed\u00a0At ,created-at', ['closedAt', 'createdAt']],
    ['close_date,engage_date', ['closedAt', 'createdAt']],
    ['Close Date,Created date', ['closedAt', 'createdAt']],
    ['Deal - Closed on,Deal - Creation date', ['closedAt', 'createdAt']],
    ['Stängd,Skapad', ['closedAt', 'createdAt']],
    ['Sta\u0308ngd,SKAPAD', ['closedAt', 'createdAt']],
    ['Deal ID,Deal Name,Deal owner,Deal Stage,Amount', ['id', 'name', 'ownerId', 'stage', 'amount']],
    [
      'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Deal owner,Create Date,Close Date',
      ['id', 'name', 'stage', 'pipeline', 'amount', 'ownerId', 'createdAt', 'closedAt']
    ],
    [
      'Opportunity ID,Opportunity Name,Opportunity Owner,Account Name,Lead Source,Probability (%),Amount',
      ['id', 'name', 'ownerId', 'customerId', 'source', 'probability', 'amount']
    ],
    [
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
      ['id', 'ownerId', 'product', 'customerId', 'stage', 'createdAt', 'closedAt', 'amount']
    ],
    ['Affärs-ID,Affärsnamn,Ägare,Kund,Belopp,Valuta,Status', ['id', 'name', 'ownerId', 'customerId', 'amount', 'currency', 'status']],
    ['id,Säljare,Fas,Värde,Produkt,Källa,Sannolikhet', ['id', 'ownerId', 'stage', 'amount', 'product', 'source', 'probability']],
    ['id,Sales rep,Stage', ['id', 'ownerId', 'stage']],
    ['id,owner,rep,stage', ['id', 'ownerId', 'stage']]
  ])('%s', (headers, expected) => {
    expect(Object.keys(fields(headers)).filter((field) => field !== 'stageHistory')).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['reps', 'sales_agent,manager,regional_office', {name: 'sales_agent', manager: 'manager', region: 'regional_office'}],
    ['customers', 'Customer ID,Customer name,Segment', {id: 'Customer ID', name: 'Customer name', segment: 'Segment'}],
    [
      'orders',
      'orderID,customerID,employeeID,orderDate',
      {id: 'orderID', customerId: 'customerID', repId: 'employeeID', orderedAt: 'orderDate'}
    ],
    [
      'subscriptions',
      'subscription_id,customer_id,start_date,end_date',
      {id: 'subscription_id', customerId: 'customer_id', startedAt: 'start_date', endedAt: 'end_date'}
    ],
    ['costs', 'id,Category,Amount,Date', {id: 'id', category: 'Category', amount: 'Amount', at: 'Date'}],
    ['costs', 'id,Category,Cost,Start date,End date', {id: 'id', category: 'Category', from: 'Start date', to: 'End date'}],
    ['fxRates', 'Currency,Date,Exchange rate', {currency: 'Currency', from: 'Date', rate: 'Exchange rate'}],
    ['fxRates', 'currency,valid_from,rate', {currency: 'currency', from: 'valid_from', rate: 'rate'}],
    ['targets', 'KPI,Target,Start,End,Rep', {kpi: 'KPI', value: 'Target', start: 'Start', end: 'End', repId: 'Rep'}],
    ['customers', 'id,started_at,churned_at', {id: 'id', startedAt: 'started_at', endedAt: 'churned_at'}],
    ['subscriptions', 'id,Billing period,Start', {id: 'id', interval: 'Billing period', startedAt: 'Start'}],
    ['activities', 'id,Activity,Status,completed_at', {id: 'id', status: 'Status', at: 'completed_at'}],
    ['orders', 'id,total_amount,created_at', {id: 'id', amount: 'total_amount', orderedAt: 'created_at'}]
  ])('of %s: %s', (table, headers, expected) => {
    expect(fields(headers, table)).toEqual(expected);
  });
});

it.each([
  ['monthly_amount', 'month'],
  ['Monthly amount', 'month'],
  ['annual_amount', 'annual'],
  ['amount', undefined],
  ['Total', undefined]
])('a subscription of %s is paid by the %s', (header, interval) => {
  const dataset = createDataset(`id,customer_id,start_date,${header}\nS1,C1,2026-01-01,50\n`, {table: 'subscriptions'});
  expect(cells(dataset, 'amount', 'subscriptions')).toEqual([50]);
  expect(cells(dataset, 'interval', 'subscriptions')).toEqual(interval ? [interval] : []);
});

it('an id beats a name, which stays a segment', () => {
  const dataset = createDataset('id,owner,ownerId,amount\nD1,Rep 04,R4,1\n');
  expect(cells(dataset, 'ownerId')).toEqual(['R4']);
  expect(cells(dataset, 'owner')).toEqual(['Rep 04']);
  expect(dataset.recognised.get('deals')?.segments).toEqual(['owner']);
});

it('columns that are not listed are segments under their own header', () => {
  const dataset = createDataset('id,amount, Sales Region ,__proto__,constructor\nD1,1,North,a,b\n');
  expect(cells(dataset, 'Sales Region')).toEqual(['North']);
  expect(cells(dataset, '__proto__')).toEqual(['a']);
  expect(cells(dataset, 'constructor')).toEqual(['b']);
  expect(dataset.recognised.get('deals')?.segments).toEqual(['Sales Region', '__proto__', 'constructor']);
});

it('a mapping of the page beats the aliases', () => {
  const dataset = createDataset('id,amount,ARR (converted),stage\nD1,1,2,Lead\n', {fields: {amount: 'arr (Converted)'}});
  expect(cells(dataset, 'amount')).toEqual([2]);
  expect(dataset.recognised.get('deals')?.fields.get('amount')).toBe('ARR (converted)');
});

describe('dates of stages', () => {
  it('are entries of the stage history', () => {
    const dataset = createDataset('opportunity_id,deal_stage,engage_date\nD1,Won,2024-01-05\nD2,Prospecting,\n');
    expect(cells(dataset, 'createdAt')).toEqual(['2024-01-05', null]);
    expect(cells(dataset, 'stageHistory')).toEqual([[{stage: 'Engaging', at: '2024-01-05'}], []]);
  });

  it('but not where the table has a history', () => {
    const dataset = createDataset([{id: 'D1', engage_date: '2024-01-05', stageHistory: [{stage: 'Lead', at: '2024-01-01'}]}]);
    expect(cells(dataset, 'stageHistory')).toEqual([[{stage: 'Lead', at: '2024-01-01'}]]);
  });
});

describe('a column that the page names, and the file does not have,', () => {
  const amountsIn = (input: unknown, options: object) =>
    Array.from(createDataset(input, options).tables.values(), ({columns}) => columns.has('amount'));
  const deals = [{id: 'D1', amount: 1, stage: 'Lead'}];

  it('has no other in its place', () => {
    expect(amountsIn(deals, {fields: {amount: 'ARR'}})).toEqual([false]);
    expect(amountsIn({deals}, {tables: {deals: {fields: {amount: 'ARR'}}}})).toEqual([false]);
  });

  it('is meant for the tables of a dataset that have it', () => {
    const orders = [{id: 'O1', ARR: 2, orderedAt: '2026-03-01'}];
    expect(amountsIn({deals, orders}, {fields: {amount: 'ARR'}})).toEqual([true, true]);
  });
});
