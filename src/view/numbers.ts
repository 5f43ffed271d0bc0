import type {Unit} from '../kpi/kpi.js';
import type {Dictionary} from '../locales/en.js';

/** A piece of a figure; a unit (`M`, `%`, `h`) is set smaller. */
type FigurePart = readonly [text: string, isUnit?: boolean];

/** A number as it is set: the figures large, what they are in small, and in full for those who want every digit. */
export interface FigureText {
  /** In the order of the language. Money has no currency here: it stands once beside all that is in it. */
  readonly parts: readonly FigurePart[];
  /** The number and its unit apart, for a column that names the unit; a time in several units is all text. */
  readonly text: string;
  readonly unit: string;
  /** All of it: `3.41M`, `61,4 %`, `11 days`, `2 h 5 min`. */
  readonly short: string;
  /** With every digit and the currency: `SEK 3,412,345.50`. */
  readonly full: string;
}

/** Numbers of one size share one scale, named once: the ticks of an axis. */
interface Scale {
  /** `SEK M`, `%`, `days`; empty when a number says it all. */
  readonly label: string;
  /** What a number on it stands for: 3600 seconds of an hour. */
  readonly size: number;
  readonly text: (value: number, digits?: number) => string;
}

/** How a language sets numbers. */
export interface Numbers {
  readonly count: (value: number) => string;
  readonly percent: (share: number, digits?: number) => string;
  /** Null is a dash; `isFull` has every digit in the parts too. */
  readonly figure: (value: number | null, unit: Unit, currency?: string, isFull?: boolean) => FigureText;
  /** With its sign and unit, compact: `+8.2%`, `−12`. */
  readonly signed: (value: number, unit: Unit | 'points') => string;
  readonly scale: (largest: number, unit: Unit, currency?: string) => Scale;
}

/** From here on a headline is shortened to three digits: 12,300 is `12.3K`. */
const COMPACT_FROM = 10_000;

/** Seconds of a day, and of the units below it by their symbols of the SI, which are those of every language. */
const DAY = 86_400;
const CLOCK = [
  [3600, 'h'],
  [60, 'min'],
  [1, 's']
] as const;

/** Made once for a language: objects of Intl are what costs most at first, so each is kept. */
export function numbersIn(language: string, text: Dictionary): Numbers {
  const cache = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let format = cache.get(key);
    if (!format) cache.set(key, (format = new Intl.NumberFormat(language, options)));
    return format;
  };
  const set = (value: number, options: Intl.NumberFormatOptions) => numbers(options).format(value);
  const partsOf = (value: number, unit: Unit, isFull?: boolean): FigurePart[] => {
    if (isClock(value, unit)) return clock(value, isFull, (count) => set(count, digits(0)));
    const options = optionsFor(value, unit, isFull);
    if (unit === 'days' || unit === 'seconds') {
      const number = set(unit === 'days' ? value : value / DAY, options);
      return [[number], [`\u00a0${text.days[number === '1' ? 0 : 1]}`, true]];
    }
    return numbers(options)
      .formatToParts(value)
      .map(({type, value: part}) => [part, /^(compact|percentSign|literal)$/.test(type)]);
  };
  return {
    count: (value) => set(value, digits(0)),
    percent: (share, most = 0) => set(share, {style: 'percent', ...digits(most, most)}),
    figure(value, unit, currency, isFull) {
      if (value === null) return {parts: [['–']], text: '–', unit: '', short: '–', full: '–'};
      const short = partsOf(value, unit);
      const only = (wanted: boolean) =>
        isClock(value, unit) ? (wanted ? [] : short) : short.filter(([, isUnit = false]) => isUnit === wanted);
      return {
        parts: isFull ? partsOf(value, unit, true) : short,
        text: joined(only(false)),
        unit: joined(only(true)),
        short: joined(short),
        full: currency ? money(value, currency, set) : joined(partsOf(value, unit, true))
      };
    },
    signed: (value, unit) => set(value, {...optionsFor(value, unit), signDisplay: 'exceptZero'}),
    scale(largest, unit, currency) {
      const isSum = unit === 'currency' || unit === 'count';
      const sumSize = largest >= 1e9 ? 1e9 : largest >= 1e6 ? 1e6 : largest >= COMPACT_FROM ? 1e3 : 1;
      const [clockSize, symbol] = (isClock(largest, unit) && CLOCK.find(([size]) => largest >= 1.5 * size)) || [DAY, undefined];
      const size = isSum ? sumSize : unit === 'ratio' ? 0.01 : unit === 'seconds' ? clockSize : 1;
      return {
        size,
        label: [currency, symbol ?? joined(partsOf(largest, unit).filter(([, isUnit]) => isUnit))].filter(Boolean).join(' '),
        text: (value, most = isSum && size === 1 ? 0 : 1) => set(value / size, digits(most))
      };
    }
  };
}

function joined(parts: readonly FigurePart[]): string {
  return parts
    .map(([text]) => text)
    .join('')
    .trim();
}

function digits(maximumFractionDigits: number, minimumFractionDigits = 0): Intl.NumberFormatOptions {
  return {minimumFractionDigits, maximumFractionDigits};
}

/** Short as in a headline, or in full. */
function optionsFor(value: number, unit: Unit | 'points', isFull = false): Intl.NumberFormatOptions {
  const most = isFull ? 2 : 1;
  const size = Math.abs(value);
  if (unit === 'points') return digits(1, 1);
  if (unit === 'ratio') return {style: 'percent', ...(size > 0 && size < 0.005 / 10 ** most ? tiny : digits(most, most))};
  if (unit === 'score' || unit === 'days' || unit === 'seconds') return digits(most);
  if (!isFull && size >= COMPACT_FROM) return {notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3};
  if (isTiny(value)) return tiny;
  return isFull || (size < 100 && unit === 'currency') ? digits(2, isFull && !Number.isInteger(value) ? 2 : 0) : digits(0);
}

/** What would be rounded to 0 and is not. */
const tiny: Intl.NumberFormatOptions = {maximumSignificantDigits: 1};

function isTiny(value: number): boolean {
  return value !== 0 && Math.abs(value) < 0.005;
}

/** As the language sets it, to the smallest coin; a currency that is no ISO 4217 code stands behind the number. */
function money(value: number, currency: string, set: (value: number, options: Intl.NumberFormatOptions) => string): string {
  try {
    return set(value, {style: 'currency', currency, ...(isTiny(value) ? tiny : {trailingZeroDisplay: 'stripIfInteger'})});
  } catch {
    return `${set(value, optionsFor(value, 'currency', true))} ${currency}`;
  }
}

/** Up to two days a time is told in hours, minutes and seconds. */
function isClock(value: number, unit: Unit): boolean {
  return unit === 'seconds' && Math.abs(value) < 2 * DAY;
}

/** `2 h 5 min`, `42 min`, `1 min 30 s`; from ten minutes on, seconds only in full. */
function clock(seconds: number, isFull: boolean | undefined, count: (value: number) => string): FigurePart[] {
  const step = isFull || Math.abs(seconds) < 600 ? 1 : 60;
  let left = Math.round(Math.abs(seconds) / step) * step;
  const parts: FigurePart[] = [];
  for (const [size, symbol] of CLOCK) {
    const whole = Math.floor(left / size);
    left -= whole * size;
    if (whole === 0 && (size > 1 || parts.length > 0)) continue;
    if (parts.length > 0) parts.push([' ', true]);
    parts.push([`${seconds < 0 && parts.length === 0 ? '−' : ''}${count(whole)}`], [`\u00a0${symbol}`, true]);
  }
  return parts;
}
