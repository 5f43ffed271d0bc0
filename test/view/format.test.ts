import {describe, expect, it} from 'vitest';
import type {Unit} from '../../src/kpi/kpi.js';
import {formatFor} from '../../src/view/format.js';

/** Narrow and no-break spaces as plain ones, so that the expectations can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a figure', () => {
  it.each<[string, number, Unit, string, string, string]>([
    ['en', 3_412_345, 'currency', '3.41', 'M', '3,412,345 SEK'],
    ['en', 9_999, 'currency', '9,999', '', '9,999 SEK'],
    ['en', 2_360.909, 'currency', '2,361', '', '2,360.91 SEK'],
    ['en', 12.5, 'currency', '12.5', '', '12.50 SEK'],
    ['en', -256_000, 'currency', '-256', 'K', '-256,000 SEK'],
    ['en', 0, 'currency', '0', '', '0 SEK'],
    ['en', 4238, 'count', '4,238', '', '4,238'],
    ['en', 0.63150052, 'ratio', '63.2', '%', '63.15%'],
    ['en', 57, 'days', '57', 'days', '57 days'],
    ['en', 1, 'days', '1', 'day', '1 day'],
    ['en', 51.7819, 'days', '51.8', 'days', '51.78 days'],
    ['en', 42 * 60, 'seconds', '42', 'minutes', '42 minutes'],
    ['en', 7500, 'seconds', '2.1', 'hours', '2.08 hours'],
    ['en', 30, 'seconds', '30', 'seconds', '30 seconds'],
    ['en', 259_200, 'seconds', '3', 'days', '3 days'],
    ['en', -12.34, 'score', '-12.3', '', '-12.34'],
    ['sv', 3_412_345, 'currency', '3,41', 'mn', '3 412 345 SEK'],
    ['sv', 0.63150052, 'ratio', '63,2', '%', '63,15 %'],
    ['sv', -5, 'currency', '−5', '', '−5 SEK'],
    ['sv', 57, 'days', '57', 'dagar', '57 dagar'],
    ['sv', 42 * 60, 'seconds', '42', 'minuter', '42 minuter']
  ])('in %s, %d %s is %s %s, in full %s', (language, value, unit, text, size, full) => {
    const figure = formatFor(language).figure(value, unit, unit === 'currency' ? 'SEK' : undefined);
    expect([figure.text, figure.unit, figure.full].map(plain)).toEqual([text, size, full]);
  });

  it.each([
    ['xx', 'en'],
    ['', 'en'],
    ['sv-FI', 'sv-FI'],
    ['en_GB', 'en-GB'],
    ['not a language', 'en']
  ])('of a page in "%s" is set as in %s', (language, shown) => {
    expect(formatFor(language).language).toBe(shown);
  });
});
