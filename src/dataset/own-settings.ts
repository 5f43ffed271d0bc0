import type {Settings} from './settings.js';

/** The settings that an input gives itself, of which only those of the right type count. */
export function ownSettings(given: unknown): Settings {
  const settings = Object(given) as Readonly<Record<string, unknown>>;
  const scalars = (type: string, names: string): unknown[][] =>
    names.split(' ').flatMap((name) => (typeof settings[name] === type ? [[name, settings[name]]] : []));
  const items = (name: string, fits: (item: unknown) => boolean): unknown[][] => {
    const list = settings[name];
    return Array.isArray(list) ? [[name, list.filter(fits)]] : [];
  };
  return Object.fromEntries([
    ...scalars('string', 'currency timeZone asOf source fiscalYearLabel'),
    ...scalars('number', 'fiscalYearStart weekStart'),
    ...scalars('boolean', 'endInclusive'),
    ...items('stages', (stage) => typeof stage === 'string' || hasTexts(stage, ['id'])),
    ...items('periods', (period) => hasTexts(period, ['key', 'start', 'end'])),
    ...items('workingDays', (day) => typeof day === 'number'),
    ...items('holidays', (date) => typeof date === 'string')
  ]) as Settings;
}

function hasTexts(object: unknown, names: readonly string[]): boolean {
  return names.every((name) => typeof (Object(object) as Readonly<Record<string, unknown>>)[name] === 'string');
}
