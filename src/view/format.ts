import type {Unit} from '../kpi/kpi.js';
import {dictionaryFor} from '../locales/dictionaries.js';
import type {Dictionary} from '../locales/en.js';

/** A number as it is set: the figure large, its unit small, and in full for those who want every digit. */
export interface FigureText {
  readonly text: string;
  readonly unit: string;
  /** Both, as the language sets them: `3.41M`, `61,4 %`, `11 days`. */
  readonly short: string;
  readonly full: string;
}

/** Numbers of one size share one scale, named once: axis ticks, a column of a table. */
interface Scale {
  /** `SEK M`, `%`, `days`; empty when a number says it all. */
  readonly label: string;
  readonly text: (value: number, digits?: number) => string;
}

/** The words and numbers of one language. */
export interface Format {
  readonly language: string;
  readonly text: Dictionary;
  readonly count: (value: number) => string;
  readonly percent: (share: number, digits?: number) => string;
  readonly figure: (value: number, unit: Unit, currency?: string) => FigureText;
  /** With its sign and unit, compact: `+8.2%`, `−12`. */
  readonly signed: (value: number, unit: Unit | 'points') => string;
  /** A table keeps its digits as long as they fit; an axis is shortened from 10,000 on. */
  readonly scale: (largest: number, unit: Unit, currency?: string, isAxis?: boolean) => Scale;
}

const formats = new Map<string, Format>();

export function formatFor(language: string): Format {
  let format = formats.get(language);
  if (!format) formats.set(language, (format = makeFormat(language)));
  return format;
}

/** From here on a headline is shortened to three digits: 12,300 is `12.3K`. */
const COMPACT_FROM = 10_000;

function makeFormat(requested: string): Format {
  const text = dictionaryFor(requested);
  const language = localeOf(requested);
  const cache = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let format = cache.get(key);
    if (!format) cache.set(key, (format = new Intl.NumberFormat(language, options)));
    return format;
  };
  const count = (value: number) => numbers({maximumFractionDigits: 0}).format(value);
  const percent = (share: number, digits = 0) =>
    numbers({style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits}).format(share);

  const optionsFor = (value: number, unit: Unit | 'points'): Intl.NumberFormatOptions => {
    if (unit === 'points') return {minimumFractionDigits: 1, maximumFractionDigits: 1};
    if (unit === 'ratio') return {style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1};
    if (unit === 'score') return {maximumFractionDigits: 1};
    if (Math.abs(value) >= COMPACT_FROM) return {notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3};
    return {maximumFractionDigits: Math.abs(value) < 100 && unit === 'currency' ? 2 : 0};
  };
  /** A duration in the unit it reads best in, the number and the word. */
  const time = (value: number, unit: Unit, maximumFractionDigits: number): [string, string] => {
    const {name, size} = timeUnit(value, unit);
    const number = numbers({maximumFractionDigits}).format(value / size);
    return [number, text.time[name][number === '1' ? 0 : 1]];
  };
  const full = (value: number, unit: Unit, currency = ''): string => {
    if (unit === 'ratio') return percent(value, 2);
    if (isTime(unit)) return time(value, unit, 2).join('\u00a0');
    if (unit === 'score') return numbers({maximumFractionDigits: 2}).format(value);
    return `${numbers({minimumFractionDigits: Number.isInteger(value) ? 0 : 2, maximumFractionDigits: 2}).format(value)}${currency && ` ${currency}`}`;
  };

  return {
    language,
    text,
    count,
    percent,
    figure(value, unit, currency) {
      if (isTime(unit)) {
        const [number, word] = time(value, unit, 1);
        return {text: number, unit: word, short: `${number}\u00a0${word}`, full: full(value, unit)};
      }
      const format = numbers(optionsFor(value, unit));
      const parts = format.formatToParts(value);
      const isUnit = ({type}: Intl.NumberFormatPart) => type === 'compact' || type === 'percentSign';
      const join = (wanted: boolean) =>
        parts
          .filter((part) => isUnit(part) === wanted)
          .map((part) => part.value)
          .join('')
          .trim();
      return {text: join(false), unit: join(true), short: format.format(value), full: full(value, unit, currency)};
    },
    signed: (value, unit) => numbers({...optionsFor(value, unit), signDisplay: 'exceptZero'}).format(value),
    scale(largest, unit, currency = '', isAxis = false) {
      const scaled = (label: string, divisor: number, most: number): Scale => ({
        label,
        text: (value, digits = most) => numbers({maximumFractionDigits: digits}).format(value / divisor)
      });
      if (unit === 'ratio') return scaled('%', 0.01, 0);
      if (isTime(unit)) return scaled(text.time[timeUnit(largest, unit).name][1], timeUnit(largest, unit).size, 1);
      const from = isAxis ? 1 : 10;
      const divisor = largest >= from * 1e9 ? 1e9 : largest >= from * 1e6 ? 1e6 : isAxis && largest >= COMPACT_FROM ? 1e3 : 1;
      const size = divisor === 1 ? '' : sizeName(numbers({notation: 'compact'}), divisor);
      return scaled([currency, size].filter(Boolean).join(' '), divisor, divisor === 1 ? 0 : 1);
    }
  };
}

function isTime(unit: Unit | 'points'): boolean {
  return unit === 'days' || unit === 'seconds';
}

/** The unit in which a duration reads best, and how many of its own it has. */
function timeUnit(value: number, unit: Unit): {name: keyof Dictionary['time']; size: number} {
  const length = Math.abs(value);
  if (unit === 'days' || length >= 172_800) return {name: 'day', size: unit === 'days' ? 1 : 86_400};
  if (length >= 5400) return {name: 'hour', size: 3600};
  return length >= 90 ? {name: 'minute', size: 60} : {name: 'second', size: 1};
}

function sizeName(format: Intl.NumberFormat, value: number): string {
  return format.formatToParts(value).find(({type}) => type === 'compact')?.value ?? '';
}

/** English where the page's `lang` is no language that the browser knows. */
function localeOf(requested: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(requested.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
