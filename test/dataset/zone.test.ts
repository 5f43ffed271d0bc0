import {describe, expect, it} from 'vitest';
import {toInstant, toWall} from '../../src/dataset/zone.js';

const utc = (text: string): number => Date.parse(text + 'Z');

describe('an ordinary time goes to the instant and back', () => {
  it.each([
    ['UTC', '2024-03-31T02:30:00', '2024-03-31T02:30:00'],
    ['Europe/Stockholm', '2024-01-15T00:00:00', '2024-01-14T23:00:00'],
    ['Europe/Stockholm', '2024-07-15T00:00:00', '2024-07-14T22:00:00'],
    ['America/New_York', '2024-01-15T12:00:00', '2024-01-15T17:00:00'],
    ['America/New_York', '2024-07-15T12:00:00', '2024-07-15T16:00:00'],
    ['Asia/Kathmandu', '2024-05-01T00:00:00', '2024-04-30T18:15:00'],
    ['Pacific/Chatham', '2024-01-01T00:00:00', '2023-12-31T10:15:00'],
    ['Pacific/Chatham', '2024-07-01T00:00:00', '2024-06-30T11:15:00'],
    ['Pacific/Kiritimati', '2024-01-01T00:00:00', '2023-12-31T10:00:00'],
    ['Etc/GMT+12', '2024-01-01T00:00:00', '2024-01-01T12:00:00'],
    ['America/St_Johns', '1969-12-31T20:30:00', '1970-01-01T00:00:00']
  ])('%s %s', (zone, wall, instant) => {
    expect(toInstant(utc(wall), zone)).toBe(utc(instant));
    expect(toWall(utc(instant), zone)).toBe(utc(wall));
  });
});

describe('a time that the clock skips is the first instant after the gap', () => {
  it.each([
    ['Europe/Stockholm', '2024-03-31T02:00:00', '2024-03-31T01:00:00'],
    ['Europe/Stockholm', '2024-03-31T02:30:00', '2024-03-31T01:00:00'],
    ['Europe/Stockholm', '2024-03-31T02:59:59.999', '2024-03-31T01:00:00'],
    ['America/New_York', '2024-03-10T02:30:00', '2024-03-10T07:00:00'],
    ['Pacific/Chatham', '2024-09-29T03:00:00', '2024-09-28T14:00:00'],
    ['America/Sao_Paulo', '2018-11-04T00:00:00', '2018-11-04T03:00:00'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T10:00:00']
  ])('%s %s', (zone, wall, instant) => {
    expect(toInstant(utc(wall), zone)).toBe(utc(instant));
  });

  it.each([
    ['Europe/Stockholm', '2024-03-31T01:59:59', '2024-03-31T00:59:59'],
    ['Europe/Stockholm', '2024-03-31T03:00:00', '2024-03-31T01:00:00']
  ])('but not its neighbours: %s %s', (zone, wall, instant) => {
    expect(toInstant(utc(wall), zone)).toBe(utc(instant));
  });
});

describe('a time that occurs twice is the earlier one', () => {
  it.each([
    ['Europe/Stockholm', '2024-10-27T02:30:00', '2024-10-27T00:30:00'],
    ['America/New_York', '2024-11-03T01:30:00', '2024-11-03T05:30:00'],
    ['Pacific/Chatham', '2024-04-07T03:00:00', '2024-04-06T13:15:00']
  ])('%s %s', (zone, wall, instant) => {
    expect(toInstant(utc(wall), zone)).toBe(utc(instant));
    expect(toWall(utc(instant), zone)).toBe(utc(wall));
  });
});

it('milliseconds survive, also before 1970', () => {
  expect(toWall(utc('2024-01-01T00:00:00.123'), 'Europe/Stockholm')).toBe(utc('2024-01-01T01:00:00.123'));
  expect(toWall(utc('1969-12-31T12:00:00.123'), 'Asia/Kathmandu')).toBe(utc('1969-12-31T17:30:00.123'));
});

it('every instant of four years comes back from its wall time, or is the second of two', () => {
  for (const zone of ['Europe/Stockholm', 'America/New_York', 'Pacific/Chatham', 'Asia/Kathmandu']) {
    for (let instant = utc('2023-01-01T00:00:00'); instant < utc('2027-01-01T00:00:00'); instant += 6.5 * 3_600_000) {
      const back = toInstant(toWall(instant, zone), zone);
      expect(toWall(back, zone)).toBe(toWall(instant, zone));
      expect(instant - back === 0 || instant - back === 3_600_000).toBe(true);
    }
  }
});

it('a missing time stays missing', () => {
  expect(toWall(NaN, 'Europe/Stockholm')).toBeNaN();
  expect(toInstant(NaN, 'Europe/Stockholm')).toBeNaN();
});

it.each(['', 'Mars/Olympus', 'CET+1'])('an unknown zone is named: %s', (zone) => {
  expect(() => toWall(0, zone)).toThrow(new RangeError(`unknown time zone: ${zone}`));
  expect(() => toInstant(NaN, zone)).toThrow(new RangeError(`unknown time zone: ${zone}`));
});
