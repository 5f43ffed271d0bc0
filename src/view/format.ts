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

/** Numbers of one size share one scale, named once: the ticks of an axis. */
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
  /** Null is a dash. */
  readonly figure: (value: number | null, unit: Unit, currency?: string) => FigureText;
  /** With its sign and unit, compact: `+8.2%`, `−12`. */
  readonly signed: (value: number, unit: Unit | 'points') => string;
  readonly scale: (largest: number, unit: Unit, currency?: string) => Scale;
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
  const set = (value: number, options: Intl.NumberFormatOptions) => numbers(options).format(value);
  /** A number and its unit (`M`, `%`, `days`) apart. */
  const split = (value: number, unit: Unit, isFull = false): [number: string, unit: string] => {
    const format = numbers(optionsFor(value, unit, isFull));
    const time = timeUnit(value, unit);
    if (time) {
      const number = format.format(value / time.size);
      return [number, text.time[time.name][number === '1' ? 0 : 1]];
    }
    const apart: [string, string] = ['', ''];
    for (const {type, value: part} of format.formatToParts(value)) apart[type === 'compact' || type === 'percentSign' ? 1 : 0] += part;
    return [apart[0].trim(), apart[1]];
  };
  return {
    language,
    text,
    count: (value) => set(value, digits(0)),
    percent: (share, most = 0) => set(share, {style: 'percent', ...digits(most, most)}),
    figure(value, unit, currency) {
      if (value === null) return {text: '–', unit: '', short: '–', full: '–'};
      const whole = (isFull: boolean) =>
        timeUnit(value, unit) ? split(value, unit, isFull).join('\u00a0') : set(value, optionsFor(value, unit, isFull));
      const [number, sign] = split(value, unit);
      return {text: number, unit: sign, short: whole(false), full: currency ? `${whole(true)} ${currency}` : whole(true)};
    },
    signed: (value, unit) => set(value, {...optionsFor(value, unit), signDisplay: 'exceptZero'}),
    scale(largest, unit, currency) {
      const isSum = unit === 'currency' || unit === 'count';
      const sumSize = largest >= 1e9 ? 1e9 : largest >= 1e6 ? 1e6 : largest >= COMPACT_FROM ? 1e3 : 1;
      const size = isSum ? sumSize : unit === 'ratio' ? 0.01 : (timeUnit(largest, unit)?.size ?? 1);
      return {
        label: [currency, split(largest, unit)[1]].filter(Boolean).join(' '),
        text: (value, most = isSum && size === 1 ? 0 : 1) => set(value / size, digits(most))
      };
    }
  };
}

function digits(maximumFractionDigits: number, minimumFractionDigits = 0): Intl.NumberFormatOptions {
  return {minimumFractionDigits, maximumFractionDigits};
}

/** Short as in a headline, or in full. */
function optionsFor(value: number, unit: Unit | 'points', isFull = false): Intl.NumberFormatOptions {
  const most = isFull ? 2 : 1;
  if (unit === 'ratio') return {style: 'percent', ...digits(most, most)};
  if (unit === 'points') return digits(1, 1);
  if (unit === 'score' || unit === 'days' || unit === 'seconds') return digits(most);
  if (isFull) return digits(2, Number.isInteger(value) ? 0 : 2);
  if (Math.abs(value) >= COMPACT_FROM) return {notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3};
  return digits(Math.abs(value) < 100 && unit === 'currency' ? 2 : 0);
}

/** The unit in which a duration reads best, and how many of its own it has. */
function timeUnit(value: number, unit: Unit): {name: keyof Dictionary['time']; size: number} | undefined {
  if (unit === 'days') return {name: 'day', size: 1};
  if (unit !== 'seconds') return undefined;
  const length = Math.abs(value);
  if (length >= 172_800) return {name: 'day', size: 86_400};
  if (length >= 5400) return {name: 'hour', size: 3600};
  return length >= 90 ? {name: 'minute', size: 60} : {name: 'second', size: 1};
}

/** English where the page's `lang` is no language that the browser knows. */
function localeOf(requested: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(requested.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
