/** Signs of several currencies mean the first unless the reporting currency is another of them. */
const signs = new Map([
  ['$', 'USD CAD AUD NZD SGD HKD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY CNY'],
  ['kr', 'SEK NOK DKK ISK']
]);

/** The ISO 4217 code for a sign or code beside an amount; undefined for any other text. */
export function currencyOf(sign: string, reporting: string | undefined): string | undefined {
  const codes = signs.get(sign.toLowerCase().replace('.', ''));
  if (codes) return reporting && codes.includes(reporting) ? reporting : codes.slice(0, 3);
  const code = sign.toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? code : undefined;
}
