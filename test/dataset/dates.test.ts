import {describe, expect, it} from 'vitest';
import {createDataset, type DatasetOptions} from '../../src/dataset/create-dataset.js';
import {cells, issues} from './cells.js';

function dates(values: readonly unknown[], options: DatasetOptions = {}) {
  return createDataset(
    values.map((createdAt, index) => ({id: `D${String(index + 1)}`, createdAt})),
    options
  );
}

describe('a date is a day on the wall, a date-time with an offset an instant', () => {
  it.each<[unknown, string | null]>([
    ['2024-01-05', '2024-01-05'],
    ['2024-1-5', '2024-01-05'],
    ['2024/01/05', '2024-01-05'],
    ['2024.01.05', '2024-01-05'],
    [' 2024-01-05 ', '2024-01-05'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['1970-01-01', '1970-01-01'],
    ['2200-12-31', '2200-12-31'],
    ['05.01.2024', '2024-01-05'],
    ['5.1.2024', '2024-01-05'],
    ['30/01/2024', '2024-01-30'],
    ['01/30/2024', '2024-01-30'],
    ['30-1-2024', '2024-01-30'],
    ['05/05/2024', '2024-05-05'],
    ['5/05/2024', '2024-05-05'],
    ['2024-01-05T10:00:00Z', '2024-01-05T10:00:00.000Z'],
    ['2024-01-05t10:00z', '2024-01-05T10:00:00.000Z'],
    ['2024-01-05T10:00:00.123456Z', '2024-01-05T10:00:00.123Z'],
    ['2024-01-05T10:00:00,5Z', '2024-01-05T10:00:00.500Z'],
    ['2024-01-05 10:00:00+02:00', '2024-01-05T08:00:00.000Z'],
    ['2024-01-05 10:00:00 -0330', '2024-01-05T13:30:00.000Z'],
    ['2024-01-05T00:30+14', '2024-01-04T10:30:00.000Z'],
    ['30/01/2024 9:15 +01:00', '2024-01-30T08:15:00.000Z'],
    ['1970-01-01T00:00:00+02:00', '1969-12-31T22:00:00.000Z'],
    ['1/30/2024 12:05 AM +00:00', '2024-01-30T00:05:00.000Z'],
    ['1/30/2024, 2:15 pm Z', '2024-01-30T14:15:00.000Z'],
    [new Date(Date.UTC(2024, 0, 5, 10)), '2024-01-05T10:00:00.000Z'],
    ['2024-01-05 00:00:00.000', '2024-01-05'],
    ['2024-01-05T00:00', '2024-01-05'],
    ['', null],
    [' ', null],
    [null, null]
  ])('%s is %s', (written, value) => {
    const dataset = dates([written]);
    expect(dataset.problem).toBeUndefined();
    expect(cells(dataset, 'createdAt')).toEqual([value]);
    expect(dataset.issues).toEqual([]);
  });
});

describe('what is no date leaves its row out', () => {
  it.each<[unknown, string]>([
    ['2024-02-30', 'not-a-date'],
    ['2023-02-29', 'not-a-date'],
    ['2100-02-29', 'not-a-date'],
    ['2024-06-31', 'not-a-date'],
    ['2024-13-01', 'not-a-date'],
    ['2024-00-10', 'not-a-date'],
    ['2024-01-00', 'not-a-date'],
    ['31/04/2024', 'not-a-date'],
    ['0001-01-01', 'date-out-of-range'],
    ['0000-00-00', 'date-out-of-range'],
    ['1969-12-31', 'date-out-of-range'],
    ['2201-01-01', 'date-out-of-range'],
    ['01/01/9999', 'date-out-of-range'],
    [new Date(Date.UTC(1960, 0)), 'date-out-of-range'],
    [new Date(NaN), 'not-a-date'],
    ['2024-01-05T10:00:00', 'date-without-zone'],
    ['2024-01-05 10:00', 'date-without-zone'],
    ['2024-01-05T24:00:00Z', 'not-a-date'],
    ['2024-01-05T10:60Z', 'not-a-date'],
    ['2024-01-05T10:00:60Z', 'not-a-date'],
    ['2024-01-05T10Z', 'not-a-date'],
    ['1/30/2024 13:15 PM', 'not-a-date'],
    ['2024-01-05T', 'not-a-date'],
    ['2024-01-05T10:00+15:00', 'not-a-date'],
    ['2024-01-05T10:00+02:60', 'not-a-date'],
    ['2024-01-05T10:00+02:', 'not-a-date'],
    ['2024-01-05T10:00Zx', 'not-a-date'],
    ['2024-01/05', 'not-a-date'],
    ['2024-01', 'not-a-date'],
    ['20240105', 'not-a-date'],
    ['45296', 'not-a-date'],
    [45296, 'not-a-date'],
    [1704412800, 'not-a-date'],
    [1704412800000, 'not-a-date'],
    ['1704412800000', 'not-a-date'],
    ['1/2/24', 'not-a-date'],
    ['Feb 30', 'not-a-date'],
    ['1', 'not-a-date'],
    ['NaN', 'not-a-date'],
    [true, 'not-a-date'],
    [['2024-01-05'], 'not-a-date']
  ])('%s', (written, reason) => {
    const dataset = dates(['2024-01-05', written, '2024-01-06']);
    expect(issues(dataset)).toEqual([`2 createdAt ${reason}`]);
    expect(cells(dataset, 'createdAt')).toEqual(['2024-01-05', '2024-01-06']);
  });
});

describe('the order of day and month is inferred from the whole column', () => {
  it.each([[['01/02/2024']], [['01/02/2024', '05/05/2024', '2024-01-30']], [['1-2-2024']], [['13/01/2024', '01/13/2024', '01/02/2024']]])(
    '%j could be either and asks for the setting',
    (values) => {
      expect(dates(values).problem).toMatchObject({code: 'ambiguous-date', table: 'deals', column: 'createdAt', setting: 'date-format'});
    }
  );

  it('says which values it could not place', () => {
    expect(dates(['01/02/2024', '05/05/2024', '01/02/2024', '2/3/2024']).problem?.seen).toEqual(['01/02/2024', '2/3/2024']);
  });

  it('and the setting answers', () => {
    expect(cells(dates(['01/02/2024'], {dateFormat: 'dmy'}), 'createdAt')).toEqual(['2024-02-01']);
    expect(cells(dates(['01/02/2024'], {dateFormat: 'mdy'}), 'createdAt')).toEqual(['2024-01-02']);
    expect(issues(dates(['01/02/2024', '2024-01-02'], {dateFormat: 'ymd'}))).toEqual(['1 createdAt not-a-date']);
  });

  it('a part above 12 settles it, wherever it stands', () => {
    expect(cells(dates(['01/02/2024', '30/01/2024']), 'createdAt')).toEqual(['2024-02-01', '2024-01-30']);
    expect(cells(dates(['1/30/2024', '1/2/2024']), 'createdAt')).toEqual(['2024-01-30', '2024-01-02']);
    expect(cells(dates(['2024-05-01', '1-2-2024', '13-2-2024']), 'createdAt')).toEqual(['2024-05-01', '2024-02-01', '2024-02-13']);
  });

  it('before a point stands the day, unless the setting says otherwise', () => {
    expect(cells(dates(['01.02.2024']), 'createdAt')).toEqual(['2024-02-01']);
    expect(cells(dates(['01.02.2024', '1/30/2024']), 'createdAt')).toEqual(['2024-02-01', '2024-01-30']);
    expect(cells(dates(['01.02.2024'], {dateFormat: 'mdy'}), 'createdAt')).toEqual(['2024-01-02']);
  });

  it('where both orders stand in a column the minority is left out', () => {
    const dataset = dates(['13/01/2024', '14/01/2024', '01/13/2024']);
    expect(cells(dataset, 'createdAt')).toEqual(['2024-01-13', '2024-01-14']);
    expect(issues(dataset)).toEqual(['3 createdAt not-a-date']);
  });

  it('where both orders stand in a column and others could be either, nothing is read without the setting', () => {
    const values = ['13/01/2024', '14/01/2024', '01/13/2024', '01/02/2024'];
    expect(dates(values).problem).toMatchObject({code: 'ambiguous-date', seen: ['01/02/2024']});
    expect(issues(dates(values, {dateFormat: 'dmy'}))).toEqual(['3 createdAt not-a-date']);
  });

  it('each column for itself', () => {
    const dataset = createDataset([{id: 'D1', createdAt: '30/01/2024', closedAt: '01/30/2024'}]);
    expect(cells(dataset, 'createdAt')).toEqual(['2024-01-30']);
    expect(cells(dataset, 'closedAt')).toEqual(['2024-01-30']);
  });
});

describe('a date-time without an offset', () => {
  it('is placed in the zone that is assumed, gaps and overlaps decided', () => {
    const dataset = dates(['2024-01-05T10:00:00', '2024-03-31 02:30', '2024-10-27 02:30', '2024-07-01'], {assumeZone: 'Europe/Stockholm'});
    expect(cells(dataset, 'createdAt')).toEqual([
      '2024-01-05T09:00:00.000Z',
      '2024-03-31T01:00:00.000Z',
      '2024-10-27T00:30:00.000Z',
      '2024-07-01'
    ]);
  });

  it('at midnight is a date in a column where every one is at midnight', () => {
    const midnight = ['2024-01-05 00:00:00', '2024-01-06 00:00:00'];
    expect(cells(dates(midnight), 'createdAt')).toEqual(['2024-01-05', '2024-01-06']);
    expect(cells(dates(midnight, {assumeZone: 'Europe/Stockholm'}), 'createdAt')).toEqual(['2024-01-05', '2024-01-06']);
    expect(issues(dates([...midnight, '2024-01-06 00:01:00']))).toEqual([
      '1 createdAt date-without-zone',
      '2 createdAt date-without-zone',
      '3 createdAt date-without-zone'
    ]);
  });
});
