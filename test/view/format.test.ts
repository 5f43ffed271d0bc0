import {beforeAll, describe, expect, it} from 'vitest';
import '../../src/source/at-once.js';
import type {Unit} from '../../src/kpi/kpi.js';
import {loadDictionary} from '../../src/locales/dictionaries.js';
import {formatFor} from '../../src/view/format.js';

/** Narrow and no-break spaces as plain ones, so that the expectations can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

beforeAll(() => loadDictionary('sv'));

describe('a figure', () => {
  it.each<[string, number, Unit, string, string]>([
    ['en', 3_412_345, 'currency', '3.41|M', 'SEK 3,412,345'],
    ['en', 9_999, 'currency', '9,999', 'SEK 9,999'],
    ['en', 2_360.909, 'currency', '2,361', 'SEK 2,360.91'],
    ['en', 12.5, 'currency', '12.5', 'SEK 12.50'],
    ['en', -256_000, 'currency', '-256|K', '-SEK 256,000'],
    ['en', 0, 'currency', '0', 'SEK 0'],
    ['en', 9.9e15, 'currency', '9900|T', 'SEK 9,900,000,000,000,000'],
    ['en', 0.004, 'currency', '0.004', 'SEK 0.004'],
    ['en', 4238, 'count', '4,238', '4,238'],
    ['en', 0.63150052, 'ratio', '63.2|%', '63.15%'],
    ['en', 0.0004, 'ratio', '0.04|%', '0.04%'],
    ['en', -0.0000123, 'ratio', '-0.001|%', '-0.001%'],
    ['en', 57, 'days', '57| days', '57 days'],
    ['en', 1, 'days', '1| day', '1 day'],
    ['en', 51.7819, 'days', '51.8| days', '51.78 days'],
    ['en', 0, 'seconds', '0| s', '0 s'],
    ['en', 30, 'seconds', '30| s', '30 s'],
    ['en', 90, 'seconds', '1| min |30| s', '1 min 30 s'],
    ['en', 42 * 60 + 12, 'seconds', '42| min', '42 min 12 s'],
    ['en', 3599, 'seconds', '1| h', '59 min 59 s'],
    ['en', 7503, 'seconds', '2| h |5| min', '2 h 5 min 3 s'],
    ['en', 259_200, 'seconds', '3| days', '3 days'],
    ['en', -12.34, 'score', '-12.3', '-12.34'],
    ['sv', 3_412_345, 'currency', '3,41| mn', '3 412 345 kr'],
    ['sv', 0.63150052, 'ratio', '63,2| %', '63,15 %'],
    ['sv', -5, 'currency', '−5', '−5 kr'],
    ['sv', 57, 'days', '57| dagar', '57 dagar'],
    ['sv', 7500, 'seconds', '2| h |5| min', '2 h 5 min']
  ])('in %s, %d %s is %s, in full %s', (language, value, unit, parts, full) => {
    const figure = formatFor(language).figure(value, unit, unit === 'currency' ? 'SEK' : undefined);
    const shown = figure.parts.reduce(
      (so, [part, isUnit], index, all) => so + (index > 0 && isUnit !== all[index - 1][1] ? '|' : '') + part,
      ''
    );
    expect([shown, figure.full].map(plain)).toEqual([parts, full]);
    expect(plain(figure.short)).toBe(parts.replaceAll('|', ''));
  });

  it.each([
    ['en', 1234.5, 'USD', '$1,234.50'],
    ['en', 1234, 'EUR', '€1,234'],
    ['de', 1234.5, 'EUR', '1.234,50 €'],
    ['en', 1234.4, 'JPY', '¥1,234'],
    ['sv', 1234.5, 'NOK', '1 234,50 Nkr'],
    ['en', 1234.5, 'points', '1,234.50 points']
  ])('in %s, %d of %s is %s in full: the currency where the language has it, with its own coins', (language, value, currency, full) => {
    expect(plain(formatFor(language).figure(value, 'currency', currency).full)).toBe(full);
  });

  it('is short or full in its parts, as asked', () => {
    const {figure} = formatFor('en');
    expect(
      figure(3_412_345.5, 'currency', 'SEK', true)
        .parts.map(([part]) => part)
        .join('')
    ).toBe('3,412,345.50');
    expect(figure(0.63150052, 'ratio', undefined, true).parts.at(-1)).toEqual(['%', true]);
    expect(figure(null, 'ratio').parts).toEqual([['–']]);
  });

  it('has its number and its unit apart for a column, but a time in several units whole', () => {
    const {figure} = formatFor('en');
    const apart = (value: number, unit: Unit) => [figure(value, unit).text, figure(value, unit).unit].map(plain);
    expect(apart(0.632, 'ratio')).toEqual(['63.2', '%']);
    expect(apart(57, 'days')).toEqual(['57', 'days']);
    expect(apart(7500, 'seconds')).toEqual(['2 h 5 min', '']);
  });

  it.each<[number, Unit, string, string]>([
    [5_000_000, 'currency', 'SEK M', '5'],
    [7200, 'seconds', 'h', '2'],
    [120, 'seconds', 'min', '2'],
    [40, 'seconds', 's', '40'],
    [864_000, 'seconds', 'days', '10'],
    [57, 'days', 'days', '57'],
    [0.4, 'ratio', '%', '40']
  ])('up to %d %s stands on an axis in %s', (largest, unit, label, text) => {
    const scale = formatFor('en').scale(largest, unit, unit === 'currency' ? 'SEK' : undefined);
    expect([scale.label, scale.text(largest)]).toEqual([label, text]);
  });

  it.each([
    ['xx', 'en'],
    ['', 'en'],
    ['sv-FI', 'sv-FI'],
    ['en_GB', 'en-GB'],
    ['sv_SE', 'sv-SE'],
    ['nn', 'nn'],
    // Numbers go with the words, of which there are none in Arabic.
    ['ar', 'en'],
    ['nl-BE', 'en'],
    ['not a language', 'en']
  ])('of a page in "%s" is set as in %s', (language, shown) => {
    expect(formatFor(language).language).toBe(shown);
  });
});
