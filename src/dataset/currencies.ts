/** Signs of several currencies mean the first unless the reporting currency is another of them. */
const signs = new Map([
  ['$', 'USD CAD AUD NZD SGD HKD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY CNY'],
  ['kr', 'SEK NOK DKK ISK']
]);

/** What stands beside the digits of a number. */
export function unitOf(text: string): string {
  return text.replace(/[\d\s.,()+−'’-]+/g, '');
}

/** The ISO 4217 code for a sign or code beside an amount; undefined for any other text. */
export function currencyOf(unit: string, reporting: string | undefined): string | undefined {
  const codes = signs.get(unit.toLowerCase());
  if (codes) return reporting && codes.includes(reporting) ? reporting : codes.slice(0, 3);
  return Intl.supportedValuesOf('currency').find((code) => code === unit.toUpperCase());
}
